use super::reason::PlaceReason;
use super::rule::Rule;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::Span;

/// A body that a document names: one entry a name and document.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Index of the document in the outline.
    pub document: usize,
    /// Index of the innermost section of the first mention.
    pub section: Option<usize>,
    /// The first mention.
    pub name: Span,
    /// All mentions, the first one included, in reading order.
    pub mentions: Vec<Span>,
    /// The clause of the first mention.
    pub quote: Span,
    /// Full name: 省政府 in a report of a province carries the name of the province.
    pub label: String,
    /// The body of the vocabulary, when it is one.
    pub concept: Option<ConceptId>,
    /// Kind, a concept below `organisation-kinds`.
    pub kind: ConceptId,
    /// Where it belongs.
    pub place: Place,
    /// The rule that read it.
    pub rule: Rule,
    /// Why it has its place.
    pub placed: PlaceReason,
}
