use super::sheet::Cell;
use super::{Content, Exporter, Sheet};
use std::borrow::Cow;
use std::io::{self, Write};

/// CSV of one sheet, as spreadsheets like it: a byte order mark, CRLF, no cell that would run as a formula.
#[derive(Debug, Clone, Copy, Default)]
pub struct Csv(pub Sheet);

impl Exporter for Csv {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        let rows = self.0.rows(&content.facts).into_iter().map(|row| {
            let cells = row.into_iter().map(|cell| match cell {
                Cell::Words(words) => words,
                Cell::Number(number) => number.to_string(),
                Cell::Nothing => String::new(),
            });
            cells.collect()
        });
        write_csv(self.0.header(), rows, out)
    }
}

/// Writes rows as CSV, as spreadsheets like it.
///
/// # Errors
/// When the writer fails.
pub(crate) fn write_csv(
    header: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(header).map_err(plain)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| safe(cell).into_owned())).map_err(plain)?;
    }
    writer.flush()
}

/// The error of the file system inside one of the writer's: a closed pipe must stay one.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Whether a spreadsheet would take a cell of text for a formula.
pub(crate) fn runs(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && cell.parse::<f64>().is_err()
}

/// A cell that a spreadsheet takes as text: an apostrophe before what would begin a formula. Numbers stay.
fn safe(cell: &str) -> Cow<'_, str> {
    if runs(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        assert_eq!(safe("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(safe("@SUM"), "'@SUM");
        assert_eq!(safe("-3.9"), "-3.9");
        assert_eq!(safe("就业"), "就业");
    }
}
