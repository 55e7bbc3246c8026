//! Comparing: one indicator across regions and years, as the graph has it.
//!
//! Only like is set beside like: figures in one unit, of one aspect, about the same people. What the graph does not
//! have is an empty cell; what two sources say of one cell stands there twice.

mod series;
mod write;

pub use series::{Cell, Row, Series};

pub use write::{CompareFormat, write, write_figures};

use crate::catalogue::{Catalogue, Figure, Name};
use series::Likeness;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// An indicator's figures, set beside each other.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// The indicator.
    pub indicator: &'a Name,
    /// Figures that can be compared, those with the most regions first.
    pub series: Vec<Series<'a>>,
}

impl<'a> Comparison<'a> {
    /// Compares the figures of an indicator.
    #[must_use]
    pub fn of(indicator: &'a Name, catalogue: &'a Catalogue) -> Self {
        let mut like: BTreeMap<Likeness<'a>, Vec<&'a Figure>> = BTreeMap::new();
        for figure in catalogue.figures_of(indicator) {
            like.entry(Likeness::of(figure)).or_default().push(figure);
        }
        let mut series: Vec<Series<'a>> =
            like.into_iter().map(|(likeness, figures)| Series::new(likeness, figures)).collect();
        // Levels before changes and shares, among equals.
        series.sort_by_key(|series| {
            (Reverse((series.rows.len(), series.figures)), series.likeness.is_relative())
        });
        Self { indicator, series }
    }
}
