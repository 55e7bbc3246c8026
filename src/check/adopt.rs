use super::Candidate;
use super::candidates::{entries, prefixes};
use crate::ontology::Ontology;
use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

/// What became of candidates that were to be put into a vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Adopted {
    /// The vocabulary with those that were put in at its end, ready to be given to `--vocab`.
    pub text: String,
    /// How many were put in.
    pub count: usize,
    /// Those that were not, each with the label of the indicator that has the same words already.
    pub known: Vec<(Candidate, String)>,
}

/// Puts candidates into the vocabulary `text`. Those whose label `ontology`, which includes that vocabulary, has already
/// are left out.
///
/// # Errors
/// Never, but that writing to memory might.
pub fn adopt(text: &str, list: Vec<Candidate>, ontology: &Ontology) -> io::Result<Adopted> {
    let mut owners: HashMap<&str, &str> = HashMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (_, concept) in ontology.below("indicator/") {
        taken.extend(concept.iri.rsplit('/').next().map(str::to_owned));
        for word in &concept.words {
            owners.entry(word).or_insert(&concept.label);
        }
    }
    let (mut fresh, mut known) = (Vec::new(), Vec::new());
    for candidate in list {
        match owners.get(candidate.label.as_str()) {
            Some(owner) => known.push((candidate, (*owner).to_owned())),
            None => fresh.push(candidate),
        }
    }
    if fresh.is_empty() {
        return Ok(Adopted { text: text.to_owned(), count: 0, known });
    }
    let mut out = text.trim_end().as_bytes().to_vec();
    if !out.is_empty() {
        out.extend(b"\n\n");
    }
    for line in prefixes().filter(|line| !text.contains(line.as_str())) {
        writeln!(out, "{line}")?;
    }
    entries(&fresh, &mut taken, &mut out)?;
    let text = String::from_utf8_lossy(&out).trim_start().to_owned();
    Ok(Adopted { text, count: fresh.len(), known })
}
