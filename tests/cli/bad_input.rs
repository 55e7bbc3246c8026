use crate::REPORT;
use crate::cetu::Cetu;

fn said(name: &str, content: &[u8]) -> String {
    let ran = Cetu::new().file(name, content).args(["extract", name]).run().exits(1);
    assert_eq!(ran.stdout, "");
    ran.stderr
}

#[test]
fn a_missing_file_is_named_and_the_others_go_on() {
    let ran = Cetu::new()
        .file("r.txt", REPORT)
        .args(["extract", "--format", "jsonl", "no.txt", "r.txt"])
        .run()
        .exits(1);
    insta::assert_snapshot!(ran.stderr, @"cetu: no.txt: there is no such file; check the path");
    assert!(ran.stdout.lines().count() > 3);
}

#[test]
fn an_empty_file_is_named() {
    insta::assert_snapshot!(said("e.txt", b""), @"cetu: e.txt: the file is empty; nothing to read");
}

#[test]
fn a_binary_file_is_named() {
    insta::assert_snapshot!(said("b.txt", b"ab\0c"), @"cetu: b.txt: binary data (a NUL at byte 2), not text; save it as UTF-8 text first");
    insta::assert_snapshot!(said("w.txt", b"PK\x03\x04xx"), @"cetu: w.txt: not a sound Word (DOCX) file (invalid Zip archive: Could not find EOCD); open it in the program it comes from and save it again");
}

#[test]
fn an_encoding_that_cannot_be_told_is_named_with_its_byte() {
    insta::assert_snapshot!(said("l.txt", b"2017 Pr\xe9sentation g\xe9n\xe9rale"), @"cetu: l.txt: not UTF-8 at byte 7 (0xE9), and read as GB18030 it makes no sense; save it as UTF-8 text first");
}

#[test]
fn a_file_without_words_is_named() {
    insta::assert_snapshot!(said("n.txt", " \n---\n".as_bytes()), @"cetu: n.txt: no readable text, only spaces and signs; nothing to read");
}

#[test]
fn nothing_half_written_is_left_when_no_input_can_be_read() {
    let ran = Cetu::new().args(["export", "no.txt", "-o", "out.ttl"]).run().exits(1);
    assert!(ran.files("").is_empty());
}

#[test]
fn an_unwritable_output_fails_before_the_work() {
    let ran =
        Cetu::new().file("r.txt", REPORT).args(["export", "r.txt", "-o", "no/such/out.ttl"]).run().exits(2);
    assert!(ran.stderr.starts_with("cetu: no/such/out.ttl: cannot be written: "));
}

#[test]
fn an_unknown_extension_says_which_are_known() {
    let ran = Cetu::new().file("r.txt", REPORT).args(["export", "r.txt", "-o", "out.docx"]).run().exits(2);
    insta::assert_snapshot!(ran.stderr, @"cetu: out.docx: the extension names no format; end it in .ttl .nt .nq .trig .rdf .jsonld .jsonl .csv or .xlsx, or give --format");
}

#[test]
fn two_files_of_one_name_are_told_apart() {
    let ran = Cetu::new().file("a/r.txt", REPORT).file("b/r.txt", format!("{REPORT}。"));
    let ran = ran.args(["build", "a/r.txt", "b/r.txt", "--out", "g"]).run().exits(0);
    let documents = ran.files("g").into_iter().filter(|name| name.contains("documents/r-")).count();
    assert_eq!(documents, 2);
}

#[test]
fn one_text_under_two_names_is_one_document() {
    let ran = Cetu::new().file("a/r.txt", REPORT).file("b/s.txt", format!("\u{feff}{REPORT}\n"));
    let ran = ran.args(["extract", "b/s.txt", "a/r.txt", "--format", "jsonl"]).run().exits(0);
    insta::assert_snapshot!(ran.stderr, @"cetu: note: s.txt: has the text of r.txt; kept as one document with both files as its sources");
    assert_eq!(ran.stdout.matches("\"type\":\"document\"").count(), 1);
}

#[test]
fn broken_turtle_in_a_graph_folder_names_its_place() {
    let ran = Cetu::new().file("g/a.ttl", "<urn:a> a <urn:B> .\n<urn:c> <urn:d .\n");
    let ran = ran.args(["query", "-e", "ASK {}", "--graph", "g"]).run().exits(2);
    assert!(ran.stderr.starts_with("cetu: g/a.ttl:2:"), "{}", ran.stderr);
    assert!(ran.stderr.contains("mend the file"));
}

#[test]
fn a_graph_folder_without_rdf_is_refused() {
    let ran =
        Cetu::new().file("g/notes.txt", "x").args(["query", "-e", "ASK {}", "--graph", "g"]).run().exits(2);
    insta::assert_snapshot!(ran.stderr, @"cetu: g: no RDF file in this folder (.ttl .nt .nq .trig .rdf .jsonld); build it with `cetu build REPORT… --out g`");
}

#[test]
fn a_broken_vocabulary_names_its_place() {
    let ran = Cetu::new().file("r.txt", REPORT).file("v.ttl", "@prefix : <u\n");
    let ran = ran.args(["extract", "r.txt", "--vocab", "v.ttl"]).run().exits(2);
    assert!(ran.stderr.starts_with("cetu: v.ttl: "), "{}", ran.stderr);
}

#[test]
fn a_base_that_is_no_iri_is_refused() {
    let ran = Cetu::new().file("r.txt", REPORT).args(["export", "r.txt", "--base", "x y"]).run().exits(2);
    assert!(ran.stderr.contains("give an absolute IRI such as https://example.org/policy/"));
}
