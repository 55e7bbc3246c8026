use crate::graph::terms::{cetu, dcterms, oa, prov, schema, skos};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{GraphName, NamedNodeRef, NamedOrBlankNode, Quad};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Properties in the order they are written; all others follow by IRI.
static RANKS: LazyLock<HashMap<NamedNodeRef<'static>, usize>> = LazyLock::new(|| {
    let order = [
        rdf::TYPE,
        rdfs::LABEL,
        skos::PREF_LABEL,
        skos::ALT_LABEL,
        skos::NOTATION,
        dcterms::TITLE,
        dcterms::IDENTIFIER,
        dcterms::PUBLISHER,
        dcterms::ISSUED,
        dcterms::SOURCE,
        cetu::RETRIEVED,
        cetu::KIND,
        cetu::INDICATOR,
        schema::ABOUT,
        cetu::REGION,
        cetu::VALUE,
        cetu::MIN_VALUE,
        cetu::MAX_VALUE,
        cetu::VALUE_TEXT,
        cetu::VALUE_START,
        cetu::VALUE_END,
        cetu::UNIT,
        cetu::APPROXIMATION,
        cetu::ASPECT,
        cetu::VALUE_ROLE,
        cetu::TIME_BASIS,
        cetu::PERIOD_START,
        cetu::PERIOD_END,
        cetu::RANK,
        cetu::RANKED_AMONG,
        cetu::TARGET_GROUP,
        cetu::INSTRUMENT,
        cetu::IMPLEMENTED_BY,
        cetu::PARTNER,
        cetu::GRANTED_BY,
        cetu::BASED_ON,
        cetu::OF_PROGRAM,
        cetu::SUBSET_OF,
        cetu::SHARE_OF,
        cetu::SHARE_OF_PART,
        cetu::CHANGE_OF,
        cetu::COMPARISON_BASIS,
        cetu::TARGET,
        oa::EXACT,
        oa::PREFIX,
        oa::SUFFIX,
        oa::START,
        oa::END,
        prov::WAS_QUOTED_FROM,
        schema::POSITION,
        dcterms::IS_PART_OF,
        dcterms::RELATION,
        cetu::PROP_EVIDENCE,
    ];
    order.into_iter().enumerate().map(|(rank, property)| (property, rank)).collect()
});

/// Quads in the order of writing, each once. Blank nodes come after everything else.
#[must_use]
pub fn sorted(quads: &[Quad]) -> Vec<&Quad> {
    let mut keyed: Vec<_> = quads
        .iter()
        .map(|quad| {
            let graph = match &quad.graph_name {
                GraphName::DefaultGraph => "",
                GraphName::NamedNode(node) => node.as_str(),
                GraphName::BlankNode(node) => node.as_str(),
            };
            let (blank, subject) = match &quad.subject {
                NamedOrBlankNode::NamedNode(node) => (false, node.as_str()),
                NamedOrBlankNode::BlankNode(node) => (true, node.as_str()),
            };
            let predicate = quad.predicate.as_ref();
            let rank = RANKS.get(&predicate).copied().unwrap_or(usize::MAX);
            ((graph, blank, subject, rank, predicate.as_str(), quad.object.to_string()), quad)
        })
        .collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    keyed.dedup_by(|a, b| a.1 == b.1);
    keyed.into_iter().map(|(_, quad)| quad).collect()
}

/// The triples of quads, as quads of the default graph: sorted, each once.
pub(super) fn triples(quads: &[Quad]) -> Vec<Quad> {
    let flat: Vec<Quad> =
        quads.iter().map(|quad| Quad { graph_name: GraphName::DefaultGraph, ..quad.clone() }).collect();
    sorted(&flat).into_iter().cloned().collect()
}
