//! What is read in small reports, one for each thing that the language does: `tests/golden/reading/*/report.txt` and the
//! facts that it holds.
//!
//! `CETU_UPDATE_GOLDEN=1 cargo test --test cli reading` writes what is read now; read the difference before it is kept.

use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/reading");
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// The facts of a report, a line each, without what only places them in the text.
fn facts(report: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cetu"));
    let ran = command.args(["extract", "--format", "jsonl"]).arg(report).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let lines = String::from_utf8(ran.stdout).unwrap();
    lines.lines().map(|line| told(&serde_json::from_str(line).unwrap())).collect()
}

fn told(fact: &Value) -> String {
    let show = |name: &str| match &fact[name] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut line = match show("type").as_str() {
        "figure" => {
            let mut value = show("value");
            if !fact["value2"].is_null() {
                let _ = write!(value, "..{}", show("value2"));
            }
            let names = ["unit", "comparator", "aspect", "direction", "status"];
            let sort: Vec<String> =
                names.iter().map(|name| show(name)).filter(|word| !word.is_empty()).collect();
            let yearly = if fact["recurring"] == Value::Bool(true) { " each year" } else { "" };
            format!(
                "{} | {} | {} | {}{yearly} | {value} {} | {}",
                show("exact"),
                show("indicator"),
                show("place"),
                show("period"),
                sort.join(" "),
                show("program")
            )
        }
        "section" => format!("§{} {}{}", show("level"), show("ordinal"), show("heading")),
        "program" => format!("program {} | {} | {}", show("name"), show("kind"), show("place")),
        "document" => format!("document {} | {} | {}", show("title"), show("place"), show("year")),
        "organisation" => format!("organisation {} | {}", show("name"), show("place")),
        "claim" => format!("claim {} | {} | among {}", show("exact"), show("about"), show("among")),
        other => format!("{other} {}", show("exact")),
    };
    line.truncate(line.trim_end_matches([' ', '|']).len());
    line + "\n"
}

#[test]
fn every_report_is_read_as_recorded() {
    let update = std::env::var_os("CETU_UPDATE_GOLDEN").is_some();
    let mut wrong = String::new();
    for case in cases() {
        let (recorded, now) = (case.join("facts.txt"), facts(&case.join("report.txt")));
        if update {
            std::fs::write(&recorded, now).unwrap();
        } else if std::fs::read_to_string(&recorded).unwrap_or_default() != now {
            let _ = writeln!(wrong, "{} holds\n{now}", case.display());
        }
    }
    assert!(wrong.is_empty(), "not as recorded:\n{wrong}");
}
