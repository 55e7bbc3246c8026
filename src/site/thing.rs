use super::layout::{Page, head};
use super::words as w;
use super::{View, region, source};
use crate::catalogue::Evidence;
use crate::graph::terms::{cetu, oa};
use crate::query::short;
use crate::text::Span;
use maud::{Markup, html};
use oxigraph::model::{NamedOrBlankNode, Quad, Term};

/// What the graph says of a thing, and which of it was asked for.
#[derive(Debug, Clone)]
pub struct Statements<'a> {
    /// Statements of the thing and of its quotations, sorted.
    pub own: &'a [Quad],
    /// Statements that lead to it.
    pub leading: &'a [Quad],
    /// Whether there are more of those.
    pub more: bool,
    /// Its statements in Turtle.
    pub turtle: &'a str,
    /// The part of it to show, from 1, when it is long.
    pub page: usize,
    /// The year to show.
    pub year: Option<&'a str>,
}

/// The page about a thing that has no page of its own making: what is said of it and what leads to it.
pub(super) fn page(iri: &str, told: &Statements<'_>, view: &View<'_>) -> Page {
    let is_own =
        |quad: &&Quad| matches!(&quad.subject, NamedOrBlankNode::NamedNode(node) if node.as_str() == iri);
    let own: Vec<&Quad> = told.own.iter().filter(is_own).collect();
    let claims: Vec<_> = view.catalogue.claims_of(iri).collect();
    let quotations: Vec<Evidence> = quotations(told.own);
    let kind = own.iter().find(|quad| quad.predicate == oxigraph::model::vocab::rdf::TYPE);
    let kind = kind.and_then(|quad| match &quad.object {
        Term::NamedNode(node) => Some(view.name(node.as_str())),
        _ => None,
    });
    let body = html! {
        (head(&kind.unwrap_or_default(), &view.label(iri)))
        p.quiet { code { (iri) } }
        @for quoted in &quotations { (source::quoted(quoted, None, view)) }
        section {
            h2 { (view.say(w::STATEMENTS)) }
            dl.facts.wide {
                @for said in own.chunk_by(|a, b| a.predicate == b.predicate) {
                    div {
                        dt { (view.link(said[0].predicate.as_str())) }
                        dd { @for quad in said { div { (term(&quad.object, view)) } } }
                    }
                }
            }
        }
        (region::claimed(&claims, view))
        @if !told.leading.is_empty() {
            section {
                h2 { (view.say(w::USED_BY)) }
                div.scroll role="region" aria-label=(view.say(w::USED_BY)) tabindex="0" { table {
                    @for quad in told.leading {
                        tr {
                            td { @match &quad.subject {
                                NamedOrBlankNode::NamedNode(node) => { (view.link(node.as_str())) },
                                NamedOrBlankNode::BlankNode(node) => { (node) },
                            } }
                            td { (view.link(quad.predicate.as_str())) }
                        }
                    }
                } }
                @if told.more { p { "…… " a.more href=(view.href("/query")) { (view.say(w::QUERY)) } } }
            }
        }
    };
    let table = format!("SELECT ?property ?value WHERE {{ <{iri}> ?property ?value }}");
    Page::new(view.name(iri), body).about(iri, view).table(&table, view)
}

fn term(term: &Term, view: &View<'_>) -> Markup {
    html! {
        @match term {
            Term::NamedNode(node) => { (view.link(node.as_str())) },
            Term::BlankNode(node) => { (node) },
            Term::Literal(text) => { span lang=[tag(text.language())] { (text.value()) } },
        }
    }
}

fn tag(language: Option<&str>) -> Option<&str> {
    language.map(|tag| if tag == "zh" { "zh-Hans" } else { tag })
}

/// The words that a thing was read from.
fn quotations(quads: &[Quad]) -> Vec<Evidence> {
    let mut found = Vec::new();
    for quad in quads.iter().filter(|quad| quad.predicate == cetu::PROP_EVIDENCE) {
        let Term::NamedNode(node) = &quad.object else { continue };
        let text = |property: oxigraph::model::NamedNodeRef<'_>| {
            let is = |other: &&Quad| {
                matches!(&other.subject, NamedOrBlankNode::NamedNode(subject) if subject == node)
                    && other.predicate == property
            };
            quads.iter().find(is).map(|quad| match &quad.object {
                Term::Literal(text) => text.value().to_owned(),
                Term::NamedNode(node) => node.as_str().to_owned(),
                Term::BlankNode(_) => String::new(),
            })
        };
        let number = |property| text(property).and_then(|text| text.parse().ok());
        let span = number(oa::START).zip(number(oa::END)).filter(|(start, end)| start < end);
        found.push(Evidence {
            iri: node.as_str().into(),
            exact: text(oa::EXACT).unwrap_or_else(|| short(node.as_str())),
            prefix: text(oa::PREFIX).unwrap_or_default(),
            suffix: text(oa::SUFFIX).unwrap_or_default(),
            span: span.map(|(start, end)| Span::new(start, end)),
            document: text(crate::graph::terms::prov::WAS_QUOTED_FROM).map(Into::into),
            section: text(crate::graph::terms::dcterms::IS_PART_OF).map(Into::into),
        });
    }
    found
}
