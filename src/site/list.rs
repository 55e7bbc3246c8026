use super::layout::{Page, head};
use super::words as w;
use super::{View, paging, segment, table};
use crate::catalogue::{Figure, Name, Program};
use maud::{Markup, html};
use oxigraph::model::NamedNode;

/// What a list is narrowed to: the things of other things, by IRI.
#[derive(Debug, Default, Clone)]
pub struct Narrowed {
    /// Of this region.
    pub region: Option<String>,
    /// Of this document.
    pub document: Option<String>,
    /// Of this indicator.
    pub indicator: Option<String>,
    /// Of this program.
    pub program: Option<String>,
    /// This one alone.
    pub iri: Option<String>,
    /// Of this year.
    pub year: Option<i32>,
    /// Page of the list, from 1.
    pub page: usize,
}

impl Narrowed {
    fn owners(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("region", &self.region),
            ("document", &self.document),
            ("indicator", &self.indicator),
            ("program", &self.program),
        ];
        all.into_iter().filter_map(|(name, iri)| Some((name, iri.as_deref()?)))
    }

    fn address(&self, path: &str) -> String {
        let mut parameters: Vec<String> =
            self.owners().map(|(name, iri)| format!("{name}={}", segment(iri))).collect();
        parameters.extend(self.year.map(|year| format!("year={year}")));
        if parameters.is_empty() { path.to_owned() } else { format!("{path}?{}", parameters.join("&")) }
    }

    /// The figures that are left.
    #[must_use]
    pub fn figures<'a>(&self, catalogue: &'a crate::catalogue::Catalogue) -> Vec<&'a Figure> {
        if let Some(iri) = &self.iri {
            return catalogue.figure(iri).into_iter().collect();
        }
        let is = |wanted: &Option<String>, known: Option<&Name>| {
            wanted.as_deref().is_none_or(|wanted| known.is_some_and(|known| **known == *wanted))
        };
        let fits = |figure: &&Figure| {
            is(&self.region, figure.region.as_ref())
                && is(&self.document, figure.document())
                && is(&self.indicator, figure.indicator.as_ref())
                && is(&self.program, figure.program.as_ref())
                && self.year.is_none_or(|year| figure.year() == Some(year))
        };
        match self.owners().next() {
            Some((_, iri)) => catalogue.figures_of(iri).filter(fits).collect(),
            None => catalogue.figures.iter().filter(fits).collect(),
        }
    }

    /// What the list holds, as a pattern of `?it`.
    fn pattern(&self, class: &str) -> String {
        let mut pattern = format!("?it a {class} .");
        let owners = [
            ("cetu:region", &self.region),
            ("cetu:evidence/prov:wasQuotedFrom", &self.document),
            ("cetu:indicator", &self.indicator),
            ("cetu:ofProgram", &self.program),
        ];
        for (path, owner) in owners {
            if let Some(iri) = owner.as_deref().and_then(|iri| NamedNode::new(iri).ok()) {
                pattern = format!("{pattern} ?it {path} {iri} .");
            }
        }
        if let Some(year) = self.year {
            pattern = format!("{pattern} ?it cetu:periodEnd ?end FILTER(YEAR(?end) = {year})");
        }
        pattern
    }

    /// What the list is narrowed to, as links.
    fn told(&self, path: &str, view: &View<'_>) -> Markup {
        html! {
            @if self.owners().next().is_some() || self.year.is_some() {
                p.badges {
                    (view.say(w::NARROWED)) " "
                    @for (_, iri) in self.owners() { (view.link(iri)) " " }
                    @if let Some(year) = self.year { span.badge { (year) } " " }
                    a.more href=(view.href(path)) { (view.say(w::ALL)) }
                }
            }
        }
    }
}

/// Figures, a page at a time.
pub(super) fn figures(narrowed: &Narrowed, view: &View<'_>) -> Page {
    use table::Column::{Document, Indicator, Period, Region, Words};
    let all = narrowed.figures(view.catalogue);
    let address = narrowed.address("/figures");
    let (rows, links) = paging::cut(&all, narrowed.page, &address, view);
    let body = html! {
        (head(view.say(w::FIGURES), &html! { (view.counted(all.len(), w::IN_FIGURES)) }))
        (narrowed.told("/figures", view))
        (links)
        @if rows.is_empty() { p { (view.say(w::NOTHING)) } }
        @else { (table::figures(rows, &[Region, Indicator, Period, Words, Document], view)) }
        (links)
    };
    let sign = if address.contains('?') { '&' } else { '?' };
    Page::new(view.say(w::FIGURES), body)
        .triples(&narrowed.pattern("cetu:Observation"), view)
        .csv(&format!("{address}{sign}format=csv"), view)
}

