use crate::cetu::Cetu;

const COMMANDS: [&str; 11] = [
    "extract",
    "build",
    "export",
    "query",
    "compare",
    "schema",
    "serve",
    "check",
    "ontology",
    "completions",
    "man",
];

#[test]
fn every_command_has_help_with_an_example_in_two_languages() {
    for command in COMMANDS {
        let ran = Cetu::new().args([command, "--help"]).run().exits(0);
        assert!(ran.stdout.contains("Example"), "{command}");
        assert!(ran.stdout.chars().any(|c| ('\u{4E00}'..'\u{9FFF}').contains(&c)), "{command}");
    }
    let ran = Cetu::new().args(["--help"]).run().exits(0);
    assert!(ran.stdout.contains("Exit codes"));
}

#[test]
fn no_command_and_wrong_ones_cannot_run() {
    Cetu::new().run().exits(2);
    Cetu::new().args(["exprot"]).run().exits(2);
    Cetu::new().args(["export", "r.txt", "--format", "docx"]).run().exits(2);
}

#[test]
fn man_pages_and_completions_are_printed() {
    assert!(Cetu::new().args(["man"]).run().exits(0).stdout.contains(".TH cetu"));
    assert!(Cetu::new().args(["completions", "bash"]).run().exits(0).stdout.contains("_cetu"));
    let ran = Cetu::new().args(["man", "--out", "."]).run().exits(0);
    assert!(ran.files("").contains(&"cetu-export.1".to_owned()));
}

#[test]
fn the_ontology_is_printed_and_listed() {
    let ran = Cetu::new().args(["ontology"]).run().exits(0);
    assert!(ran.stdout.contains("cetu:Observation a owl:Class"));
    let ran = Cetu::new().args(["ontology", "--list"]).run().exits(0);
    assert!(ran.stdout.contains("cetu:Observation"));
    Cetu::new().args(["ontology", "--format", "csv"]).run().exits(2);
    Cetu::new().args(["ontology", "-o", "terms.csv"]).run().exits(2);
}

#[test]
fn the_ontology_has_a_page_for_readers() {
    let page = Cetu::new().args(["ontology", "--format", "html"]).run().exits(0).stdout;
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("id=\"Observation\""));
    let ran = Cetu::new().args(["ontology", "-o", "terms.html"]).run().exits(0);
    assert_eq!(ran.read("terms.html"), page);
    let ran = Cetu::new().args(["ontology", "-o", "terms.md"]).run().exits(0);
    assert!(ran.read("terms.md").contains("### `cetu:Observation`"));
}
