use super::super::{Asked, layout};
use crate::query::{Kind, Saved, SavedQueries};
use maud::{Markup, html};

/// The page with all saved queries and a form for each.
pub(super) fn show(saved: &SavedQueries, asked: &Asked) -> String {
    let root = layout::path_of(&asked.home);
    let body = html! {
        h1 { "已存查询 Saved queries" }
        p { "每个查询也是一个接口：" code { "GET " (root) "/api/{name}" } "，说明见 "
            a href={ (root) "/openapi.json" } { "openapi.json" } "。留空的参数不作限制。" }
        p lang="en" { "Each query is also an interface, described in "
            a href={ (root) "/openapi.json" } { "openapi.json" } ". A parameter left empty restricts nothing." }
        @for query in saved.iter() {
            section id=(query.name) {
                h2 { (query.header.summary.zh()) }
                @if query.header.summary.en() != query.header.summary.zh() {
                    p lang="en" { (query.header.summary.en()) }
                }
                @if !query.header.description.zh().is_empty() { p { (query.header.description.zh()) } }
                (form(query, &[], root))
                details { summary { "SPARQL" } pre { (query.body()) } }
            }
        }
    };
    layout::page("已存查询 Saved queries", asked, &body)
}

/// The form of a query, filled with values or else with its defaults.
pub(super) fn form(saved: &Saved, values: &[(String, String)], root: &str) -> Markup {
    let value = |name: &str, default: Option<&String>| {
        let given = values.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        given.or_else(|| default.cloned()).unwrap_or_default()
    };
    let formats: &[&str] = if saved.gives_triples() {
        &["turtle", "ntriples", "rdfxml", "jsonld"]
    } else {
        &["html", "json", "csv", "tsv", "xml"]
    };
    html! {
        form action={ (root) "/api/" (super::super::thing::segment(&saved.name)) } method="get" {
            @for parameter in &saved.header.params {
                @let now = value(&parameter.name, parameter.default.as_ref());
                label {
                    code { (parameter.name) } " "
                    @if parameter.values.is_empty() {
                        input name=(parameter.name) value=(now) type=(input(parameter.kind)) step=[step(parameter.kind)];
                    } @else {
                        select name=(parameter.name) {
                            option value="" selected[now.is_empty()] { "" }
                            @for known in &parameter.values { option selected[*known == now] { (known) } }
                        }
                    }
                    " " (parameter.description.zh())
                    @if parameter.description.en() != parameter.description.zh() {
                        " " span lang="en" { (parameter.description.en()) }
                    }
                }
            }
            select name="format" aria-label="格式 Format" { @for name in formats { option { (name) } } }
            " " button type="submit" { "查询 Ask" }
        }
    }
}

const fn input(kind: Kind) -> &'static str {
    match kind {
        Kind::Integer | Kind::Decimal => "number",
        Kind::Date => "date",
        _ => "text",
    }
}

const fn step(kind: Kind) -> Option<&'static str> {
    if matches!(kind, Kind::Decimal) { Some("any") } else { None }
}