/// Programs, a page at a time.
pub(super) fn programs(narrowed: &Narrowed, view: &View<'_>) -> Page {
    let owner = narrowed.region.as_deref().or(narrowed.document.as_deref());
    let all: Vec<&Program> = match owner {
        Some(iri) => view.catalogue.programs_of(iri).collect(),
        None => view.catalogue.programs.iter().collect(),
    };
    let (rows, links) = paging::cut(&all, narrowed.page, &narrowed.address("/programs"), view);
    let body = html! {
        (head(view.say(w::PROGRAMS), &html! { (all.len()) " " (view.say(w::PROGRAMS)) }))
        (narrowed.told("/programs", view))
        (links)
        div.scroll role="region" aria-label=(view.say(w::PROGRAMS)) tabindex="0" { table {
            thead { tr {
                th scope="col" { (view.say(w::PROGRAM)) } th scope="col" { (view.say(w::REGION)) }
                th scope="col" { (view.say(w::KIND)) } th scope="col" { (view.say(w::SENTENCE)) }
            } }
            tbody { @for program in rows { tr {
                td { (view.link(&program.iri)) }
                td { @if let Some(region) = &program.region { (view.link(region)) } }
                td { (view.maybe(program.kind.as_ref())) }
                td.words lang="zh-Hans" { (program.evidence.first().map_or("", |quoted| &quoted.exact)) }
            } } }
        } }
        (links)
    };
    let pattern = narrowed.pattern("cetu:Program");
    let table = format!(
        "SELECT ?it ?label ?region WHERE {{ {pattern} ?it rdfs:label ?label ; cetu:region ?region }}"
    );
    Page::new(view.say(w::PROGRAMS), body).triples(&pattern, view).table(&table, view)
}

/// Documents, a page at a time.
pub(super) fn documents(page: usize, view: &View<'_>) -> Page {
    let mut all: Vec<_> = view.catalogue.documents.iter().collect();
    all.sort_by_key(|document| {
        (std::cmp::Reverse(document.year), document.region.clone(), document.iri.clone())
    });
    let (rows, links) = paging::cut(&all, page, "/documents", view);
    let body = html! {
        (head(view.say(w::DOCUMENTS), &html! { (all.len()) " " (view.say(w::DOCUMENTS)) }))
        (links)
        div.scroll role="region" aria-label=(view.say(w::DOCUMENTS)) tabindex="0" { table {
            thead { tr {
                th scope="col" { (view.say(w::DOCUMENT)) } th scope="col" { (view.say(w::REGION)) }
                th.n scope="col" { (view.say(w::YEAR)) } th.n scope="col" { (view.say(w::FIGURES)) }
                th.n scope="col" { (view.say(w::PROGRAMS)) }
            } }
            tbody { @for document in rows { tr {
                td { (view.link(&document.iri)) }
                td { @if let Some(region) = &document.region { (view.link(region)) } }
                td.n { @if let Some(year) = document.year { (year) } }
                td.n { (view.catalogue.figures_of(&document.iri).count()) }
                td.n { (view.catalogue.programs_of(&document.iri).count()) }
            } } }
        } }
        (links)
    };
    let pattern = "?it a cetu:SourceDocument .";
    let table = "SELECT ?it ?title ?region WHERE { ?it a cetu:SourceDocument ; dcterms:title ?title OPTIONAL { ?it cetu:region ?region } }";
    Page::new(view.say(w::DOCUMENTS), body).triples(pattern, view).table(table, view)
}

/// Regions, a page at a time.
pub(super) fn regions(page: usize, view: &View<'_>) -> Page {
    let all: Vec<_> = view.catalogue.regions().collect();
    let (rows, links) = paging::cut(&all, page, "/regions", view);
    let body = html! {
        (head(view.say(w::REGIONS), &html! { (all.len()) " " (view.say(w::REGIONS)) }))
        (links)
        ul.cards.small {
            @for (iri, figures) in rows {
                li { a href=(view.to(iri)) { strong { (view.label(iri)) } span { (view.counted(*figures, w::IN_FIGURES)) } } }
            }
        }
        (links)
    };
    let pattern = "{ SELECT DISTINCT ?it WHERE { ?told cetu:region ?it } }";
    let table = format!(
        "SELECT ?it ?label (COUNT(?figure) AS ?figures) WHERE {{ {pattern} ?it rdfs:label ?label \
         OPTIONAL {{ ?figure cetu:region ?it ; a cetu:Observation }} FILTER(LANG(?label) = \"zh\") }} \
         GROUP BY ?it ?label ORDER BY ?it"
    );
    Page::new(view.say(w::REGIONS), body).triples(pattern, view).table(&table, view)
}

/// Indicators, a page at a time, those that most regions share first.
pub(super) fn indicators(page: usize, view: &View<'_>) -> Page {
    let all = view.catalogue.shared(usize::MAX);
    let (rows, links) = paging::cut(&all, page, "/indicators", view);
    let body = html! {
        (head(view.say(w::INDICATORS), &html! { (all.len()) " " (view.say(w::INDICATORS)) }))
        (links)
        div.scroll role="region" aria-label=(view.say(w::INDICATORS)) tabindex="0" { table {
            thead { tr {
                th scope="col" { (view.say(w::INDICATOR)) } th.n scope="col" { (view.say(w::REGIONS)) }
                th.n scope="col" { (view.say(w::YEARS)) } th.n scope="col" { (view.say(w::FIGURES)) }
            } }
            tbody { @for (iri, spread) in rows { tr {
                td { (view.link(iri)) } td.n { (spread.regions) } td.n { (spread.years) } td.n { (spread.figures) }
            } } }
        } }
        (links)
    };
    as_data(Page::new(view.say(w::INDICATORS), body), view)
}

/// Names the indicators as data.
pub(super) fn as_data(page: Page, view: &View<'_>) -> Page {
    let table = "SELECT ?it ?label (COUNT(?figure) AS ?figures) WHERE { ?figure cetu:indicator ?it . \
                 ?it rdfs:label|skos:prefLabel ?label FILTER(LANG(?label) = \"zh\") } GROUP BY ?it ?label ORDER BY ?it";
    let pattern = "{ SELECT DISTINCT ?it WHERE { ?figure cetu:indicator ?it } }";
    page.triples(pattern, view).table(table, view)
}
