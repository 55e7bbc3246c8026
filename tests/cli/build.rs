use crate::REPORT;
use crate::cetu::Cetu;

#[test]
fn two_builds_of_one_input_are_byte_identical() {
    let build = || {
        Cetu::new()
            .file("in/a.txt", REPORT)
            .file("in/b/c.md", REPORT.replace("12.5", "12.6"))
            .args(["build", "in", "--out", "g"])
            .run()
    };
    let (first, second) = (build().exits(0), build().exits(0));
    let files = first.files("g");
    assert_eq!(files, second.files("g"));
    assert!(files.iter().any(|name| name.ends_with("documents/b/c.trig")));
    for name in files {
        assert_eq!(first.bytes(&format!("g/{name}")), second.bytes(&format!("g/{name}")), "{name}");
    }
}

#[test]
fn building_again_replaces_the_graph() {
    let ran = Cetu::new().file("a.txt", REPORT).args(["build", "a.txt", "--out", "g"]).run().exits(0);
    let old = ran.read("g/current");
    let ran = Cetu::after(ran)
        .file("a.txt", format!("{REPORT}。"))
        .args(["build", "a.txt", "--out", "g"])
        .run()
        .exits(0);
    assert_ne!(old, ran.read("g/current"));
    assert!(ran.files("g").iter().all(|name| !name.starts_with(old.trim())));
}

#[test]
fn a_build_that_was_killed_leaves_the_old_graph_whole() {
    let ran = Cetu::new().file("a.txt", REPORT).args(["build", "a.txt", "--out", "g"]).run().exits(0);
    // What a build leaves when it is killed: files under another name, the pointer untouched.
    let ask = [
        "query",
        "-e",
        "SELECT (COUNT(*) AS ?n) { ?o a cetu:SourceDocument }",
        "--graph",
        "g",
        "--format",
        "csv",
    ];
    let before = Cetu::after(ran).args(ask).run().exits(0);
    let expected = before.stdout.clone();
    let broken = Cetu::after(before).file("g/.new-1/documents/b.trig", "<half").file("g/.current-1", "gen-");
    let after = broken.args(ask).run().exits(0);
    assert_eq!(after.stdout, expected);
    let ran = Cetu::after(after).args(["build", "a.txt", "--out", "g"]).run().exits(0);
    assert!(ran.files("g").iter().all(|name| !name.starts_with('.')));
}

#[test]
fn the_text_can_be_left_out() {
    let ran =
        Cetu::new().file("a.txt", REPORT).args(["build", "a.txt", "--out", "g", "--no-text"]).run().exits(0);
    assert!(ran.files("g").iter().all(|name| !name.contains("text/")));
}

#[test]
fn nothing_readable_leaves_the_graph_as_it_is() {
    let ran = Cetu::new().file("a.txt", REPORT).args(["build", "a.txt", "--out", "g"]).run().exits(0);
    let files = ran.files("g");
    let ran = Cetu::after(ran).args(["build", "no.txt", "--out", "g"]).run().exits(1);
    assert_eq!(files, ran.files("g"));
}

