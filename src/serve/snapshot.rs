use super::about::About;
use crate::graph::Graph;
use crate::ontology::Ontology;
use crate::query::SavedQueries;
use crate::site::Site;
use crate::store::{Memory, StoreError};
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A graph as it stands between two builds, with what is worked out from it once.
#[derive(Debug)]
pub struct Snapshot {
    pub(super) memory: Memory,
    pub(super) about: About,
    pub(super) site: Site,
    digest: [u8; 32],
}

impl Snapshot {
    /// Takes a graph, and the saved queries that are shown as examples for it; the ontology
    /// that its pages explain it by.
    ///
    /// # Errors
    /// When the store fails.
    pub fn new(graph: &Graph, saved: &SavedQueries, ontology: &Ontology) -> Result<Self, StoreError> {
        let about = About::of(graph, saved);
        let memory = Memory::of(graph.quads().chain(&about.description))?;
        let digest = digest(graph.quads().chain(&about.description));
        Ok(Self { memory, about, site: Site::of(graph, ontology), digest })
    }

    /// A strong entity tag, without its quotation marks, for what these parts of a request are answered with:
    /// it changes with the graph, with the program and with each part.
    pub(super) fn tag(&self, parts: &[&[u8]]) -> String {
        let mut hash = Sha256::new();
        hash.update(self.digest);
        hash.update(env!("CARGO_PKG_VERSION"));
        for part in parts {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        hex(&hash.finalize()[..16])
    }
}

/// SHA-256 of all quads in their order.
fn digest<'a>(quads: impl Iterator<Item = &'a Quad>) -> [u8; 32] {
    let mut hash = Sha256::new();
    // No term has a byte of zero to one, so that parts cannot run into each other.
    let mut put = |kind: u8, text: &str| {
        hash.update(text);
        hash.update([0, kind]);
    };
    for quad in quads {
        match &quad.subject {
            NamedOrBlankNode::NamedNode(node) => put(0, node.as_str()),
            NamedOrBlankNode::BlankNode(node) => put(1, node.as_str()),
        }
        put(0, quad.predicate.as_str());
        match &quad.object {
            Term::NamedNode(node) => put(0, node.as_str()),
            Term::BlankNode(node) => put(1, node.as_str()),
            Term::Literal(literal) => {
                put(2, literal.value());
                put(3, literal.language().unwrap_or_else(|| literal.datatype().as_str()));
            }
        }
        match &quad.graph_name {
            GraphName::NamedNode(node) => put(0, node.as_str()),
            GraphName::BlankNode(node) => put(1, node.as_str()),
            GraphName::DefaultGraph => put(4, ""),
        }
    }
    hash.finalize().into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
