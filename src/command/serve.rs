use super::{query, read, say};
use crate::Outcome;
use crate::cli::Serve;
use anyhow::Result;
use cetu::describe::{self, Statistics};
use cetu::graph::Base;
use cetu::ontology::Ontology;
use cetu::query::SavedQueries;
use cetu::serve::{Limits, Reload, Server, Snapshot};
use cetu::store;
use std::path::Path;
use std::time::Duration;

pub(super) fn run(args: Serve) -> Result<Outcome> {
    let saved = query::saved(args.queries.as_deref())?;
    let ontology = read::ontology(&args.input.reading.vocab)?;
    let (snapshot, outcome) = snapshot(&args, &saved, &ontology)?;
    let limits = Limits {
        timeout: Some(args.timeout).filter(|&seconds| seconds > 0).map(Duration::from_secs),
        concurrency: args.concurrency,
        result: args.max_result << 20,
        cache: args.cache << 20,
        memory: args.max_memory.map(|mib| mib << 20),
        patience: Duration::from_secs(args.patience),
        ..Limits::default()
    };
    let server = Server::new(snapshot, saved.clone(), ontology.clone())
        .with_limits(limits)
        .with_cors(args.cors.clone())
        .with_services(args.allow_service.clone())
        .with_url(args.url.clone())
        .with_log(args.log);
    let bind = args.bind;
    server.with_reload(reload(args, saved, ontology)).run(bind, |address| {
        say(&format!("listening on http://{address}/ (SPARQL at /sparql); Ctrl-C stops"));
    })?;
    Ok(outcome)
}

/// The graph as it is now. The list of quads is not kept: the server lives long.
fn snapshot(args: &Serve, saved: &SavedQueries, ontology: &Ontology) -> Result<(Snapshot, Outcome)> {
    let (mut graph, outcome) = read::graph(&args.reports, &args.input)?;
    // Cetu's own graphs know their base.
    if let (Some(base), []) = (&args.input.reading.base, graph.metadata.as_slice()) {
        graph.description = describe::description(&Statistics::of(graph.quads()), &Base::new(base)?);
    }
    Ok((Snapshot::new(&graph, saved, ontology)?, outcome))
}

/// Reads the graph again when its folder has been built anew, or when it is told to; reports only when it is told to.
fn reload(args: Serve, saved: SavedQueries, ontology: Ontology) -> Reload {
    let folder = args.input.graph.clone();
    let stamp = move || {
        let current = folder.as_deref().and_then(|folder| store::current(folder).ok().flatten())?;
        Some(current.to_string_lossy().into_owned())
    };
    Reload::new(stamp, move || {
        if args.reports.iter().any(|path| path == Path::new("-")) {
            say("standard input cannot be read again; the graph stays as it is");
            return None;
        }
        match snapshot(&args, &saved, &ontology) {
            Ok((snapshot, _)) => {
                say("the graph has been read again");
                Some(snapshot)
            }
            Err(error) => {
                say(&format!("{error:#}; the graph stays as it is"));
                None
            }
        }
    })
}
