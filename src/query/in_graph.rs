//! Things that only a graph knows, by their names: places without a code, candidate indicators, a user's own words.

use crate::graph::terms::skos;
use crate::store::Memory;
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Term};

const NAMES: [NamedNodeRef<'static>; 4] =
    [rdfs::LABEL, skos::PREF_LABEL, skos::ALT_LABEL, crate::graph::terms::dcterms::IDENTIFIER];

/// The thing of one of some classes that bears a name, with its label; of several the first.
pub(super) fn find(name: &str, classes: &[NamedNodeRef<'_>], memory: &Memory) -> Option<(NamedNode, String)> {
    let literals = [Literal::from(name), tagged(name, "zh"), tagged(name, "en")];
    for literal in &literals {
        for property in NAMES {
            let object = Some(literal.as_ref().into());
            let quads = memory.store().quads_for_pattern(None, Some(property), object, None);
            let node = quads.filter_map(Result::ok).filter_map(|quad| node(quad.subject));
            let found = node.filter(|node| classes.iter().any(|class| is_a(node, *class, memory))).min();
            if let Some(node) = found {
                let label = label(&node, memory).unwrap_or_else(|| name.to_owned());
                return Some((node, label));
            }
        }
    }
    None
}

/// Labels of all things of some classes.
pub(super) fn labels(classes: &[NamedNodeRef<'_>], memory: &Memory) -> impl Iterator<Item = String> {
    classes.iter().flat_map(|class| {
        let object = Some((*class).into());
        let quads = memory.store().quads_for_pattern(None, Some(rdf::TYPE), object, None);
        quads.filter_map(Result::ok).filter_map(|quad| label(&node(quad.subject)?, memory))
    })
}

fn label(node: &NamedNode, memory: &Memory) -> Option<String> {
    let subject = Some(NamedOrBlankNodeRef::from(node));
    let quads = memory.store().quads_for_pattern(subject, Some(rdfs::LABEL), None, None);
    let texts = quads.filter_map(Result::ok).filter_map(|quad| match quad.object {
        Term::Literal(text) => Some(text.value().to_owned()),
        _ => None,
    });
    texts.min()
}

fn is_a(node: &NamedNode, class: NamedNodeRef<'_>, memory: &Memory) -> bool {
    let subject = Some(NamedOrBlankNodeRef::from(node));
    memory.store().quads_for_pattern(subject, Some(rdf::TYPE), Some(class.into()), None).next().is_some()
}

fn node(subject: NamedOrBlankNode) -> Option<NamedNode> {
    match subject {
        NamedOrBlankNode::NamedNode(node) => Some(node),
        NamedOrBlankNode::BlankNode(_) => None,
    }
}

fn tagged(text: &str, tag: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, tag)
}
