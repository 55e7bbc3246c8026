use super::words as w;
use super::{View, source};
use crate::catalogue::Correction;
use maud::{Markup, html};

/// What was put right, by whom, when and why.
pub(super) fn corrections(corrections: &[&Correction], quoted: bool, view: &View<'_>) -> Markup {
    html! {
        @if !corrections.is_empty() {
            section.corrected {
                h2 { (view.say(w::CORRECTIONS)) }
                @for correction in corrections { (one(correction, quoted, view)) }
            }
        }
    }
}

fn one(correction: &Correction, quoted: bool, view: &View<'_>) -> Markup {
    let row = |word: w::Text, text: &Option<String>| {
        html! { @if let Some(text) = text { div { dt { (view.say(word)) } dd { (view.zh(text)) } } } }
    };
    html! {
        @if quoted { @if let Some(evidence) = &correction.evidence { (source::brief(evidence, view)) } }
        dl.facts {
            div {
                dt { @if let Some(kind) = &correction.kind { (view.label(kind)) } @else { (view.say(w::CHANGED)) } }
                dd { a href=(view.to(&correction.iri)) lang="zh-Hans" { (correction.told) } }
            }
            (row(w::CORRECTED_BY, &correction.by))
            (row(w::WHY, &correction.why))
            (row(w::DATE, &correction.date))
        }
    }
}
