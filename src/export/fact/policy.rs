use super::{Context, Provenance, explanation};
use serde::Serialize;

/// A policy document that a document names.
#[derive(Debug, Clone, Serialize)]
pub struct PolicyFact {
    /// Offset of the title.
    pub start: usize,
    /// Title without marks.
    pub title: String,
    /// Number as printed.
    pub number: Option<String>,
    /// Label of its kind (通知, 实施方案); the code of all of them is `document`.
    pub kind: String,
    /// Bodies that issued it.
    pub issuers: Vec<String>,
    /// Where it holds.
    pub place: String,
    /// GB/T 2260 code of that place.
    pub place_code: Option<String>,
    /// Heading it is first named under.
    pub section: Option<String>,
    /// Where it was read, and by which rule.
    #[serde(flatten)]
    pub provenance: Provenance,
}

pub(super) fn of(context: &Context<'_>, index: usize) -> PolicyFact {
    let text = &context.reading.source.text;
    let facts = &context.reading.facts;
    let policy = &facts.policies[index];
    PolicyFact {
        start: policy.title.start,
        title: text.slice(policy.title),
        number: policy.number.map(|number| text.slice(number)),
        kind: context.ontology.concept(policy.kind).label.clone(),
        issuers: policy.issuers.iter().map(|by| facts.organisations[*by].label.clone()).collect(),
        place: policy.place.name.clone(),
        place_code: context.place_code(&policy.place),
        section: context.heading(policy.document, policy.section),
        provenance: context.provenance(
            policy.document,
            policy.quote,
            context.names.policies.get(index),
            policy.rule,
            || explanation::policy(context, policy),
        ),
    }
}
