use crate::REPORT;
use crate::cetu::{Cetu, Ran};

fn built() -> Ran {
    Cetu::new().file("in/a.txt", REPORT).args(["build", "in", "--out", "g"]).run().exits(0)
}

#[test]
fn a_fresh_graph_holds() {
    let ran = Cetu::after(built()).args(["check", "--graph", "g", "--sources", "in"]).run().exits(0);
    assert!(ran.stderr.contains("all as stated"), "{}", ran.stderr);
    Cetu::after(ran).args(["check", "in/a.txt"]).run().exits(0);
}

#[test]
fn a_quotation_that_does_not_stand_there_is_named() {
    let ran = built();
    let name = ran.files("g").into_iter().find(|name| name.ends_with("documents/a.trig")).unwrap();
    let trig = ran
        .read(&format!("g/{name}"))
        .replace("12.5万人，", "12.6万人，")
        .replace("新增就业12.5", "新增就业12.6");
    let ran =
        Cetu::after(ran).file(&format!("g/{name}"), trig).args(["check", "--graph", "g"]).run().exits(1);
    assert!(ran.stdout.contains("does not stand"), "{}", ran.stdout);
}

#[test]
fn a_value_a_bound_or_a_unit_that_the_printed_number_does_not_have_is_named() {
    for (from, to, told) in [
        ("cetu:value 125000", "cetu:value 125001", "the value is 125001, but “12.5万人” reads 125000"),
        ("cetu:minValue 600000000", "cetu:minValue 700000000", "the lower bound is 700000000"),
        ("cetu:unit u:CNY", "cetu:unit u:person", "the unit is person"),
    ] {
        let ran = built();
        let name = ran.files("g").into_iter().find(|name| name.ends_with("documents/a.trig")).unwrap();
        let trig = ran.read(&format!("g/{name}"));
        assert!(trig.contains(from), "{from}: {trig}");
        let cetu = Cetu::after(ran).file(&format!("g/{name}"), trig.replace(from, to));
        let ran = cetu.args(["check", "--graph", "g", "--sources", "in"]).run().exits(1);
        assert!(ran.stdout.contains(told), "{told}: {}", ran.stdout);
    }
}

#[test]
fn a_corrected_value_is_compared_with_the_correction_and_a_cell_with_its_digits() {
    let table = "浙江省2017年就业情况\n\n| 指标 | 数值（万人） |\n| --- | --- |\n| 城镇新增就业 | 127.22 |\n";
    let correct = ["correct", "in/a.txt", "--quote", "其中省级基地12家", "--value", "13"];
    let ran = Cetu::new().file("in/a.txt", REPORT).file("in/b.md", table).args(correct).run().exits(0);
    let ran = Cetu::after(ran).args(["build", "in", "--out", "g"]).run().exits(0);
    let check = ["check", "--graph", "g", "--sources", "in"];
    let ran = Cetu::after(ran).args(check).run().exits(0);
    let files = ran.files("g");
    let name = |end: &str| format!("g/{}", files.iter().find(|name| name.ends_with(end)).unwrap());
    let (a, b) = (name("documents/a.trig"), name("documents/b.trig"));
    let (first, second) = (ran.read(&a), ran.read(&b));
    assert!(first.contains("cetu:value 13 ") && second.contains("cetu:value 1272200 "), "{first}\n{second}");
    let ran = Cetu::after(ran)
        .file(&a, first.replace("cetu:value 13 ", "cetu:value 14 "))
        .file(&b, second.replace("cetu:value 1272200 ", "cetu:value 1272300 "))
        .args(check)
        .run()
        .exits(1);
    assert!(ran.stdout.contains("the value is 14, but its correction gives 13"), "{}", ran.stdout);
    assert!(ran.stdout.contains("the value is 1272300, but “127.22” is printed"), "{}", ran.stdout);
}

#[test]
fn a_source_that_has_changed_is_named() {
    let ran = Cetu::after(built())
        .file("in/a.txt", "别的话。")
        .args(["check", "--graph", "g", "--sources", "in"])
        .run();
    let ran = ran.exits(1);
    assert!(ran.stdout.starts_with("in/a.txt: changed since the graph was built"), "{}", ran.stdout);
}

