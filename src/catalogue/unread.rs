use super::Name;
use super::nodes::Nodes;
use crate::graph::terms::{cetu, oa, prov};
use crate::text::Span;
use std::collections::HashMap;

/// A number of a document that nothing was made of.
#[derive(Debug, Clone)]
pub struct Unread {
    /// Its IRI.
    pub iri: Name,
    /// Where it stands in the text of the document's file.
    pub span: Span,
}

/// The unread numbers of each document, in reading order.
pub(super) fn unread(nodes: &mut Nodes<'_>) -> HashMap<Name, Vec<Unread>> {
    let mut unread: HashMap<Name, Vec<Unread>> = HashMap::new();
    for iri in nodes.of_class(cetu::UNREAD_NUMBER) {
        let Some(document) = nodes.one(iri, prov::WAS_QUOTED_FROM) else { continue };
        let (Some(start), Some(end)) = (nodes.parsed(iri, oa::START), nodes.parsed(iri, oa::END)) else {
            continue;
        };
        if start < end {
            let number = Unread { iri: nodes.name(iri), span: Span::new(start, end) };
            unread.entry(document).or_default().push(number);
        }
    }
    for numbers in unread.values_mut() {
        numbers.sort_by_key(|number| number.span);
    }
    unread
}
