use super::{Context, Provenance, explanation};
use serde::Serialize;

/// A row of members with the number that the text announces for it.
#[derive(Debug, Clone, Serialize)]
pub struct EnumerationFact {
    /// Offset of the words that announce the number.
    pub start: usize,
    /// The words that announce the number.
    pub exact: String,
    /// Number announced.
    pub number: usize,
    /// Members found.
    pub members: Vec<String>,
    /// Whether as many members were found as announced.
    pub holds: bool,
    /// Where it was read, and by which rule.
    #[serde(flatten)]
    pub provenance: Provenance,
}

pub(super) fn of(context: &Context<'_>, index: usize) -> EnumerationFact {
    let text = &context.reading.source.text;
    let row = &context.reading.facts.enumerations[index];
    EnumerationFact {
        start: row.span.start,
        exact: text.slice(row.span),
        number: row.number,
        members: row.members.iter().map(|member| text.slice(*member)).collect(),
        holds: row.holds(),
        provenance: context.provenance(
            row.document,
            row.quote,
            context.names.enumerations.get(index),
            row.rule,
            || explanation::enumeration(context, row),
        ),
    }
}
