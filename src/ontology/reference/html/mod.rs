mod scheme;
mod term;

use super::name::Name;
use super::{Reference, Words};
use maud::{DOCTYPE, Markup, PreEscaped, html};

pub(crate) const STYLE: &str = include_str!("style.css");
/// Nothing is loaded, from here or from elsewhere.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub(super) fn page(reference: &Reference) -> Markup {
    html! {
        (DOCTYPE)
        html lang="zh" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (reference.title.zh) " · " (reference.title.en) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (head(reference))
                (contents(reference))
                h2 #classes { "类 " span lang="en" { "Classes" } }
                @for class in &reference.classes { (term::class(class)) }
                h2 #properties { "属性 " span lang="en" { "Properties" } }
                @for property in &reference.properties { (term::property(property)) }
                h2 #schemes { "词表 " span lang="en" { "Vocabularies" } }
                @for scheme in &reference.schemes { (scheme::section(scheme)) }
            }
        }
    }
}

fn head(reference: &Reference) -> Markup {
    let (object, datatype) = reference.property_counts();
    html! {
        h1 { (reference.title.zh) " " span lang="en" { (reference.title.en) } }
        p { (reference.description.zh) }
        p lang="en" { (reference.description.en) }
        dl {
            dt { "命名空间 " span lang="en" { "Namespace" } } dd { code { (super::DEF) } }
            dt { "版本 " span lang="en" { "Version" } } dd { (reference.version) }
            dt { "许可 " span lang="en" { "Licence" } } dd { a href=(reference.license) { (reference.license) } }
        }
        p { "示例用 Turtle 写成，省略前缀；相对 IRI 以 " code { (super::ID) } " 为基准。" }
        p lang="en" { "Examples are Turtle without the prefixes; relative IRIs stand below " code { (super::ID) } "." }
        table {
            tr { td { "类 " span lang="en" { "Classes" } } td.n { (reference.classes.len()) } }
            tr { td { "对象属性 " span lang="en" { "Object properties" } } td.n { (object) } }
            tr { td { "数据属性 " span lang="en" { "Datatype properties" } } td.n { (datatype) } }
            tr { td { "词表 " span lang="en" { "Vocabularies" } } td.n { (reference.schemes.len()) } }
            @for (class, count) in &reference.counts { tr { td { (name(class)) } td.n { (count) } } }
        }
    }
}

fn contents(reference: &Reference) -> Markup {
    html! {
        nav {
            p { a href="#classes" { "类 " span lang="en" { "Classes" } } }
            ul { @for term in &reference.classes { li { (name(&term.name)) " " (term.label.zh) } } }
            p { a href="#properties" { "属性 " span lang="en" { "Properties" } } }
            ul { @for term in &reference.properties { li { (name(&term.name)) " " (term.label.zh) } } }
            p { a href="#schemes" { "词表 " span lang="en" { "Vocabularies" } } }
            ul {
                @for scheme in &reference.schemes {
                    li { a href={ "#" (scheme.name.short) } { (scheme.label.zh) } " " span lang="en" { (scheme.label.en) } }
                }
            }
        }
    }
}

/// A name that leads to its place on this page, or elsewhere.
fn name(name: &Name) -> Markup {
    let place = name.local().map_or_else(|| name.iri.clone(), |local| format!("#{local}"));
    html! { a href=(place) { code { (name.short) } } }
}

fn names(all: &[Name]) -> Markup {
    html! { @for (index, one) in all.iter().enumerate() { @if index > 0 { ", " } (name(one)) } }
}

fn words(words: &Words) -> Markup {
    html! { span lang="zh" { (words.zh) } " " span lang="en" { (words.en) } }
}
