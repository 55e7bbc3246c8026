use super::super::thing::{label, link};
use super::super::{Asked, Snapshot, layout};
use super::Paging;
use crate::query::{Answer, Saved, short};
use maud::{Markup, html};
use oxigraph::model::Term;

/// An answer as a page.
pub(super) struct View<'a> {
    pub(super) saved: &'a Saved,
    pub(super) values: &'a [(String, String)],
    pub(super) snapshot: &'a Snapshot,
    pub(super) paging: Paging,
    pub(super) more: bool,
}

impl View<'_> {
    pub(super) fn page(&self, answer: &Answer, asked: &Asked) -> String {
        let root = layout::path_of(&asked.home);
        let summary = &self.saved.header.summary;
        let title = if summary.zh().is_empty() { &self.saved.name } else { summary.zh() };
        let page = |offset| self.paging.address(&self.saved.name, self.values, Some("html"), offset);
        let Paging { limit, offset } = self.paging;
        let body = html! {
            h1 { (title) }
            @if summary.en() != summary.zh() { p lang="en" { (summary.en()) } }
            (super::page::form(self.saved, self.values, root))
            @match answer {
                Answer::Truth(truth) => p { (truth) },
                Answer::Triples(_) => {},
                Answer::Rows { variables, rows } => {
                    div class="scroll" { table {
                        tr { @for variable in variables { th { (variable.as_str()) } } }
                        @for row in rows { tr { @for term in row { (self.cell(term.as_ref(), root)) } } }
                    } }
                    p class="forms" {
                        @if offset > 0 { a href={ (root) (page(offset.saturating_sub(limit))) } { "← 上一页" } }
                        @if rows.is_empty() { "无 No rows" } @else { (offset + 1) "–" (offset + rows.len()) " " }
                        @if self.more { a href={ (root) (page(offset + limit)) } { "下一页 →" } }
                    }
                },
            }
        };
        layout::page(title, asked, &body)
    }

    fn cell(&self, term: Option<&Term>, root: &str) -> Markup {
        html! {
            @match term {
                None => td {},
                Some(Term::NamedNode(node)) => td {
                    a href=(link(node, self.snapshot, root)) {
                        (label(node.as_ref(), &self.snapshot.memory).unwrap_or_else(|| short(node.as_str())))
                    }
                },
                Some(Term::BlankNode(node)) => td { (node) },
                Some(Term::Literal(text)) => td class=[crate::query::is_number(text).then_some("number")] { (text.value()) },
            }
        }
    }
}
