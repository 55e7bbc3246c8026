use super::layout::{Page, head};
use super::words as w;
use super::{View, table};
use crate::catalogue::{Figure, Hit, Kind};
use maud::html;

/// Things of a kind that are shown.
const MOST: usize = 40;

/// What was found for some words, by kind.
pub(super) fn page(words: &str, view: &View<'_>) -> Page {
    use table::Column::{Indicator, Period, Region, Words};
    let hits = view.catalogue.search(words, MOST);
    let of = |kind: Kind| hits.iter().filter(move |hit| hit.kind == kind);
    let figures: Vec<&Figure> = of(Kind::Figure).filter_map(|hit| view.catalogue.figure(hit.iri)).collect();
    let name = |kind| match kind {
        Kind::Region => w::REGIONS,
        Kind::Indicator => w::INDICATORS,
        Kind::Program => w::PROGRAMS,
        Kind::Document => w::DOCUMENTS,
        Kind::Figure => w::FIGURES,
    };
    let about = |hit: &Hit<'_>| match hit.kind {
        Kind::Program => view.catalogue.program(hit.iri).and_then(|program| program.region.clone()),
        Kind::Document => view.catalogue.document(hit.iri).and_then(|document| document.region.clone()),
        _ => None,
    };
    let body = html! {
        (head(view.say(w::SEARCH), &html! { (words) }))
        form.big action={ (view.root) "/search" } method="get" {
            @if view.chosen { input type="hidden" name="lang" value=(view.language.code()); }
            label for="q" { (view.say(w::SEARCH_HINT)) }
            div { input #q type="search" name="q" value=(words); button type="submit" { (view.say(w::SEARCH)) } }
        }
        @if hits.is_empty() && !words.trim().is_empty() {
            p { (view.say(w::NOTHING)) " " (view.say(w::NOTHING_HINT)) }
        }
        @for kind in [Kind::Region, Kind::Indicator, Kind::Program, Kind::Document] {
            @if of(kind).next().is_some() {
                section {
                    h2 { (view.say(name(kind))) }
                    ul.flow { @for hit in of(kind) {
                        li {
                            (view.link(hit.iri))
                            @if let Some(region) = about(hit) { " " span.quiet { (view.label(&region)) } }
                        }
                    } }
                }
            }
        }
        @if !figures.is_empty() {
            section { h2 { (view.say(w::FIGURES)) } (table::figures(&figures, &[Region, Indicator, Period, Words], view)) }
        }
    };
    let mut page = Page::new(format!("{} {words}", view.say(w::SEARCH)), body);
    words.clone_into(&mut page.searched);
    page
}
