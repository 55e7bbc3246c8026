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
