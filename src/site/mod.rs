//! The site: pages for people, made from a [`Catalogue`], in Chinese and English.
//!
//! It knows nothing of HTTP: a page is made from a [`View`] and comes as text. Every page works without script and loads
//! nothing but the style sheet, the icon and, for the query editor, one script, all of this server.

mod chart;
mod compare;
mod completions;
mod correction;
mod document;
mod figure;
mod home;
mod language;
mod layout;
mod list;
mod notice;
mod paging;
mod program;
mod query;
mod region;
mod search;
mod source;
mod table;
mod terms;
mod thing;
mod view;
mod words;

pub use language::Language;
pub use list::Narrowed;
pub use query::{Asking, Failure};
pub use search::MOST_FOUND;
pub use thing::Statements;
pub use view::{Frame, Local, View};
pub use words::Text;

use crate::catalogue::Catalogue;
use crate::compare::{Comparison, write_figures};
use crate::describe::Statistics;
use crate::graph::Graph;
use crate::ontology::Ontology;
use crate::ontology::reference::Reference;
use maud::Markup;

/// The style sheet of all pages.
pub const STYLE: &str = include_str!("site.css");
/// The script of the query editor.
pub const SCRIPT: &str = include_str!("site.js");
/// The icon.
pub const ICON: &str = include_str!("icon.svg");

/// What the pages are made from, worked out once from a graph.
#[derive(Debug)]
pub struct Site {
    /// What the graph holds.
    pub catalogue: Catalogue,
    reference: Reference,
    completions: String,
}

impl Site {
    /// Makes a site ready.
    #[must_use]
    pub fn of(graph: &Graph, ontology: &Ontology) -> Self {
        let catalogue = Catalogue::of(graph);
        let reference = Reference::of(ontology);
        let completions = completions::json(&reference, &catalogue);
        Self { catalogue, reference, completions }
    }

    /// What the editor completes: prefixes, terms and labels, as JSON.
    #[must_use]
    pub fn completions(&self) -> &str {
        &self.completions
    }

    /// The page of the ontology.
    #[must_use]
    pub fn ontology(&self, statistics: &Statistics, view: &View<'_>) -> String {
        terms::page(&self.reference, statistics, view).render(view)
    }

    /// The address of the table that the page of the ontology names.
    #[must_use]
    pub fn ontology_table(&self, statistics: &Statistics, view: &View<'_>) -> Option<String> {
        terms::page(&self.reference, statistics, view).named_table()
    }

    /// The page about a thing: a document in some part, a figure, a region, a program, an indicator in some year, a
    /// vocabulary, or whatever else the graph has statements of.
    #[must_use]
    pub fn thing(
        &self,
        iri: &str,
        told: &Statements<'_>,
        statistics: &Statistics,
        view: &View<'_>,
    ) -> String {
        self.page(iri, told, statistics, view).render(view)
    }

    /// The address of the table that the page about a thing names.
    #[must_use]
    pub fn table(
        &self,
        iri: &str,
        told: &Statements<'_>,
        statistics: &Statistics,
        view: &View<'_>,
    ) -> Option<String> {
        self.page(iri, told, statistics, view).named_table()
    }

    fn page(
        &self,
        iri: &str,
        told: &Statements<'_>,
        statistics: &Statistics,
        view: &View<'_>,
    ) -> layout::Page {
        let catalogue = &self.catalogue;
        if let Some(figure) = catalogue.figure(iri) {
            figure::page(figure, told.turtle, view)
        } else if let Some(document) = catalogue.document(iri) {
            document::page(document, told.page, view)
        } else if let Some(program) = catalogue.program(iri) {
            program::page(program, view)
        } else if let Some((indicator, _)) = catalogue.indicators().find(|(known, _)| ***known == *iri) {
            compare::page(indicator, told.year, view)
        } else if catalogue.regions().any(|(known, _)| **known == *iri) {
            region::page(iri, view)
        } else if let Some(scheme) = self.reference.schemes.iter().find(|scheme| scheme.name.iri == iri) {
            terms::scheme(scheme, told.page, statistics, view)
        } else {
            thing::page(iri, told, view)
        }
    }
}

