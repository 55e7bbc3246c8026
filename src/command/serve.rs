use super::{query, read, say};
use crate::Outcome;
use crate::cli::Serve;
use anyhow::Result;
use cetu::describe;
use cetu::graph::Base;
use cetu::serve::{Limits, Server, Snapshot};
use std::time::Duration;

pub(super) fn run(args: &Serve) -> Result<Outcome> {
    let saved = query::saved(args.queries.as_deref())?;
    let ontology = read::ontology(&args.input.reading.vocab)?;
    let (mut graph, outcome) = read::graph(&args.reports, &args.input)?;
    // Cetu's own graphs know their base.
    if let (Some(base), []) = (&args.input.reading.base, graph.metadata.as_slice()) {
        graph.description = describe::description(&graph, &Base::new(base)?);
    }
    let snapshot = Snapshot::new(&graph, &saved)?;
    // The server lives long; the list of quads need not.
    drop(graph);
    let timeout = Some(args.timeout).filter(|&seconds| seconds > 0).map(Duration::from_secs);
    let server = Server::new(snapshot, saved, ontology)
        .with_limits(Limits { timeout, ..Limits::default() })
        .with_cors(args.cors.clone())
        .with_url(args.url.clone());
    server.run(args.bind, |address| {
        say(&format!("listening on http://{address}/ (SPARQL at /sparql); Ctrl-C stops"));
    })?;
    Ok(outcome)
}
