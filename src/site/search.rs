use super::layout::{Page, head};
use super::words as w;
use super::{View, table};
use crate::catalogue::{Catalogue, Figure, Hit, Kind, Label, Name};
use crate::export::write_csv;
use maud::html;
use std::io::{self, Write};

/// Things of a kind that are shown.
pub const MOST_FOUND: usize = 40;

/// What was found for some words, by kind.
pub(super) fn page(words: &str, view: &View<'_>) -> Page {
    use table::Column::{Indicator, Period, Region, Words};
    let hits = view.catalogue.search(words, MOST_FOUND);
    let of = |kind: Kind| hits.iter().filter(move |hit| hit.kind == kind);
    let figures: Vec<&Figure> = of(Kind::Figure).filter_map(|hit| view.catalogue.figure(hit.iri)).collect();
    let name = |kind| match kind {
        Kind::Region => w::REGIONS,
        Kind::Indicator => w::INDICATORS,
        Kind::Program => w::PROGRAMS,
        Kind::Document => w::DOCUMENTS,
        Kind::Figure => w::FIGURES,
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
                            @if let Some(region) = region(hit, view.catalogue) { " " span.quiet { (view.label(region)) } }
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
    if !hits.is_empty() {
        let address = format!("/search?q={}", super::segment(words));
        page = page.rdf(&address, view).csv(&format!("{address}&format=csv"), view);
    }
    words.clone_into(&mut page.searched);
    page
}

/// What was found, one a line: its kind, name, region, IRI, and the words of a figure.
pub(super) fn csv(words: &str, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    let label = |iri: &str| catalogue.label(iri).map(Label::zh).unwrap_or_default().to_owned();
    let rows = catalogue.search(words, MOST_FOUND).into_iter().map(|hit| {
        let figure = catalogue.figure(hit.iri).filter(|_| hit.kind == Kind::Figure);
        let name = match figure {
            Some(figure) => figure.indicator.as_deref().map(label).unwrap_or_default(),
            None => label(hit.iri),
        };
        let kind = match hit.kind {
            Kind::Region => "region",
            Kind::Indicator => "indicator",
            Kind::Program => "program",
            Kind::Document => "document",
            Kind::Figure => "figure",
        };
        let region = region(&hit, catalogue).map(|iri| label(iri)).unwrap_or_default();
        let quote = figure.map(Figure::quote).unwrap_or_default().to_owned();
        vec![kind.to_owned(), name, region, hit.iri.to_string(), quote]
    });
    write_csv(&["kind", "name", "region", "id", "quote"], rows, out)
}

/// The region that a thing found is of.
fn region<'a>(hit: &Hit<'_>, catalogue: &'a Catalogue) -> Option<&'a Name> {
    match hit.kind {
        Kind::Program => catalogue.program(hit.iri)?.region.as_ref(),
        Kind::Document => catalogue.document(hit.iri)?.region.as_ref(),
        Kind::Figure => catalogue.figure(hit.iri)?.region.as_ref(),
        Kind::Region | Kind::Indicator => None,
    }
}
