use super::{Content, Exporter, Fact, FigureFact};
use std::borrow::Cow;
use std::io::{self, Write};

/// CSV of the figures, as spreadsheets like it: a byte order mark, CRLF, no cell that would run as a formula.
#[derive(Debug, Clone, Copy)]
pub struct Csv;

const HEADER: [&str; 22] = [
    "indicator",
    "place",
    "place_code",
    "period",
    "value",
    "value2",
    "unit",
    "exact",
    "comparator",
    "aspect",
    "direction",
    "status",
    "recurring",
    "group",
    "program",
    "section",
    "quote",
    "quote_start",
    "start",
    "indicator_iri",
    "id",
    "document",
];

impl Exporter for Csv {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        out.write_all("\u{FEFF}".as_bytes())?;
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        writer.write_record(HEADER).map_err(plain)?;
        for fact in &content.facts {
            if let Fact::Figure(figure) = fact {
                writer.write_record(row(figure).iter().map(|cell| safe(cell).into_owned())).map_err(plain)?;
            }
        }
        writer.flush()
    }
}

/// The error of the file system inside one of the writer's: a closed pipe must stay one.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn row(figure: &FigureFact) -> [String; 22] {
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    [
        figure.indicator.clone(),
        figure.place.clone(),
        text(figure.place_code.as_deref()),
        text(figure.period.as_deref()),
        figure.value.to_string(),
        figure.value2.as_ref().map(ToString::to_string).unwrap_or_default(),
        figure.unit.clone(),
        figure.exact.clone(),
        figure.comparator.to_owned(),
        figure.aspect.to_owned(),
        text(figure.direction),
        figure.status.to_owned(),
        figure.recurring.to_string(),
        figure.group.join("；"),
        text(figure.program.as_deref()),
        text(figure.section.as_deref()),
        figure.quote.clone(),
        figure.quote_start.to_string(),
        figure.start.to_string(),
        figure.indicator_iri.clone(),
        figure.id.clone(),
        figure.document.clone(),
    ]
}

/// A cell that a spreadsheet takes as text: an apostrophe before what would begin a formula. Numbers stay.
fn safe(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
        && cell.parse::<f64>().is_err()
    {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
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
