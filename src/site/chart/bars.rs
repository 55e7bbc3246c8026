use super::super::View;
use super::super::view::shape;
use super::scale::{Scale, extent};
use super::{at, linked, number};
use crate::catalogue::{Figure, Name};
use maud::{Markup, html};
use std::collections::HashMap;

const WIDTH: f64 = 440.0;
const LABEL: f64 = 112.0;
const VALUE: f64 = 96.0;
const ROW: f64 = 26.0;

/// A bar a figure, the region with the longest first; what else is told of a region lies below it.
pub(in crate::site) fn bars(figures: &[(&Name, &Figure)], title: &str, view: &View<'_>) -> Markup {
    let mut drawn: Vec<(&Name, &Figure, f64)> =
        figures.iter().filter_map(|(region, figure)| Some((*region, *figure, number(figure)?))).collect();
    let mut longest: HashMap<&Name, f64> = HashMap::new();
    for (region, _, value) in &drawn {
        let known = longest.entry(*region).or_insert(*value);
        *known = known.max(*value);
    }
    drawn.sort_by(|a, b| {
        let regions = longest[b.0].total_cmp(&longest[a.0]).then_with(|| a.0.cmp(b.0));
        let roles = || b.1.has_role("actual").cmp(&a.1.has_role("actual"));
        regions.then_with(roles).then_with(|| b.2.total_cmp(&a.2)).then_with(|| a.1.iri.cmp(&b.1.iri))
    });
    let (least, most) = extent(drawn.iter().map(|(_, _, value)| *value), true);
    let scale = Scale::new((least, most), (LABEL, WIDTH - VALUE));
    #[allow(clippy::cast_precision_loss)]
    let height = drawn.len() as f64 * ROW + 8.0;
    let zero = scale.at(0.0);
    html! {
        svg.chart.bars viewBox={ "0 0 " (WIDTH) " " (height) } role="group" aria-label=(title) {
            @for (row, (region, figure, value)) in drawn.iter().enumerate() {
                @let top = f64::from(u32::try_from(row).unwrap_or_default()) * ROW + 4.0;
                @let (from, to) = (scale.at(value.min(0.0)), scale.at(value.max(0.0)));
                (linked(figure, &html! {
                    rect.hit x="0" y=(at(top)) width=(WIDTH) height=(ROW) {}
                    text.label x=(at(LABEL - 10.0)) y=(at(top + 17.0)) text-anchor="end" { @if row == 0 || drawn[row - 1].0 != *region { (view.name(region)) } }
                    rect.bar.(shape(figure)).fall[*value < 0.0] x=(at(from)) y=(at(top + 4.0)) width=(at((to - from).max(1.5))) height=(at(ROW - 8.0)) {}
                    text.worth x=(at(to.max(zero) + 8.0)) y=(at(top + 17.0)) { (figure.signed()) }
                }, view))
            }
            line.axis x1=(at(zero)) x2=(at(zero)) y1="0" y2=(at(height)) {}
        }
    }
}
