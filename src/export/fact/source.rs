use super::Context;
use serde::Serialize;

/// A document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentFact {
    /// Offset of its first character in the file.
    pub start: usize,
    /// Offset after its last character.
    pub end: usize,
    /// Title.
    pub title: String,
    /// Body that issued it.
    pub issuer: Option<String>,
    /// Number such as 国办发〔2018〕28号.
    pub number: Option<String>,
    /// Year it reports on.
    pub year: Option<i32>,
    /// Region it speaks for.
    pub place: Option<String>,
    /// GB/T 2260 code of that region.
    pub place_code: Option<String>,
    /// Code of its kind.
    pub kind: Option<String>,
    /// IRI.
    pub id: String,
    /// Path of the file.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
}

pub(super) fn of(context: &Context<'_>, index: usize) -> DocumentFact {
    let document = &context.reading.outline.documents[index];
    let place = document.region.as_ref();
    DocumentFact {
        start: document.span.start,
        end: document.span.end,
        title: document.title.clone(),
        issuer: document.issuer.clone(),
        number: document.identifier.clone(),
        year: document.year,
        place: place.map(|place| place.name.clone()),
        place_code: place.and_then(|place| context.place_code(place)),
        kind: document.kind.map(|kind| context.code(kind)),
        id: context.names.document(index).as_str().to_owned(),
        file: context.reading.source.path.clone(),
        sha256: context.reading.source.sha256.clone(),
    }
}
