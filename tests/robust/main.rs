//! Reports that somebody has cut, glued and scribbled in are read without a panic, and what is read still stands where
//! it says.
//!
//! The texts are those of `examples/reports` and, when it stands beside the project, of `../shared/corpus`. Mutations
//! come from a fixed seed; `CETU_SEED` takes another one, `CETU_CASES` another number of texts, `CETU_FILES` one of files.

#![allow(clippy::unwrap_used)]

mod files;
mod holds;
mod mutation;
mod shrink;
mod texts;

use cetu::lexicon::Lexicon;
use cetu::ontology::Ontology;
use mutation::Mutator;
use std::time::{Duration, Instant};

/// How long the cases may take together, whatever their number.
const BUDGET: Duration = Duration::from_secs(40);

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn mutated_reports_keep_their_promises() {
    let ontology = Ontology::builtin().unwrap();
    let lexicon = Lexicon::new(&ontology);
    let texts = texts::all();
    let cases = number("CETU_CASES", if cfg!(debug_assertions) { 150 } else { 6000 });
    let seed = number("CETU_SEED", 20_260_101);
    let limited = std::env::var_os("CETU_CASES").is_none();
    let begun = Instant::now();
    for case in 0..cases {
        if limited && begun.elapsed() > BUDGET {
            break;
        }
        let text = Mutator::new(seed.wrapping_add(case)).text(&texts);
        if let Err(broken) = holds::holds(&text, &ontology, &lexicon) {
            let short = shrink::shrink(&text, |text| holds::holds(text, &ontology, &lexicon).is_err());
            let broken = holds::holds(&short, &ontology, &lexicon).err().unwrap_or(broken);
            panic!("case {case} of seed {seed}: {broken}\nshortest text that shows it:\n{short:?}");
        }
    }
}

#[test]
fn every_text_as_it_is_keeps_its_promises() {
    let ontology = Ontology::builtin().unwrap();
    let lexicon = Lexicon::new(&ontology);
    let few = if cfg!(debug_assertions) { 12 } else { usize::MAX };
    for text in texts::all().iter().take(few) {
        let text: String = text.iter().collect();
        holds::holds(&text, &ontology, &lexicon).unwrap();
    }
}
