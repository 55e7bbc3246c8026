use super::read;
use crate::Outcome;
use crate::cli::Schema;
use anyhow::Result;
use cetu::describe::{Card, Statistics};
use std::io::Write;

pub(super) fn run(args: &Schema) -> Result<Outcome> {
    let mut out = read::output(args.output.as_deref())?;
    let card = Card::of(&read::ontology(&args.input.reading.vocab)?);
    let asked = args.input.graph.is_some() || !args.reports.is_empty();
    let (text, outcome) = if asked {
        let (graph, outcome) = read::graph(&args.reports, &args.input)?;
        let statistics = Statistics::of(graph.quads());
        (card.with_counts(&statistics).markdown(), outcome)
    } else {
        (card.markdown(), Outcome::Done)
    };
    out.write_all(text.as_bytes())?;
    out.finish()?;
    Ok(outcome)
}
