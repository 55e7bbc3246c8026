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
        (
            "<https://w3id.org/cetu/id/unit/CNY>",
            "<https://w3id.org/cetu/id/unit/person>",
            "the unit is person",
        ),
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
