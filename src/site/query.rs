use super::layout::{Page, head};
use super::words as w;
use super::{Language, View, segment};
use crate::query::{Answer, Kind, Parameter, Saved, SavedQueries, Wording, is_number};
use maud::{Markup, html};
use oxigraph::model::Term;

/// Rows that are shown.
const ROWS: usize = 1000;

/// What the editor opens with.
const FIRST: &str = "SELECT ?region ?text ?quote WHERE {
  ?o a cetu:Observation ;
     cetu:indicator/rdfs:label ?indicator ;
     cetu:region/rdfs:label ?region ;
     cetu:valueText ?text ;
     cetu:evidence/oa:exact ?quote .
  FILTER(CONTAINS(?indicator, \"就业\"))
} ORDER BY ?region LIMIT 100";

/// A query with what came of it.
#[derive(Debug)]
pub struct Asking<'a> {
    /// The query, when there is one.
    pub text: Option<&'a str>,
    /// Its answer, when it was asked.
    pub answer: Option<Result<&'a Answer, Failure>>,
    /// Triples of the answer in Turtle.
    pub turtle: &'a str,
    /// The queries to begin from.
    pub saved: &'a SavedQueries,
}

/// Why a query has no answer.
#[derive(Debug, Clone)]
pub struct Failure {
    /// What is wrong.
    pub detail: String,
    /// Line and column of a mistake, from 1.
    pub at: Option<(usize, usize)>,
    /// What may have been meant.
    pub hint: Option<String>,
}

/// The page to ask from.
pub(super) fn page(asking: &Asking<'_>, view: &View<'_>) -> Page {
    let text = asking.text.unwrap_or(FIRST);
    let body = html! {
        (head("SPARQL 1.1", &html! { (view.say(w::QUERY)) }))
        form #ask action={ (view.root) "/query" } method="get"
            data-endpoint={ (view.root) "/sparql" } data-completions={ (view.root) "/completions.json" } data-pages={ (view.root) "/describe" }
            data-yes=(view.say(w::YES)) data-no=(view.say(w::NO)) data-rows=(view.say(w::ROWS)) data-copied=(view.say(w::COPIED))
            data-line=(view.say(w::LINE)) data-column=(view.say(w::COLUMN)) data-cut=(view.say(w::ROWS_CUT)) data-error=(view.say(w::ERROR))
            data-table=(view.say(w::TABLE)) data-chart=(view.say(w::CHART)) data-raw=(view.say(w::RAW)) {
            @if view.chosen { input type="hidden" name="lang" value=(view.language.code()); }
            label for="query" { (view.say(w::EDITOR)) }
            p.quiet #hint { (view.say(w::EDITOR_HINT)) }
            div.editor {
                pre aria-hidden="true" {}
                textarea #query name="query" rows=(text.lines().count().clamp(6, 24) + 1) spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="hint" { "\n" (text) }
            }
            p.actions {
                button.main type="submit" { (view.say(w::RUN)) } " "
                button #cancel type="button" hidden { (view.say(w::CANCEL)) } " "
                button #share type="button" hidden { (view.say(w::SHARE)) } " "
                span #status role="status" {}
            }
        }
        div #result { (result(asking, text, view)) }
        section {
            h2 { (view.say(w::EXAMPLES)) }
            p.quiet { (view.say(w::EXAMPLES_HINT)) }
            @for saved in asking.saved.iter() { (example(saved, view)) }
        }
    };
    let mut page = Page::new(view.say(w::QUERY), body);
    page.editor = true;
    page
}

