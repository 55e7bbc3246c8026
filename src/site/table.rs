use super::View;
use super::words as w;
use crate::catalogue::Figure;
use maud::{Markup, html};

/// A column of a table of figures, beside the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Region,
    Indicator,
    Period,
    Words,
    Document,
}

/// Figures, one a row.
pub(super) fn figures(figures: &[&Figure], columns: &[Column], view: &View<'_>) -> Markup {
    let has = |column| columns.contains(&column);
    html! {
        div.scroll role="region" aria-label=(view.say(w::FIGURES)) tabindex="0" { table {
            thead { tr {
                @if has(Column::Region) { th scope="col" { (view.say(w::REGION)) } }
                @if has(Column::Indicator) { th scope="col" { (view.say(w::INDICATOR)) } }
                @if has(Column::Period) { th scope="col" { (view.say(w::PERIOD)) } }
                th.n scope="col" { (view.say(w::VALUE)) }
                @if has(Column::Words) { th scope="col" { (view.say(w::SENTENCE)) } }
                @if has(Column::Document) { th scope="col" { (view.say(w::DOCUMENT)) } }
            } }
            tbody { @for figure in figures { tr {
                @if has(Column::Region) { td { @if let Some(iri) = &figure.region { (view.link(iri)) } } }
                @if has(Column::Indicator) { td { @if let Some(iri) = &figure.indicator { (view.link(iri)) } } }
                @if has(Column::Period) { td.time { (figure.period()) } }
                td.n { (view.figure(figure)) }
                @if has(Column::Words) { td.words lang="zh-Hans" { (figure.quote()) } }
                @if has(Column::Document) { td { @if let Some(iri) = figure.document() { (view.link(iri)) } } }
            } } }
        } }
    }
}
