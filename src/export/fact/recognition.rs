use super::{Context, Provenance, explanation};
use serde::Serialize;

/// An award, commendation or incentive.
#[derive(Debug, Clone, Serialize)]
pub struct RecognitionFact {
    /// Offset of the word that tells it.
    pub start: usize,
    /// The word that tells it.
    pub exact: String,
    /// Code of its kind.
    pub kind: String,
    /// Regions that received it.
    pub recipients: Vec<String>,
    /// GB/T 2260 codes of those regions; empty for one without.
    pub recipient_codes: Vec<String>,
    /// Bodies that gave it.
    pub by: Vec<String>,
    /// Title of the document that it rests on.
    pub based_on: Option<String>,
    /// Year it was given for.
    pub year: Option<i32>,
    /// Heading it stands under.
    pub section: Option<String>,
    /// Where it was read, and by which rule.
    #[serde(flatten)]
    pub provenance: Provenance,
}

pub(super) fn of(context: &Context<'_>, index: usize) -> RecognitionFact {
    let text = &context.reading.source.text;
    let facts = &context.reading.facts;
    let award = &facts.recognitions[index];
    RecognitionFact {
        start: award.span.start,
        exact: text.slice(award.span),
        kind: context.code(award.kind),
        recipients: award.recipients.iter().map(|place| place.name.clone()).collect(),
        recipient_codes: award
            .recipients
            .iter()
            .map(|place| context.place_code(place).unwrap_or_default())
            .collect(),
        by: award.by.iter().map(|by| facts.organisations[*by].label.clone()).collect(),
        based_on: award.based_on.map(|at| text.slice(facts.policies[at].title)),
        year: award.year,
        section: context.heading(award.document, award.section),
        provenance: context.provenance(
            award.document,
            award.quote,
            context.names.recognitions.get(index),
            award.rule,
            || explanation::recognition(context, award),
        ),
    }
}
