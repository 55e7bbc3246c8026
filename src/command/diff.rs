use super::{read, say};
use crate::Outcome;
use crate::cli::{Diff, DiffFormat, GraphInput, Reading};
use anyhow::Result;
use cetu::diff;
use cetu::export::{Content, Format};
use cetu::graph::Graph;
use cetu::store::StoreError;
use std::io::Write;
use std::path::{Path, PathBuf};

pub(super) fn run(args: &Diff) -> Result<Outcome> {
    let mut out = read::output(args.output.as_deref())?;
    let (old, first) = side(&args.old, &args.reading)?;
    let (new, second) = side(&args.new, &args.reading)?;
    let changes = diff::compare(&diff::things(&old), &diff::things(&new));
    match args.format {
        DiffFormat::Text if changes.is_empty() => {}
        DiffFormat::Text => diff::write_text(&changes, &mut out)?,
        DiffFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &changes)?;
            writeln!(out)?;
        }
        DiffFormat::Jsonl => diff::write_jsonl(&changes, &mut out)?,
        DiffFormat::Trig => {
            let quads = diff::patch(&changes, &old, &new);
            Format::TriG.exporter().write(&Content { quads, facts: Vec::new() }, &mut out)?;
        }
    }
    out.finish()?;
    say(&diff::summary(&changes));
    Ok(if first == Outcome::Done { second } else { first })
}

/// A graph folder as it is, anything else as reports.
fn side(path: &Path, reading: &Reading) -> Result<(Graph, Outcome)> {
    if path.is_dir() {
        match cetu::store::load(path) {
            Ok(loaded) => return Ok((loaded.graph, Outcome::Done)),
            Err(StoreError::NoRdf(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let reports: [PathBuf; 1] = [path.to_owned()];
    read::graph(&reports, &GraphInput { graph: None, reading: reading.clone() })
}