#[test]
fn a_second_build_reads_only_what_is_new_or_has_changed_and_drops_what_is_gone() {
    let build = ["build", "in", "--out", "g"];
    let other = REPORT.replace("12.5", "13.5");
    let ran = Cetu::new()
        .file("in/a.txt", REPORT)
        .file("in/b.txt", &other)
        .file("in/c.txt", REPORT.replace("12.5", "14.5"))
        .args(build)
        .run()
        .exits(0);
    assert!(ran.stderr.starts_with("cetu: 3 documents: 3 new; "), "{}", ran.stderr);
    let pointer = ran.read("g/current");
    let ran = Cetu::after(ran).args(build).run().exits(0);
    assert!(ran.stderr.starts_with("cetu: 3 documents: 3 unchanged; "), "{}", ran.stderr);
    assert_eq!(ran.read("g/current"), pointer);
    std::fs::remove_file(ran.folder.path().join("in/c.txt")).unwrap();
    let ran = Cetu::after(ran)
        .file("in/b.txt", format!("{other}。"))
        .file("in/d.txt", REPORT.replace("12.5", "15.5"))
        .args(build)
        .run()
        .exits(0);
    assert!(
        ran.stderr.starts_with("cetu: 3 documents: 1 new, 1 changed, 1 gone, 1 unchanged; "),
        "{}",
        ran.stderr
    );
    // What was built on is the same as what is built from nothing, on one thread or several.
    let ran = Cetu::after(ran).args(["build", "in", "--out", "h", "--threads", "1"]).run().exits(0);
    let ran = Cetu::after(ran).args(["build", "in", "--out", "i", "-j", "3"]).run().exits(0);
    for other in ["h", "i"] {
        assert_eq!(ran.files("g"), ran.files(other));
        for name in ran.files("g") {
            assert_eq!(ran.bytes(&format!("g/{name}")), ran.bytes(&format!("{other}/{name}")), "{name}");
        }
    }
}

#[test]
fn another_vocabulary_or_base_reads_everything_anew() {
    let vocab = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\
        <https://w3id.org/cetu/id/indicator/x> a <https://w3id.org/cetu/def#Indicator> ; skos:prefLabel \"某指标\"@zh .\n";
    let ran = Cetu::new().file("a.txt", REPORT).args(["build", "a.txt", "--out", "g"]).run().exits(0);
    let ran = Cetu::after(ran)
        .file("v.ttl", vocab)
        .args(["build", "a.txt", "--out", "g", "--vocab", "v.ttl"])
        .run()
        .exits(0);
    assert!(ran.stderr.contains("1 changed"), "{}", ran.stderr);
    let ran = Cetu::after(ran)
        .args(["build", "a.txt", "--out", "g", "--base", "https://example.org/"])
        .run()
        .exits(0);
    assert!(ran.stderr.contains("1 changed"), "{}", ran.stderr);
}

#[test]
fn a_damaged_graph_is_mended_and_a_pointer_to_nothing_is_an_error() {
    let build = ["build", "a.txt", "--out", "g"];
    let ran = Cetu::new().file("a.txt", REPORT).args(build).run().exits(0);
    let name = ran.read("g/current").trim().to_owned();
    let document = format!("g/{name}/documents/a.trig");
    let whole = ran.read(&document);
    let ran = Cetu::after(ran).file(&document, "").args(build).run().exits(0);
    assert_eq!(ran.read(&document), whole);
    std::fs::remove_dir_all(ran.folder.path().join("g").join(&name)).unwrap();
    let ran = Cetu::after(ran).args(["query", "01-compare", "--graph", "g"]).run().exits(2);
    assert!(ran.stderr.contains(&format!("g/current: names “{name}”, which is not there")), "{}", ran.stderr);
    let ran = Cetu::after(ran).args(build).run().exits(0);
    assert_eq!(ran.read(&document), whole);
}

#[test]
fn counts_that_are_lost_are_made_again() {
    let another = REPORT.replace("浙江省", "江苏省");
    let build = ["build", "in", "--out", "g"];
    let ran = Cetu::new().file("in/a.txt", REPORT).file("in/b.txt", another).args(build).run().exits(0);
    let counts = format!("g/{}/counts.bin", ran.read("g/current").trim());
    let changed = REPORT.replace("12.5", "12.6");
    let ran = Cetu::after(ran).file(&counts, "").file("in/a.txt", &changed).args(build).run().exits(0);
    assert!(ran.stderr.contains("1 changed, 1 unchanged"), "{}", ran.stderr);
    let ran = Cetu::after(ran).args(["build", "in", "--out", "h"]).run().exits(0);
    assert_eq!(ran.files("g"), ran.files("h"));
    for name in ran.files("g") {
        assert_eq!(ran.bytes(&format!("g/{name}")), ran.bytes(&format!("h/{name}")), "{name}");
    }
}

