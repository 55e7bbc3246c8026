use super::Name;
use super::figure::Evidence;
use super::nodes::Nodes;
use crate::graph::terms::{cetu, dcterms};

/// A source document.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its IRI.
    pub iri: Name,
    /// The file that it stands in: itself, unless the file holds several.
    pub file: Name,
    /// The region that it speaks for.
    pub region: Option<Name>,
    /// What sort of document it is.
    pub kind: Option<Name>,
    /// The year that it reports on.
    pub year: Option<i32>,
    /// Who issued it.
    pub publisher: Option<String>,
    /// Its number, as printed.
    pub number: Option<String>,
    /// Its headings, in reading order.
    pub sections: Vec<Section>,
}

/// A heading of a document.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its IRI.
    pub iri: Name,
    /// How deep it stands, from 0.
    pub depth: usize,
    /// Whether it announces what was or will be done.
    pub measure: bool,
    /// Where the heading stands.
    pub evidence: Option<Evidence>,
}

impl Document {
    /// Reads a document; its sections are put in later.
    pub(super) fn read(iri: &str, nodes: &mut Nodes<'_>) -> Self {
        let text = |nodes: &Nodes<'_>, property| nodes.text(iri, property).map(str::to_owned);
        Self {
            iri: nodes.name(iri),
            file: nodes.one(iri, dcterms::IS_PART_OF).unwrap_or_else(|| nodes.name(iri)),
            region: nodes.one(iri, cetu::REGION),
            kind: nodes.one(iri, cetu::KIND),
            year: nodes
                .text(iri, cetu::PERIOD_END)
                .and_then(|day| day.get(..4))
                .and_then(|year| year.parse().ok()),
            publisher: text(nodes, dcterms::PUBLISHER),
            number: text(nodes, dcterms::IDENTIFIER),
            sections: Vec::new(),
        }
    }
}
