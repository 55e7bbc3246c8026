//! How fast a folder becomes a graph: documents and megabytes a second, first and with one file changed, and the most
//! memory that it took.
//!
//! `cargo bench --bench build` writes a folder of 1,000 reports (`CETU_REPORTS` gives another number) made from the
//! examples and, when it stands beside the project, `../shared/corpus` (`CETU_SHARED` names another folder than
//! `../shared`), no two with the same text, and builds it with one thread and with two.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[allow(clippy::cast_precision_loss, reason = "documents and bytes are far below 2^52")]
fn main() {
    // `cargo test --benches` runs this too, and wants no measurement.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let count = std::env::var("CETU_REPORTS").ok().and_then(|n| n.parse().ok()).unwrap_or(1000);
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let reports = folder.path().join("reports");
    let bytes = write(&reports, count);
    let megabytes = bytes as f64 / 1e6;
    println!("{count} documents, {megabytes:.1} MB of text");
    println!("threads  build          seconds  documents/s    MB/s  peak memory  times as fast as the first");
    for threads in [1, 2] {
        let out = folder.path().join(format!("graph-{threads}"));
        let first = build(&reports, &out, threads);
        let again = build(&reports, &out, threads);
        let changed = reports.join("0.txt");
        let text = fs::read_to_string(&changed).expect("it was just written");
        fs::write(&changed, format!("{text}又新增就业{threads}万人。\n")).expect("it can be written");
        let one = build(&reports, &out, threads);
        for (name, run) in [("first", &first), ("nothing changed", &again), ("one changed", &one)] {
            let seconds = run.time.as_secs_f64();
            println!(
                "{threads:>7}  {name:<15}{seconds:>7.2}  {:>11.0}  {:>6.1}  {:>8} MB  {:>6.0}",
                count as f64 / seconds,
                megabytes / seconds,
                run.peak.map_or_else(|| "?".to_owned(), |kilobytes| (kilobytes / 1000).to_string()),
                first.time.as_secs_f64() / seconds,
            );
        }
    }
}

struct Run {
    time: Duration,
    /// Most memory in use, in kB, where the system tells.
    peak: Option<u64>,
}

fn build(reports: &Path, out: &Path, threads: usize) -> Run {
    let began = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_cetu"))
        .arg("build")
        .arg(reports)
        .arg("--out")
        .arg(out)
        .arg(format!("--threads={threads}"))
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().expect("the child can be waited for").is_none() {
        let told = fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).or(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    Run { time: began.elapsed(), peak }
}

/// Writes so many reports, and says how many bytes they have.
fn write(folder: &Path, count: usize) -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("CETU_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let folders: Vec<PathBuf> =
        [root.join("examples/reports"), shared.join("corpus/full"), shared.join("corpus/short")]
            .into_iter()
            .filter(|folder| folder.is_dir())
            .collect();
    let sources = cetu::document::load(
        &folders,
        &mut std::io::empty(),
        &cetu::ontology::Ontology::builtin().expect("the ontology is part of the crate"),
    )
    .sources;
    fs::create_dir_all(folder).expect("it can be made");
    let mut bytes = 0;
    for (number, source) in sources.iter().cycle().take(count).enumerate() {
        let text = format!("{}\n第{number}份报告。\n", source.text.as_str());
        bytes += text.len();
        fs::write(folder.join(format!("{number}.txt")), text).expect("it can be written");
    }
    bytes
}
