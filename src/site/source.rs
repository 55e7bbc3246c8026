use super::View;
use crate::catalogue::{Evidence, Name};
use crate::text::Span;
use maud::{Markup, html};

/// Code points of a paragraph on either side of a quotation that are shown.
const AROUND: usize = 400;
/// The same, where one quotation stands among others.
const BRIEF: usize = 60;

/// The words of a source in their paragraph, marked; the number among them too, where its place is known.
pub(super) fn quoted(evidence: &Evidence, number: Option<Span>, view: &View<'_>) -> Markup {
    within(evidence, number, AROUND, view)
}

/// The words of a source, marked, with a few on either side.
pub(super) fn brief(evidence: &Evidence, view: &View<'_>) -> Markup {
    within(evidence, None, BRIEF, view)
}

fn within(evidence: &Evidence, number: Option<Span>, reach: usize, view: &View<'_>) -> Markup {
    let words = || html! { mark { (evidence.exact) } };
    let (Some(span), Some(document)) = (evidence.span, &evidence.document) else {
        return frame(&html! { (words()) }, evidence, view);
    };
    let Some(text) = view.catalogue.text(document) else {
        let around = html! { span.around { (evidence.prefix) } (words()) span.around { (evidence.suffix) } };
        return frame(&around, evidence, view);
    };
    let chars = text.chars();
    let end = span.end.min(chars.len());
    let start = span.start.min(end);
    let from = chars[..start].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    let to = chars[end..].iter().position(|c| *c == '\n').map_or(chars.len(), |at| end + at);
    let (first, last) = (from.max(start.saturating_sub(reach)), to.min(end + reach));
    let number = number.filter(|number| Span::new(start, end).covers(*number));
    let slice = |start, end| text.slice(Span::new(start, end));
    let body = html! {
        @if first > from { "……" }
        (slice(first, start))
        mark {
            @if let Some(number) = number {
                (slice(start, number.start)) b { (slice(number.start, number.end)) } (slice(number.end, end))
            } @else { (slice(start, end)) }
        }
        (slice(end, last))
        @if last < to { "……" }
    };
    frame(&body, evidence, view)
}

fn frame(body: &Markup, evidence: &Evidence, view: &View<'_>) -> Markup {
    html! {
        figure.source {
            blockquote lang="zh-Hans" { p { (body) } }
            @if let Some(document) = &evidence.document { (caption(document, evidence, view)) }
        }
    }
}

fn caption(document: &Name, evidence: &Evidence, view: &View<'_>) -> Markup {
    let place = evidence.span.map_or(0, |span| span.start);
    html! {
        figcaption {
            a href=(super::document::place(document, place, view)) { cite { (view.label(document)) } }
            @if let Some(section) = &evidence.section { " · " (view.label(section)) }
        }
    }
}
