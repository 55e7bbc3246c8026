//! `docs/ontology.md` is what `cetu ontology --format markdown` prints; `CETU_UPDATE_REFERENCE=1 cargo test --test docs`
//! writes it anew.

use super::root;
use std::process::Command;

#[test]
fn the_reference_of_the_ontology_is_up_to_date() {
    let path = root().join("docs/ontology.md");
    let ran =
        Command::new(env!("CARGO_BIN_EXE_cetu")).args(["ontology", "--format", "markdown"]).output().unwrap();
    assert!(ran.status.success());
    if std::env::var_os("CETU_UPDATE_REFERENCE").is_some() {
        std::fs::write(&path, &ran.stdout).unwrap();
    }
    let known = std::fs::read(&path).unwrap_or_default();
    assert!(known == ran.stdout, "docs/ontology.md is out of date; CETU_UPDATE_REFERENCE=1 writes it anew");
}
