use super::read;
use crate::Outcome;
use crate::cli::{Extract, ExtractFormat};
use anyhow::{Result, bail};
use cetu::export::{Content, Csv, Explained, Exporter, FigureTable, JsonLines, explained, facts};
use std::io::{self, IsTerminal};

/// Columns of an explanation that goes to a file or a pipe.
const WIDTH: usize = 100;

pub(super) fn run(args: &Extract) -> Result<Outcome> {
    let exporter: Box<dyn Exporter> = match (args.format, args.explain) {
        (Some(ExtractFormat::Jsonl), _) => Box::new(JsonLines),
        (Some(ExtractFormat::Csv | ExtractFormat::Table), true) => {
            bail!("--explain is text, or a field with --format jsonl; a table has no room for it")
        }
        (Some(ExtractFormat::Csv), false) => Box::new(Csv),
        (Some(ExtractFormat::Table), false) => Box::new(FigureTable),
        (None, explain) => default(args, explain),
    };
    let mut out = read::output(args.output.as_deref())?;
    let reports = read::reports(&args.reports, &args.reading)?;
    let told = if args.explain { explained } else { facts };
    let facts = reports.named().iter().flat_map(told).collect();
    if !reports.readings.is_empty() {
        exporter.write(&Content { quads: Vec::new(), facts }, &mut out)?;
        out.finish()?;
    }
    Ok(reports.outcome)
}

fn default(args: &Extract, explain: bool) -> Box<dyn Exporter> {
    let extension =
        args.output.as_ref().and_then(|path| path.extension()).map(std::ffi::OsStr::to_string_lossy);
    match extension.as_deref() {
        Some("jsonl" | "ndjson") => Box::new(JsonLines),
        _ if explain => Box::new(explanation(args.output.is_none() && io::stdout().is_terminal())),
        Some("csv") => Box::new(Csv),
        None if args.output.is_none() && io::stdout().is_terminal() => Box::new(FigureTable),
        _ => Box::new(JsonLines),
    }
}

/// Explanations for a terminal, as wide as it is, in its styles unless `NO_COLOR` asks for none.
fn explanation(terminal: bool) -> Explained {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let width = terminal_size::terminal_size().filter(|_| terminal).map(|(width, _)| usize::from(width.0));
    Explained { width: width.unwrap_or(WIDTH), styled: terminal && !plain }
}
