use super::read;
use crate::Outcome;
use crate::cli::{Export, Vocabulary};
use anyhow::{Result, bail};
use cetu::export::{Content, Format, facts};
use cetu::graph::{Graph, used};
use oxigraph::model::Quad;
use std::path::Path;

pub(super) fn run(args: &Export) -> Result<Outcome> {
    let format = format(args.format, args.output.as_deref())?;
    if format.is_table() && args.input.graph.is_some() {
        bail!(
            "a graph folder is not written as a table of facts; use `cetu query`, or name the reports themselves"
        );
    }
    let mut out = read::output(args.output.as_deref())?;
    let (content, outcome, empty) = if let Some(folder) = &args.input.graph {
        let graph = cetu::store::load(folder)?.graph;
        (Content { quads: quads(graph, args.vocabulary), facts: Vec::new() }, Outcome::Done, false)
    } else {
        let reports = read::reports(&args.reports, &args.input.reading)?;
        let facts =
            if format.is_table() { reports.named().iter().flat_map(facts).collect() } else { Vec::new() };
        let content = Content { quads: quads(reports.graph(), args.vocabulary), facts };
        (content, reports.outcome, reports.readings.is_empty())
    };
    if !empty {
        format.exporter().write(&content, &mut out)?;
        out.finish()?;
    }
    Ok(outcome)
}

/// The format asked for, or the one that the extension names.
fn format(format: Option<Format>, output: Option<&Path>) -> Result<Format> {
    Ok(match (format, output.filter(|path| path.as_os_str() != "-")) {
        (Some(format), _) => format,
        (None, Some(path)) => Format::of(path)?,
        (None, None) => Format::Turtle,
    })
}

fn quads(graph: Graph, vocabulary: Vocabulary) -> Vec<Quad> {
    let mut quads = graph.facts;
    match vocabulary {
        Vocabulary::None => {}
        Vocabulary::Used => {
            let told = used(&quads, &graph.vocabulary);
            quads.extend(told);
        }
        Vocabulary::All => {
            quads.extend(graph.vocabulary);
            quads.extend(graph.metadata);
        }
    }
    quads
}
