use super::{Context, Provenance, explanation};
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
    /// Where it was read, and by which rule.
    #[serde(flatten)]
    pub provenance: Provenance,
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
        provenance: context.provenance(
            body.document,
            body.quote,
            context.names.organisations.get(index),
            body.rule,
            || explanation::organisation(context, body),
        ),
    }
}
