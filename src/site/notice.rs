use super::Frame;
use super::layout::Page;
use super::words as w;
use maud::html;

/// What is wrong, and what to do.
pub(super) fn page(status: u16, title: &str, detail: &str, hint: Option<&str>, view: &Frame<'_>) -> Page {
    let body = html! {
        p.kind { (status) " " span lang="en" { (title) } }
        h1 { (view.say(w::ERROR)) }
        p.problem lang="en" { (detail) }
        @if let Some(hint) = hint { p lang="en" { (hint) } }
        p { a.more href=(view.href("/")) { (view.say(w::HOME)) } }
    };
    Page::new(format!("{status}"), body)
}
