use super::super::Snapshot;
use super::local;
use crate::graph::terms::{cetu, oa};
use crate::store::Memory;
use oxigraph::model::vocab::rdfs;
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNodeRef, Term};

/// Where an IRI leads: to this server where it has it.
pub(in crate::serve) fn link(node: &NamedNode, snapshot: &Snapshot, root: &str) -> String {
    let iri = node.as_str();
    if let Some(local) = iri.strip_prefix(cetu::NAMESPACE) {
        return format!("{root}/def?format=html#{local}");
    }
    local(iri, &snapshot.about.base).map_or_else(|| iri.to_owned(), |path| format!("{root}{path}"))
}

/// The label of a node, Chinese before others; a quotation is called by its words.
pub(in crate::serve) fn label(node: NamedNodeRef<'_>, memory: &Memory) -> Option<String> {
    let subject = Some(NamedOrBlankNodeRef::from(node));
    [rdfs::LABEL, oa::EXACT].into_iter().find_map(|property| {
        let found = memory.store().quads_for_pattern(subject, Some(property), None, None);
        let labels = found.filter_map(Result::ok).filter_map(|quad| match quad.object {
            Term::Literal(text) => Some((text.language() != Some("zh"), text.value().to_owned())),
            _ => None,
        });
        labels.min().map(|(_, text)| text)
    })
}
