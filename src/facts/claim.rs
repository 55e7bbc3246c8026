use super::reason::PlaceReason;
use super::rule::Rule;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::Span;

/// A statement that is not a figure: first in the country, ranked first, praised, target met.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Index of the document in the outline.
    pub document: usize,
    /// Index of the innermost section in that document.
    pub section: Option<usize>,
    /// The words that make the claim.
    pub span: Span,
    /// The clause that carries it.
    pub quote: Span,
    /// Kind, a concept below `claim-kinds`.
    pub kind: ConceptId,
    /// Whose claim it is.
    pub place: Place,
    /// What it is about.
    pub about: About,
    /// Place in an ordering.
    pub rank: Option<u32>,
    /// The area whose members are compared.
    pub among: Option<Place>,
    /// Index of the organisation that ranked, praised or promoted, or that was the first.
    pub by: Option<usize>,
    /// The rule that read it.
    pub rule: Rule,
    /// The word that tells its kind, when there is one.
    pub told: Option<Span>,
    /// Why it has its place.
    pub placed: PlaceReason,
}

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Index of a program.
    Program(usize),
    /// Index of a figure, whose indicator is meant.
    Figure(usize),
    /// Index of a policy document.
    Policy(usize),
    /// Words of the text that name none of these.
    Words(Span),
    /// The place of the claim: nothing else is named.
    Place,
}
