use crate::correct::Subject;
use crate::export::{Sheet, runs};
use calamine::{Data, Reader, Xlsx};
use std::collections::HashMap;
use std::io::Cursor;
use std::path::Path;

/// A row of a sheet: its cells by the name of their column, empty ones left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Which row it is, counted from 1 with the header.
    pub number: usize,
    /// What sort of fact its sheet is about.
    pub fact: Subject,
    /// Cells by the name of their column.
    pub cells: HashMap<String, String>,
}

impl Row {
    /// The cell of a column; empty when there is nothing in it.
    #[must_use]
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Whether the sheet has the column.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.cells.contains_key(column)
    }
}

/// A sheet that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {why}")]
pub struct SheetError {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub why: String,
}

/// Reads the figures and programs of an edited workbook, or the ones of a CSV file.
///
/// # Errors
/// When it is neither, or has no column `quote`.
pub fn open(path: &Path) -> Result<Vec<Row>, SheetError> {
    let failed = |why: String| SheetError { file: path.display().to_string(), why };
    let bytes = std::fs::read(path).map_err(|error| failed(error.to_string()))?;
    let tables =
        if bytes.starts_with(b"PK") { workbook(bytes) } else { csv(&bytes).map(|table| vec![table]) };
    let tables: Vec<_> = tables.map_err(failed)?.into_iter().filter_map(rows).collect();
    if tables.is_empty() {
        return Err(failed("has no column “quote”; edit a sheet that `cetu export` wrote".to_owned()));
    }
    Ok(tables.into_iter().flatten().collect())
}

/// The rows of a sheet that have something in them; none when it has no quotations.
fn rows(table: Vec<Vec<String>>) -> Option<Vec<Row>> {
    let mut lines = table.into_iter();
    let header = lines.next().filter(|header| header.iter().any(|name| name == "quote"))?;
    // A program is told by its kind, a figure by its number.
    let fact = if header.iter().any(|name| name == "kind") { Subject::Program } else { Subject::Figure };
    let rows = lines.enumerate().map(|(index, cells)| Row {
        number: index + 2,
        fact,
        cells: header.iter().cloned().zip(cells).collect(),
    });
    Some(rows.filter(|row| row.cells.values().any(|cell| !cell.is_empty())).collect())
}

/// The sheets of figures and programs, or the first one when neither goes by its name.
fn workbook(bytes: Vec<u8>) -> Result<Vec<Vec<Vec<String>>>, String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| format!("no sound workbook: {error}"))?;
    let mut names = book.sheet_names();
    let known = [Sheet::Figures.title(), Sheet::Programs.title()];
    if names.iter().any(|name| known.contains(&name.as_str())) {
        names.retain(|name| known.contains(&name.as_str()));
    }
    names.truncate(known.len());
    let mut sheets = Vec::new();
    for name in names {
        let range = book.worksheet_range(&name).map_err(|error| format!("no sound workbook: {error}"))?;
        sheets.push(range.rows().map(|row| row.iter().map(cell).collect()).collect());
    }
    Ok(sheets)
}

fn cell(cell: &Data) -> String {
    match cell {
        // A whole number is one, however the program that saved it keeps numbers.
        Data::Float(number) => number.to_string(),
        other => other.to_string().trim().to_owned(),
    }
}

fn csv(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| "not UTF-8; save it as “CSV UTF-8” or as a workbook".to_owned())?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let delimiter =
        [b',', b';', b'\t'].into_iter().max_by_key(|mark| first.bytes().filter(|b| b == mark).count());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        rows.push(record.iter().map(|cell| disarmed(cell).to_owned()).collect());
    }
    Ok(rows)
}

/// A cell without the apostrophe that kept it from running as a formula.
fn disarmed(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| runs(rest)).unwrap_or(cell)
}
