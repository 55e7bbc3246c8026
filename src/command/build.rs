use super::{read, say};
use crate::Outcome;
use crate::cli::Build;
use anyhow::Result;
use cetu::describe::{self, Counter};
use cetu::export::{Content, Format};
use cetu::graph;
use cetu::store::Generation;
use oxigraph::model::Quad;

pub(super) fn run(args: &Build) -> Result<Outcome> {
    let reports = read::reports(&args.reports, &args.reading)?;
    if reports.readings.is_empty() {
        say("nothing to build from; the graph folder is left as it is");
        return Ok(Outcome::Short);
    }
    let mut generation = Generation::default();
    let mut counter = Counter::default();
    let all = reports.named();
    for named in &all {
        let source = &named.reading.source;
        let id = &source.id;
        let quads = graph::statements(named);
        generation.add(format!("documents/{id}.trig"), counted(quads, &mut counter)?);
        if !args.no_text {
            generation.add(format!("text/{id}.txt"), source.text.as_str().as_bytes().to_vec());
        }
    }
    generation.add("meta.trig", counted(graph::metadata(&all, &reports.base), &mut counter)?);
    generation.add("vocabulary.trig", counted(graph::vocabulary(&reports.ontology), &mut counter)?);
    let description = describe::description(&counter.finish(), &reports.base);
    generation.add("description.trig", bytes(description)?);
    generation.write(&args.out)?;
    Ok(reports.outcome)
}

/// Quads as a file; they are counted for the description.
fn counted(quads: Vec<Quad>, counter: &mut Counter) -> Result<Vec<u8>> {
    for quad in &quads {
        counter.add(quad);
    }
    bytes(quads)
}

fn bytes(quads: Vec<Quad>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Format::TriG.exporter().write(&Content { quads, facts: Vec::new() }, &mut bytes)?;
    Ok(bytes)
}
