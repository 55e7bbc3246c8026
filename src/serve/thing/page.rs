use super::super::Snapshot;
use super::super::layout;
use super::{FORMS, local};
use crate::describe::incoming;
use crate::export::sorted;
use crate::graph::terms::{cetu, oa};
use crate::query::short;
use crate::store::Memory;
use maud::{Markup, html};
use oxigraph::model::vocab::rdfs;
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term};
use std::collections::BTreeMap;

/// Most statements that lead to a thing and are shown.
const INCOMING: usize = 50;

/// The page about a thing: its label, its quotations, what is said of it and what leads to it.
pub(super) fn show(node: &NamedNode, quads: &[Quad], snapshot: &Snapshot, root: &str) -> String {
    let view = View { snapshot, root };
    let title = view.label(node.as_ref()).unwrap_or_else(|| short(node.as_str()));
    let is_own =
        |quad: &&Quad| matches!(&quad.subject, NamedOrBlankNode::NamedNode(subject) if subject == node);
    let sorted = sorted(quads);
    let own: Vec<&Quad> = sorted.into_iter().filter(is_own).collect();
    let (leading, more) = incoming(node.as_ref(), INCOMING, &snapshot.memory);
    let path = local(node.as_str(), &snapshot.about.base);
    let body = html! {
        h1 { (title) }
        p { code { (node.as_str()) } }
        (quotations(quads))
        div class="scroll" { table {
            @for said in own.chunk_by(|a, b| a.predicate == b.predicate) {
                tr {
                    th { (view.node(&said[0].predicate)) }
                    td { @for quad in said { div { (view.term(&quad.object)) } } }
                }
            }
        } }
        @if !leading.is_empty() {
            h2 { "指向此处 " span lang="en" { "What leads here" } }
            div class="scroll" { table {
                @for quad in &leading {
                    tr {
                        td { (view.subject(&quad.subject)) }
                        td { (view.node(&quad.predicate)) }
                    }
                }
            } }
            @if more { p { "…… " span lang="en" { "and more; ask at " a href={ (root) "/" } { "/sparql" } } } }
        }
        @if let Some(path) = path {
            p class="forms" {
                @for form in FORMS[..super::ENDINGS].iter().filter(|form| form.form.is_some()) {
                    a href={ (root) (path) "." (form.name) } { (form.name) }
                }
            }
        }
    };
    layout::page(&title, root, &body)
}

/// The words that a thing was read from, with those around them.
fn quotations(quads: &[Quad]) -> Markup {
    let mut quotes: BTreeMap<String, [&str; 3]> = BTreeMap::new();
    for quad in quads {
        let Term::Literal(text) = &quad.object else { continue };
        let Some(place) = [oa::PREFIX, oa::EXACT, oa::SUFFIX].iter().position(|part| quad.predicate == *part)
        else {
            continue;
        };
        quotes.entry(quad.subject.to_string()).or_default()[place] = text.value();
    }
    html! {
        @for [before, words, after] in quotes.values().filter(|quote| !quote[1].is_empty()) {
            blockquote { span { (before) } (words) span { (after) } }
        }
    }
}

/// How terms are shown: with their labels, and linked to where this server has them.
struct View<'a> {
    snapshot: &'a Snapshot,
    root: &'a str,
}

impl View<'_> {
    fn label(&self, node: NamedNodeRef<'_>) -> Option<String> {
        label(node, &self.snapshot.memory)
    }

    fn node(&self, node: &NamedNode) -> Markup {
        let text = self.label(node.as_ref()).unwrap_or_else(|| short(node.as_str()));
        html! { a href=(link(node, self.snapshot, self.root)) title=(short(node.as_str())) { (text) } }
    }

    fn subject(&self, subject: &NamedOrBlankNode) -> Markup {
        match subject {
            NamedOrBlankNode::NamedNode(node) => self.node(node),
            NamedOrBlankNode::BlankNode(node) => html! { (node) },
        }
    }

    fn term(&self, term: &Term) -> Markup {
        match term {
            Term::NamedNode(node) => self.node(node),
            Term::BlankNode(node) => html! { (node) },
            Term::Literal(text) => html! { span lang=[text.language()] { (text.value()) } },
        }
    }
}

/// Where an IRI leads: to this server where it has it.
pub(in crate::serve) fn link(node: &NamedNode, snapshot: &Snapshot, root: &str) -> String {
    let iri = node.as_str();
    if let Some(local) = iri.strip_prefix(cetu::NAMESPACE) {
        return format!("{root}/def?format=html#{local}");
    }
    local(iri, &snapshot.about.base).map_or_else(|| iri.to_owned(), |path| format!("{root}{path}"))
}

/// The label of a node, Chinese before others; a quotation is called by its words.
pub(in crate::serve) fn label(node: NamedNodeRef<'_>, memory: &Memory) -> Option<String> {
    let subject = Some(NamedOrBlankNodeRef::from(node));
    [rdfs::LABEL, oa::EXACT].into_iter().find_map(|property| {
        let found = memory.store().quads_for_pattern(subject, Some(property), None, None);
        let labels = found.filter_map(Result::ok).filter_map(|quad| match quad.object {
            Term::Literal(text) => Some((text.language() != Some("zh"), text.value().to_owned())),
            _ => None,
        });
        labels.min().map(|(_, text)| text)
    })
}
