use crate::REPORT;
use crate::cetu::Cetu;

#[test]
fn adopted_candidates_are_linked_in_the_next_build_and_not_put_in_twice() {
    let report = format!("{REPORT}三、服务\n2017年，全省建成口袋书屋120个。\n");
    let ran = Cetu::new()
        .file("in/a.txt", report)
        .args(["check", "--candidates", "in", "--format", "json"])
        .run()
        .exits(0);
    assert!(ran.stdout.contains("口袋书屋"), "{}", ran.stdout);
    let adopt = ["vocab", "adopt", "in", "--into", "my.ttl", "--min", "1"];
    let ran = Cetu::after(ran).args(adopt).run().exits(0);
    assert!(ran.read("my.ttl").contains("口袋书屋"));
    let first = ran.read("my.ttl");
    let ran = Cetu::after(ran).args(["build", "in", "--out", "g"]).run().exits(0);
    let ran = Cetu::after(ran).args(["build", "in", "--out", "g", "--vocab", "my.ttl"]).run().exits(0);
    assert!(ran.stderr.contains("1 changed"), "{}", ran.stderr);
    let ask = "SELECT ?i { ?o cetu:valueText '120个' ; cetu:indicator ?i . ?i a cetu:Indicator }";
    let ran = Cetu::after(ran).args(["query", "-e", ask, "--graph", "g", "--format", "csv"]).run().exits(0);
    assert!(ran.stdout.contains("https://w3id.org/cetu/id/indicator/"), "{}", ran.stdout);
    let ran = Cetu::after(ran).args(adopt).run().exits(0);
    assert_eq!(ran.read("my.ttl"), first);
    let ran = Cetu::after(ran).args(adopt).args(["--label", "没有的指标"]).run().exits(1);
    assert!(ran.stderr.contains("no candidate is called “没有的指标”"), "{}", ran.stderr);
}

#[test]
fn every_candidate_that_is_not_put_in_is_accounted_for() {
    let report = format!("{REPORT}三、服务\n2017年，全省建成口袋书屋120个，新建风雨驿亭30座。\n");
    let adopt = ["vocab", "adopt", "in", "--into", "my.ttl"];
    let ran = Cetu::new().file("in/a.txt", report).args(adopt).args(["--min", "9"]).run().exits(0);
    assert!(ran.stderr.contains("my.ttl: not written, for no indicator is put in\n"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("links all reports anew"), "{}", ran.stderr);
    assert_eq!(ran.files("."), ["in/a.txt"]);
    let few: usize =
        ran.stderr.split("not put in: ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    let list = ["check", "in", "--candidates", "--format", "jsonl"];
    let ran = Cetu::after(ran).args(list).run().exits(0);
    assert_eq!(few, ran.stdout.lines().count(), "{}", ran.stdout);
    let label = ran.stdout.lines().find(|line| line.contains("口袋书屋")).unwrap();
    let label: serde_json::Value = serde_json::from_str(label).unwrap();
    let label = label["label"].as_str().unwrap();
    let one = |ran| Cetu::after(ran).args(adopt).args(["--label", label]).run().exits(0);
    let ran = one(ran);
    assert!(ran.stderr.contains("my.ttl: 1 indicator put in; `cetu build"), "{}", ran.stderr);
    let rest = format!("not put in: {} that --label does not ask for", few - 1);
    assert!(ran.stderr.contains(&rest), "{}", ran.stderr);
}

#[test]
fn a_candidate_with_the_words_of_an_indicator_is_named() {
    // A word of the vocabulary in a unit that its indicator does not have.
    let report = "2017年浙江省就业情况\n\n2017年，全省城镇登记失业率3000公里。\n";
    let adopt = ["vocab", "adopt", "a.txt", "--into", "my.ttl", "--min", "1"];
    let ran = Cetu::new().file("a.txt", report).args(adopt).run().exits(0);
    let told = "not put in: “城镇登记失业率” (km), which the vocabulary has already";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
}
