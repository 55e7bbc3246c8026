use crate::text::Span;

/// A heading and the text under it, up to the next heading of the same or a higher level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading without its ordinal and closing punctuation.
    pub heading: Span,
    /// The heading together with the text under it.
    pub span: Span,
    /// 1 for 一、, 2 for （一）, 3 for 1. or a run-in heading sentence.
    pub level: u8,
    /// The ordinal as printed (一、), empty for a run-in heading.
    pub ordinal: String,
    /// Index, in the same document, of the section this one stands under.
    pub parent: Option<usize>,
    /// Whether the heading announces what was or will be done.
    pub measure: bool,
}
