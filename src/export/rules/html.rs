use super::INTRODUCTION;
use crate::facts::Rule;
use crate::ontology::reference::{POLICY, STYLE};
use maud::{DOCTYPE, Markup, PreEscaped, html};

pub(super) fn page() -> Markup {
    html! {
        (DOCTYPE)
        html lang="zh" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "规则 · Rules" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "规则 " span lang="en" { "Rules" } }
                @for (words, lang) in INTRODUCTION.iter().zip(["zh", "en"]) { p lang=(lang) { (coded(words)) } }
                nav {
                    @for (kind, rules) in Rule::kinds() {
                        p { (kind) }
                        ul { @for rule in *rules { li { a href={ "#" (rule) } { code { (rule) } } } } }
                    }
                }
                @for (kind, rules) in Rule::kinds() {
                    h2 { (kind) }
                    @for rule in *rules { (one(*rule)) }
                }
            }
        }
    }
}

fn one(rule: Rule) -> Markup {
    html! {
        h3 id=(rule) { code { (rule) } span { (rule.title()) } }
        (told(&rule.finds()))
        pre { (rule.example().trim()) }
        (told(&rule.why()))
    }
}

/// A paragraph in each language.
fn told(words: &[String; 2]) -> Markup {
    html! { @for (words, lang) in words.iter().zip(["zh", "en"]) { p lang=(lang) { (coded(words)) } } }
}

/// Words with what stands in backticks as code.
fn coded(words: &str) -> Markup {
    html! {
        @for (index, part) in words.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}
