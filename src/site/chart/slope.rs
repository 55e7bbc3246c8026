use super::super::View;
use super::super::compare::drawn;
use super::lines::point;
use super::scale::{Scale, apart, extent};
use super::{at, linked, number};
use crate::catalogue::{Figure, Name};
use crate::compare::Series;
use maud::{Markup, html};

const WIDTH: f64 = 720.0;
const SIDE: f64 = 230.0;
const ROW: f64 = 22.0;

/// The two years that most regions have actual figures of both of: a line a region from the one to the other.
pub(in crate::site) fn slope(
    series: &Series<'_>,
    country: bool,
    title: &str,
    view: &View<'_>,
) -> Option<Markup> {
    let wanted = drawn(series.rows.iter().filter_map(|row| row.region), country);
    let years: Vec<&str> = series.years().collect();
    let rows = |from: &str, to: &str| -> Vec<(&Name, &Figure, &Figure)> {
        series
            .rows
            .iter()
            .filter_map(|row| {
                let region = row.region.filter(|region| wanted(region))?;
                let actual = |year: &str| {
                    let at = series.periods.iter().position(|period| period == year)?;
                    row.cells[at]
                        .iter()
                        .copied()
                        .find(|figure| figure.has_role("actual") && figure.value.is_some())
                };
                Some((region, actual(from)?, actual(to)?))
            })
            .collect()
    };
    let pairs =
        years.iter().enumerate().flat_map(|(at, from)| years[at + 1..].iter().map(move |to| (*from, *to)));
    let (from, to) = pairs.max_by_key(|(from, to)| (rows(from, to).len(), *to, std::cmp::Reverse(*from)))?;
    let rows = rows(from, to);
    if rows.len() < 2 {
        return None;
    }
    let nought = series.likeness.is_change();
    let values = rows.iter().flat_map(|(_, a, b)| [number(a), number(b)]).flatten();
    #[allow(clippy::cast_precision_loss)]
    let height = (rows.len() as f64 * ROW + 60.0).max(220.0);
    let y = Scale::new(extent(values, nought), (height - 24.0, 48.0));
    let side = |right: bool| {
        let mut side: Vec<(f64, &Name, &Figure)> = rows
            .iter()
            .filter_map(|(region, a, b)| {
                let figure = if right { *b } else { *a };
                Some((y.at(number(figure)?), *region, figure))
            })
            .collect();
        side.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut places: Vec<f64> = side.iter().map(|(place, _, _)| *place).collect();
        apart(&mut places, 16.0, height - 14.0);
        places.into_iter().zip(side).collect::<Vec<_>>()
    };
    let (left, right) = (SIDE, WIDTH - SIDE);
    Some(html! {
        svg.chart.slope viewBox={ "0 0 " (WIDTH) " " (at(height)) } role="group" aria-label=(title) {
            text.head x=(left) y="20" text-anchor="end" { (from) }
            text.head x=(right) y="20" { (to) }
            @if nought { line.axis x1=(left) x2=(right) y1=(at(y.at(0.0))) y2=(at(y.at(0.0))) {} }
            @for (_, a, b) in &rows {
                @if let (Some(from), Some(to)) = (number(a), number(b)) {
                    line.stroke x1=(left) x2=(right) y1=(at(y.at(from))) y2=(at(y.at(to))) {}
                }
            }
            @for (place, (dot, region, figure)) in side(false) {
                (linked(figure, &html! {
                    (point(left, dot, figure))
                    text.label x=(left - 12.0) y=(at(place + 4.0)) text-anchor="end" { (view.name(region)) " " tspan.worth { (figure.signed()) } }
                }, view))
            }
            @for (place, (dot, region, figure)) in side(true) {
                (linked(figure, &html! {
                    (point(right, dot, figure))
                    text.label x=(right + 12.0) y=(at(place + 4.0)) { tspan.worth { (figure.signed()) } " " (view.name(region)) }
                }, view))
            }
        }
    })
}
