use super::View;
use super::layout::Page;
use super::words as w;
use maud::html;

/// Indicators on the first page.
const SHARED: usize = 18;

/// The first page: what is in the graph, a place to search, the indicators that most regions share.
pub(super) fn page(view: &View<'_>) -> Page {
    let catalogue = view.catalogue;
    let count = |number: usize, path: &str, word| {
        html! { li { a href=(view.href(path)) { b { (number) } span { (view.say(word)) } } } }
    };
    // Names that only one report uses say little here.
    let (own, candidates): (Vec<_>, Vec<_>) =
        catalogue.shared(usize::MAX).into_iter().partition(|(iri, _)| !iri.contains("/candidate/"));
    let shared = if own.is_empty() { candidates } else { own };
    let body = html! {
        div.hero {
            h1 { (view.say(w::SUBTITLE)) }
            form.big action={ (view.root) "/search" } method="get" {
                @if view.chosen { input type="hidden" name="lang" value=(view.language.code()); }
                label for="q" { (view.say(w::SEARCH_HINT)) }
                div { input #q type="search" name="q"; button type="submit" { (view.say(w::SEARCH)) } }
            }
        }
        ul.counts {
            (count(catalogue.documents.len(), "/documents", w::DOCUMENTS))
            (count(catalogue.regions().count(), "/regions", w::REGIONS))
            (count(catalogue.figures.len(), "/figures", w::FIGURES))
            (count(catalogue.indicators().count(), "/indicators", w::INDICATORS))
            (count(catalogue.programs.len(), "/programs", w::PROGRAMS))
            @if let Some((first, last)) = catalogue.years() {
                li { span.plain { b { (first) "–" (last) } span { (view.say(w::YEARS)) } } }
            }
        }
        h2 { (view.say(w::SHARED)) }
        ul.cards {
            @for (iri, spread) in shared.into_iter().take(SHARED) {
                li { a href=(view.to(iri)) {
                    strong { (view.label(iri)) }
                    span { (view.counted(spread.regions, w::IN_REGIONS)) " · " (view.counted(spread.figures, w::IN_FIGURES)) }
                } }
            }
        }
        p { a.more href=(view.href("/indicators")) { (view.say(w::ALL_INDICATORS)) } }
    };
    // As data: what the data set is, and all its figures.
    Page::new(view.say(w::HOME), body).rdf("/.well-known/void", view).csv("/figures?format=csv", view)
}
