use super::{query, read, say};
use crate::Outcome;
use crate::cli::Serve;
use anyhow::Result;
use cetu::serve::Server;
use cetu::store::Memory;
use std::time::Duration;

pub(super) fn run(args: &Serve) -> Result<Outcome> {
    let saved = query::saved(args.queries.as_deref())?;
    let (graph, outcome) = read::graph(&args.reports, &args.input)?;
    let memory = Memory::of(graph.quads())?;
    // The server lives long; the list of quads need not.
    drop(graph);
    let server = Server::new(memory, saved)
        .with_timeout(Some(args.timeout).filter(|&seconds| seconds > 0).map(Duration::from_secs));
    server.run(args.bind, |address| {
        say(&format!("listening on http://{address}/ (SPARQL at /sparql); Ctrl-C stops"));
    })?;
    Ok(outcome)
}
