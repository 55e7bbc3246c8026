use super::rule::Rule;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::Span;

/// An award, commendation or incentive that a body gives to regions.
#[derive(Debug, Clone)]
pub struct Recognition {
    /// Index of the document in the outline.
    pub document: usize,
    /// Index of the innermost section in that document.
    pub section: Option<usize>,
    /// The word that tells the award.
    pub span: Span,
    /// The clause that carries it.
    pub quote: Span,
    /// Kind, a concept below `recognition-kinds`.
    pub kind: ConceptId,
    /// Who received it.
    pub recipients: Vec<Place>,
    /// Indices of the organisations that gave it.
    pub by: Vec<usize>,
    /// Index of the policy document that it rests on.
    pub based_on: Option<usize>,
    /// The year it was given for.
    pub year: Option<i32>,
    /// The rule that read it.
    pub rule: Rule,
}
