use super::{Row, program};
use crate::correct::{Action, Amount, Applied, Correction, Quotation, Subject, Target};
use crate::export::{Fact, FigureFact};
use crate::text::{Span, Text};
use rust_decimal::Decimal;

/// A report as it is read now.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Path of the report, as the sheet records it.
    pub file: &'a str,
    /// Its text.
    pub text: &'a Text,
    /// Its facts.
    pub facts: &'a [Fact],
    /// The corrections that these are the result of.
    pub made: &'a [Applied],
}

/// What an edited row asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// Number of the row.
    pub row: usize,
    /// Index of the report.
    pub report: usize,
    /// The correction.
    pub correction: Correction,
}

/// What the rows of a sheet ask for that the reports do not say already; rows that cannot be understood, by number.
#[must_use]
pub fn compare(rows: &[Row], reports: &[Known<'_>]) -> (Vec<Edited>, Vec<(usize, String)>) {
    let (mut edited, mut problems) = (Vec::new(), Vec::new());
    for row in rows {
        match correction(row, reports) {
            Ok(Some((report, correction))) => edited.push(Edited { row: row.number, report, correction }),
            Ok(None) => {}
            Err(why) => problems.push((row.number, why)),
        }
    }
    (edited, problems)
}

fn correction(row: &Row, reports: &[Known<'_>]) -> Result<Option<(usize, Correction)>, String> {
    if row.fact == Subject::Program {
        return program::correction(row, reports);
    }
    let action = action(row)?;
    if action == Action::Add {
        return add(row, reports).map(Some);
    }
    let found = find(row, reports);
    let placed = found.as_ref().is_ok_and(|(_, figure)| row.cell("start").parse() == Ok(figure.start));
    let made = made(row, &[row.cell("quote")], reports);
    if action == Action::Reject && !placed && rejected(&made) {
        return Ok(None);
    }
    let (report, figure) = found?;
    let mut correction = quoted(&reports[report], figure);
    correction.action = action;
    correction.why = filled(row, "why");
    if action == Action::Change && !change(row, figure, &made, &mut correction)? {
        return Ok(None);
    }
    Ok(Some((report, correction)))
}

/// What is to be done with the fact of a row.
pub(super) fn action(row: &Row) -> Result<Action, String> {
    Ok(match row.cell("action").trim().to_lowercase().as_str() {
        "" | "change" | "改动" => Action::Change,
        "reject" | "x" | "剔除" | "删除" => Action::Reject,
        "add" | "补充" | "新增" => Action::Add,
        other => return Err(format!("“{other}” is no action; write reject or add, or leave the cell empty")),
    })
}

/// The figure that a row is about: by its place, otherwise by its words.
fn find<'a>(row: &Row, reports: &[Known<'a>]) -> Result<(usize, &'a FigureFact), String> {
    let here =
        |report: &&(usize, &Known<'a>)| row.cell("file").is_empty() || report.1.file == row.cell("file");
    let all: Vec<(usize, &Known<'a>)> = reports.iter().enumerate().collect();
    let figures: Vec<(usize, &'a FigureFact)> = all
        .iter()
        .filter(here)
        .flat_map(|(index, report)| {
            report.facts.iter().filter_map(move |fact| match fact {
                Fact::Figure(figure) => Some((*index, &**figure)),
                _ => None,
            })
        })
        .filter(|(_, figure)| figure.exact == row.cell("exact") && figure.quote == row.cell("quote"))
        .collect();
    let placed = figures.iter().find(|(_, figure)| number(row.cell("start")) == Some(figure.start.into()));
    match (placed, figures.as_slice()) {
        (Some(found), _) => Ok(*found),
        (None, [found]) => Ok(*found),
        (None, []) => Err(format!(
            "no figure “{}” is read from “{}” in the reports given; write add as its action to put one in",
            row.cell("exact"),
            row.cell("quote")
        )),
        (None, _) => {
            Err(format!("“{}” is read several times; keep the columns file and start", row.cell("quote")))
        }
    }
}

/// The corrections that have been made of the words of a row.
pub(super) fn made<'a>(row: &Row, quotes: &[&str], reports: &[Known<'a>]) -> Vec<&'a Applied> {
    let here = |report: &&Known<'_>| row.cell("file").is_empty() || report.file == row.cell("file");
    let about = |made: &&Applied| {
        let correction = &made.correction;
        correction.fact == row.fact
            && quotes.contains(&correction.quote.as_str())
            && correction.number.as_deref().is_none_or(|number| row.cell("exact").contains(number))
    };
    reports.iter().filter(here).flat_map(|report| report.made).filter(about).collect()
}

