//! The outline of a file: the documents it holds and their headings.

mod document;
mod section;

pub use document::{Document, Place};
pub use section::Section;

/// What a file is made of: one document, or several materials on one page.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The documents in reading order; their spans cover the file and do not overlap.
    pub documents: Vec<Document>,
}

impl Outline {
    /// Index of the document that holds an offset; the first one when none does.
    #[must_use]
    pub fn document_at(&self, offset: usize) -> usize {
        self.documents
            .partition_point(|document| document.span.start <= offset)
            .saturating_sub(1)
    }
}
