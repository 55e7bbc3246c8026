use super::Context;
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
    /// Offset of the quotation.
    pub quote_start: usize,
    /// Members and announcement together.
    pub quote: String,
    /// IRI.
    pub id: String,
    /// IRI of the document.
    pub document: String,
    /// Rule that read it.
    pub rule: &'static str,
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
        quote_start: row.quote.start,
        quote: text.slice(row.quote),
        id: context.names.enumerations[index].as_str().to_owned(),
        document: context.names.document(row.document).as_str().to_owned(),
        rule: row.rule.name(),
    }
}
