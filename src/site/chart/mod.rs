//! Charts, as SVG made on the server: every mark is a link to its figure. Exact actual figures are filled, hedged ones
//! hatched or hollow, targets dashed; a gap stays empty.

mod bars;
mod lines;
mod scale;
mod slope;
mod tiles;

pub(super) use bars::bars;
pub(super) use lines::lines;
pub(super) use slope::slope;
pub(super) use tiles::tiles;

use super::View;
use crate::catalogue::Figure;
use maud::{Markup, html};
use rust_decimal::prelude::ToPrimitive;

/// The value of a figure as a place on an axis.
fn number(figure: &Figure) -> Option<f64> {
    figure.value?.to_f64()
}

/// A mark that leads to its figure and says what it is.
fn linked(figure: &Figure, mark: &Markup, view: &View<'_>) -> Markup {
    let said = format!("{}：{}", view.gist(figure), figure.signed());
    html! { a href=(view.to(&figure.iri)) aria-label=(said) { title { (said) } (mark) } }
}

/// The hatching of hedged bars and tiles, and of those that fall; once a page.
pub(in crate::site) fn hatching() -> Markup {
    html! {
        svg.hatching width="0" height="0" aria-hidden="true" { defs {
            @for (id, ink) in [("hatch", "ink"), ("hatch-fall", "ink fall")] {
                pattern id=(id) width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.wash width="6" height="6" {}
                    rect class=(ink) width="2.4" height="6" {}
                }
            }
        } }
    }
}

/// A number for SVG, a tenth of a point exact.
fn at(value: f64) -> String {
    format!("{value:.1}")
}
