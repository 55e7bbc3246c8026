use super::{read, say};
use crate::Outcome;
use crate::cli::Query;
use anyhow::{Context as _, Result, bail};
use cetu::query::{Question, ResultFormat, SavedQueries, Terms};
use cetu::store::Memory;
use clap::ValueEnum;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(super) fn run(args: &Query) -> Result<Outcome> {
    if args.list {
        return list(&saved(args.queries.as_deref())?);
    }
    let named = args.execute.is_none() && args.file.is_none();
    let (name, reports) = match args.words.split_first() {
        Some((name, reports)) if named => (Some(name), reports),
        None if named => bail!("no query: give the name of a saved one (--list shows them), -e or -f"),
        _ => (None, args.words.as_slice()),
    };
    // Mistakes in the query are told before anything is read.
    let saved = if named { saved(args.queries.as_deref())? } else { SavedQueries::default() };
    let found = name.map(|name| saved.find(name)).transpose()?;
    let own = match found {
        Some(saved) => saved.question().clone(),
        None => Question::parse(&text(args)?)?,
    };
    if found.is_none() && !args.params.is_empty() {
        bail!("--param is for saved queries; write the value into the query");
    }
    if args.input.graph.is_some() && !reports.is_empty() {
        bail!("{}: give either --graph or reports, not both", reports[0]);
    }
    if args.input.graph.is_none() && reports.is_empty() {
        bail!("nothing to ask: give --graph DIR, or reports after the query");
    }
    let format = args.format.or_else(|| by_extension(args.output.as_deref()));
    let mut out = read::output(args.output.as_deref())?;
    let ontology = read::ontology(&args.input.reading.vocab)?;
    let reports: Vec<PathBuf> = reports.iter().map(PathBuf::from).collect();
    let (graph, outcome) = read::graph(&reports, &args.input)?;
    let memory = Memory::of(graph.quads().chain(&graph.description))?;
    drop(graph);
    let question = match found {
        Some(saved) => saved.with(&args.params, &ontology, &memory)?,
        None => own,
    };
    let answer = question.ask(&memory, Some(args.timeout).filter(|&s| s > 0).map(Duration::from_secs))?;
    // A graph may bring words of its own.
    let known = |iri: &str| memory.knows(iri);
    for note in Terms::of(&ontology).notes(question.query(), known) {
        say(&format!("note: {note}"));
    }
    answer.write(format, &mut out)?;
    out.finish()?;
    Ok(outcome)
}

/// The built-in queries with those of a folder.
pub(super) fn saved(folder: Option<&Path>) -> Result<SavedQueries> {
    let mut saved = SavedQueries::builtin()?;
    if let Some(folder) = folder {
        saved.add_folder(folder)?;
    }
    Ok(saved)
}

fn text(args: &Query) -> Result<String> {
    match (&args.execute, &args.file) {
        (Some(text), _) => Ok(text.clone()),
        (None, Some(path)) if path.as_os_str() == "-" => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).context("standard input: the query cannot be read")?;
            Ok(text)
        }
        (None, Some(path)) => std::fs::read_to_string(path)
            .with_context(|| format!("{}: the query cannot be read", path.display())),
        (None, None) => Ok(String::new()),
    }
}

fn by_extension(output: Option<&Path>) -> Option<ResultFormat> {
    let extension = output?.extension()?.to_string_lossy().to_ascii_lowercase();
    match extension.as_str() {
        "srj" => Some(ResultFormat::Json),
        "srx" => Some(ResultFormat::Xml),
        "nt" => Some(ResultFormat::NTriples),
        other => ResultFormat::from_str(other, true).ok(),
    }
}

fn list(saved: &SavedQueries) -> Result<Outcome> {
    let mut out = read::output(None)?;
    for query in saved.iter() {
        writeln!(out, "{}", query.name)?;
        let header = &query.header;
        let mut said = vec![header.summary.zh()];
        said.extend(Some(header.summary.en()).filter(|en| *en != header.summary.zh()));
        for line in said.iter().filter(|line| !line.is_empty()) {
            writeln!(out, "    {line}")?;
        }
        for parameter in &header.params {
            let default = parameter.default.as_ref().map(|value| format!(" [{value}]")).unwrap_or_default();
            let about = parameter.description.zh();
            let values = match parameter.values.as_slice() {
                [] => parameter.kind.name().to_owned(),
                values => values.join("|"),
            };
            writeln!(out, "    --param {}=<{values}>{default}  {about}", parameter.name)?;
        }
    }
    out.finish()?;
    Ok(Outcome::Done)
}
