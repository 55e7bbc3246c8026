//! What the saved queries answer on the example reports, byte for byte.
//!
//! `CETU_UPDATE_GOLDEN=1 cargo test --test cli golden` writes what is answered now into `tests/golden/queries`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Names of the files in a folder that have an extension, without it.
fn stems(folder: &Path, extension: &str) -> BTreeSet<String> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let paths = paths.filter(|path| path.extension().is_some_and(|known| known == extension));
    paths.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
}

fn answer(query: &str, reports: &[PathBuf]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cetu"));
    command.args(["query", query]).args(reports).args(["--format", "csv"]).current_dir(root());
    let ran = command.output().unwrap();
    assert!(ran.status.success(), "{query}: {}", String::from_utf8_lossy(&ran.stderr));
    ran.stdout
}

#[test]
fn every_saved_query_answers_as_recorded() {
    let (queries, golden) = (root().join("queries"), root().join("tests/golden/queries"));
    let reports: Vec<PathBuf> = stems(&root().join("examples/reports"), "txt")
        .iter()
        .map(|name| format!("examples/reports/{name}.txt").into())
        .collect();
    let update = std::env::var_os("CETU_UPDATE_GOLDEN").is_some();
    let names = stems(&queries, "rq");
    let mut wrong = String::new();
    for name in &names {
        let path = golden.join(format!("{name}.csv"));
        let now = answer(name, &reports);
        if update {
            std::fs::create_dir_all(&golden).unwrap();
            std::fs::write(&path, &now).unwrap();
        } else if std::fs::read(&path).unwrap_or_default() != now {
            wrong.extend([format!("{name} answers\n{}\n", String::from_utf8_lossy(&now))]);
        }
    }
    assert!(wrong.is_empty(), "not as recorded:\n{wrong}");
    assert_eq!(stems(&golden, "csv"), names, "a recorded answer without its query");
}
