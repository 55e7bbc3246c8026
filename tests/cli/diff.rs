use crate::REPORT;
use crate::cetu::Cetu;

#[test]
fn two_versions_of_a_report_differ_in_what_was_added_removed_and_changed() {
    let new = REPORT
        .replace("12.5万人", "13.5万人")
        .replace("，其中省级基地12家", "")
        .replace("\n\n二、", "\n又培训3万人。\n\n二、");
    let cetu = Cetu::new().file("old.txt", REPORT).file("new.txt", new);
    let ran = cetu.args(["diff", "old.txt", "new.txt"]).run().exits(0);
    assert!(
        ran.stderr
            .contains("figures: 1 added, 1 removed, 1 changed; programs: 0 added, 1 removed, 0 changed"),
        "{}\n{}",
        ran.stderr,
        ran.stdout
    );
    let row = |word: &str| ran.stdout.lines().find(|line| line.contains(word)).unwrap_or_default().to_owned();
    assert!(row("value: 135000").contains("value: 125000"), "{}", ran.stdout);
    assert!(row("- 删除 removed").contains("省级基地12家"), "{}", ran.stdout);
    assert!(row("+ 新增 added").contains("又培训3万人"), "{}", ran.stdout);
    let ran = Cetu::after(ran).args(["diff", "old.txt", "new.txt", "--format", "jsonl"]).run().exits(0);
    assert_eq!(ran.stdout.lines().count(), 4);
    assert!(ran.stdout.lines().all(|line| line.starts_with("{\"change\":\"")), "{}", ran.stdout);
    let lines = ran.stdout.clone();
    let ran = Cetu::after(ran).args(["diff", "old.txt", "new.txt", "--format", "json"]).run().exits(0);
    let list: Vec<serde_json::Value> = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        list,
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<serde_json::Value>>()
    );
    let ran = Cetu::after(ran).args(["diff", "old.txt", "new.txt", "--format", "trig"]).run().exits(0);
    assert!(ran.stdout.contains("graph/diff/added>") && ran.stdout.contains("graph/diff/removed>"));
}

#[test]
fn two_graphs_of_the_same_reports_do_not_differ() {
    let ran = Cetu::new().file("in/a.txt", REPORT).args(["build", "in", "--out", "g"]).run().exits(0);
    let ran = Cetu::after(ran).args(["diff", "g", "in"]).run().exits(0);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("no figure and no program differs"), "{}", ran.stderr);
}
