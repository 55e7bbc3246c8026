use super::Name;
use super::figure::Evidence;
use super::nodes::Nodes;
use crate::graph::terms::{cetu, dcterms};
use oxigraph::model::vocab::rdfs;

/// What a person has put right in what was read.
#[derive(Debug, Clone)]
pub struct Correction {
    /// Its IRI.
    pub iri: Name,
    /// What was changed, in a line.
    pub told: String,
    /// Whether a fact was changed, rejected or added.
    pub kind: Option<Name>,
    /// By whom.
    pub by: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// On which day, as `2018-03-01`.
    pub date: Option<String>,
    /// The words that it is about.
    pub evidence: Option<Evidence>,
}

impl Correction {
    pub(super) fn read(iri: &str, nodes: &mut Nodes<'_>) -> Self {
        let text = |nodes: &Nodes<'_>, property| nodes.text(iri, property).map(str::to_owned);
        Self {
            iri: nodes.name(iri),
            told: text(nodes, rdfs::LABEL).unwrap_or_default(),
            kind: nodes.one(iri, cetu::KIND),
            by: text(nodes, dcterms::CREATOR),
            why: text(nodes, dcterms::DESCRIPTION),
            date: text(nodes, dcterms::DATE),
            evidence: Evidence::of(iri, nodes).into_iter().next(),
        }
    }
}
