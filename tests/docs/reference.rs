//! `docs/ontology.md` is what `cetu ontology --format markdown` prints, `docs/rules.md` what `cetu rules` prints;
//! `CETU_UPDATE_REFERENCE=1 cargo test --test docs` writes them anew.

use super::root;
use std::process::Command;

#[test]
fn the_reference_of_the_ontology_is_up_to_date() {
    holds("docs/ontology.md", &["ontology", "--format", "markdown"]);
}

#[test]
fn the_page_of_rules_is_up_to_date() {
    holds("docs/rules.md", &["rules"]);
}

fn holds(name: &str, command: &[&str]) {
    let path = root().join(name);
    let ran = Command::new(env!("CARGO_BIN_EXE_cetu")).args(command).output().unwrap();
    assert!(ran.status.success());
    if std::env::var_os("CETU_UPDATE_REFERENCE").is_some() {
        std::fs::write(&path, &ran.stdout).unwrap();
    }
    let known = std::fs::read(&path).unwrap_or_default();
    assert!(known == ran.stdout, "{name} is out of date; CETU_UPDATE_REFERENCE=1 writes it anew");
}
