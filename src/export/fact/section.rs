use super::Context;
use serde::Serialize;

/// A heading with the text under it.
#[derive(Debug, Clone, Serialize)]
pub struct SectionFact {
    /// Offset of the heading.
    pub start: usize,
    /// 1 for 一、, 2 for （一）, 3 for 1. or a run-in heading.
    pub level: u8,
    /// Ordinal as printed.
    pub ordinal: String,
    /// Heading without ordinal and closing punctuation.
    pub heading: String,
    /// Whether the heading announces what was or will be done.
    pub measure: bool,
    /// Offset after the text under the heading.
    pub end: usize,
    /// IRI of the section it stands under.
    pub part_of: Option<String>,
    /// IRI.
    pub id: String,
    /// IRI of the document.
    pub document: String,
}

pub(super) fn all(context: &Context<'_>, document: usize) -> Vec<SectionFact> {
    let iri = |section| context.names.section(document, section).map(|iri| iri.as_str().to_owned());
    let sections = &context.reading.outline.documents[document].sections;
    let fact = |(index, section): (usize, &crate::outline::Section)| SectionFact {
        start: section.heading.start,
        level: section.level,
        ordinal: section.ordinal.clone(),
        heading: context.reading.source.text.slice(section.heading),
        measure: section.measure,
        end: section.span.end,
        part_of: iri(section.parent),
        id: iri(Some(index)).unwrap_or_default(),
        document: context.names.document(document).as_str().to_owned(),
    };
    sections.iter().enumerate().map(fact).collect()
}
