use crate::describe::{self, Statistics};
use crate::graph::{Base, Graph};
use crate::query::SavedQueries;
use crate::store::Memory;
use oxigraph::model::{GraphName, NamedNodeRef, Quad};

/// What a graph says of itself, worked out once.
#[derive(Debug)]
pub(super) struct About {
    /// Where its documents and facts stand.
    pub(super) base: Base,
    /// The data set, the prefixes and the saved queries.
    pub(super) description: Vec<Quad>,
    /// Its counts.
    pub(super) statistics: Statistics,
}

impl About {
    pub(super) fn of(graph: &Graph, saved: &SavedQueries) -> Self {
        let base = Base::of(&graph.description).or_else(|| Base::of(&graph.metadata)).unwrap_or_default();
        let statistics = Statistics::of(graph.quads());
        let mut description = graph.description.clone();
        if description.is_empty() {
            description = describe::description(&statistics, &base);
        }
        description.extend(describe::examples(saved, &base));
        Self { base, description, statistics }
    }
}

/// Whether a graph has statements about a node, or a graph of this name.
pub(super) fn knows(memory: &Memory, node: NamedNodeRef<'_>) -> bool {
    memory.knows(node.as_str()) || is_graph(memory, node)
}

/// Whether a graph of this name holds something.
pub(super) fn is_graph(memory: &Memory, node: NamedNodeRef<'_>) -> bool {
    memory.store().contains_named_graph(node).unwrap_or_default()
}

/// The statements of a named graph, as quads of the default graph.
pub(super) fn named_graph(memory: &Memory, node: NamedNodeRef<'_>) -> Vec<Quad> {
    let found = memory.store().quads_for_pattern(None, None, None, Some(node.into()));
    found.filter_map(Result::ok).map(|quad| Quad { graph_name: GraphName::DefaultGraph, ..quad }).collect()
}
