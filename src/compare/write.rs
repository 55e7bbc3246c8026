use super::{Comparison, Series};
use crate::catalogue::{Catalogue, Figure, Name};
use crate::export::{write_csv, write_table};
use serde_json::{Value, json};
use std::io::{self, Write};

/// What a comparison is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum CompareFormat {
    /// Regions down, periods across, a table for each unit
    Table,
    /// A figure a line
    Csv,
    /// All of it, nested
    Json,
}

/// Writes a comparison.
///
/// # Errors
/// When it cannot be written.
pub fn write(
    comparison: &Comparison<'_>,
    catalogue: &Catalogue,
    format: CompareFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        CompareFormat::Table => table(comparison, catalogue, out),
        CompareFormat::Csv => csv(comparison, catalogue, out),
        CompareFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &value(comparison, catalogue))?;
            writeln!(out)
        }
    }
}

fn name(iri: Option<&Name>, catalogue: &Catalogue) -> String {
    let label =
        |iri: &Name| catalogue.label(iri).map_or_else(|| iri.to_string(), |label| label.zh().to_owned());
    iri.map(label).unwrap_or_default()
}

/// What a series is about, in words: unit, aspect, people.
fn heading(series: &Series<'_>, catalogue: &Catalogue) -> String {
    let likeness = &series.likeness;
    let told = [likeness.unit, likeness.aspect, likeness.comparison, likeness.basis];
    let mut words: Vec<String> = told.iter().flatten().map(|iri| name(Some(iri), catalogue)).collect();
    words.extend(likeness.groups.iter().map(|iri| name(Some(iri), catalogue)));
    words.join(" · ")
}

fn table(comparison: &Comparison<'_>, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    for (index, series) in comparison.series.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{} · {}", name(Some(comparison.indicator), catalogue), heading(series, catalogue))?;
        let periods = series.periods.iter().map(|period| if period.is_empty() { "—" } else { period });
        let header: Vec<&str> = std::iter::once("地区 region").chain(periods).collect();
        let rows = series.rows.iter().map(|row| {
            let cells = row
                .cells
                .iter()
                .map(|cell| cell.iter().map(|figure| told(figure)).collect::<Vec<_>>().join("；"));
            std::iter::once(name(row.region, catalogue)).chain(cells).collect()
        });
        let right: Vec<usize> = (1..header.len()).collect();
        write_table(&header, rows, &right, out)?;
    }
    Ok(())
}

/// A figure in a cell: as printed, a change with its sign, with a mark when it is no actual figure.
fn told(figure: &Figure) -> String {
    let mark = if figure.has_role("target") {
        "（目标）"
    } else if figure.has_role("parameter") {
        "（标准）"
    } else {
        ""
    };
    format!(
        "{}{mark}",
        figure.signed().chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()
    )
}

const HEADER: [&str; 17] = [
    "indicator",
    "region",
    "period",
    "value",
    "min",
    "max",
    "unit",
    "text",
    "approximation",
    "role",
    "aspect",
    "basis",
    "group",
    "quote",
    "document",
    "indicator_iri",
    "id",
];

fn csv(comparison: &Comparison<'_>, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    let figures = comparison
        .series
        .iter()
        .flat_map(|series| series.rows.iter().flat_map(|row| row.cells.iter().flatten().copied()));
    write_figures(figures, catalogue, out)
}

/// Writes figures as CSV, one a line, as spreadsheets like it.
///
/// # Errors
/// When they cannot be written.
pub fn write_figures<'a>(
    figures: impl Iterator<Item = &'a Figure>,
    catalogue: &Catalogue,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows = figures.map(|figure| {
        let number =
            |value: Option<rust_decimal::Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
        let groups: Vec<String> = figure.groups.iter().map(|group| name(Some(group), catalogue)).collect();
        vec![
            name(figure.indicator.as_ref(), catalogue),
            name(figure.region.as_ref(), catalogue),
            figure.period(),
            number(figure.value),
            number(figure.min),
            number(figure.max),
            name(figure.unit.as_ref(), catalogue),
            figure.text.clone(),
            name(figure.approximation.as_ref(), catalogue),
            name(figure.role.as_ref(), catalogue),
            name(figure.aspect.as_ref(), catalogue),
            name(figure.basis.as_ref(), catalogue),
            groups.join(" "),
            figure.quote().to_owned(),
            name(figure.document(), catalogue),
            figure.indicator.as_deref().unwrap_or_default().to_owned(),
            figure.iri.to_string(),
        ]
    });
    write_csv(&HEADER, rows, out)
}

/// A comparison as JSON.
pub(crate) fn value(comparison: &Comparison<'_>, catalogue: &Catalogue) -> Value {
    let series: Vec<Value> = comparison
        .series
        .iter()
        .map(|series| {
            let likeness = &series.likeness;
            let rows: Vec<Value> = series
                .rows
                .iter()
                .map(|row| {
                    let cells: serde_json::Map<String, Value> = series
                        .periods
                        .iter()
                        .zip(&row.cells)
                        .filter(|(_, cell)| !cell.is_empty())
                        .map(|(period, cell)| (period.clone(), cell.iter().map(|figure| one(figure, catalogue)).collect()))
                        .collect();
                    json!({ "region": name(row.region, catalogue), "region_iri": row.region.map(ToString::to_string), "figures": cells })
                })
                .collect();
            json!({
                "unit": name(likeness.unit, catalogue),
                "aspect": name(likeness.aspect, catalogue),
                "comparison": likeness.comparison.map(|iri| name(Some(iri), catalogue)),
                "basis": likeness.basis.map(|iri| name(Some(iri), catalogue)),
                "groups": likeness.groups.iter().map(|iri| name(Some(iri), catalogue)).collect::<Vec<_>>(),
                "periods": series.periods,
                "rows": rows,
            })
        })
        .collect();
    json!({
        "indicator": name(Some(comparison.indicator), catalogue),
        "indicator_iri": comparison.indicator.to_string(),
        "series": series,
    })
}

fn one(figure: &Figure, catalogue: &Catalogue) -> Value {
    let number = |value: Option<rust_decimal::Decimal>| {
        value.and_then(|value| serde_json::from_str::<Value>(&value.to_string()).ok())
    };
    json!({
        "id": figure.iri.to_string(),
        "text": figure.text,
        "value": number(figure.value),
        "min": number(figure.min),
        "max": number(figure.max),
        "approximation": name(figure.approximation.as_ref(), catalogue),
        "role": name(figure.role.as_ref(), catalogue),
        "quote": figure.quote(),
        "document": figure.document().map(ToString::to_string),
    })
}
