use super::cell::{number, year};
use crate::lexicon::Lexicon;
use crate::text::{Row, Span, Table};

/// Most lines that make up the head of a table.
const HEADS: usize = 3;

/// A table with its head told from its body.
pub(super) struct Grid<'a> {
    /// Lines of column heads.
    pub(super) heads: &'a [Row],
    /// Lines with numbers, and those between them.
    pub(super) body: &'a [Row],
}

/// Tells head from body: the head is the lines at the top that have no number but years.
pub(super) fn grid<'a>(chars: &[char], table: &'a Table, lexicon: &Lexicon<'_>) -> Grid<'a> {
    let value = |cell: Span| number(chars, cell, lexicon).is_some() && year(chars, cell).is_none();
    let numbers = |row: &Row| row.filled().any(value);
    let heads = table.rows.iter().take_while(|row| !numbers(row)).count();
    // A line with one cell just above the first numbers heads its rows, not the columns.
    let alone = |row: &Row| row.filled().count() == 1;
    let titles = table.rows[..heads].iter().rev().take_while(|row| alone(row)).count();
    let heads = heads - titles.min(heads.saturating_sub(1));
    let (heads, body) = table.rows.split_at(heads.min(HEADS));
    Grid { heads, body }
}

impl Grid<'_> {
    /// The cells above a cell, from the top: those of its column, or the ones to their left that span it.
    pub(super) fn above(&self, row: &Row, column: usize) -> Vec<Span> {
        let last = self.heads.len().saturating_sub(1);
        let cells = self.heads.iter().enumerate().filter_map(|(index, head)| {
            // Lines that were given spacer cells, or lost them, go by the order of what is filled.
            let (cells, column): (Vec<Span>, usize) = if head.cells.len() == row.cells.len() {
                (head.cells.clone(), column)
            } else {
                let place = row.cells[..column].iter().filter(|cell| !cell.is_empty()).count();
                let filled: Vec<Span> = head.filled().collect();
                if filled.len() != row.filled().count() {
                    return None;
                }
                (filled, place)
            };
            let own = cells.get(column).copied().filter(|cell| !cell.is_empty());
            // In the upper lines of a head a cell may span those to its right; the first column spans nothing.
            let left = || {
                cells[..column.min(cells.len())].iter().enumerate().rev().find(|(_, cell)| !cell.is_empty())
            };
            let spanning = || left().filter(|(at, _)| *at > 0).map(|(_, cell)| *cell);
            own.or_else(|| if index < last { spanning() } else { None })
        });
        cells.collect()
    }

    /// Whether a line of the head names a column by itself: 单位, 序号.
    pub(super) fn column(&self, chars: &[char], names: &[&str]) -> Option<usize> {
        self.heads.iter().find_map(|head| {
            head.cells.iter().position(|cell| names.contains(&squeeze(chars, *cell).as_str()))
        })
    }
}

/// Words without white space between Chinese characters: 指 标.
pub(super) fn squeeze(chars: &[char], words: Span) -> String {
    let words = &chars[words.start..words.end];
    let kept = words.iter().enumerate().filter(|(at, c)| {
        let latin = |at: Option<&char>| at.is_some_and(char::is_ascii_alphanumeric);
        !c.is_whitespace() || (latin(words.get(at.wrapping_sub(1))) && latin(words.get(at + 1)))
    });
    kept.map(|(_, c)| *c).collect()
}
