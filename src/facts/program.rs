use super::reason::PlaceReason;
use super::rule::Rule;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::{Span, Text};

/// A named instrument of policy: a plan, project, brand, platform, workshop, fund, subsidy …
#[derive(Debug, Clone)]
pub struct Program {
    /// Index of the document in the outline.
    pub document: usize,
    /// Index of the innermost section that names it; a program named in several sections is several entries.
    pub section: Option<usize>,
    /// The name as in the text, without quotation marks, at its first mention in the section.
    pub name: Span,
    /// The words that mention it first in the section.
    pub quote: Span,
    /// Kind, a concept of the scheme `kinds`.
    pub kind: ConceptId,
    /// Who runs it.
    pub place: Place,
    /// Groups it is for.
    pub groups: Vec<ConceptId>,
    /// Instruments it uses, concepts of the scheme `instruments`.
    pub instruments: Vec<ConceptId>,
    /// Index of the program this one is part of.
    pub part_of: Option<usize>,
    /// Indices of the organisations that run it.
    pub run_by: Vec<usize>,
    /// Indices of the organisations that co-operate in it.
    pub partners: Vec<usize>,
    /// The rule that read it.
    pub rule: Rule,
    /// The words that tell its kind, when there are such.
    pub told: Option<Span>,
    /// Why it has its place.
    pub placed: PlaceReason,
}

impl Program {
    /// The name without quotation marks: 两山实践创新基地 for “两山”实践创新基地.
    #[must_use]
    pub fn label(&self, text: &Text) -> String {
        text.slice(self.name).replace(['“', '”', '‘', '’'], "")
    }
}