/// The first page.
#[must_use]
pub fn home(view: &View<'_>) -> String {
    home::page(view).render(view)
}

/// What is found for some words.
#[must_use]
pub fn search(words: &str, view: &View<'_>) -> String {
    search::page(words, view).render(view)
}

/// What is found for some words, as CSV.
#[must_use]
pub fn search_csv(words: &str, catalogue: &Catalogue) -> Vec<u8> {
    let mut out = Vec::new();
    // Writing to memory cannot fail.
    let _ = search::csv(words, catalogue, &mut out);
    out
}

/// The comparison of the indicator that somebody means, or what there is to choose from.
#[must_use]
pub fn compare(wanted: &str, year: Option<&str>, view: &View<'_>) -> String {
    let found = if wanted.trim().is_empty() { Err(Vec::new()) } else { view.catalogue.indicator(wanted) };
    match found {
        Ok(indicator) => compare::page(indicator, year, view),
        Err(near) => compare::choose(wanted.trim(), &near, view),
    }
    .render(view)
}

/// The figures of an indicator as CSV, when there is one.
#[must_use]
pub fn compare_csv(wanted: &str, catalogue: &Catalogue) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let comparison = Comparison::of(catalogue.indicator(wanted).ok()?, catalogue);
    crate::compare::write(&comparison, catalogue, crate::compare::CompareFormat::Csv, &mut out).ok()?;
    Some(out)
}

/// The figures of an indicator as JSON, when there is one.
#[must_use]
pub fn compare_json(wanted: &str, catalogue: &Catalogue) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let comparison = Comparison::of(catalogue.indicator(wanted).ok()?, catalogue);
    crate::compare::write(&comparison, catalogue, crate::compare::CompareFormat::Json, &mut out).ok()?;
    Some(out)
}

/// A list of figures.
#[must_use]
pub fn figures(narrowed: &Narrowed, view: &View<'_>) -> String {
    list::figures(narrowed, view).render(view)
}

/// A list of figures, as CSV.
#[must_use]
pub fn figures_csv(narrowed: &Narrowed, catalogue: &Catalogue) -> Vec<u8> {
    let mut out = Vec::new();
    // Writing to memory cannot fail.
    let _ = write_figures(narrowed.figures(catalogue).into_iter(), catalogue, &mut out);
    out
}

/// A list of programs.
#[must_use]
pub fn programs(narrowed: &Narrowed, view: &View<'_>) -> String {
    list::programs(narrowed, view).render(view)
}

/// A list of documents.
#[must_use]
pub fn documents(page: usize, view: &View<'_>) -> String {
    list::documents(page, view).render(view)
}

/// A list of regions.
#[must_use]
pub fn regions(page: usize, view: &View<'_>) -> String {
    list::regions(page, view).render(view)
}

/// A list of indicators.
#[must_use]
pub fn indicators(page: usize, view: &View<'_>) -> String {
    list::indicators(page, view).render(view)
}

/// The page to ask from, with an answer when something was asked.
#[must_use]
pub fn query(asking: &Asking<'_>, view: &View<'_>) -> String {
    query::page(asking, view).render(view)
}

/// A page with a body of its own.
#[must_use]
pub fn framed(title: &str, body: Markup, frame: &Frame<'_>) -> String {
    layout::Page::new(title, body).render(frame)
}

/// A page that says what is wrong.
#[must_use]
pub fn notice(status: u16, title: &str, detail: &str, hint: Option<&str>, frame: &Frame<'_>) -> String {
    notice::page(status, title, detail, hint, frame).render(frame)
}

/// A text as the value of a parameter in an address.
fn segment(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
