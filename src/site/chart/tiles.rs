use super::super::Language;
use super::super::View;
use super::super::view::{shape, valued};
use super::scale::{Scale, extent};
use super::{at, linked, number};
use crate::catalogue::{Figure, Name};
use crate::ontology::ID;
use maud::{Markup, html};
use rust_decimal::Decimal;

const SIZE: f64 = 60.0;

/// The provinces as tiles: code, column, row.
const TILES: [(&str, u8, u8); 34] = [
    ("230000", 9, 0),
    ("650000", 1, 1),
    ("150000", 6, 1),
    ("220000", 9, 1),
    ("620000", 3, 2),
    ("640000", 4, 2),
    ("140000", 6, 2),
    ("110000", 7, 2),
    ("120000", 8, 2),
    ("210000", 9, 2),
    ("630000", 2, 3),
    ("610000", 5, 3),
    ("410000", 6, 3),
    ("130000", 7, 3),
    ("370000", 8, 3),
    ("540000", 1, 4),
    ("510000", 4, 4),
    ("500000", 5, 4),
    ("420000", 6, 4),
    ("340000", 7, 4),
    ("320000", 8, 4),
    ("310000", 9, 4),
    ("520000", 5, 5),
    ("430000", 6, 5),
    ("360000", 7, 5),
    ("330000", 8, 5),
    ("530000", 4, 6),
    ("450000", 5, 6),
    ("440000", 6, 6),
    ("350000", 7, 6),
    ("710000", 9, 6),
    ("460000", 5, 7),
    ("820000", 6, 7),
    ("810000", 7, 7),
];

/// A tile a province, the darker the greater its figure; one without a figure is empty. Changes are shaded from nought
/// on, decreases in a colour of their own.
pub(in crate::site) fn tiles(figures: &[(&Name, &Figure)], title: &str, view: &View<'_>) -> Option<Markup> {
    let of = |code: &str| {
        let iri = format!("{ID}region/{code}");
        // A province's first figure: actual before target, see the cells of a series.
        let found = figures.iter().find(|(region, _)| ***region == *iri).map(|(_, figure)| *figure);
        (iri, found)
    };
    let drawn = TILES.iter().filter_map(|(code, _, _)| of(code).1);
    let values: Vec<f64> = drawn.filter_map(number).collect();
    if values.is_empty() {
        return None;
    }
    let change = figures.iter().any(|(_, figure)| figure.is_change());
    let size = move |value: f64| if change { value.abs() } else { value };
    let shade = Scale::new(extent(values.iter().copied().map(size), change), (0.18, 0.92));
    let height = 8.0 * SIZE;
    Some(html! {
        svg.chart.tiles viewBox={ "36 0 " (9.0 * SIZE + 4.0) " " (height) } role="group" aria-label=(title) {
            @for (code, column, row) in &TILES {
                @let (iri, figure) = of(code);
                @let (x, y) = (f64::from(*column) * SIZE - 20.0, f64::from(*row) * SIZE + 2.0);
                @match figure {
                    Some(figure) => {
                        @let value = number(figure).unwrap_or_default();
                        @let depth = shade.at(size(value));
                        (linked(figure, &html! {
                            rect.paper x=(at(x)) y=(at(y)) width="56" height="56" rx="3" {}
                            rect.tile.(shape(figure)).fall[change && value < 0.0] x=(at(x)) y=(at(y)) width="56" height="56" rx="3" fill-opacity=(format!("{depth:.2}")) {}
                            (words(&iri, x, y, depth > 0.55 && shape(figure) == "exact", view))
                            text.small.strong[depth > 0.55 && shape(figure) == "exact"] x=(at(x + 28.0)) y=(at(y + 43.0)) text-anchor="middle" { (worth(figure, view.language)) }
                        }, view))
                    },
                    None => {
                        rect.tile.gap x=(at(x)) y=(at(y)) width="56" height="56" rx="3" {}
                        (words(&iri, x, y, false, view))
                    },
                }
            }
        }
    })
}

/// What a province is called on its tile.
fn words(iri: &str, x: f64, y: f64, strong: bool, view: &View<'_>) -> Markup {
    let name = view.catalogue.label(iri).map(|label| short(label.zh())).unwrap_or_default();
    html! { text.name.strong[strong] x=(at(x + 28.0)) y=(at(y + 25.0)) text-anchor="middle" lang="zh-Hans" { (name) } }
}

/// The name of a province without what sort of region it is: 浙江, 内蒙古.
fn short(name: &str) -> String {
    let length = if name.starts_with("内蒙古") || name.starts_with("黑龙江") { 3 } else { 2 };
    name.chars().take(length).collect()
}

/// A number as short as a tile needs it; its unit stands above the map.
fn worth(figure: &Figure, language: Language) -> String {
    let Some(value) = figure.value else { return String::new() };
    let steps: [(i64, &str); 3] = match language {
        Language::Zh => [(1_0000_0000, "亿"), (1_0000, "万"), (1, "")],
        Language::En => [(1_000_000_000, "bn"), (1_000_000, "M"), (1, "")],
    };
    let step = steps.iter().find(|(size, _)| value.abs() >= Decimal::from(*size)).unwrap_or(&steps[2]);
    let short = (value / Decimal::from(step.0)).round_sf(4).unwrap_or(value);
    let percent = if figure.text.contains('%') { "%" } else { "" };
    format!("{}{}{percent}", valued(figure, short), step.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_province_has_a_tile_of_its_own() {
        let places: BTreeSet<(u8, u8)> = TILES.iter().map(|(_, column, row)| (*column, *row)).collect();
        let codes: BTreeSet<&str> = TILES.iter().map(|(code, _, _)| *code).collect();
        assert_eq!((places.len(), codes.len()), (34, 34));
    }
}
