use super::reason::PlaceReason;
use super::rule::Rule;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::Span;

/// A document that a text names: circular, opinions, plan, rules, regulation.
#[derive(Debug, Clone)]
pub struct PolicyDocument {
    /// Index of the document in the outline that names it.
    pub document: usize,
    /// Index of the innermost section of the first mention.
    pub section: Option<usize>,
    /// Title without marks.
    pub title: Span,
    /// The clause that names it first.
    pub quote: Span,
    /// Number as printed behind the title (国办发〔2018〕28号).
    pub number: Option<Span>,
    /// Kind, a concept below `document-kinds`.
    pub kind: ConceptId,
    /// Indices of the organisations that issued it.
    pub issuers: Vec<usize>,
    /// Where it holds.
    pub place: Place,
    /// The rule that read it.
    pub rule: Rule,
    /// The noun that tells its kind.
    pub told: Option<Span>,
    /// Why it has its place.
    pub placed: PlaceReason,
}
