use super::layout::{Page, head};
use super::paging;
use super::words as w;
use super::{View, source, table};
use crate::catalogue::{Correction, Document, Label, Name};
use crate::text::{Span, Text};
use maud::{Markup, html};

/// Code points of a document on a page; it is cut between paragraphs.
const PART: usize = 9000;

/// Something that stands in the text.
enum Mark {
    /// A figure or a program: the class, its page, what it is in a line.
    Fact(&'static str, String, String),
    /// A number that nothing was made of: its page.
    Unread(String),
}

/// The address of a place in a document.
pub(super) fn place(iri: &Name, offset: usize, view: &View<'_>) -> String {
    let Some(path) = view.page_of(iri) else { return iri.to_string() };
    let found = view.catalogue.document(iri).and_then(|document| {
        let text = view.catalogue.text(iri)?;
        let part = parts(document, text, view)
            .iter()
            .position(|part| part.iter().any(|line| line.contains(offset)))?;
        let line = paragraph(text, offset);
        Some(view.href(&format!("{path}?part={}#c{}", part + 1, line.start)))
    });
    found.unwrap_or_else(|| view.to(iri))
}

/// The paragraph that holds an offset.
fn paragraph(text: &Text, offset: usize) -> Span {
    let chars = text.chars();
    let at = offset.min(chars.len());
    let start = chars[..at].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    let end = chars[at..].iter().position(|c| *c == '\n').map_or(chars.len(), |to| at + to);
    Span::new(start, end)
}

/// The paragraphs of a document, in the parts that its pages show.
fn parts(document: &Document, text: &Text, view: &View<'_>) -> Vec<Vec<Span>> {
    let whole = view.catalogue.part_of(document).unwrap_or(Span::new(0, text.len()));
    let (chars, mut parts, mut part) = (text.chars(), Vec::new(), Vec::new());
    let (mut start, mut size) = (whole.start, 0);
    for at in whole.start..=whole.end.min(chars.len()) {
        if at < whole.end.min(chars.len()) && chars[at] != '\n' {
            continue;
        }
        let line = Span::new(start, at);
        start = at + 1;
        if chars[line.start.min(at)..at].iter().all(|c| c.is_whitespace()) {
            continue;
        }
        if size > 0 && size + line.len() > PART {
            parts.push(std::mem::take(&mut part));
            size = 0;
        }
        size += line.len();
        part.push(line);
    }
    if !part.is_empty() || parts.is_empty() {
        parts.push(part);
    }
    parts
}

/// The page of a document: its text with every figure and program marked in place, the outline beside it.
pub(super) fn page(document: &Document, part: usize, view: &View<'_>) -> Page {
    let iri = &document.iri;
    let title = view.label(iri);
    let unread = view.catalogue.unread(iri).len();
    let count = view.catalogue.figures_of(iri).count();
    let programs = view.catalogue.programs_of(iri).count();
    let text = view.catalogue.text(iri);
    let own = |correction: &&Correction| {
        correction.evidence.as_ref().is_some_and(|quoted| quoted.document.as_ref() == Some(iri))
    };
    let corrections: Vec<&Correction> = view.catalogue.corrections.iter().filter(own).collect();
    let body = html! {
        (head(view.say(w::DOCUMENT), &title))
        p.badges {
            @if let Some(region) = &document.region { (view.link(region)) " " }
            @if let Some(year) = document.year { span.badge { (year) } " " }
            @if let Some(kind) = &document.kind { span.badge { (view.label(kind)) } " " }
            @if let Some(number) = &document.number { span lang="zh-Hans" { (number) } " " }
            @if let Some(publisher) = &document.publisher { span lang="zh-Hans" { (publisher) } " " }
            a href=(view.href(&format!("/figures?document={}", super::segment(iri)))) { (view.counted(count, w::IN_FIGURES)) } " "
            a href=(view.href(&format!("/programs?document={}", super::segment(iri)))) { (view.counted(programs, w::IN_PROGRAMS)) }
            @if text.is_some() && unread > 0 { " " span.quiet { (view.counted(unread, w::UNREAD_MANY)) } }
        }
        @if let Some(text) = text { (whole(document, text, part, view)) } @else { (quotations(document, view)) }
        (super::correction::corrections(&corrections, true, view))
    };
    let csv = format!("/figures?format=csv&document={}", super::segment(iri));
    Page::new(view.name(iri), body).about(iri, view).csv(&csv, view)
}

fn whole(document: &Document, text: &Text, part: usize, view: &View<'_>) -> Markup {
    let parts = parts(document, text, view);
    let part = part.clamp(1, parts.len());
    let marks = marks(document, text, view);
    let headings: Vec<(Span, usize)> = document
        .sections
        .iter()
        .filter_map(|section| Some((section.evidence.as_ref()?.span?, section.depth)))
        .collect();
    let links =
        paging::links(part, parts.len(), &view.page_of(&document.iri).unwrap_or_default(), "part", view);
    html! {
        div.reading {
            @if !document.sections.is_empty() {
                nav.outline aria-label=(view.say(w::OUTLINE)) {
                    h2 { (view.say(w::OUTLINE)) }
                    ol lang="zh-Hans" { @for section in &document.sections {
                        @let at = section.evidence.as_ref().and_then(|quoted| quoted.span).map_or(0, |span| span.start);
                        li.{ "d" (section.depth.min(3)) } {
                            a href=(place(&document.iri, at, view)) { (view.catalogue.label(&section.iri).map_or("", |label| label.zh())) }
                        }
                    } }
                }
            }
            div.text lang="zh-Hans" {
                (links)
                @for line in &parts[part - 1] { (line_of(*line, text, &marks, &headings, view)) }
                (links)
            }
        }
        p.legend {
            (view.say(w::LEGEND)) " "
            span.fig { (view.say(w::FIGURE)) } " " span.fig.hedged { (view.say(w::HEDGED)) } " "
            span.fig.target { (view.say(w::TARGETS)) } " " span.prog { (view.say(w::PROGRAM)) } " "
            span.unread { (view.say(w::UNREAD)) }
        }
    }
}

fn line_of(
    line: Span,
    text: &Text,
    marks: &[(Span, Mark)],
    headings: &[(Span, usize)],
    view: &View<'_>,
) -> Markup {
    let within = marks.partition_point(|(span, _)| span.start < line.start);
    let inside = marks[within..].iter().take_while(|(span, _)| span.end <= line.end);
    let mut at = line.start;
    let body = html! {
        @for (span, mark) in inside {
            (text.slice(Span::new(at, span.start)))
            @let words = text.slice(*span);
            @match mark {
                Mark::Fact(class, page, gist) => {
                    a class=(class) href=(page) data-tip=(gist) aria-label={ (words) "：" (gist) } { (words) }
                },
                Mark::Unread(page) => {
                    a.unread href=(page) data-tip=(view.say(w::UNREAD)) aria-label={ (words) "：" (view.say(w::UNREAD)) } { (words) }
                },
            }
            ({ at = span.end; maud::PreEscaped("") })
        }
        (text.slice(Span::new(at, line.end)))
    };
    let id = format!("c{}", line.start);
    // A heading that takes up its line; one that runs into the text stays where it is.
    let heading = headings.iter().find(|(span, _)| line.covers(*span) && line.len() <= span.len() + 12);
    match heading.map(|(_, depth)| *depth) {
        Some(0) => html! { h2 #(id) { (body) } },
        Some(_) => html! { h3 #(id) { (body) } },
        None => html! { p #(id) { (body) } },
    }
}

/// What is marked in the text, in order and apart: figures before programs before numerals.
fn marks(document: &Document, text: &Text, view: &View<'_>) -> Vec<(Span, Mark)> {
    let mut marks: Vec<(Span, Mark)> = Vec::new();
    let mut add = |span: Span, mark: Mark| {
        let at = marks.partition_point(|(known, _)| known.start < span.start);
        let free = marks.get(at).is_none_or(|(next, _)| next.start >= span.end)
            && (at == 0 || marks[at - 1].0.end <= span.start);
        if free && !span.is_empty() && span.end <= text.len() {
            marks.insert(at, (span, mark));
        }
    };
    for figure in view.catalogue.figures_of(&document.iri) {
        let Some(span) = figure.span else { continue };
        let class = match super::view::shape(figure) {
            "hedged" => "fig hedged",
            "target" => "fig target",
            _ => "fig",
        };
        let gist = [view.gist(figure), worth(figure, view)].join("\n");
        add(span, Mark::Fact(class, view.to(&figure.iri), gist));
    }
    for program in view.catalogue.programs_of(&document.iri) {
        let Some(name) = view.catalogue.label(&program.iri).map(Label::zh) else { continue };
        for quoted in program.evidence.iter().filter(|quoted| quoted.document.as_ref() == Some(&document.iri))
        {
            let (Some(span), Some(at)) = (quoted.span, quoted.exact.find(name)) else { continue };
            let start = span.start + quoted.exact[..at].chars().count();
            let kind = program.kind.as_ref().map(|kind| view.name(kind)).unwrap_or_default();
            let gist = format!("{} · {kind}", view.say(w::PROGRAM));
            add(
                Span::new(start, start + name.chars().count()),
                Mark::Fact("prog", view.to(&program.iri), gist),
            );
        }
    }
    for number in view.catalogue.unread(&document.iri) {
        add(number.span, Mark::Unread(view.to(&number.iri)));
    }
    marks
}

/// A figure's value in its unit.
fn worth(figure: &crate::catalogue::Figure, view: &View<'_>) -> String {
    let unit = figure.unit.as_ref().map(|unit| view.name(unit)).unwrap_or_default();
    let value = figure.value.map(|value| super::view::valued(figure, value)).unwrap_or_default();
    let hedge = figure.approximation.as_ref().filter(|_| !figure.is_exact()).map(|iri| view.name(iri));
    let role = figure.role.as_ref().filter(|_| !figure.has_role("actual")).map(|iri| view.name(iri));
    let notes: Vec<String> = [hedge, role].into_iter().flatten().collect();
    if notes.is_empty() {
        format!("{value} {unit}")
    } else {
        format!("{value} {unit}（{}）", notes.join("，"))
    }
}

/// What is left of a document when its text is not kept.
fn quotations(document: &Document, view: &View<'_>) -> Markup {
    let mut figures: Vec<_> = view.catalogue.figures_of(&document.iri).collect();
    figures.sort_by_key(|figure| figure.evidence.as_ref().and_then(|quoted| quoted.span));
    let programs: Vec<_> = view.catalogue.programs_of(&document.iri).collect();
    html! {
        p.note { (view.say(w::NO_TEXT)) }
        (table::figures(&figures, &[table::Column::Indicator, table::Column::Period, table::Column::Words], view))
        @for program in programs {
            @for quoted in program.evidence.iter().filter(|quoted| quoted.document.as_ref() == Some(&document.iri)) {
                h3 { (view.link(&program.iri)) }
                (source::quoted(quoted, None, view))
            }
        }
    }
}
