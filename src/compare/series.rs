use crate::catalogue::{Figure, Name};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Figures that can be compared with each other, as a table of regions and periods.
#[derive(Debug, Clone)]
pub struct Series<'a> {
    /// What they have in common.
    pub likeness: Likeness<'a>,
    /// Their periods in order, `2017` or `2017-06`; empty is none told.
    pub periods: Vec<String>,
    /// A row a region, in the order of the regions' codes.
    pub rows: Vec<Row<'a>>,
    /// How many figures there are.
    pub figures: usize,
}

/// What figures have in common that can be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness<'a> {
    /// The unit of all of them.
    pub unit: Option<&'a Name>,
    /// Level, rate, share, change …
    pub aspect: Option<&'a Name>,
    /// What changes are measured against.
    pub comparison: Option<&'a Name>,
    /// Whether they are counted up from some beginning, recur, or stand; nothing for those of their period.
    pub basis: Option<&'a Name>,
    /// Whom they are about.
    pub groups: Vec<&'a Name>,
}

/// The figures of a region.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The region, when it is told.
    pub region: Option<&'a Name>,
    /// One a period; empty where there is no figure.
    pub cells: Vec<Cell<'a>>,
}

/// The figures of a region in a period: none, one, or what several sources say.
pub type Cell<'a> = Vec<&'a Figure>;

impl<'a> Likeness<'a> {
    pub(super) fn of(figure: &'a Figure) -> Self {
        // Something in a year and at the end of a year is the same to the reports.
        let usual = |iri: &&Name| iri.ends_with("/basis-in-period") || iri.ends_with("/basis-at-end");
        Self {
            unit: figure.unit.as_ref(),
            aspect: figure.aspect.as_ref(),
            comparison: figure.comparison.as_ref(),
            basis: figure.basis.as_ref().filter(|iri| !usual(iri)),
            groups: figure.groups.iter().collect(),
        }
    }

    /// Whether the values are changes, which are read from nought on, up or down.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.aspect.is_some_and(|iri| iri.ends_with("/aspect-change"))
    }

    /// Whether the values of a part and of the whole can stand on one scale: rates and shares can, amounts cannot.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        !self.aspect.is_none_or(|iri| iri.ends_with("/aspect-level"))
    }
}

impl<'a> Series<'a> {
    pub(super) fn new(likeness: Likeness<'a>, figures: Vec<&'a Figure>) -> Self {
        let count = figures.len();
        let periods: BTreeSet<String> = figures.iter().map(|figure| figure.period()).collect();
        let periods: Vec<String> = periods.into_iter().collect();
        let mut rows: BTreeMap<Option<&'a Name>, Vec<Cell<'a>>> = BTreeMap::new();
        for figure in figures {
            let cells = rows.entry(figure.region.as_ref()).or_insert_with(|| vec![Vec::new(); periods.len()]);
            if let Ok(at) = periods.binary_search(&figure.period()) {
                cells[at].push(figure);
            }
        }
        for cell in rows.values_mut().flatten() {
            // Actual figures before targets.
            cell.sort_by_key(|figure| {
                (!figure.has_role("actual"), Reverse(figure.value), figure.iri.clone())
            });
        }
        let rows = rows.into_iter().map(|(region, cells)| Row { region, cells }).collect();
        Self { likeness, periods, rows, figures: count }
    }

    /// The figures of a period, by region.
    pub fn at(&self, period: &str) -> impl Iterator<Item = (Option<&'a Name>, &Cell<'a>)> {
        let at = self.periods.iter().position(|known| known == period);
        self.rows
            .iter()
            .filter_map(move |row| Some((row.region, row.cells.get(at?)?)))
            .filter(|(_, cell)| !cell.is_empty())
    }

    /// The periods that are whole years.
    pub fn years(&self) -> impl Iterator<Item = &str> {
        self.periods
            .iter()
            .map(String::as_str)
            .filter(|period| period.len() == 4 && period.bytes().all(|digit| digit.is_ascii_digit()))
    }

    /// The year that most regions have an actual figure of, or any; the last among equals.
    #[must_use]
    pub fn fullest(&self) -> Option<&str> {
        let count = |year: &&str| {
            let actual = |cell: &Cell<'_>| cell.iter().any(|figure| figure.has_role("actual"));
            (self.at(year).filter(|(_, cell)| actual(cell)).count(), self.at(year).count())
        };
        self.years().max_by_key(count).or_else(|| self.periods.last().map(String::as_str))
    }
}
