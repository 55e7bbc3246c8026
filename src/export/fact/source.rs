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
    /// When it was issued, in EDTF.
    pub date: Option<String>,
    /// Year it reports on.
    pub year: Option<i32>,
    /// Region it speaks for.
    pub place: Option<String>,
    /// GB/T 2260 code of that region.
    pub place_code: Option<String>,
    /// Label of its kind (公报, 通知).
    pub kind: Option<String>,
    /// Address that it is from.
    pub source: Option<String>,
    /// When it was fetched from there.
    pub retrieved: Option<String>,
    /// What of this a user stated; the rest is inferred.
    pub stated: Vec<&'static str>,
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
    let stated = &context.reading.source.stated;
    DocumentFact {
        start: document.span.start,
        end: document.span.end,
        title: document.title.clone(),
        issuer: document.issuer.clone(),
        number: document.identifier.clone(),
        date: document.date.map(|date| date.to_string()),
        year: document.year,
        place: place.map(|place| place.name.clone()),
        place_code: place.and_then(|place| context.place_code(place)),
        kind: document.kind.map(|kind| context.ontology.concept(kind).label.clone()),
        source: stated.source.clone(),
        retrieved: stated.retrieved.map(|date| date.to_string()),
        stated: stated.keys(),
        id: context.names.document(index).as_str().to_owned(),
        file: context.reading.source.path.clone(),
        sha256: context.reading.source.sha256.clone(),
    }
}
