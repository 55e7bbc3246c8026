use super::{Context, Provenance, explanation};
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
    /// Where it was read, and by which rule.
    #[serde(flatten)]
    pub provenance: Provenance,
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
        provenance: context.provenance(
            scheme.document,
            scheme.quote,
            context.names.evaluations.get(index),
            scheme.rule,
            || explanation::evaluation(context, scheme),
        ),
    }
}
