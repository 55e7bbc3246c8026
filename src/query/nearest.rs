use crate::graph::terms::PREFIXES;
use crate::ontology::{DEF, ID, Ontology};
use oxigraph::model::NamedOrBlankNode;
use std::collections::BTreeSet;

/// The word most like another one, when it is like enough; of equals the one that begins like it.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (likeness(word, candidate), candidate))
        .filter(|(score, _)| *score > 0.55)
        .max_by(|a, b| {
            let begin = |other: &str| word.chars().zip(other.chars()).take_while(|(c, d)| c == d).count();
            a.0.total_cmp(&b.0).then_with(|| begin(a.1).cmp(&begin(b.1))).then_with(|| b.1.cmp(a.1))
        })
        .map(|(_, candidate)| candidate)
}

fn likeness(word: &str, candidate: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(word, candidate);
    // A part of a longer name is like it, the more of it the better.
    let part = word.chars().count() > 1 && candidate.contains(word);
    if part { edits.max(0.6 + edits / 10.0) } else { edits }
}

/// Terms of Cetu's namespaces that a query uses and the ontology does not have, each with the nearest that it has.
#[must_use]
pub fn unknown_terms(query: &spargebra::Query, ontology: &Ontology) -> Vec<(String, Option<String>)> {
    let text = query.to_string();
    let used: BTreeSet<&str> = text
        .split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(iri, _)| iri)
        .filter(|iri| iri.starts_with(DEF) || ours(iri))
        .collect();
    let known: BTreeSet<&str> = ontology
        .triples()
        .iter()
        .filter_map(|triple| match &triple.subject {
            NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
            NamedOrBlankNode::BlankNode(_) => None,
        })
        .collect();
    used.into_iter()
        .filter(|iri| !known.contains(iri))
        .map(|iri| {
            let (space, local) = split(iri);
            let same = known.iter().filter_map(|other| Some(split(other)).filter(|(of, _)| *of == space));
            let nearest = nearest(local, same.map(|(_, local)| local));
            (short(iri), nearest.map(|local| short(&format!("{space}{local}"))))
        })
        .collect()
}

/// Concepts of the vocabularies; documents and facts are below the same base by default.
fn ours(iri: &str) -> bool {
    ["vocab/", "indicator/", "group/", "unit/", "criterion/"]
        .iter()
        .any(|path| iri.strip_prefix(ID).is_some_and(|rest| rest.starts_with(path)))
}

fn split(iri: &str) -> (&str, &str) {
    iri.split_at(iri.rfind(['#', '/']).map_or(0, |at| at + 1))
}

/// An IRI with a known prefix where there is one.
pub(crate) fn short(iri: &str) -> String {
    PREFIXES
        .iter()
        .find_map(|(prefix, base)| {
            let local = iri.strip_prefix(base)?;
            (!local.contains(['/', '#'])).then(|| format!("{prefix}:{local}"))
        })
        .unwrap_or_else(|| iri.to_owned())
}
