use super::terms::{PREFIXES, cetu, dcterms, skos};
use crate::ontology::{DEF, ID, Ontology};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term};
use std::collections::{HashMap, HashSet};

/// The ontology, the vocabularies and the regions, each in a graph of its own.
#[must_use]
pub fn vocabulary(ontology: &Ontology) -> Vec<Quad> {
    let graph = |name: &str| GraphName::from(NamedNode::new_unchecked(format!("{ID}graph/{name}")));
    let (terms, vocab, regions) = (graph("ontology"), graph("vocab"), graph("regions"));
    let region = format!("{ID}region/");
    let mut seen = HashSet::new();
    let quads = ontology.triples().iter().map(|triple| {
        let of = match &triple.subject {
            NamedOrBlankNode::NamedNode(node) if node.as_str().starts_with(&region) => &regions,
            NamedOrBlankNode::NamedNode(node) if is_term(node.as_str()) => &terms,
            NamedOrBlankNode::NamedNode(_) => &vocab,
            NamedOrBlankNode::BlankNode(_) => &terms,
        };
        triple.clone().in_graph(of.clone())
    });
    quads.filter(|quad| seen.insert(quad.clone())).collect()
}

/// Of a vocabulary, what tells the reader of `facts` what the concepts in them are called: the type, labels, code,
/// unit and wider concepts of each one used, and of those in turn.
#[must_use]
pub fn used(facts: &[Quad], vocabulary: &[Quad]) -> Vec<Quad> {
    let told = [
        rdf::TYPE,
        rdfs::LABEL,
        skos::PREF_LABEL,
        skos::NOTATION,
        skos::BROADER,
        dcterms::IS_PART_OF,
        dcterms::IDENTIFIER,
        cetu::UNIT,
    ];
    glossary(facts, vocabulary, |quad| told.contains(&quad.predicate.as_ref()))
}

/// Of a vocabulary, what it says of the concepts that `facts` use, and of those that these refer to.
pub(crate) fn glossary(facts: &[Quad], vocabulary: &[Quad], told: impl Fn(&Quad) -> bool) -> Vec<Quad> {
    let mut by_subject: HashMap<NamedOrBlankNodeRef<'_>, Vec<&Quad>> = HashMap::new();
    for quad in vocabulary {
        if told(quad) {
            by_subject.entry(quad.subject.as_ref()).or_default().push(quad);
        }
    }
    let mut queue: Vec<&Quad> = facts.iter().collect();
    let (mut seen, mut out) = (HashSet::new(), Vec::new());
    // A body of the vocabulary that a document names is a subject of its facts.
    for fact in facts {
        let NamedOrBlankNode::NamedNode(node) = &fact.subject else { continue };
        if let Some(told) = by_subject.get(&NamedOrBlankNodeRef::from(node)).filter(|_| seen.insert(node)) {
            out.extend(told.iter().map(|quad| (*quad).clone()));
            queue.extend(told);
        }
    }
    while let Some(quad) = queue.pop() {
        let Term::NamedNode(node) = &quad.object else { continue };
        if is_term(node.as_str()) || !seen.insert(node) {
            continue;
        }
        for &quad in by_subject.get(&NamedOrBlankNodeRef::from(node)).into_iter().flatten() {
            out.push(quad.clone());
            queue.push(quad);
        }
    }
    out
}

fn is_term(iri: &str) -> bool {
    iri.starts_with(DEF)
        || iri == DEF.trim_end_matches('#')
        || PREFIXES.iter().any(|(name, base)| {
            !matches!(*name, "v" | "ind" | "grp" | "u" | "crit" | "reg") && iri.starts_with(base)
        })
}
