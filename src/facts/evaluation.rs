use super::rule::Rule;
use crate::ontology::ConceptId;
use crate::text::Span;

/// An evaluation scheme that a document describes: its factors and the way from score to decision.
#[derive(Debug, Clone)]
pub struct Evaluation {
    /// Index of the document in the outline.
    pub document: usize,
    /// Index of the innermost section in that document.
    pub section: Option<usize>,
    /// The words that name it (评价体系).
    pub name: Span,
    /// The clause that lists the factors.
    pub quote: Span,
    /// The year it was applied to.
    pub year: Option<i32>,
    /// Indices of the organisations that apply it.
    pub by: Vec<usize>,
    /// Factors in the order of the text.
    pub factors: Vec<Factor>,
    /// Steps of the procedure in the order of the text.
    pub steps: Vec<Step>,
    /// The rule that read it.
    pub rule: Rule,
}

/// A factor of an evaluation scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// The words that name it.
    pub words: Span,
    /// The criterion of the vocabulary, when one bears that name.
    pub concept: Option<ConceptId>,
}

/// A step of the procedure by which a scheme is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Kind of step, a concept of the scheme `evaluation-steps`.
    pub kind: ConceptId,
    /// The words that tell it.
    pub span: Span,
    /// The clause that carries it.
    pub quote: Span,
}
