//! Text addressed by code points.
//!
//! Every offset in Cetu counts Unicode code points from the start of a document's plain text
//! (Web Annotation Data Model, section 4.2.4), never bytes. [`Text`] holds both forms so that
//! rules can walk characters while automata run over bytes.

mod clauses;
mod span;
mod trim;

pub(crate) use clauses::{Sentence, sentence_around, sentences, thousands};
pub use span::Span;
pub(crate) use trim::trim;

/// The plain text of one source file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    string: String,
    chars: Vec<char>,
}

impl Text {
    /// Takes a text as it is; the caller has removed a byte order mark.
    #[must_use]
    pub fn new(string: String) -> Self {
        let chars = string.chars().collect();
        Self { string, chars }
    }

    /// The text as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The code points of the text; an index here is an offset everywhere else.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Length in code points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there is no character at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The words of a span; a span that leaves the text is cut at its end.
    #[must_use]
    pub fn slice(&self, span: Span) -> String {
        let end = span.end.min(self.len());
        self.chars[span.start.min(end)..end].iter().collect()
    }
}
