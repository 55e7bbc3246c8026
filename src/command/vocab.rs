use super::{read, say};
use crate::Outcome;
use crate::cli::Adopt;
use anyhow::{Context as _, Result};
use cetu::check::{self, Candidate};
use cetu::export::Output;
use cetu::ontology::Ontology;
use std::io::{ErrorKind, Write};

/// How many candidates are named that a vocabulary has already.
const SHOWN: usize = 20;

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
    let met = list.len();
    let few = |candidate: &Candidate| args.label.is_empty() && candidate.figures < args.min;
    let rare = list.iter().filter(|candidate| few(candidate)).count();
    list.retain(|candidate| if args.label.is_empty() { !few(candidate) } else { wanted(&candidate.label) });
    let unasked = met - rare - list.len();
    let ontology = read::ontology(&input.reading.vocab)?;
    let adopted = check::adopt(&text, list, &ontology)?;
    if adopted.count > 0 {
        // What is written must be readable, with what stood there before.
        Ontology::with_vocabularies(&[(name.clone(), adopted.text.clone())])?;
        let mut out = Output::open(Some(&args.into)).with_context(|| format!("{name}: cannot be written"))?;
        out.write_all(adopted.text.as_bytes())?;
        out.finish()?;
    }
    say(&match (adopted.count, text.is_empty()) {
        (0, true) => format!("{name}: not written, for no indicator is put in"),
        (0, false) => format!("{name}: left as it is, for no indicator is put in"),
        (1, _) => format!("{name}: 1 indicator put in; `cetu build … --vocab {name}` links all reports anew"),
        (n, _) => {
            format!("{name}: {n} indicators put in; `cetu build … --vocab {name}` links all reports anew")
        }
    });
    if met == 0 {
        say("there is no candidate: every figure has an indicator of a vocabulary");
    }
    if rare > 0 {
        let min = args.min;
        say(&format!(
            "not put in: {rare} with fewer than {min} figures (--min 1 takes all, --label LABEL one)"
        ));
    }
    if unasked > 0 {
        say(&format!("not put in: {unasked} that --label does not ask for"));
    }
    for (candidate, owner) in adopted.known.iter().take(SHOWN) {
        let (label, unit) = (&candidate.label, candidate.unit_code());
        say(&format!(
            "not put in: “{label}” ({unit}), which the vocabulary has already, as a word for {owner}"
        ));
    }
    if let more @ 1.. = adopted.known.len().saturating_sub(SHOWN) {
        say(&format!("not put in: {more} more that the vocabulary has already"));
    }
    Ok(outcome)
}
