use super::super::View;
use super::super::compare::drawn;
use super::super::view::{grouped, shape};
use super::scale::{Scale, apart, extent};
use super::{at, linked, number};
use crate::catalogue::{Figure, Name};
use crate::compare::Series;
use maud::{Markup, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 360.0;
const LEFT: f64 = 84.0;
const RIGHT: f64 = 116.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 32.0;
/// Lines that can still be told apart.
const MOST: usize = 8;

/// A region with its figures: the year, the figure, its value.
type Row<'a> = (&'a Name, Vec<(i32, &'a Figure, f64)>);

/// A line a region over the years, broken where a year is missing. Targets stand beside the lines, not on them.
pub(in crate::site) fn lines(
    series: &Series<'_>,
    country: bool,
    title: &str,
    view: &View<'_>,
) -> Option<Markup> {
    let years: Vec<(i32, usize)> = series
        .periods
        .iter()
        .enumerate()
        .filter_map(|(at, period)| Some((period.parse().ok().filter(|_| period.len() == 4)?, at)))
        .collect();
    let wanted = drawn(series.rows.iter().filter_map(|row| row.region), country);
    let mut rows: Vec<Row<'_>> = series
        .rows
        .iter()
        .filter_map(|row| Some((row.region?, &row.cells)))
        .filter(|(region, _)| wanted(region))
        .map(|(region, cells)| {
            let points = years.iter().flat_map(|&(year, at)| {
                cells[at].iter().filter_map(move |figure| Some((year, *figure, number(figure)?)))
            });
            (region, points.collect::<Vec<_>>())
        })
        .filter(|(_, points)| points.first().map(|point| point.0) != points.last().map(|point| point.0))
        .collect();
    // Those with most actual years first.
    rows.sort_by_key(|(region, points)| {
        (std::cmp::Reverse((actual(points).len(), points.len())), (*region).clone())
    });
    rows.truncate(MOST);
    let values = || rows.iter().flat_map(|(_, points)| points.iter());
    let from = values().map(|point| point.0).min()?;
    let to = values().map(|point| point.0).max()?;
    let nought = series.likeness.is_change() || !series.likeness.is_relative();
    let (least, most) = extent(values().map(|point| point.2), nought);
    let x = Scale::new((f64::from(from), f64::from(to)), (LEFT, WIDTH - RIGHT));
    let y = Scale::new((least, most), (HEIGHT - BOTTOM, TOP));
    let mut ends: Vec<(f64, &Name)> =
        rows.iter().filter_map(|(region, points)| Some((y.at(points.last()?.2), *region))).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut places: Vec<f64> = ends.iter().map(|(place, _)| *place).collect();
    apart(&mut places, 15.0, HEIGHT - BOTTOM);
    // Where values lie on both sides of nought, it is the baseline, and no other tick comes close to it.
    let baseline = (least < 0.0 && most > 0.0).then(|| y.at(0.0));
    let ticks = (0..=4).map(|step| least + (most - least) * f64::from(step) / 4.0);
    let ticks = ticks.filter(|tick| baseline.is_none_or(|nought| (y.at(*tick) - nought).abs() > 14.0));
    Some(html! {
        svg.chart.lines viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="group" aria-label=(title) {
            @for tick in ticks {
                line.grid x1=(LEFT) x2=(WIDTH - RIGHT) y1=(at(y.at(tick))) y2=(at(y.at(tick))) {}
                text.tick x=(LEFT - 8.0) y=(at(y.at(tick) + 4.0)) text-anchor="end" { (rounded(tick)) }
            }
            @if let Some(nought) = baseline {
                line.axis x1=(LEFT) x2=(WIDTH - RIGHT) y1=(at(nought)) y2=(at(nought)) {}
                text.tick x=(LEFT - 8.0) y=(at(nought + 4.0)) text-anchor="end" { "0" }
            }
            @for year in from..=to {
                @if to - from <= 12 || (year - from) % 5 == 0 {
                    text.tick x=(at(x.at(f64::from(year)))) y=(HEIGHT - 10.0) text-anchor="middle" { (year) }
                }
            }
            @for (at_row, (_, points)) in rows.iter().enumerate() {
                g class={ "line l" (at_row) } {
                    @for pair in actual(points).windows(2).filter(|pair| pair[1].0 - pair[0].0 == 1) {
                        line.stroke x1=(at(x.at(f64::from(pair[0].0)))) y1=(at(y.at(pair[0].1)))
                            x2=(at(x.at(f64::from(pair[1].0)))) y2=(at(y.at(pair[1].1))) {}
                    }
                    @for (year, figure, value) in points {
                        (linked(figure, &point(x.at(f64::from(*year)), y.at(*value), figure), view))
                    }
                }
            }
            @for (place, (_, region)) in places.iter().zip(&ends) {
                text.label x=(WIDTH - RIGHT + 12.0) y=(at(place + 4.0)) { (view.name(region)) }
            }
        }
    })
}

/// The points that a line joins: one actual figure a year.
fn actual(points: &[(i32, &Figure, f64)]) -> Vec<(i32, f64)> {
    let mut joined: Vec<(i32, f64)> = Vec::new();
    for (year, figure, value) in points {
        if figure.has_role("actual") && joined.last().is_none_or(|(last, _)| last != year) {
            joined.push((*year, *value));
        }
    }
    joined
}

/// A filled dot, a hollow one for a hedge, a diamond for a target.
pub(super) fn point(x: f64, y: f64, figure: &Figure) -> Markup {
    html! {
        circle.hit cx=(at(x)) cy=(at(y)) r="11" {}
        @if figure.has_role("actual") {
            circle.dot.(shape(figure)) cx=(at(x)) cy=(at(y)) r="4.5" {}
        } @else {
            path.dot.target d={ "M" (at(x)) " " (at(y - 6.0)) "l6 6l-6 6l-6 -6z" } {}
        }
    }
}

fn rounded(value: f64) -> String {
    let digits = if value.abs() >= 100.0 { 0 } else { 2 };
    Decimal::from_f64(value).map_or_else(String::new, |value| grouped(value.round_dp(digits)))
}
