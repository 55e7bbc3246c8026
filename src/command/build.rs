use super::{read, say};
use crate::Outcome;
use crate::cli::Build;
use anyhow::Result;
use cetu::describe;
use cetu::export::{Content, Exporter, Format};
use cetu::graph::{self, Graph};
use cetu::store::Generation;
use oxigraph::model::Quad;

pub(super) fn run(args: &Build) -> Result<Outcome> {
    let reports = read::reports(&args.reports, &args.reading)?;
    if reports.readings.is_empty() {
        say("nothing to build from; the graph folder is left as it is");
        return Ok(Outcome::Short);
    }
    let trig = Format::TriG.exporter();
    let mut generation = Generation::default();
    let all = reports.named();
    let mut graph = Graph {
        vocabulary: graph::vocabulary(&reports.ontology),
        metadata: graph::metadata(&all, &reports.base),
        ..Graph::default()
    };
    for named in &all {
        let source = &named.reading.source;
        let id = &source.id;
        let quads = graph::statements(named);
        generation.add(format!("documents/{id}.trig"), bytes(trig.as_ref(), &quads)?);
        graph.facts.extend(quads);
        if !args.no_text {
            generation.add(format!("text/{id}.txt"), source.text.as_str().as_bytes().to_vec());
        }
    }
    let description = describe::description(&graph, &reports.base);
    generation.add("description.trig", bytes(trig.as_ref(), &description)?);
    generation.add("meta.trig", bytes(trig.as_ref(), &graph.metadata)?);
    generation.add("vocabulary.trig", bytes(trig.as_ref(), &graph.vocabulary)?);
    generation.write(&args.out)?;
    Ok(reports.outcome)
}

fn bytes(exporter: &dyn Exporter, quads: &[Quad]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    exporter.write(&Content { quads: quads.to_vec(), facts: Vec::new() }, &mut bytes)?;
    Ok(bytes)
}
