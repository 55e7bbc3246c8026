use super::Language;
use super::words::Text;
use crate::catalogue::{Catalogue, Figure};
use crate::graph::Base;
use crate::ontology::DEF;
use maud::{Markup, html};
use std::ops::Deref;

/// Where an IRI is found on this server, when it answers for it: a path that begins with a slash.
pub type Local = fn(&str, &Base) -> Option<String>;

/// What stands around every page: in which language, and where the server stands.
#[derive(Debug, Clone)]
pub struct Frame<'a> {
    /// The language of the page.
    pub language: Language,
    /// Whether the address names the language; links then keep it.
    pub chosen: bool,
    /// The path that the server stands at, without a slash at its end.
    pub root: &'a str,
    /// The address of this page below the root, without its language.
    pub address: String,
}

/// What the pages about the graph are made with.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// What the graph holds.
    pub catalogue: &'a Catalogue,
    /// Where documents and facts stand.
    pub base: &'a Base,
    /// How IRIs become paths.
    pub local: Local,
}

impl<'a> Deref for View<'a> {
    type Target = Frame<'a>;

    fn deref(&self) -> &Frame<'a> {
        &self.frame
    }
}

impl Frame<'_> {
    /// A number of things; one thing in English without its plural.
    pub(super) fn counted(&self, number: usize, things: Text) -> String {
        let word = self.say(things);
        let one = number == 1 && self.language == Language::En;
        format!("{number} {}", if one { word.strip_suffix('s').unwrap_or(word) } else { word })
    }

    pub(super) const fn say(&self, text: Text) -> &'static str {
        self.language.say(text)
    }

    /// The address of a path of this server, in the language of the page when the address names it.
    pub(super) fn href(&self, path: &str) -> String {
        if self.chosen { self.in_language(path, self.language) } else { format!("{}{path}", self.root) }
    }

    /// The address of a path in a language.
    pub(super) fn in_language(&self, path: &str, language: Language) -> String {
        let (path, place) = path.split_once('#').map_or((path, None), |(path, place)| (path, Some(place)));
        let sign = if path.contains('?') { '&' } else { '?' };
        let place = place.map(|place| format!("#{place}")).unwrap_or_default();
        format!("{}{path}{sign}lang={}{place}", self.root, language.code())
    }
}

impl View<'_> {
    /// The path of the page about an IRI, when this server has one.
    pub(super) fn page_of(&self, iri: &str) -> Option<String> {
        if let Some(term) = iri.strip_prefix(DEF) {
            return Some(format!("/def?format=html#{term}"));
        }
        (self.local)(iri, self.base).map(|path| format!("{path}.html"))
    }

    /// The address of the page about an IRI; the IRI itself where this server has none.
    pub(super) fn to(&self, iri: &str) -> String {
        self.page_of(iri).map_or_else(|| iri.to_owned(), |path| self.href(&path))
    }

    /// Words of a source, in Chinese.
    pub(super) fn zh(&self, text: &str) -> Markup {
        html! { @if self.language == Language::Zh { (text) } @else { span lang="zh-Hans" { (text) } } }
    }

    /// How a thing is called, in the language of the page where it has a name in it.
    pub(super) fn label(&self, iri: &str) -> Markup {
        let Some(label) = self.catalogue.label(iri) else {
            return html! { (crate::query::short(iri)) };
        };
        match self.language {
            Language::En if !label.en.is_empty() => html! { (label.en) },
            Language::En => html! { span lang="zh-Hans" { (label.zh) } },
            Language::Zh if label.zh.is_empty() => html! { span lang="en" { (label.en) } },
            Language::Zh => html! { (label.zh) },
        }
    }

    /// How a thing is called, as plain text.
    pub(super) fn name(&self, iri: &str) -> String {
        let Some(label) = self.catalogue.label(iri) else { return crate::query::short(iri) };
        if self.language == Language::En && !label.en.is_empty() {
            label.en.clone()
        } else {
            label.zh().to_owned()
        }
    }

    pub(super) fn maybe(&self, iri: Option<&crate::catalogue::Name>) -> Markup {
        html! { @if let Some(iri) = iri { (self.label(iri)) } }
    }

    /// A link to a thing, under its name.
    pub(super) fn link(&self, iri: &str) -> Markup {
        html! { a href=(self.to(iri)) { (self.label(iri)) } }
    }

    /// A link to a figure, under its number as printed, a change with its sign.
    pub(super) fn figure(&self, figure: &Figure) -> Markup {
        html! { a.value.(shape(figure)) href=(self.to(&figure.iri)) lang="zh-Hans" { (figure.signed()) } (self.mark(figure)) }
    }

    /// What tells a figure from an actual one, in a word.
    pub(super) fn mark(&self, figure: &Figure) -> Markup {
        let word = if figure.has_role("target") {
            super::words::TARGETS
        } else if figure.has_role("parameter") {
            super::words::PARAMETER
        } else {
            return html! {};
        };
        html! { " " span.badge { (self.say(word)) } }
    }

    /// What a figure is, in one line of plain text: indicator, region, period.
    pub(super) fn gist(&self, figure: &Figure) -> String {
        let told = [figure.indicator.as_deref(), figure.region.as_deref()];
        let mut words: Vec<String> = told.into_iter().flatten().map(|iri| self.name(iri)).collect();
        words.push(figure.period());
        words.retain(|word| !word.is_empty());
        words.join(" · ")
    }
}

/// The class that a figure is drawn with.
pub(super) fn shape(figure: &Figure) -> &'static str {
    if !figure.has_role("actual") {
        "target"
    } else if figure.is_exact() {
        "exact"
    } else {
        "hedged"
    }
}

/// A value of a figure, in groups; a change has its sign.
pub(super) fn valued(figure: &Figure, value: rust_decimal::Decimal) -> String {
    format!("{}{}", figure.sign(), grouped(if figure.is_change() { value.abs() } else { value }))
}

/// A number with its digits in groups, as it is read: `1,272,200`.
pub(super) fn grouped(value: rust_decimal::Decimal) -> String {
    let text = value.normalize().to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
