use super::layout::Page;
use super::source;
use super::view::{grouped, shape, valued};
use super::words::{self as w, Text};
use super::{Language, View};
use crate::catalogue::{Figure, Name, Relation};
use crate::facts::Rule;
use maud::{Markup, html};
use rust_decimal::Decimal;

/// The page of a figure: the number, the words that say it, the rule that read it, its triples.
pub(super) fn page(figure: &Figure, turtle: &str, view: &View<'_>) -> Page {
    let body = html! {
        article.figure {
            p.kind {
                @if let Some(region) = &figure.region { (view.link(region)) }
                @if let Some(indicator) = &figure.indicator { " · " (view.link(indicator)) }
                @let period = figure.period();
                @if !period.is_empty() { " · " (period) }
            }
            h1.number.(shape(figure)) lang="zh-Hans" { (figure.signed()) }
            p.badges {
                @let aspect = figure.aspect.as_ref().filter(|_| figure.aspect() != "level");
                @for code in [figure.role.as_ref(), figure.approximation.as_ref(), aspect].into_iter().flatten() {
                    span.badge { (view.label(code)) }
                }
                @if !figure.corrections.is_empty() { span.badge.strong { (view.say(w::CORRECTED)) } }
            }
            @if let Some(evidence) = &figure.evidence { (source::quoted(evidence, figure.span, view)) }
            (corrected(&figure.corrections, view))
            div.columns {
                (facts(figure, view))
                div {
                    (relations(figure, view))
                    (rule(figure, view))
                }
            }
            (others(figure, view))
            (cite(figure, view))
            (triples(figure, turtle, view))
        }
    };
    let csv = format!("/figures?format=csv&iri={}", super::segment(&figure.iri));
    Page::new(format!("{} {}", figure.signed(), view.gist(figure)), body)
        .about(&figure.iri, view)
        .csv(&csv, view)
}

fn facts(figure: &Figure, view: &View<'_>) -> Markup {
    let row = |word: Text, value: Option<Markup>| {
        html! { @if let Some(value) = value { div { dt { (view.say(word)) } dd { (value) } } } }
    };
    let named = |iri: &Option<Name>| iri.as_ref().map(|iri| view.link(iri));
    let code = |iri: &Option<Name>| iri.as_ref().map(|iri| view.label(iri));
    // A range of decreases ends below nought at both ends; one from decrease to increase says so.
    let end = |value: Decimal| match figure.is_change() && !value.is_zero() {
        true if value.is_sign_negative() => format!("−{}", grouped(value.abs())),
        true => format!("+{}", grouped(value)),
        false => grouped(value),
    };
    let bounds = (figure.min != figure.max).then(|| {
        html! {
            @match (figure.min, figure.max) {
                (Some(min), Some(max)) => { (end(min)) " – " (end(max)) },
                (Some(min), None) => { "≥ " (end(min)) },
                (None, Some(max)) => { "≤ " (end(max)) },
                (None, None) => { "—" },
            }
        }
    });
    let groups = (!figure.groups.is_empty()).then(|| many(&figure.groups, view));
    let period = Some(figure.period()).filter(|period| !period.is_empty());
    html! {
        dl.facts {
            (row(w::VALUE, figure.value.map(|value| html! { span.n { (valued(figure, value)) } " " (view.maybe(figure.unit.as_ref())) })))
            (row(w::BOUNDS, bounds))
            (row(w::PRINTED, Some(view.zh(&figure.text))))
            (row(w::INDICATOR, named(&figure.indicator)))
            (row(w::REGION, named(&figure.region)))
            (row(w::PERIOD, period.map(|period| html! { (period) })))
            (row(w::BASIS, code(&figure.basis)))
            (row(w::STATUS, code(&figure.role)))
            (row(w::HEDGE, code(&figure.approximation)))
            (row(w::ASPECT, code(&figure.aspect)))
            (row(w::COMPARED, code(&figure.comparison)))
            (row(w::GROUPS, groups))
            (row(w::PROGRAM, named(&figure.program)))
            (row(w::DOCUMENT, figure.document().map(|iri| view.link(iri))))
        }
    }
}

/// What was put right in a fact.
pub(super) fn corrected(iris: &[Name], view: &View<'_>) -> Markup {
    let known: Vec<_> = iris.iter().filter_map(|iri| view.catalogue.correction(iri)).collect();
    super::correction::corrections(&known, false, view)
}

