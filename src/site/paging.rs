use super::View;
use super::words as w;
use maud::{Markup, html};

/// Rows of a list on a page.
pub(super) const SIZE: usize = 100;

/// The rows of a page, numbered from 1, and the way to the others. `address` has the path and the other parameters.
pub(super) fn cut<'a, T>(all: &'a [T], page: usize, address: &str, view: &View<'_>) -> (&'a [T], Markup) {
    let pages = all.len().div_ceil(SIZE).max(1);
    let page = page.clamp(1, pages);
    let rows = &all[(page - 1) * SIZE..(page * SIZE).min(all.len())];
    (rows, links(page, pages, address, "page", view))
}

/// Links to the pages beside one, when there are several.
pub(super) fn links(page: usize, pages: usize, address: &str, name: &str, view: &View<'_>) -> Markup {
    let sign = if address.contains('?') { '&' } else { '?' };
    let to = |page: usize| view.href(&format!("{address}{sign}{name}={page}"));
    html! {
        @if pages > 1 {
            nav.pages aria-label=(view.say(w::PAGES)) {
                @if page > 1 { a rel="prev" href=(to(page - 1)) { "← " (view.say(w::PREVIOUS)) } }
                span { (page) " / " (pages) }
                @if page < pages { a rel="next" href=(to(page + 1)) { (view.say(w::NEXT)) " →" } }
            }
        }
    }
}
