use super::words as w;
use super::{Frame, View};
use maud::{DOCTYPE, Markup, html};

/// RDF that pages name: media type, name in an address, name.
const RDF: [(&str, &str, &str); 2] =
    [("text/turtle", "turtle", "Turtle"), ("application/ld+json", "jsonld", "JSON-LD")];

/// A page, before its frame.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) title: String,
    pub(super) body: Markup,
    /// What the page is as data: media type, address, name.
    pub(super) forms: Vec<(&'static str, String, &'static str)>,
    /// Whether the editor's script comes along.
    pub(super) editor: bool,
    /// What stands in the search box.
    pub(super) searched: String,
}

impl Page {
    pub(super) fn new(title: impl Into<String>, body: Markup) -> Self {
        Self { title: title.into(), body, forms: Vec::new(), editor: false, searched: String::new() }
    }

    /// Names the RDF of the thing that the page is about.
    pub(super) fn about(mut self, iri: &str, view: &View<'_>) -> Self {
        if let Some(path) = (view.local)(iri, view.base) {
            self.forms.push(("text/turtle", format!("{}{path}.ttl", view.root), "Turtle"));
            self.forms.push(("application/ld+json", format!("{}{path}.jsonld", view.root), "JSON-LD"));
        }
        self
    }

    /// Names the answer to a query as CSV.
    pub(super) fn table(self, select: &str, view: &View<'_>) -> Self {
        self.csv(&format!("/sparql?format=csv&query={}", super::segment(select)), view)
    }

    /// Names the statements about what a list shows as RDF: about `?it` in a pattern.
    pub(super) fn triples(self, pattern: &str, view: &View<'_>) -> Self {
        let query = super::segment(&format!("CONSTRUCT {{ ?it ?p ?o }} WHERE {{ {pattern} ?it ?p ?o }}"));
        self.rdf(&format!("/sparql?query={query}"), view)
    }

    /// Names a CSV of what the page shows.
    pub(super) fn csv(mut self, path: &str, view: &View<'_>) -> Self {
        self.forms.push(("text/csv", format!("{}{path}", view.root), "CSV"));
        self
    }

    /// The address of the CSV that was named.
    pub(super) fn named_table(&self) -> Option<String> {
        let tables = self.forms.iter().filter(|(media_type, ..)| *media_type == "text/csv");
        tables.map(|(_, address, _)| address.clone()).next()
    }

    /// Names RDF that this server has at an address of its own, by `format`.
    pub(super) fn rdf(mut self, path: &str, view: &View<'_>) -> Self {
        let sign = if path.contains('?') { '&' } else { '?' };
        for (media_type, format, name) in RDF {
            self.forms.push((media_type, format!("{}{path}{sign}format={format}", view.root), name));
        }
        self
    }

    /// The whole page.
    pub(super) fn render(&self, view: &Frame<'_>) -> String {
        let root = view.root;
        let other = view.language.other();
        let page = html! {
            (DOCTYPE)
            html lang=(view.language.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) " · " (view.say(w::CETU)) }
                    link rel="stylesheet" href={ (root) "/site.css" };
                    link rel="icon" type="image/svg+xml" href={ (root) "/icon.svg" };
                    @for (media_type, address, name) in &self.forms {
                        link rel="alternate" type=(media_type) href=(address) title=(name);
                    }
                    @if self.editor { script src={ (root) "/site.js" } defer {} }
                }
                body {
                    a.skip href="#main" { (view.say(w::SKIP)) }
                    header.top {
                        a.brand href=(view.href("/")) { span lang="zh-Hans" { "策图" } " " span.latin lang="en" { "Cetu" } }
                        nav aria-label=(view.say(w::MENU)) {
                            @for (path, word) in [
                                ("/compare", w::COMPARE), ("/regions", w::REGIONS), ("/documents", w::DOCUMENTS),
                                ("/programs", w::PROGRAMS), ("/query", w::QUERY), ("/def?format=html", w::ONTOLOGY),
                            ] {
                                a href=(view.href(path)) aria-current=[(view.address == path).then_some("page")] { (view.say(word)) }
                            }
                        }
                        form.find action={ (root) "/search" } method="get" role="search" {
                            @if view.chosen { input type="hidden" name="lang" value=(view.language.code()); }
                            input type="search" name="q" value=(self.searched) aria-label=(view.say(w::SEARCH)) placeholder=(view.say(w::SEARCH));
                        }
                        a.switch href=(view.in_language(&view.address, other)) lang=(other.tag()) hreflang=(other.tag()) { (view.say(w::LANGUAGE)) }
                    }
                    main #main tabindex="-1" { (self.body) }
                    footer {
                        @if !self.forms.is_empty() {
                            p.forms { (view.say(w::FORMATS)) " "
                                @for (media_type, address, name) in &self.forms { a href=(address) type=(media_type) { (name) } " " }
                            }
                        }
                        p { (view.say(w::FOOT)) }
                        p.forms {
                            a href={ (root) "/api" } { (view.say(w::API)) } " "
                            a href={ (root) "/schema?format=html" } { (view.say(w::SCHEMA)) } " "
                            a href={ (root) "/sparql?format=ttl" } { "SPARQL" }
                        }
                    }
                }
            }
        };
        page.into_string()
    }
}

/// A heading with a thin line of what the page is about above it.
pub(super) fn head(kind: &str, title: &Markup) -> Markup {
    html! { p.kind { (kind) } h1 { (title) } }
}