/// Several things, linked.
pub(super) fn many(iris: &[Name], view: &View<'_>) -> Markup {
    html! { @for (at, iri) in iris.iter().enumerate() { @if at > 0 { ", " } (view.link(iri)) } }
}

fn relations(figure: &Figure, view: &View<'_>) -> Markup {
    let onward = figure.relations.iter().filter_map(|(relation, iri)| {
        let word = match relation {
            Relation::PartOf => w::PART_OF,
            Relation::ShareOf => w::SHARE_OF,
            Relation::ShareOfPart => w::SHARE_OF_PART,
            Relation::ChangeOf => w::CHANGE_OF,
            Relation::Target => w::TARGET,
        };
        Some((word, view.catalogue.figure(iri)?))
    });
    let back = view.catalogue.related(&figure.iri).map(|(relation, other)| {
        let word = match relation {
            Relation::PartOf => w::HAS_PART,
            Relation::ShareOf | Relation::ShareOfPart => w::HAS_SHARE,
            Relation::ChangeOf => w::HAS_CHANGE,
            Relation::Target => w::TARGET_FOR,
        };
        (word, other)
    });
    let all: Vec<(Text, &Figure)> = onward.chain(back).collect();
    html! {
        @if !all.is_empty() {
            section {
                h2 { (view.say(w::RELATIONS)) }
                dl.facts { @for (word, other) in all {
                    div { dt { (view.say(word)) } dd { (view.figure(other)) " " span.quiet { (view.gist(other)) } } }
                } }
            }
        }
    }
}

fn rule(figure: &Figure, view: &View<'_>) -> Markup {
    html! {
        @if let Some(rule) = Rule::find(&figure.rule) {
            @let (zh, en) = rule.title().split_once(' ').unwrap_or((rule.title(), ""));
            @let at = usize::from(view.language == Language::En);
            section {
                h2 { (view.say(w::RULE)) }
                p { strong {
                    @if view.language == Language::Zh || en.is_empty() { (zh) } @else { (en) }
                } " " code { (rule.name()) } }
                p { (rule.finds()[at]) }
                @if !rule.why()[at].is_empty() { details { summary { (view.say(w::WHY)) } p { (rule.why()[at]) } } }
            }
        } @else if !figure.rule.is_empty() {
            section { h2 { (view.say(w::RULE)) } p { code { (figure.rule) } } }
        }
    }
}

/// What else is told of the same: the graph does not choose between sources.
fn others(figure: &Figure, view: &View<'_>) -> Markup {
    let Some(indicator) = &figure.indicator else { return html! {} };
    let same = |other: &&Figure| {
        other.iri != figure.iri
            && other.region == figure.region
            && other.unit == figure.unit
            && other.period() == figure.period()
    };
    let others: Vec<&Figure> = view.catalogue.figures_of(indicator).filter(same).take(12).collect();
    html! {
        @if !others.is_empty() {
            section {
                h2 { (view.say(w::OTHERS)) }
                (super::table::figures(&others, &[super::table::Column::Words], view))
            }
        }
    }
}

fn cite(figure: &Figure, view: &View<'_>) -> Markup {
    let title = figure.document().map(|iri| view.name(iri)).unwrap_or_default();
    let place = figure.evidence.as_ref().and_then(|quoted| quoted.span);
    html! {
        section {
            h2 { (view.say(w::CITE)) }
            p.cite lang="zh-Hans" {
                "“" (figure.quote()) "”，《" (title) "》"
                @if let Some(span) = place { "，第 " (span.start) "–" (span.end) " 字" }
                "。策图 Cetu，" (figure.iri)
            }
            p.quiet { (view.say(w::ACCESSED)) }
        }
    }
}

/// The triples, with the words of the quotation marked in them too.
fn triples(figure: &Figure, turtle: &str, view: &View<'_>) -> Markup {
    let quote = figure.quote();
    let parts: Vec<&str> = if quote.is_empty() { vec![turtle] } else { turtle.split(quote).collect() };
    html! {
        section {
            h2 { (view.say(w::TRIPLES)) }
            pre.turtle tabindex="0" { code {
                @for (at, part) in parts.iter().enumerate() {
                    @if at > 0 { mark lang="zh-Hans" { (quote) } }
                    (part)
                }
            } }
        }
    }
}
