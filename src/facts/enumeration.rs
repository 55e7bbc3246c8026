use super::rule::Rule;
use crate::text::Span;

/// A row of members with the number that the text announces for it: 甲、乙、丙“三个体系”.
#[derive(Debug, Clone)]
pub struct Enumeration {
    /// Index of the document in the outline.
    pub document: usize,
    /// Index of the innermost section in that document.
    pub section: Option<usize>,
    /// The words that announce the number (三个体系, 五省市, 六大专项行动).
    pub span: Span,
    /// Members and announcement together, or the announcement alone when the members are headings.
    pub quote: Span,
    /// Number announced.
    pub number: usize,
    /// Members found, in reading order.
    pub members: Vec<Span>,
    /// The rule that read it.
    pub rule: Rule,
}

impl Enumeration {
    /// Whether as many members stand there as announced.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.members.len() == self.number
    }
}
