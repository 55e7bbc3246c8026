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
        assert_eq!(first.read(&format!("g/{name}")), second.read(&format!("g/{name}")), "{name}");
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