#[test]
fn a_folder_of_sources_that_does_not_exist_is_an_error() {
    for sources in ["nonexist", "in/a.txt"] {
        let ran = Cetu::after(built()).args(["check", "--graph", "g", "--sources", sources]).run().exits(2);
        assert!(ran.stderr.contains(&format!("{sources}: there is no such folder")), "{}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
}

#[test]
fn it_says_how_many_documents_were_checked_against_their_files() {
    let other = REPORT.replace("浙江省", "江苏省");
    let ran = Cetu::new().file("in/a.txt", REPORT).file("in/b.txt", other);
    let ran = ran.args(["build", "in", "--out", "g"]).run().exits(0);
    let check = |ran: Ran, sources: &str| {
        Cetu::after(ran).args(["check", "--graph", "g", "--sources", sources]).run().exits(0)
    };
    let ran = check(ran, "in");
    assert!(ran.stderr.contains(" numbers checked against the files of 2 documents, all"), "{}", ran.stderr);
    let ran = check(ran, "g");
    assert!(
        ran.stderr.contains(" checked against the kept text of 2 documents (--sources"),
        "{}",
        ran.stderr
    );
    std::fs::remove_file(ran.folder.path().join("in/b.txt")).unwrap();
    let ran = check(ran, "in");
    assert!(ran.stderr.contains("the files of 1 document and only the kept text of 1 ("), "{}", ran.stderr);
    let args = ["check", "--graph", "g", "--sources", "in", "--format", "json"];
    let ran = Cetu::after(ran).args(args).run().exits(0);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(report["documents"], serde_json::json!({ "with_file": 1, "with_kept_text": 1 }));
}

#[test]
fn candidates_are_written_as_rows_for_spreadsheets_and_programs() {
    let text = "2019年某省工作总结\n\n=全年举办零工夜市专场活动85场。建成零工夜市服务点12个。\n";
    let list = |format: &str| {
        let args = ["check", "r.txt", "--candidates", "--format", format];
        Cetu::new().file("r.txt", text).args(args).run().exits(0).stdout
    };
    let all: Vec<serde_json::Value> = serde_json::from_str(&list("json")).unwrap();
    let lines: Vec<serde_json::Value> =
        list("jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, all);
    let csv = list("csv");
    assert!(csv.starts_with("\u{FEFF}label,unit,figures,documents,examples,iri\r\n"), "{csv}");
    assert_eq!(csv.lines().count(), all.len() + 1);
    // A clause that begins like a formula is words to a spreadsheet.
    assert!(csv.contains(",1,1,'=全年举办零工夜市专场活动85场,https://"), "{csv}");
}

#[test]
fn without_text_and_source_nothing_can_be_proved() {
    let ran =
        Cetu::new().file("in/a.txt", REPORT).args(["build", "in", "--out", "g", "--no-text"]).run().exits(0);
    let ran = Cetu::after(ran).args(["check", "--graph", "g"]).run().exits(1);
    assert!(ran.stdout.contains("no text to check by"));
    Cetu::after(ran).args(["check", "--graph", "g", "--sources", "in"]).run().exits(0);
}

#[test]
fn candidates_become_a_vocabulary_that_knows_them() {
    let text = "2019年某省工作总结\n\n全年举办零工夜市专场活动85场。建成零工夜市服务点12个。\n";
    let list = |args: &[&str]| {
        let args = ["check", "r.txt", "--candidates"].iter().chain(args).copied();
        Cetu::new().file("r.txt", text).args(args).run().exits(0).stdout
    };
    let json: serde_json::Value = serde_json::from_str(&list(&["--format", "json"])).unwrap();
    let first = &json.as_array().unwrap()[0];
    assert_eq!((first["figures"].as_u64(), first["documents"].as_u64()), (Some(1), Some(1)));
    assert!(list(&[]).contains(first["label"].as_str().unwrap()));
    let turtle = list(&["--format", "turtle"]);
    assert!(turtle.contains("a cetu:Indicator ;"), "{turtle}");
    let ran = Cetu::new().file("r.txt", text).file("my.ttl", turtle);
    let ran =
        ran.args(["check", "r.txt", "--candidates", "--format", "json", "--vocab", "my.ttl"]).run().exits(0);
    assert_eq!(ran.stdout.trim(), "[]");
}
