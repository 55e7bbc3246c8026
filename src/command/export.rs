use super::read;
use crate::Outcome;
use crate::cli::{Export, Vocabulary};
use anyhow::{Result, bail};
use cetu::catalogue::{Catalogue, Figure};
use cetu::compare;
use cetu::export::{Content, Csv, Exporter, Format, Sheet, facts};
use cetu::graph::{Graph, used};
use oxigraph::model::Quad;
use std::path::Path;

pub(super) fn run(args: &Export) -> Result<Outcome> {
    let format = format(args.format, args.output.as_deref())?;
    if let Some(folder) = args.input.graph.as_deref().filter(|_| format.is_table()) {
        return figures(args, format, folder);
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
        match format {
            Format::Csv => Csv(args.table).write(&content, &mut out)?,
            format => format.exporter().write(&content, &mut out)?,
        }
        out.finish()?;
    }
    Ok(outcome)
}

/// Writes the figures of a graph folder as a sheet, by document and place. A graph has no rows to be corrected, and
/// what else a workbook has is for reports.
fn figures(args: &Export, format: Format, folder: &Path) -> Result<Outcome> {
    if format != Format::Csv || args.table != Sheet::Figures {
        bail!(
            "of a graph folder, only the figures are written as a sheet, and as CSV (-o figures.csv); for a workbook, \
             programs, measures and JSON Lines name the reports themselves, or ask with `cetu query --graph`"
        );
    }
    let mut out = read::output(args.output.as_deref())?;
    let catalogue = Catalogue::of(&cetu::store::load(folder)?.graph);
    let mut figures: Vec<&Figure> = catalogue.figures.iter().collect();
    figures.sort_by_key(|figure| (figure.document(), figure.span));
    compare::write_figures(figures.into_iter(), &catalogue, &mut out)?;
    out.finish()?;
    Ok(Outcome::Done)
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
