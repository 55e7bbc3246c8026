use super::{read, say};
use crate::Outcome;
use crate::cli::Adopt;
use anyhow::{Context as _, Result};
use cetu::check;
use cetu::export::Output;
use cetu::ontology::Ontology;
use std::io::{ErrorKind, Write};

/// Puts candidates into a vocabulary of the user's.
pub(super) fn adopt(args: &Adopt) -> Result<Outcome> {
    let name = args.into.display().to_string();
    let text = match std::fs::read_to_string(&args.into) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error).with_context(|| format!("{name}: the vocabulary cannot be read")),
    };
    let mut input = args.input.clone();
    if !text.is_empty() && !input.reading.vocab.contains(&args.into) {
        input.reading.vocab.push(args.into.clone());
    }
    let (graph, mut outcome) = read::graph(&args.reports, &input)?;
    let mut list = check::candidates(graph.quads());
    let wanted = |label: &str| args.label.iter().any(|wanted| wanted == label);
    for label in &args.label {
        if list.iter().all(|candidate| candidate.label != *label) {
            say(&format!("no candidate is called “{label}”; `cetu check --candidates` lists them"));
            outcome = Outcome::Short;
        }
    }
    list.retain(
        |candidate| {
            if args.label.is_empty() { candidate.figures >= args.min } else { wanted(&candidate.label) }
        },
    );
    let ontology = read::ontology(&input.reading.vocab)?;
    let (new, count) = check::adopt(&text, &list, &ontology)?;
    if count > 0 {
        // What is written must be readable, with what stood there before.
        Ontology::with_vocabularies(&[(name.clone(), new.clone())])?;
        let mut out = Output::open(Some(&args.into)).with_context(|| format!("{name}: cannot be written"))?;
        out.write_all(new.as_bytes())?;
        out.finish()?;
    }
    say(&format!("{name}: {count} indicators put in; `cetu build … --vocab {name}` links all reports anew"));
    Ok(outcome)
}
