use super::Name;
use super::figure::Evidence;
use super::nodes::Nodes;
use crate::graph::terms::{cetu, dcterms};

/// A program: a named measure of a region.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its IRI.
    pub iri: Name,
    /// What sort of program it is.
    pub kind: Option<Name>,
    /// Whose it is.
    pub region: Option<Name>,
    /// Who runs it.
    pub run_by: Vec<Name>,
    /// Who takes part in it.
    pub partners: Vec<Name>,
    /// For whom it is.
    pub groups: Vec<Name>,
    /// By which instruments it works.
    pub instruments: Vec<Name>,
    /// The program that it is a part of.
    pub part_of: Option<Name>,
    /// What was put right in it.
    pub corrections: Vec<Name>,
    /// The words that tell of it.
    pub evidence: Vec<Evidence>,
}

impl Program {
    pub(super) fn read(iri: &str, nodes: &mut Nodes<'_>) -> Self {
        Self {
            iri: nodes.name(iri),
            kind: nodes.one(iri, cetu::KIND),
            region: nodes.one(iri, cetu::REGION),
            run_by: nodes.all(iri, cetu::IMPLEMENTED_BY),
            partners: nodes.all(iri, cetu::PARTNER),
            groups: nodes.all(iri, cetu::TARGET_GROUP),
            instruments: nodes.all(iri, cetu::INSTRUMENT),
            part_of: nodes.one(iri, dcterms::IS_PART_OF),
            corrections: nodes.all(iri, cetu::CORRECTION),
            evidence: Evidence::of(iri, nodes),
        }
    }
}
