//! Text addressed by code points.
//!
//! Every offset in Cetu counts Unicode code points from the start of a document's plain text
//! (Web Annotation Data Model, section 4.2.4), never bytes. [`Text`] holds both forms so that
//! rules can walk characters while automata run over bytes.

mod clauses;
mod nearest;
mod span;
mod table;
mod trim;

pub(crate) use clauses::{Sentence, sentence_around, sentences, thousands};
pub(crate) use nearest::nearest;
pub use span::Span;
pub(crate) use table::{Row, Table, tables};
pub(crate) use trim::trim;

use std::sync::OnceLock;

/// The plain text of one source file.
#[derive(Debug, Clone, Default)]
pub struct Text {
    string: String,
    /// Worked out when first asked for: texts that wait to be read hold their bytes only.
    chars: OnceLock<Vec<char>>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.string == other.string
    }
}

impl Eq for Text {}

impl Text {
    /// Takes a text as it is; the caller has removed a byte order mark.
    #[must_use]
    pub fn new(string: String) -> Self {
        Self { string, chars: OnceLock::new() }
    }

    /// The text as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The code points of the text; an index here is an offset everywhere else.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        self.chars.get_or_init(|| self.string.chars().collect())
    }

    /// Length in code points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.chars().len()
    }

    /// Whether there is no character at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// The words of a span; a span that leaves the text is cut at its end.
    #[must_use]
    pub fn slice(&self, span: Span) -> String {
        let end = span.end.min(self.len());
        let words = &self.chars()[span.start.min(end)..end];
        // Most are Chinese, three bytes each.
        let mut string = String::with_capacity(words.len() * 3);
        string.extend(words);
        string
    }
}
