use crate::text::Span;

/// Fewest lines of a document that is broken after each sentence.
const LINES: usize = 60;

/// How the lines of a document are broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// A line is a paragraph.
    Paragraphs,
    /// A line is a sentence or a part of one: text laid beside its translation, or captions.
    Sentences,
}

impl Layout {
    /// Tells the layout from the lines that end in the middle of a sentence, which no paragraph does.
    pub(super) fn of(chars: &[char], lines: &[Span]) -> Self {
        let broken =
            lines.iter().filter(|line| matches!(chars[line.end - 1], '，' | '、' | '；' | ',' | ';')).count();
        if lines.len() >= LINES && broken * 20 >= lines.len() { Self::Sentences } else { Self::Paragraphs }
    }
}
