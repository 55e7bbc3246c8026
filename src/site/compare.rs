use super::chart::{bars, hatching, lines, slope, tiles};
use super::layout::{Page, head};
use super::words as w;
use super::{View, segment};
use crate::catalogue::{Figure, Name};
use crate::compare::{Comparison, Series};
use crate::ontology::ID;
use maud::{Markup, html};

/// Series that are drawn; the others are tables.
const DRAWN: usize = 4;
/// Series that are shown at all.
const SHOWN: usize = 24;
/// Indicators to choose from.
const CHOICE: usize = 60;

/// Whether a region is the whole country, which no amount of a region can stand beside.
pub(super) fn is_country(region: &str) -> bool {
    region.strip_prefix(ID) == Some("region/100000")
}

/// The regions to draw as lines: the provinces, or all when there are not two of them. The whole country only where it
/// can stand beside its parts.
pub(super) fn drawn<'a>(rows: impl Iterator<Item = &'a Name>, country: bool) -> impl Fn(&str) -> bool {
    let province = |region: &str| region.strip_prefix(ID).is_some_and(|code| code.ends_with("0000"));
    let provinces = rows.filter(|region| province(region) && !is_country(region)).count();
    move |region: &str| if is_country(region) { country } else { provinces < 2 || province(region) }
}

/// The page to choose an indicator on, with those that come near what was asked for.
pub(super) fn choose(asked: &str, near: &[&Name], view: &View<'_>) -> Page {
    let body = html! {
        (head(view.say(w::COMPARE), &html! { (view.say(w::CHOOSE)) }))
        (form(asked, view))
        @if !asked.is_empty() {
            @if near.is_empty() {
                p {
                    (view.say(w::NOTHING))
                    @if let Some(name) = view.catalogue.nearest_indicator(asked) {
                        " " (view.say(w::DID_YOU_MEAN)) " "
                        a href=(view.href(&format!("/compare?indicator={}", segment(name)))) { (view.zh(name)) }
                    }
                }
            }
            ul.flow { @for iri in near.iter().take(CHOICE) { li { (view.link(iri)) } } }
        } @else {
            ul.cards {
                @for (iri, spread) in view.catalogue.shared(CHOICE) {
                    li { a href=(view.to(iri)) {
                        strong { (view.label(iri)) }
                        span { (view.counted(spread.regions, w::IN_REGIONS)) " · " (view.counted(spread.figures, w::IN_FIGURES)) }
                    } }
                }
            }
        }
    };
    super::list::as_data(Page::new(view.say(w::COMPARE), body), view)
}

fn form(asked: &str, view: &View<'_>) -> Markup {
    html! {
        form.big action={ (view.root) "/compare" } method="get" {
            @if view.chosen { input type="hidden" name="lang" value=(view.language.code()); }
            label for="indicator" { (view.say(w::INDICATOR)) }
            div {
                input #indicator type="text" name="indicator" value=(asked) list="indicators" autocomplete="off";
                button type="submit" { (view.say(w::COMPARE)) }
            }
            datalist #indicators { @for (iri, _) in view.catalogue.shared(CHOICE) { option value=(view.name(iri)) {} } }
        }
    }
}

/// The page of an indicator: its figures set beside each other.
pub(super) fn page(indicator: &Name, year: Option<&str>, view: &View<'_>) -> Page {
    let comparison = Comparison::of(indicator, view.catalogue);
    let body = html! {
        (head(view.say(w::COMPARE), &view.label(indicator)))
        (about(indicator, view))
        (hatching())
        @for (at, series) in comparison.series.iter().take(SHOWN).enumerate() {
            @if at == 1 { p.note { (view.say(w::NOT_LIKE)) } }
            (one(indicator, series, at, year, view))
        }
        (form("", view))
    };
    let csv = format!("/compare?format=csv&indicator={}", segment(indicator));
    Page::new(format!("{} {}", view.say(w::COMPARE), view.name(indicator)), body)
        .about(indicator, view)
        .csv(&csv, view)
}

fn about(indicator: &Name, view: &View<'_>) -> Markup {
    let label = view.catalogue.label(indicator);
    html! {
        @if let Some(label) = label.filter(|label| !label.others.is_empty()) {
            p.quiet { (view.say(w::NAMED)) " " span lang="zh-Hans" { (label.others.join("、")) } }
        }
        p.badges {
            a href=(view.href(&format!("/figures?indicator={}", segment(indicator)))) {
                (view.counted(view.catalogue.figures_of(indicator).count(), w::IN_FIGURES))
            }
        }
    }
}

