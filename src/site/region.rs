use super::layout::{Page, head};
use super::words as w;
use super::{View, source};
use crate::catalogue::{Claim, Figure, Name};
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// Years across the table.
const YEARS: usize = 8;
/// Indicators down the table before the rest is left to the list.
const ROWS: usize = 120;
/// Programs and measures that are named.
const NAMED: usize = 60;

/// The page of a region: its documents, measures, programs, figures by indicator and year, claims and awards.
pub(super) fn page(iri: &str, view: &View<'_>) -> Page {
    let catalogue = view.catalogue;
    let documents: Vec<_> = catalogue.documents_of(iri).collect();
    let programs: Vec<_> = catalogue.programs_of(iri).collect();
    let figures: Vec<_> = catalogue.figures_of(iri).collect();
    let claims: Vec<_> = catalogue.claims_of(iri).collect();
    let key = super::segment(iri);
    let measures: Vec<&Name> = documents
        .iter()
        .flat_map(|document| {
            document.sections.iter().filter(|section| section.measure).map(|section| &section.iri)
        })
        .collect();
    let body = html! {
        (head(view.say(w::REGION), &view.label(iri)))
        p.badges {
            a href=(view.href(&format!("/figures?region={key}"))) { (view.counted(figures.len(), w::IN_FIGURES)) } " "
            a href=(view.href(&format!("/programs?region={key}"))) { (view.counted(programs.len(), w::IN_PROGRAMS)) }
        }
        @if !documents.is_empty() {
            section {
                h2 { (view.say(w::DOCUMENTS)) }
                ul.plain { @for document in &documents {
                    li { (view.link(&document.iri)) @if let Some(year) = document.year { " " span.quiet { (year) } } }
                } }
            }
        }
        @if !figures.is_empty() { section { h2 { (view.say(w::BY_INDICATOR)) } (matrix(&figures, view)) } }
        @if !measures.is_empty() {
            section {
                h2 { (view.say(w::MEASURES)) }
                ul.flow { @for measure in measures.iter().take(NAMED) { li { (view.link(measure)) } } }
            }
        }
        @if !programs.is_empty() {
            section {
                h2 { (view.say(w::PROGRAMS)) }
                ul.flow { @for program in programs.iter().take(NAMED) { li { (view.link(&program.iri)) } } }
                @if programs.len() > NAMED {
                    p { a.more href=(view.href(&format!("/programs?region={key}"))) { (view.say(w::ALL)) " " (programs.len()) } }
                }
            }
        }
        (claimed(&claims, view))
    };
    let csv = format!("/figures?format=csv&region={key}");
    Page::new(view.name(iri), body).about(iri, view).csv(&csv, view)
}

/// Indicators down, years across; those outside the vocabulary apart.
fn matrix(figures: &[&Figure], view: &View<'_>) -> Markup {
    let mut rows: BTreeMap<&Name, Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        if let Some(indicator) = &figure.indicator {
            rows.entry(indicator).or_default().push(figure);
        }
    }
    let (candidates, mut known): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(iri, _)| iri.contains("/candidate/"));
    known.sort_by_key(|(iri, figures)| (std::cmp::Reverse(figures.len()), (*iri).clone()));
    html! {
        (grid(&known, view))
        @if !candidates.is_empty() {
            details open[known.is_empty()] {
                summary { (view.say(w::CANDIDATES)) " (" (candidates.len()) ")" }
                (grid(&candidates, view))
            }
        }
    }
}

fn grid(rows: &[(&Name, Vec<&Figure>)], view: &View<'_>) -> Markup {
    let years: BTreeSet<Option<i32>> =
        rows.iter().flat_map(|(_, figures)| figures.iter().map(|figure| figure.year())).collect();
    let years: Vec<Option<i32>> = years.into_iter().rev().take(YEARS).collect();
    html! {
        @if !rows.is_empty() {
            div.scroll role="region" aria-label=(view.say(w::BY_INDICATOR)) tabindex="0" { table.matrix {
                thead { tr {
                    th scope="col" { (view.say(w::INDICATOR)) }
                    @for year in &years { th.n scope="col" { @if let Some(year) = year { (year) } @else { (view.say(w::NO_YEAR)) } } }
                } }
                tbody { @for (iri, figures) in rows.iter().take(ROWS) { tr {
                    th scope="row" { (view.link(iri)) }
                    @for year in &years { td.n {
                        @for figure in figures.iter().filter(|figure| figure.year() == *year) { div { (view.figure(figure)) } }
                    } }
                } } }
            } }
        }
    }
}

/// Claims and awards, with their words.
pub(super) fn claimed(claims: &[&Claim], view: &View<'_>) -> Markup {
    html! {
        @if !claims.is_empty() {
            section {
                h2 { (view.say(w::CLAIMS)) }
                @for claim in claims.iter().take(NAMED) {
                    p.kind {
                        @if claim.award { (view.say(w::AWARD)) } @else { (view.say(w::CLAIM)) }
                        @if let Some(kind) = &claim.kind { " · " (view.label(kind)) }
                        @if let Some(about) = &claim.about { " · " (view.link(about)) }
                        @for by in &claim.by { " · " (view.say(w::BY)) " " (view.link(by)) }
                    }
                    @for quoted in claim.evidence.iter().take(1) { (source::brief(quoted, view)) }
                }
            }
        }
    }
}
