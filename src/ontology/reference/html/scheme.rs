use super::words;
use crate::ontology::reference::{Entry, Scheme};
use maud::{Markup, html};

pub(super) fn section(scheme: &Scheme) -> Markup {
    html! {
        h3 id=(scheme.name.short) {
            a href={ "#" (scheme.name.short) } { code { (scheme.name.short) } } (words(&scheme.label))
        }
        p { (scheme.entries.len()) " 个概念 " span lang="en" { (scheme.entries.len()) " concepts" } }
        table {
            tr {
                th { "概念 " span lang="en" { "Concept" } }
                th { "代码 " span lang="en" { "Code" } }
                th { "名称 " span lang="en" { "Label" } }
                th { "其他说法 " span lang="en" { "Other words" } }
                th { "上位概念 " span lang="en" { "Broader" } }
            }
            @for entry in &scheme.entries { (row(entry)) }
        }
    }
}

fn row(entry: &Entry) -> Markup {
    html! {
        tr id=(entry.name.short) {
            td { code { (entry.name.short) } }
            td { (entry.notation) }
            td { (words(&entry.label)) }
            td lang="zh" { (entry.others.join("、")) }
            td { @for wider in &entry.broader { a href={ "#" (wider.short) } { code { (wider.short) } } " " } }
        }
    }
}
