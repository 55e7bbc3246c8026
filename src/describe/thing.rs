use crate::graph::terms::cetu;
use crate::store::Memory;
use oxigraph::model::{GraphName, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term};
use std::collections::HashSet;

/// What a graph says of a thing: its statements, those of its quotations, and those of blank nodes among them. As
/// quads of the default graph, each once; empty when the graph does not know it as a subject.
#[must_use]
pub fn thing(iri: NamedNodeRef<'_>, memory: &Memory) -> Vec<Quad> {
    let mut queue: Vec<NamedOrBlankNode> = vec![iri.into_owned().into()];
    let (mut told, mut quads) = (HashSet::new(), Vec::new());
    while let Some(node) = queue.pop() {
        if !told.insert(node.clone()) {
            continue;
        }
        let found = memory.store().quads_for_pattern(Some(node.as_ref()), None, None, None);
        for quad in found.filter_map(Result::ok) {
            match &quad.object {
                Term::BlankNode(node) => queue.push(node.clone().into()),
                Term::NamedNode(node) if quad.predicate == cetu::PROP_EVIDENCE => {
                    queue.push(node.clone().into());
                }
                _ => {}
            }
            quads.push(Quad { graph_name: GraphName::DefaultGraph, ..quad });
        }
    }
    let mut seen = HashSet::new();
    quads.retain(|quad| seen.insert(quad.clone()));
    quads
}

/// The statements that lead to a thing, `limit` of them at most, sorted, and whether there are more.
#[must_use]
pub fn incoming(iri: NamedNodeRef<'_>, limit: usize, memory: &Memory) -> (Vec<Quad>, bool) {
    let object = Some(iri.into());
    let found = memory.store().quads_for_pattern(None::<NamedOrBlankNodeRef<'_>>, None, object, None);
    // Twice as many are looked at, for a statement may stand in several graphs.
    let mut quads: Vec<Quad> = found
        .filter_map(Result::ok)
        .take(2 * limit + 1)
        .map(|quad| Quad { graph_name: GraphName::DefaultGraph, ..quad })
        .collect();
    quads.sort_by_cached_key(|quad| (quad.predicate.to_string(), quad.subject.to_string()));
    quads.dedup();
    let more = quads.len() > limit;
    quads.truncate(limit);
    (quads, more)
}
