//! The scripts in `tests/peers`, which read Cetu's output with rdflib, pyoxigraph, rapper, curl, `SPARQLWrapper` and
//! Chromium.

use super::{root, skip};
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// The scripts that have a test of their own.
const SCRIPTS: &[&str] = &["determinism.py", "endpoint.py", "formats.py", "pages.py"];

#[test]
fn two_builds_are_byte_identical() {
    run("determinism.py", &[]);
}

#[test]
fn the_endpoint_answers_curl_urllib_and_sparqlwrapper() {
    run("endpoint.py", &["curl"]);
}

#[test]
fn chromium_axe_and_tidy_find_no_fault_with_the_pages() {
    run("pages.py", &["chromium", "chromedriver", "tidy"]);
}

#[test]
fn rdflib_pyoxigraph_and_rapper_read_every_export_alike() {
    run("formats.py", &["rapper"]);
}

#[test]
fn every_other_script_holds() {
    let files = std::fs::read_dir(root().join("tests/peers")).unwrap();
    let names = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for name in names.filter(|name| {
        std::path::Path::new(name).extension().is_some_and(|end| end == "py")
            && !SCRIPTS.contains(&name.as_str())
    }) {
        run(&name, &[]);
    }
}

/// Runs a script in the virtual environment; without that, or a program that it calls, the test is skipped.
fn run(script: &str, programs: &[&str]) {
    let Some(python) = python() else {
        return skip("no Python with tests/peers/requirements.txt; see `.ci/run`");
    };
    if let Some(program) =
        programs.iter().find(|program| Command::new(program).arg("--version").output().is_err())
    {
        return skip(&format!("{program} is not installed"));
    }
    let ran = Command::new(python)
        .arg(root().join("tests/peers").join(script))
        .arg(env!("CARGO_BIN_EXE_cetu"))
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{script}:\n{said}");
    // What it counted belongs in the log; not by a macro, see `skip`.
    if let Some(count) = said.lines().last() {
        let _ = writeln!(std::io::stderr(), "{count}");
    }
}

/// A Python that has the peers.
fn python() -> Option<PathBuf> {
    let candidates = [root().join(".venv/bin/python"), PathBuf::from("python3")];
    candidates.into_iter().find(|python| {
        let import = "import rdflib, pyoxigraph, SPARQLWrapper, pyshacl, openapi_spec_validator, selenium, axe_core_python, PIL";
        Command::new(python).args(["-c", import]).output().is_ok_and(|ran| ran.status.success())
    })
}
