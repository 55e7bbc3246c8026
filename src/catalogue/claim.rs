use super::Name;
use super::figure::Evidence;
use super::nodes::Nodes;
use crate::graph::terms::{cetu, schema};

/// A claim (being first, ranked, promoted) or an award.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its IRI.
    pub iri: Name,
    /// What sort of claim it is.
    pub kind: Option<Name>,
    /// Whose it is.
    pub region: Option<Name>,
    /// What it is about.
    pub about: Option<Name>,
    /// Who granted it.
    pub by: Vec<Name>,
    /// Whether it is an award.
    pub award: bool,
    /// The words that tell of it.
    pub evidence: Vec<Evidence>,
}

impl Claim {
    pub(super) fn read(iri: &str, award: bool, nodes: &mut Nodes<'_>) -> Self {
        Self {
            iri: nodes.name(iri),
            kind: nodes.one(iri, cetu::KIND),
            region: nodes.one(iri, cetu::REGION),
            about: nodes.one(iri, schema::ABOUT),
            by: nodes.all(iri, cetu::GRANTED_BY),
            award,
            evidence: Evidence::of(iri, nodes),
        }
    }
}
