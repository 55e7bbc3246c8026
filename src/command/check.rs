use super::{read, say};
use crate::Outcome;
use crate::cli::{Check, CheckFormat};
use anyhow::{Context as _, Result, bail};
use cetu::check::{self, Findings, Shapes};
use cetu::graph;
use cetu::lexicon::Lexicon;
use std::path::PathBuf;

pub(super) fn run(args: &Check) -> Result<Outcome> {
    if args.candidates {
        return candidates(args);
    }
    if args.coverage {
        return coverage(args);
    }
    if matches!(args.format, CheckFormat::Jsonl | CheckFormat::Csv) {
        bail!(
            "findings are written as text, json or turtle; jsonl and csv are for --candidates and --coverage"
        );
    }
    let shapes = shapes(&args.shapes)?;
    let (mut graph, mut findings, outcome) = if let Some(folder) = &args.input.graph {
        if !args.sources.is_dir() {
            bail!(
                "{}: there is no such folder; give --sources the folder of reports that the graph was built from, or leave it out",
                args.sources.display()
            );
        }
        let loaded = cetu::store::load(folder)?;
        let ontology = read::ontology(&args.input.reading.vocab)?;
        let findings = check::folder(&loaded, &args.sources, &Lexicon::new(&ontology));
        (loaded.graph, findings, Outcome::Done)
    } else {
        let reports = read::reports(&args.reports, &args.input.reading)?;
        let mut findings = Findings::default();
        let lexicon = Lexicon::new(&reports.ontology);
        for named in reports.named() {
            findings.merge(check::reading(&named, &lexicon));
        }
        (reports.graph(), findings, reports.outcome)
    };
    if graph.vocabulary.is_empty() {
        graph.vocabulary = graph::vocabulary(&read::ontology(&args.input.reading.vocab)?);
    }
    findings.violations = shapes.check_apart(&graph.facts, &graph.vocabulary, &graph.metadata)?;
    let mut out = read::output(None)?;
    match args.format {
        CheckFormat::Text => findings.write_text(&mut out)?,
        CheckFormat::Json | CheckFormat::Jsonl | CheckFormat::Csv => findings.write_json(&mut out)?,
        CheckFormat::Turtle => {
            // The report of SHACL has no place for these.
            for finding in &findings.list {
                say(&finding.to_string());
            }
            findings.write_turtle(&shapes, &mut out)?;
        }
    }
    out.finish()?;
    say(&findings.summary());
    Ok(if findings.hold() { outcome } else { Outcome::Short })
}

/// Lists the indicators that no vocabulary has.
fn candidates(args: &Check) -> Result<Outcome> {
    let (graph, outcome) = read::graph(&args.reports, &args.input)?;
    let list = check::candidates(graph.quads());
    let mut out = read::output(None)?;
    match args.format {
        CheckFormat::Text => check::write_candidates(&list, &mut out)?,
        CheckFormat::Json => check::write_candidates_json(&list, &mut out)?,
        CheckFormat::Jsonl => check::write_candidates_jsonl(&list, &mut out)?,
        CheckFormat::Csv => check::write_candidates_csv(&list, &mut out)?,
        CheckFormat::Turtle => check::write_candidates_turtle(&list, &mut out)?,
    }
    out.finish()?;
    Ok(outcome)
}

/// Lists the numbers that nothing was made of.
fn coverage(args: &Check) -> Result<Outcome> {
    let (graph, outcome) = read::graph(&args.reports, &args.input)?;
    let list = check::unread(graph.quads());
    let mut out = read::output(None)?;
    match args.format {
        CheckFormat::Text => check::write_unread(&list, &mut out)?,
        CheckFormat::Json | CheckFormat::Jsonl => check::write_unread_jsonl(&list, &mut out)?,
        CheckFormat::Csv => check::write_unread_csv(&list, &mut out)?,
        CheckFormat::Turtle => {
            bail!("unread numbers are written as text, jsonl or csv; `cetu export` writes them as RDF")
        }
    }
    out.finish()?;
    Ok(outcome)
}

/// The built-in shapes with the user's.
fn shapes(paths: &[PathBuf]) -> Result<Shapes> {
    let mut extra = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        let text =
            std::fs::read_to_string(path).with_context(|| format!("{name}: the shapes cannot be read"))?;
        extra.push((name, text));
    }
    Ok(Shapes::with_files(&extra)?)
}
