use super::Context;
use serde::Serialize;

/// An evaluation scheme that a document describes.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluationFact {
    /// Offset of its name.
    pub start: usize,
    /// Its name.
    pub name: String,
    /// Year it was applied to.
    pub year: Option<i32>,
    /// Bodies that apply it.
    pub by: Vec<String>,
    /// Criteria in the words of the text.
    pub criteria: Vec<String>,
    /// IRIs of those criteria that a vocabulary has, `null` for the others.
    pub criterion_iris: Vec<Option<String>>,
    /// Steps of the procedure in order.
    pub steps: Vec<StepFact>,
    /// Offset of the quotation.
    pub quote_start: usize,
    /// The clause that lists the criteria.
    pub quote: String,
    /// IRI.
    pub id: String,
    /// IRI of the document.
    pub document: String,
    /// Rule that read it.
    pub rule: &'static str,
}

/// A step of an evaluation.
#[derive(Debug, Clone, Serialize)]
pub struct StepFact {
    /// Offset of the words that tell it.
    pub start: usize,
    /// The words that tell it.
    pub exact: String,
    /// Code of its kind.
    pub kind: String,
}

pub(super) fn of(context: &Context<'_>, index: usize) -> EvaluationFact {
    let text = &context.reading.source.text;
    let facts = &context.reading.facts;
    let scheme = &facts.evaluations[index];
    let iri = |id| context.ontology.concept(id).iri.clone();
    let step = |step: &crate::facts::Step| StepFact {
        start: step.span.start,
        exact: text.slice(step.span),
        kind: context.code(step.kind),
    };
    EvaluationFact {
        start: scheme.name.start,
        name: text.slice(scheme.name),
        year: scheme.year,
        by: scheme.by.iter().map(|by| facts.organisations[*by].label.clone()).collect(),
        criteria: scheme.factors.iter().map(|factor| text.slice(factor.words)).collect(),
        criterion_iris: scheme.factors.iter().map(|factor| factor.concept.map(iri)).collect(),
        steps: scheme.steps.iter().map(step).collect(),
        quote_start: scheme.quote.start,
        quote: text.slice(scheme.quote),
        id: context.names.evaluations[index].as_str().to_owned(),
        document: context.names.document(scheme.document).as_str().to_owned(),
        rule: scheme.rule.name(),
    }
}