fn result(asking: &Asking<'_>, text: &str, view: &View<'_>) -> Markup {
    let Some(answer) = &asking.answer else { return html! {} };
    let answer = match answer {
        Ok(answer) => *answer,
        Err(failure) => {
            return html! {
                h2 { (view.say(w::ERROR)) }
                p.problem lang="en" { (failure.detail) }
                @if let Some((line, column)) = failure.at {
                    p { (view.say(w::LINE)) " " (line) ", " (view.say(w::COLUMN)) " " (column) }
                    pre.place { code { @if let Some(wrong) = text.lines().nth(line.saturating_sub(1)) {
                        @let at = wrong.char_indices().nth(column.saturating_sub(1)).map_or(wrong.len(), |(at, _)| at);
                        (wrong[..at]) mark { (wrong[at..].chars().next().unwrap_or(' ')) } (wrong[at..].chars().skip(1).collect::<String>())
                    } } }
                }
                @if let Some(hint) = &failure.hint { p lang="en" { (hint) } }
            };
        }
    };
    html! {
        h2 { (view.say(w::RESULT)) }
        (downloads(matches!(answer, Answer::Triples(_)), text, view))
        @match answer {
            Answer::Truth(truth) => p.answer { @if *truth { (view.say(w::YES)) } @else { (view.say(w::NO)) } },
            Answer::Triples(_) => pre tabindex="0" { code { (asking.turtle) } },
            Answer::Rows { variables, rows } => {
                p.quiet { (rows.len().min(ROWS)) " " (view.say(w::ROWS)) @if rows.len() > ROWS { ". " (view.say(w::ROWS_CUT)) } }
                div.scroll role="region" aria-label=(view.say(w::RESULT)) tabindex="0" { table {
                    thead { tr { @for variable in variables { th scope="col" { (variable.as_str()) } } } }
                    tbody { @for row in rows.iter().take(ROWS) { tr { @for term in row { (cell(term.as_ref(), view)) } } } }
                } }
            },
        }
    }
}

fn cell(term: Option<&Term>, view: &View<'_>) -> Markup {
    html! {
        @match term {
            None => td {},
            Some(Term::NamedNode(node)) => td { (view.link(node.as_str())) },
            Some(Term::BlankNode(node)) => td { (node) },
            Some(Term::Literal(text)) => {
                @let lang = text.language().map(|tag| if tag == "zh" { "zh-Hans" } else { tag });
                td class=[is_number(text).then_some("n")] lang=[lang] { (text.value()) }
            },
        }
    }
}

fn downloads(triples: bool, text: &str, view: &View<'_>) -> Markup {
    let formats: &[&str] =
        if triples { &["turtle", "ntriples", "rdfxml", "jsonld"] } else { &["csv", "tsv", "json", "xml"] };
    html! {
        p.forms { (view.say(w::DOWNLOAD)) " "
            @for format in formats { a href={ (view.root) "/sparql?format=" (format) "&query=" (segment(text)) } { (format) } " " }
        }
    }
}

fn example(saved: &Saved, view: &View<'_>) -> Markup {
    let say = |wording: &Wording| match view.language {
        Language::Zh => wording.zh().to_owned(),
        Language::En => wording.en().to_owned(),
    };
    html! {
        details.example id=(saved.name) {
            summary { span.quiet { (saved.name) } " " (say(&saved.header.summary)) }
            @let description = say(&saved.header.description);
            @if !description.is_empty() { p { (description) } }
            form action={ (view.root) "/api/" (segment_path(&saved.name)) } method="get" {
                input type="hidden" name="format" value=(if saved.gives_triples() { "turtle" } else { "html" });
                @if view.chosen { input type="hidden" name="lang" value=(view.language.code()); }
                @for parameter in &saved.header.params { (field(saved, parameter, &say(&parameter.description))) }
                p.actions {
                    button type="submit" { (view.say(w::RUN)) } " "
                    a href=(view.href(&format!("/query?query={}", segment(&saved.body())))) { (view.say(w::OPEN)) }
                }
            }
        }
    }
}

fn segment_path(name: &str) -> String {
    const PATH: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'_');
    percent_encoding::utf8_percent_encode(name, PATH).to_string()
}

fn field(saved: &Saved, parameter: &Parameter, about: &str) -> Markup {
    let id = format!("p-{}-{}", saved.name, parameter.name);
    let now = parameter.default.as_deref().unwrap_or_default();
    let (kind, step) = match parameter.kind {
        Kind::Integer => ("number", None),
        Kind::Decimal => ("number", Some("any")),
        Kind::Date => ("date", None),
        _ => ("text", None),
    };
    html! {
        p.field {
            label for=(id) { code { (parameter.name) } " " (about) }
            @if parameter.values.is_empty() {
                input id=(id) name=(parameter.name) value=(now) type=(kind) step=[step];
            } @else {
                select id=(id) name=(parameter.name) {
                    option value="" selected[now.is_empty()] { "—" }
                    @for known in &parameter.values { option selected[known == now] { (known) } }
                }
            }
        }
    }
}
