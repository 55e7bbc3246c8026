use super::layout::{Page, head};
use super::words as w;
use super::{Language, View, paging};
use crate::describe::Statistics;
use crate::ontology::reference::{Kind, Name, Reference, Scheme, Term, Words};
use maud::{Markup, html};

/// Concepts of a vocabulary that its list shows before the rest is left to its own page.
const FIRST: usize = 12;

/// The page of the ontology: every class and property, and the vocabularies.
pub(super) fn page(reference: &Reference, statistics: &Statistics, view: &View<'_>) -> Page {
    let body = html! {
        (head(view.say(w::ONTOLOGY), &html! { (said(&reference.title, view)) }))
        p { (said(&reference.description, view)) }
        div.reading {
            nav.outline aria-label=(view.say(w::ONTOLOGY)) {
                h2 { (view.say(w::CLASSES)) }
                ol { @for term in &reference.classes { li { a href={ "#" (term.name.local().unwrap_or_default()) } { (said(&term.label, view)) } } } }
                h2 { (view.say(w::PROPERTIES)) }
                ol { @for term in &reference.properties { li { a href={ "#" (term.name.local().unwrap_or_default()) } { (said(&term.label, view)) } } } }
            }
            div {
                h2 #classes { (view.say(w::CLASSES)) }
                @for term in &reference.classes {
                    (one(term, statistics.classes.get(&term.name.iri).map_or(0, |class| class.entities), view))
                }
                h2 #properties { (view.say(w::PROPERTIES)) }
                @for term in &reference.properties {
                    (one(term, statistics.properties.get(&term.name.iri).map_or(0, |used| used.triples), view))
                }
                h2 #schemes { (view.say(w::VOCABULARIES)) }
                @for scheme in &reference.schemes {
                    section {
                        h3 { a href=(view.to(&scheme.name.iri)) { (said(&scheme.label, view)) } " " span.quiet { (scheme.entries.len()) " " (view.say(w::CONCEPTS)) } }
                        p { @for (at, entry) in scheme.entries.iter().take(FIRST).enumerate() {
                            @if at > 0 { ", " } a href=(view.to(&entry.name.iri)) { (said(&entry.label, view)) }
                        } @if scheme.entries.len() > FIRST { " …" } }
                    }
                }
            }
        }
    };
    let mut page = Page::new(view.say(w::ONTOLOGY), body);
    page.forms.push(("text/turtle", format!("{}/def?format=ttl", view.root), "Turtle"));
    page.forms.push(("application/ld+json", format!("{}/def?format=jsonld", view.root), "JSON-LD"));
    page.table(
        "SELECT ?term ?kind ?label WHERE { ?term a ?kind ; rdfs:label ?label ; rdfs:isDefinedBy ?ontology }",
        view,
    )
}

fn one(term: &Term, uses: usize, view: &View<'_>) -> Markup {
    html! {
        section.term {
            h3 id=(term.name.local().unwrap_or_default()) { code { (term.name.short) } " " (said(&term.label, view)) " "
                span.quiet { (view.say(w::USES)) " " (uses) } }
            p { (said(&term.comment, view)) }
            @if term.kind != Kind::Class {
                p.quiet {
                    @if !term.domain.is_empty() { (view.say(w::DOMAIN)) " " (names(&term.domain, view)) " " }
                    @if !term.range.is_empty() { (view.say(w::RANGE)) " " (names(&term.range, view)) }
                }
            } @else if !term.slots.is_empty() {
                details {
                    summary { (view.say(w::PROPERTIES)) " (" (term.slots.len()) ")" }
                    ul.plain { @for slot in &term.slots {
                        li { (names(std::slice::from_ref(&slot.property), view)) " " (said(&slot.label, view)) " " span.quiet { (slot.times()) } }
                    } }
                }
            }
            @for example in &term.examples { pre tabindex="0" { code { (example) } } }
        }
    }
}

fn names(names: &[Name], view: &View<'_>) -> Markup {
    html! { @for (at, name) in names.iter().enumerate() { @if at > 0 { ", " } a href=(view.to(&name.iri)) { code { (name.short) } } } }
}

/// Words in the language of the page, or else in the other one.
fn said(words: &Words, view: &View<'_>) -> Markup {
    let (own, other, tag) = match view.language {
        Language::Zh => (&words.zh, &words.en, "en"),
        Language::En => (&words.en, &words.zh, "zh-Hans"),
    };
    html! { @if own.is_empty() { span lang=(tag) { (other) } } @else { (own) } }
}

/// The page of a vocabulary: its concepts with their uses.
pub(super) fn scheme(scheme: &Scheme, page: usize, statistics: &Statistics, view: &View<'_>) -> Page {
    let address = view.page_of(&scheme.name.iri).unwrap_or_default();
    let (rows, links) = paging::cut(&scheme.entries, page, &address, view);
    let body = html! {
        (head(view.say(w::VOCABULARIES), &said(&scheme.label, view)))
        p.quiet { (scheme.entries.len()) " " (view.say(w::CONCEPTS)) }
        (links)
        div.scroll role="region" aria-label=(view.say(w::TABLE)) tabindex="0" { table {
            thead { tr {
                th scope="col" { (view.say(w::CONCEPTS)) } th scope="col" { (view.say(w::NAMED)) }
                th scope="col" { (view.say(w::BROADER)) } th.n scope="col" { (view.say(w::USES)) }
            } }
            tbody { @for entry in rows { tr {
                td { a href=(view.to(&entry.name.iri)) { (said(&entry.label, view)) } }
                td.words lang="zh-Hans" { (entry.others.join("、")) }
                td { @for broader in &entry.broader { (view.link(&broader.iri)) " " } }
                td.n { (statistics.mentions.get(&entry.name.iri).copied().unwrap_or_default()) }
            } } }
        } }
        (links)
    };
    let iri = &scheme.name.iri;
    let table =
        format!("SELECT ?concept ?label WHERE {{ ?concept skos:inScheme <{iri}> ; skos:prefLabel ?label }}");
    Page::new(view.name(iri), body).about(iri, view).table(&table, view)
}