/// What the figures of a series have in common, in words.
fn heading(series: &Series<'_>, view: &View<'_>) -> Markup {
    let likeness = &series.likeness;
    // A level is what one expects.
    let aspect = likeness.aspect.filter(|_| likeness.is_relative());
    let told = [aspect, likeness.comparison, likeness.basis];
    let others = told.into_iter().flatten().chain(likeness.groups.iter().copied());
    html! {
        @if let Some(unit) = likeness.unit { (view.say(w::UNIT)) (view.label(unit)) }
        @for (at, iri) in others.enumerate() { @if at > 0 || likeness.unit.is_some() { " · " } (view.label(iri)) }
    }
}

fn one(indicator: &Name, series: &Series<'_>, at: usize, year: Option<&str>, view: &View<'_>) -> Markup {
    let relative = series.likeness.is_relative();
    let year = year.filter(|year| series.at(year).next().is_some()).or_else(|| series.fullest());
    let figures: Vec<(&Name, &Figure)> = year
        .map(|year| {
            let cells = series.at(year).filter_map(|(region, cell)| Some((region?, cell)));
            let cells = cells.filter(|(region, _)| relative || !is_country(region));
            cells.flat_map(|(region, cell)| cell.iter().map(move |figure| (region, *figure))).collect()
        })
        .unwrap_or_default();
    let drawn = at < DRAWN && series.rows.len() > 1;
    let title = |word: w::Text| format!("{}：{}", view.name(indicator), view.say(word));
    let country = series.rows.iter().any(|row| row.region.is_some_and(|region| is_country(region)));
    html! {
        section.series id={ "s" (at + 1) } {
            h2 { (heading(series, view)) }
            @if drawn {
                @if figures.len() > 1 {
                    (years(indicator, series, year, at, view))
                    div.charts {
                        figure { figcaption { (view.say(w::BARS)) " " (year.unwrap_or_default()) } div.scroll role="region" aria-label=(title(w::BARS)) tabindex="0" { (bars(&figures, &title(w::BARS), view)) } }
                        @if let Some(map) = tiles(&figures, &title(w::MAP), view) {
                            figure { figcaption { (view.say(w::MAP)) " " (year.unwrap_or_default()) } div.scroll role="region" aria-label=(title(w::MAP)) tabindex="0" { (map) } }
                        }
                    }
                }
                @if let Some(lines) = lines(series, relative, &title(w::LINES), view) {
                    figure { figcaption { (view.say(w::LINES)) } div.scroll role="region" aria-label=(title(w::LINES)) tabindex="0" { (lines) } }
                }
                @if let Some(slope) = slope(series, relative, &title(w::SLOPE), view) {
                    figure { figcaption { (view.say(w::SLOPE)) } div.scroll role="region" aria-label=(title(w::SLOPE)) tabindex="0" { (slope) } }
                }
                (legend(series.likeness.is_change(), view))
                @if country && !relative { p.quiet { (view.say(w::COUNTRY_APART)) } }
            }
            (table(series, view))
            @if series.rows.iter().any(|row| row.cells.iter().any(|cell| cell.len() > 1)) { p.quiet { (view.say(w::SAME_CELL)) } }
        }
    }
}

/// The years to look at.
fn years(indicator: &Name, series: &Series<'_>, shown: Option<&str>, at: usize, view: &View<'_>) -> Markup {
    let page = view.page_of(indicator);
    html! {
        @if let Some(page) = page.filter(|_| series.periods.len() > 1) {
            nav.years aria-label=(view.say(w::YEAR)) {
                @for period in series.periods.iter().filter(|period| !period.is_empty()) {
                    a href=(view.href(&format!("{page}?year={}#s{}", segment(period), at + 1)))
                        aria-current=[(Some(period.as_str()) == shown).then_some("true")] { (period) }
                }
            }
        }
    }
}

fn legend(change: bool, view: &View<'_>) -> Markup {
    html! {
        p.legend {
            @if change { span.key.exact {} (view.say(w::INCREASE)) " " span.key.exact.fall {} (view.say(w::DECREASE)) " " }
            @else { span.key.exact {} (view.say(w::EXACT)) " " }
             span.key.hedged {} (view.say(w::HEDGED)) " "
            span.key.target {} (view.say(w::TARGETS)) " / " (view.say(w::PARAMETER)) " " span.key.gap {} (view.say(w::GAP))
        }
    }
}

fn table(series: &Series<'_>, view: &View<'_>) -> Markup {
    html! {
        div.scroll role="region" aria-label=(view.say(w::TABLE)) tabindex="0" { table.matrix {
            thead { tr {
                th scope="col" { (view.say(w::REGION)) }
                @for period in &series.periods { th.n scope="col" { @if period.is_empty() { (view.say(w::NO_YEAR)) } @else { (period) } } }
            } }
            tbody { @for row in &series.rows { tr {
                th scope="row" { @if let Some(region) = row.region { (view.link(region)) } @else { "—" } }
                @for cell in &row.cells { td.n.gap[cell.is_empty()] {
                    @for figure in cell { div { (view.figure(figure)) } }
                } }
            } } }
        } }
    }
}
