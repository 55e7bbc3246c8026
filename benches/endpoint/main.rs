//! Answers over HTTP, beside those of `oxigraph serve`.
//!
//! `cargo bench --bench endpoint` generates graphs of some 400,000 and 2 million triples, starts Cetu and, when `oxigraph`
//! is in `.venv/bin` or on the path (`pip install oxigraph==0.5.13`), `oxigraph serve` in memory with the union of the
//! graphs as default graph, and sends both the same dozen queries over loopback, in turn. It prints the median time of an
//! answer, requests a second at 1, 8 and 32 connections, the peak of memory, and ratios. Cetu is asked twice: as it is,
//! where an answer that was given before is kept, and with `--cache 0`, where every answer is worked out.
//!
//! `cargo bench --bench endpoint -- 400000` does one size only.

mod client;
mod generate;
mod queries;
mod server;

use client::Load;
use queries::QUERIES;
use server::Server;
use std::time::Duration;

/// Connections at a time.
const CONNECTIONS: [usize; 3] = [1, 8, 32];

/// How long each number is measured.
const LONG: Duration = Duration::from_millis(1200);

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    for size in if sizes.is_empty() { vec![400_000, 2_000_000] } else { sizes } {
        measure(size);
    }
}

fn measure(size: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("graph/data.nq");
    let triples = generate::write(&file, size).expect("the graph can be written");
    println!("\n{triples} triples");
    let graph = file.parent().expect("a folder");
    let cold = Server::cetu(graph, &["--cache", "0"]);
    let kept = Server::cetu(graph, &[]);
    let peer = Server::oxigraph(&file);
    if peer.is_none() {
        println!("there is no oxigraph in .venv/bin or on the path; Cetu is measured alone");
    }
    for server in [Some(&cold), Some(&kept), peer.as_ref()].into_iter().flatten() {
        println!("{:14} ready after {:.1} s, {} MB", server.name, server.ready.as_secs_f64(), server.peak());
    }
    println!(
        "\n{:34} {:>9} | {:>27} | {:>27} | {:>27} | {:>6} {:>6}",
        "", "rows", "cetu --cache 0", "cetu", "oxigraph", "cold", "kept"
    );
    println!(
        "{:34} {:>9} | {} | {} | {} | {:>6} {:>6}",
        "query",
        "bytes",
        Load::HEAD,
        Load::HEAD,
        Load::HEAD,
        "ratio",
        "ratio"
    );
    let (mut colds, mut repeats) = (Vec::new(), Vec::new());
    for query in QUERIES {
        let loads: Vec<Load> = [Some(&cold), Some(&kept), peer.as_ref()]
            .into_iter()
            .flatten()
            .map(|server| client::load(server.port, server.path, query, CONNECTIONS, LONG))
            .collect();
        print!("{:34} {:>9} | {} | {}", query.name, loads[0].bytes, loads[0], loads[1]);
        if let Some(theirs) = loads.get(2) {
            // Below 1: Cetu is faster.
            let cold = loads[0].median.as_secs_f64() / theirs.median.as_secs_f64();
            let repeated = loads[1].rates.iter().zip(theirs.rates).map(|(our, their)| our / their);
            let repeated = mean(&repeated.collect::<Vec<_>>());
            print!(" | {theirs} | {cold:>6.2} {repeated:>6.0}");
            colds.push(cold);
            repeats.push(repeated);
            if loads[0].digest != theirs.digest {
                print!("  other rows");
            }
        }
        println!();
    }
    if !colds.is_empty() {
        println!(
            "\ngeometric means: cold time {:.2} of oxigraph's, repeated answers {:.0} times its rate",
            mean(&colds),
            mean(&repeats)
        );
    }
    for server in [Some(&cold), Some(&kept), peer.as_ref()].into_iter().flatten() {
        println!("{:14} {} MB at most", server.name, server.peak());
    }
}

/// The geometric mean.
#[allow(clippy::cast_precision_loss)]
fn mean(values: &[f64]) -> f64 {
    (values.iter().map(|value| value.ln()).sum::<f64>() / values.len() as f64).exp()
}
