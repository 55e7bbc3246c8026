use super::sheet::Cell;
use super::{Content, Exporter, Sheet};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// Most characters that a cell holds.
const LONGEST: usize = 32_767;

/// A workbook with a sheet of figures, one of programs and one of measures. Words are words, whatever they begin with.
#[derive(Debug, Clone, Copy)]
pub struct Xlsx;

impl Exporter for Xlsx {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&workbook(content).map_err(told)?)?;
        out.flush()
    }
}

fn workbook(content: &Content) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same facts make the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for sheet in Sheet::ALL {
        let page = workbook.add_worksheet();
        page.set_name(sheet.title())?;
        fill(page, sheet, content)?;
    }
    workbook.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: Sheet, content: &Content) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    let mut last = 0;
    for (column, name) in (0..).zip(sheet.header()) {
        page.write_string_with_format(0, column, *name, &head)?;
        let width = if matches!(*name, "quote" | "name" | "indicator" | "heading") { 40 } else { 12 };
        page.set_column_width(column, width)?;
        last = column;
    }
    let rows = sheet.rows(&content.facts);
    page.set_freeze_panes(1, 0)?;
    let mut at = 0;
    for row in rows {
        at += 1;
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Words(words) if words.is_empty() => {}
                Cell::Words(words) => {
                    let words: String = words.chars().take(LONGEST).collect();
                    page.write_string(at, column, words)?;
                }
                Cell::Number(number) => {
                    page.write_number(at, column, number.as_f64().unwrap_or_default())?;
                }
                Cell::Nothing => {}
            }
        }
    }
    page.autofilter(0, 0, at, last).map(drop)
}

fn told(error: XlsxError) -> io::Error {
    match error {
        XlsxError::RowColumnLimitError => io::Error::other(
            "more rows than a workbook holds (1,048,575); write CSV, or fewer reports at a time",
        ),
        other => io::Error::other(other.to_string()),
    }
}