/// Whether they took a fact out: the same words elsewhere are not meant then.
pub(super) fn rejected(made: &[&Applied]) -> bool {
    made.iter().any(|made| made.target == Target::Gone)
}

/// Whether they set the place that a row names: its code is then that of the place before.
pub(super) fn replaced(row: &Row, made: &[&Applied]) -> bool {
    made.iter().any(|made| made.correction.place.as_deref() == Some(row.cell("place").trim()))
}

/// A correction of a figure that says nothing yet.
fn quoted(report: &Known<'_>, figure: &FigureFact) -> Correction {
    let end = figure.quote_start + figure.quote.chars().count();
    let around = Quotation::telling(report.text, Span::new(figure.quote_start, end));
    Correction {
        quote: figure.quote.clone(),
        prefix: Some(around.prefix).filter(|words| !words.is_empty()),
        suffix: Some(around.suffix).filter(|words| !words.is_empty()),
        number: Some(figure.exact.clone()),
        ..Correction::default()
    }
}

/// Takes over what a row says differently; false when it says nothing differently.
fn change(
    row: &Row,
    figure: &FigureFact,
    made: &[&Applied],
    correction: &mut Correction,
) -> Result<bool, String> {
    let amount = |column: &str| -> Result<Option<Amount>, String> {
        let cell = row.cell(column);
        if cell.is_empty() { Ok(None) } else { cell.parse().map(Some) }
    };
    let differs = |column: &str, is: &str| row.has(column) && row.cell(column).trim() != is;
    let value = amount("value")?.filter(|value| number(&figure.value.to_string()) != Some(value.0));
    let high = figure.value2.as_ref().and_then(|value| number(&value.to_string()));
    correction.high = amount("value2")?.filter(|value| high != Some(value.0));
    // The low end alone would make one value of a range.
    correction.value = value;
    if correction.value.is_some() && correction.high.is_none() {
        correction.high = amount("value2")?;
    }
    let words = |column: &str, is: &str| {
        Some(row.cell(column).trim().to_owned()).filter(|cell| !cell.is_empty() && differs(column, is))
    };
    correction.unit = words("unit", &figure.unit);
    correction.indicator = words("indicator", &figure.indicator);
    let code = || words("place_code", figure.place_code.as_deref().unwrap_or_default());
    correction.place = words("place", &figure.place).or_else(|| code().filter(|_| !replaced(row, made)));
    // An emptied cell takes the period away.
    correction.period = differs("period", figure.period.as_deref().unwrap_or_default())
        .then(|| row.cell("period").trim().to_owned());
    let same = correction.value.is_none()
        && correction.high.is_none()
        && correction.unit.is_none()
        && correction.indicator.is_none()
        && correction.place.is_none()
        && correction.period.is_none();
    Ok(!same)
}

/// A figure that was missed, from a row that someone wrote.
fn add(row: &Row, reports: &[Known<'_>]) -> Result<(usize, Correction), String> {
    let quote = row.cell("quote");
    if quote.is_empty() {
        return Err("a figure to add needs its quote, word for word".to_owned());
    }
    let report = holder(row, quote, reports)?;
    let amount = |column: &str| match row.cell(column) {
        "" => Ok(None),
        cell => cell.parse::<Amount>().map(Some),
    };
    Ok((
        report,
        Correction {
            quote: quote.to_owned(),
            number: filled(row, "exact"),
            action: Action::Add,
            value: amount("value")?,
            high: amount("value2")?,
            unit: filled(row, "unit"),
            indicator: filled(row, "indicator"),
            place: filled(row, "place"),
            period: filled(row, "period"),
            why: filled(row, "why"),
            ..Correction::default()
        },
    ))
}

/// The one report that has these words.
pub(super) fn holder(row: &Row, quote: &str, reports: &[Known<'_>]) -> Result<usize, String> {
    let mut places = reports.iter().enumerate().filter(|(_, report)| {
        let here = row.cell("file").is_empty() || report.file == row.cell("file");
        here && report.text.as_str().contains(quote)
    });
    match (places.next(), places.next()) {
        (Some((index, _)), None) => Ok(index),
        (None, _) => Err(format!("“{quote}” stands in none of the reports given")),
        (Some(_), Some(_)) => Err(format!("“{quote}” stands in several reports; fill in the column file")),
    }
}

pub(super) fn filled(row: &Row, column: &str) -> Option<String> {
    Some(row.cell(column).trim().to_owned()).filter(|cell| !cell.is_empty())
}

fn number(text: &str) -> Option<Decimal> {
    text.parse::<Amount>().ok().map(|amount| amount.0)
}
