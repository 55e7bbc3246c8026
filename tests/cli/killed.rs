//! Builds that are killed at any moment leave a graph that can be read whole: the old one or the new one.
//!
//! `CETU_KILLS=200` kills that many.

use crate::REPORT;
use crate::cetu::Cetu;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

const REPORTS: usize = 24;

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_graph() {
    let kills = std::env::var("CETU_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let mut cetu = Cetu::new();
    for number in 0..REPORTS {
        cetu = cetu.file(&format!("in/{number}.txt"), format!("{REPORT}第{number}份。\n"));
    }
    let began = Instant::now();
    let ran = cetu.args(["build", "in", "--out", "g"]).run().exits(0);
    let whole = began.elapsed();
    let mut folder = ran;
    // The same moments every time, spread over the length of a build.
    let mut seed: u32 = 7;
    for round in 0..kills {
        for number in 0..REPORTS {
            let path = folder.folder.path().join(format!("in/{number}.txt"));
            std::fs::write(path, format!("{REPORT}第{number}份，第{round}次，增加{}人。\n", round + 20))
                .unwrap();
        }
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let moment = whole.mul_f64(f64::from(seed >> 8) / f64::from(1 << 24));
        let cetu = Cetu::after(folder).args(["build", "in", "--out", "g"]);
        let mut child = cetu.command().spawn().unwrap();
        drop(child.stdin.take());
        std::thread::sleep(moment.min(Duration::from_secs(20)));
        let _ = child.kill();
        child.wait().unwrap();
        whole_graph(&cetu.path().join("g"));
        folder = cetu.args(["--threads", "2"]).run().exits(0);
        assert!(folder.files("g").iter().all(|name| !name.starts_with('.')));
    }
}

/// Reads a graph, and wants all documents of one build in it.
fn whole_graph(folder: &Path) {
    let loaded = cetu::store::load(folder).unwrap();
    let mut graphs = BTreeSet::new();
    for quad in &loaded.graph.facts {
        graphs.insert(quad.graph_name.to_string());
    }
    assert_eq!(graphs.len(), REPORTS);
    assert!(!loaded.graph.vocabulary.is_empty() && !loaded.graph.metadata.is_empty());
}
