use super::figure::{corrected, many};
use super::layout::{Page, head};
use super::words as w;
use super::{View, region, source, table};
use crate::catalogue::{Name, Program};
use maud::{Markup, html};

/// The page of a program.
pub(super) fn page(program: &Program, view: &View<'_>) -> Page {
    let catalogue = view.catalogue;
    let iri = &program.iri;
    let row = |word: w::Text, iris: &[Name]| -> Markup {
        html! { @if !iris.is_empty() { div { dt { (view.say(word)) } dd { (many(iris, view)) } } } }
    };
    let one = |iri: &Option<Name>| iri.iter().cloned().collect::<Vec<_>>();
    let name = catalogue.label(iri).map_or("", |label| label.zh());
    let elsewhere: Vec<&Program> = catalogue
        .programs
        .iter()
        .filter(|other| {
            other.iri != *iri && catalogue.label(&other.iri).is_some_and(|label| label.zh() == name)
        })
        .collect();
    let parts: Vec<Name> = catalogue
        .programs_of(iri)
        .filter(|other| other.part_of.as_ref() == Some(iri))
        .map(|other| other.iri.clone())
        .collect();
    let results: Vec<_> = catalogue.figures_of(iri).collect();
    let claims: Vec<_> = catalogue.claims_of(iri).collect();
    let body = html! {
        (head(view.say(w::PROGRAM), &view.label(iri)))
        dl.facts.wide {
            (row(w::KIND, &one(&program.kind)))
            (row(w::REGION, &one(&program.region)))
            (row(w::RUN_BY, &program.run_by))
            (row(w::PARTNERS, &program.partners))
            (row(w::FOR_WHOM, &program.groups))
            (row(w::INSTRUMENTS, &program.instruments))
            (row(w::WITHIN, &one(&program.part_of)))
            (row(w::PARTS, &parts))
        }
        (corrected(&program.corrections, view))
        @if !program.evidence.is_empty() {
            section { h2 { (view.say(w::TOLD)) } @for quoted in &program.evidence { (source::brief(quoted, view)) } }
        }
        @if !results.is_empty() {
            section {
                h2 { (view.say(w::RESULTS)) }
                (table::figures(&results, &[table::Column::Indicator, table::Column::Period, table::Column::Words], view))
            }
        }
        (region::claimed(&claims, view))
        @if !elsewhere.is_empty() {
            section {
                h2 { (view.say(w::ELSEWHERE)) }
                ul.plain { @for other in elsewhere {
                    li {
                        a href=(view.to(&other.iri)) { @if let Some(region) = &other.region { (view.label(region)) } @else { (view.label(&other.iri)) } }
                        @for quoted in other.evidence.iter().take(1) { " " span.quiet lang="zh-Hans" { (quoted.exact) } }
                    }
                } }
            }
        }
    };
    let csv = format!("/figures?format=csv&program={}", super::segment(iri));
    Page::new(view.name(iri), body).about(iri, view).csv(&csv, view)
}
