//! Notes on a question that has an answer, but hardly the one that was meant: an unknown term finds nothing, and the
//! protocol has no error for it. They stand in the header `cetu-note`.

use super::Snapshot;
use super::app::App;
use crate::query::Question;
use axum::http::{HeaderMap, HeaderName, HeaderValue};

const NOTE: HeaderName = HeaderName::from_static("cetu-note");

/// What may be wrong with a question: terms that neither the ontology nor the graph has.
pub(super) fn of(question: &Question, app: &App, snapshot: &Snapshot) -> Option<String> {
    let notes = app.terms.notes(question.query(), |iri| snapshot.memory.knows(iri));
    (!notes.is_empty()).then(|| notes.join(". "))
}

/// Puts notes into the headers of an answer.
pub(super) fn attach(headers: &mut HeaderMap, notes: Option<&str>) {
    // A header is ASCII.
    let plain = notes.map(|notes| notes.replace(|c: char| !(' '..='~').contains(&c), "?"));
    if let Some(value) = plain.and_then(|notes| HeaderValue::from_str(&notes).ok()) {
        headers.insert(NOTE, value);
    }
}