#[test]
fn a_graph_whose_first_build_was_killed_is_no_graph() {
    let cetu = Cetu::new().file("g/.new-1/documents/a.trig", "<urn:a> <urn:b> <urn:c> .");
    let ran = cetu.args(["query", "01-compare", "--graph", "g"]).run().exits(2);
    assert!(ran.stderr.contains("no build of this graph has finished"), "{}", ran.stderr);
}

#[test]
fn two_builds_at_once_into_one_folder_both_end_well() {
    let mut cetu = Cetu::new();
    for number in 0..12 {
        cetu = cetu.file(&format!("in/{number}.txt"), format!("{REPORT}第{number}份。\n"));
    }
    let cetu = cetu.args(["build", "in", "--out", "g"]);
    let mut children: Vec<_> = (0..3).map(|_| cetu.command().spawn().unwrap()).collect();
    for child in &mut children {
        drop(child.stdin.take());
        assert!(child.wait().unwrap().success());
    }
    let loaded = cetu::store::load(&cetu.path().join("g")).unwrap();
    let graphs: std::collections::BTreeSet<_> =
        loaded.graph.facts.iter().map(|q| q.graph_name.to_string()).collect();
    assert_eq!(graphs.len(), 12);
}

#[test]
fn numbers_that_were_not_read_are_counted_and_listed() {
    let report = format!("{REPORT}联系电话88881234转5。\n");
    let ran = Cetu::new().file("in/a.txt", report).args(["build", "in", "--out", "g"]).run().exits(0);
    assert!(ran.stderr.contains("numbers not read (cetu check --coverage lists them)"), "{}", ran.stderr);
    let list = |input: &[&str], format: &str, ran| {
        let cetu = Cetu::after(ran).args(["check", "--coverage", "--format", format]);
        let ran = cetu.args(input.iter().copied()).run().exits(0);
        let printed = ran.stdout.clone();
        (ran, printed)
    };
    let (ran, graph) = list(&["--graph", "g"], "jsonl", ran);
    assert!(graph.contains("\"number\":\"88881234\",\"sentence\":\"联系电话88881234转5。\""), "{graph}");
    let (ran, reports) = list(&["in"], "jsonl", ran);
    assert_eq!(graph, reports);
    let (ran, csv) = list(&["in"], "csv", ran);
    assert!(csv.starts_with("\u{FEFF}file,document,start,end,number,sentence,section\r\n"), "{csv}");
    let (_, table) = list(&["in"], "text", ran);
    assert!(table.contains("88881234"), "{table}");
}

#[test]
fn a_graph_folder_among_the_reports_is_not_read() {
    for out in ["in", "in/g"] {
        let build = ["build", "in", "--out", out];
        let ran = Cetu::new().file("in/a.txt", REPORT).args(build).run().exits(0);
        assert!(!ran.stderr.contains("graph folder"), "{}", ran.stderr);
        let first = ran.read(&format!("{out}/current"));
        let ran = Cetu::after(ran).args(build).run().exits(0);
        assert!(ran.stderr.contains("1 documents: 1 unchanged"), "{}", ran.stderr);
        assert_eq!(
            ran.stderr.matches(&format!("{out}: a graph folder is no report")).count(),
            1,
            "{}",
            ran.stderr
        );
        assert_eq!(ran.stderr.lines().count(), 2, "{}", ran.stderr);
        assert_eq!(ran.read(&format!("{out}/current")), first);
        // What a build that was killed has left is not read either.
        let ran =
            Cetu::after(ran).file(&format!("{out}/.new-1/text/b.txt"), "别的话。").args(build).run().exits(0);
        assert!(ran.stderr.contains("1 documents: 1 unchanged"), "{}", ran.stderr);
    }
}
