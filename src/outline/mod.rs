//! The outline of a file: the documents it holds and their headings.

mod document;
mod headings;
mod layout;
mod materials;
mod metadata;
mod section;
mod topic;

pub use document::{Document, Place};
pub use section::Section;

use crate::document::Source;
use crate::lexicon::Lexicon;

/// What a file is made of: one document, or several materials on one page.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The documents in reading order; their spans cover the file and do not overlap.
    pub documents: Vec<Document>,
}

impl Outline {
    /// Reads the outline of a source file.
    #[must_use]
    pub fn read(source: &Source, lexicon: &Lexicon<'_>) -> Self {
        let mut documents = materials::split(&source.text);
        let several = documents.len() > 1;
        for (number, document) in documents.iter_mut().enumerate() {
            document.number = several.then_some(number);
            metadata::fill(document, source, lexicon);
            document.sections = headings::find(&source.text, document.span, lexicon);
        }
        metadata::share(&mut documents);
        Self { documents }
    }

    /// Index of the document that holds an offset; the first one when none does.
    #[must_use]
    pub fn document_at(&self, offset: usize) -> usize {
        self.documents.partition_point(|document| document.span.start <= offset).saturating_sub(1)
    }
}
