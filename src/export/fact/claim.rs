use super::{Context, Provenance, explanation};
use crate::facts::About;
use serde::Serialize;

/// A claim.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimFact {
    /// Offset of the words that make it.
    pub start: usize,
    /// The words that make it.
    pub exact: String,
    /// Code of its kind.
    pub kind: String,
    /// Whose claim it is.
    pub place: String,
    /// GB/T 2260 code of that place.
    pub place_code: Option<String>,
    /// What it is about, in words.
    pub about: String,
    /// IRI of what it is about, unless only words name it.
    pub about_iri: Option<String>,
    /// Place in an ordering.
    pub rank: Option<u32>,
    /// The area whose members are compared.
    pub among: Option<String>,
    /// Who ranked, praised or promoted.
    pub by: Option<String>,
    /// Heading it stands under.
    pub section: Option<String>,
    /// Where it was read, and by which rule.
    #[serde(flatten)]
    pub provenance: Provenance,
}

pub(super) fn of(context: &Context<'_>, index: usize) -> ClaimFact {
    let text = &context.reading.source.text;
    let facts = &context.reading.facts;
    let names = &context.names;
    let claim = &facts.claims[index];
    let (about, about_iri) = match claim.about {
        About::Program(at) => (text.slice(facts.programs[at].name), names.programs.get(at)),
        About::Figure(at) => (facts.figures[at].indicator.label.clone(), names.indicators.get(at)),
        About::Policy(at) => (text.slice(facts.policies[at].title), names.policies.get(at)),
        About::Words(span) => (text.slice(span), None),
        About::Place => (claim.place.name.clone(), None),
    };
    ClaimFact {
        start: claim.span.start,
        exact: text.slice(claim.span),
        kind: context.code(claim.kind),
        place: claim.place.name.clone(),
        place_code: context.place_code(&claim.place),
        about,
        about_iri: about_iri.map(|iri| iri.as_str().to_owned()),
        rank: claim.rank,
        among: claim.among.as_ref().map(|area| area.name.clone()),
        by: claim.by.map(|by| facts.organisations[by].label.clone()),
        section: context.heading(claim.document, claim.section),
        provenance: context.provenance(
            claim.document,
            claim.quote,
            names.claims.get(index),
            claim.rule,
            || explanation::claim(context, claim),
        ),
    }
}
