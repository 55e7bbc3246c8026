use super::read;
use crate::Outcome;
use crate::cli::{Extract, ExtractFormat};
use anyhow::Result;
use cetu::export::{Content, Csv, Exporter, FigureTable, JsonLines, Sheet, facts};
use std::io::{self, IsTerminal};

pub(super) fn run(args: &Extract) -> Result<Outcome> {
    let mut out = read::output(args.output.as_deref())?;
    let reports = read::reports(&args.reports, &args.reading)?;
    let facts = reports.readings.iter().flat_map(|reading| facts(reading, &reports.ontology, &reports.base));
    let content = Content { quads: Vec::new(), facts: facts.collect() };
    let exporter: &dyn Exporter = match args.format.unwrap_or_else(|| default(args)) {
        ExtractFormat::Jsonl => &JsonLines,
        ExtractFormat::Csv => &Csv(Sheet::Figures),
        ExtractFormat::Table => &FigureTable,
    };
    if !reports.readings.is_empty() {
        exporter.write(&content, &mut out)?;
        out.finish()?;
    }
    Ok(reports.outcome)
}

fn default(args: &Extract) -> ExtractFormat {
    let extension =
        args.output.as_ref().and_then(|path| path.extension()).map(std::ffi::OsStr::to_string_lossy);
    match extension.as_deref() {
        Some("csv") => ExtractFormat::Csv,
        None if args.output.is_none() && io::stdout().is_terminal() => ExtractFormat::Table,
        _ => ExtractFormat::Jsonl,
    }
}
