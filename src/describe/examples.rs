use super::graph_name;
use crate::graph::terms::{PREFIXES, sh};
use crate::graph::{Base, Statements};
use crate::query::{Saved, SavedQueries};
use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad};
use spargebra::Query;

/// The saved queries as `sh:SPARQLExecutable`. With their parameters open they run as they stand.
#[must_use]
pub fn examples(saved: &SavedQueries, base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(graph_name(base));
    for query in saved.iter() {
        let node = base.at(&format!("query/{}", crate::graph::slug_path(&query.name)));
        example(query, &node, base, &mut out);
    }
    out.quads
}

fn example(saved: &Saved, node: &NamedNode, base: &Base, out: &mut Statements) {
    let (class, property): (Option<NamedNodeRef<'_>>, _) = match saved.question().query() {
        Query::Select { .. } => (Some(sh::SPARQL_SELECT_EXECUTABLE), sh::SELECT),
        Query::Ask { .. } => (Some(sh::SPARQL_ASK_EXECUTABLE), sh::ASK),
        Query::Construct { .. } => (Some(sh::SPARQL_CONSTRUCT_EXECUTABLE), sh::CONSTRUCT),
        Query::Describe { .. } => (None, sh::DESCRIBE),
    };
    out.add(node, rdf::TYPE, sh::SPARQL_EXECUTABLE);
    out.maybe(node, rdf::TYPE, class);
    let (zh, en) = (saved.header.summary.zh(), saved.header.summary.en());
    // One comment a query: editors show a query once for each.
    let said = if zh == en { zh.to_owned() } else { format!("{zh} {en}") };
    out.add(node, rdfs::COMMENT, Literal::from(if said.is_empty() { saved.name.as_str() } else { &said }));
    out.add(node, rdfs::LABEL, Literal::from(saved.name.as_str()));
    out.add(node, sh::PREFIXES, base.dataset());
    out.add(node, property, Literal::from(saved.body()));
}

/// The usual prefixes, declared on the data set.
#[must_use]
pub fn prefixes(base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(graph_name(base));
    let dataset = base.dataset();
    for (prefix, namespace) in PREFIXES {
        let node = NamedNode::new_unchecked(format!("{}/prefix/{prefix}", dataset.as_str()));
        out.add(&dataset, sh::DECLARE, node.clone());
        out.add(&node, sh::PREFIX, Literal::from(*prefix));
        out.add(&node, sh::NAMESPACE_PROPERTY, Literal::new_typed_literal(*namespace, xsd::ANY_URI));
    }
    out.quads
}
