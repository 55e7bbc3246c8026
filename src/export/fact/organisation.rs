use super::Context;
use serde::Serialize;

/// A body that a document names.
#[derive(Debug, Clone, Serialize)]
pub struct OrganisationFact {
    /// Offset of the first mention.
    pub start: usize,
    /// The first mention as printed.
    pub exact: String,
    /// Full name.
    pub name: String,
    /// Code of its kind.
    pub kind: String,
    /// Where it belongs.
    pub place: String,
    /// GB/T 2260 code of that place.
    pub place_code: Option<String>,
    /// How often it is named.
    pub mentions: usize,
    /// Heading it is first named under.
    pub section: Option<String>,
    /// Offset of the quotation.
    pub quote_start: usize,
    /// The clause that names it first.
    pub quote: String,
    /// IRI.
    pub id: String,
    /// IRI of the document.
    pub document: String,
    /// Rule that read it.
    pub rule: &'static str,
}

pub(super) fn of(context: &Context<'_>, index: usize) -> OrganisationFact {
    let text = &context.reading.source.text;
    let body = &context.reading.facts.organisations[index];
    OrganisationFact {
        start: body.name.start,
        exact: text.slice(body.name),
        name: body.label.clone(),
        kind: context.code(body.kind),
        place: body.place.name.clone(),
        place_code: context.place_code(&body.place),
        mentions: body.mentions.len(),
        section: context.heading(body.document, body.section),
        quote_start: body.quote.start,
        quote: text.slice(body.quote),
        id: context.names.organisations[index].as_str().to_owned(),
        document: context.names.document(body.document).as_str().to_owned(),
        rule: body.rule.name(),
    }
}
