//! The graph for users of sophia: quads and triples of `sophia::api::term::SimpleTerm`, which are a
//! `Dataset` and a `Graph` of sophia as they stand.
//!
//! ```
//! use cetu::graph::sophia as bridge;
//! use sophia::api::prelude::*;
//!
//! let quads = cetu::graph::vocabulary(&cetu::ontology::Ontology::builtin().unwrap());
//! let dataset = bridge::dataset(&quads);
//! assert_eq!(dataset.quads().count(), quads.len());
//! let graph = bridge::graph(&quads);
//! assert!(graph.triples().count() <= quads.len());
//! ```

use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, Quad, Term};
use sophia::api::MownStr;
use sophia::api::quad::Spog;
use sophia::api::term::{BnodeId, IriRef, LanguageTag, SimpleTerm};
use std::collections::HashSet;

/// Quads as a sophia `Dataset`; the terms borrow from them.
#[must_use]
pub fn dataset(quads: &[Quad]) -> Vec<Spog<SimpleTerm<'_>>> {
    quads.iter().map(|quad| (spo(quad), name(&quad.graph_name))).collect()
}

/// The triples of quads, each once, as a sophia `Graph`: the union of all named graphs.
#[must_use]
pub fn graph(quads: &[Quad]) -> Vec<[SimpleTerm<'_>; 3]> {
    let mut seen = HashSet::new();
    quads.iter().filter(|quad| seen.insert((&quad.subject, &quad.predicate, &quad.object))).map(spo).collect()
}

fn spo(quad: &Quad) -> [SimpleTerm<'_>; 3] {
    [subject(&quad.subject), iri(&quad.predicate), term(&quad.object)]
}

fn name(name: &GraphName) -> Option<SimpleTerm<'_>> {
    match name {
        GraphName::NamedNode(node) => Some(iri(node)),
        GraphName::BlankNode(node) => Some(blank(node.as_str())),
        GraphName::DefaultGraph => None,
    }
}

fn subject(node: &NamedOrBlankNode) -> SimpleTerm<'_> {
    match node {
        NamedOrBlankNode::NamedNode(node) => iri(node),
        NamedOrBlankNode::BlankNode(node) => blank(node.as_str()),
    }
}

fn iri(node: &NamedNode) -> SimpleTerm<'_> {
    SimpleTerm::Iri(IriRef::new_unchecked(MownStr::from_ref(node.as_str())))
}

fn blank(label: &str) -> SimpleTerm<'_> {
    SimpleTerm::BlankNode(BnodeId::new_unchecked(MownStr::from_ref(label)))
}

fn term(term: &Term) -> SimpleTerm<'_> {
    match term {
        Term::NamedNode(node) => iri(node),
        Term::BlankNode(node) => blank(node.as_str()),
        Term::Literal(literal) => {
            let value = MownStr::from_ref(literal.value());
            if let Some(tag) = literal.language() {
                let tag = LanguageTag::new_unchecked(MownStr::from_ref(tag));
                SimpleTerm::LiteralLanguage(value, tag, None)
            } else {
                let datatype = MownStr::from_ref(literal.datatype().as_str());
                SimpleTerm::LiteralDatatype(value, IriRef::new_unchecked(datatype))
            }
        }
    }
}
