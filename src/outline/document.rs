use super::Section;
use crate::lexicon::Lexicon;
use crate::ontology::ConceptId;
use crate::text::Span;

/// One report, notice or material: what a `cetu:SourceDocument` describes.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Number of the material inside a file that holds several, from 0; `None` when the file is one document.
    pub number: Option<usize>,
    /// The part of the file that this document takes up.
    pub span: Span,
    /// Title as printed, line breaks turned into single spaces.
    pub title: String,
    /// Body that issued the document, as printed.
    pub issuer: Option<String>,
    /// Number of the document as printed, such as 国办发〔2018〕28号.
    pub identifier: Option<String>,
    /// The region the document speaks for.
    pub region: Option<Place>,
    /// The year the document reports on (not the year it was printed in).
    pub year: Option<i32>,
    /// The year it was issued or delivered: what 今年 means in it.
    pub issued: Option<i32>,
    /// Kind of document, a concept of the scheme `kinds`.
    pub kind: Option<ConceptId>,
    /// Headings in reading order.
    pub sections: Vec<Section>,
}

impl Document {
    /// The place whose facts it tells when its words name no other: its own, the whole country when it has none.
    pub(crate) fn own_place(&self, lexicon: &Lexicon<'_>) -> Place {
        self.region.clone().unwrap_or_else(|| Place::country(lexicon))
    }

    /// Index of the innermost section that holds an offset (code points of the file).
    #[must_use]
    pub fn section_at(&self, offset: usize) -> Option<usize> {
        let last = self.sections.partition_point(|section| section.span.start <= offset);
        (0..last).rev().find(|index| self.sections[*index].span.contains(offset))
    }
}

/// A place a document or a figure is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The region when the gazetteer knows it.
    pub region: Option<ConceptId>,
    /// Name as printed, or the label of the known region.
    pub name: String,
    /// For a place without an entry: the known region that it lies in.
    pub within: Option<ConceptId>,
}

impl Place {
    /// A region of the gazetteer.
    pub(crate) fn of(region: ConceptId, lexicon: &Lexicon<'_>) -> Self {
        Self { region: Some(region), name: lexicon.ontology.concept(region).label.clone(), within: None }
    }

    /// The whole country; a place without a name when the gazetteer has none.
    pub(crate) fn country(lexicon: &Lexicon<'_>) -> Self {
        lexicon.country.map_or_else(
            || Self { region: None, name: String::new(), within: None },
            |id| Self::of(id, lexicon),
        )
    }
}
