use super::{name, names, words};
use crate::ontology::reference::name::Name;
use crate::ontology::reference::{Kind, Slot, Term};
use maud::{Markup, html};

pub(super) fn class(term: &Term) -> Markup {
    html! {
        (head(term))
        dl {
            @if !term.supers.is_empty() { dt { "上位类 " span lang="en" { "Superclasses" } } dd { (names(&term.supers)) } }
            (alike(term))
        }
        @if !term.slots.is_empty() { (slots(&term.slots)) }
        (examples(term))
    }
}

pub(super) fn property(term: &Term) -> Markup {
    html! {
        (head(term))
        dl {
            dt { "种类 " span lang="en" { "Kind" } } dd { (sort(term.kind)) }
            dt { "定义域 " span lang="en" { "Domain" } } dd { (or_any(&term.domain)) }
            dt { "值域 " span lang="en" { "Range" } } dd { (or_any(&term.range)) }
            @if !term.supers.is_empty() { dt { "上位属性 " span lang="en" { "Superproperties" } } dd { (names(&term.supers)) } }
            (alike(term))
        }
        (examples(term))
    }
}

fn head(term: &Term) -> Markup {
    html! {
        h3 id=(term.local()) { a href={ "#" (term.local()) } { code { (term.name.short) } } (words(&term.label)) }
        p lang="zh" { (term.comment.zh) }
        p lang="en" { (term.comment.en) }
    }
}

fn alike(term: &Term) -> Markup {
    html! { @if !term.see_also.is_empty() { dt { "另见 " span lang="en" { "See also" } } dd { (names(&term.see_also)) } } }
}

fn examples(term: &Term) -> Markup {
    html! { @for example in &term.examples { pre { code { (example) } } } }
}

fn slots(slots: &[Slot]) -> Markup {
    html! {
        table {
            tr {
                th { "属性 " span lang="en" { "Property" } }
                th { "名称 " span lang="en" { "Label" } }
                th { "个数 " span lang="en" { "Values" } }
                th { "继承自 " span lang="en" { "From" } }
            }
            @for slot in slots {
                tr {
                    td { (name(&slot.property)) }
                    td { (words(&slot.label)) }
                    td { (slot.times()) }
                    td { @if let Some(from) = &slot.from { (name(from)) } }
                }
            }
        }
    }
}

fn sort(kind: Kind) -> Markup {
    html! {
        @if kind == Kind::DatatypeProperty { "数据属性 " span lang="en" { "datatype property" } }
        @else { "对象属性 " span lang="en" { "object property" } }
    }
}

fn or_any(list: &[Name]) -> Markup {
    html! { @if list.is_empty() { "不限 " span lang="en" { "any" } } @else { (names(list)) } }
}
