use crate::REPORT;
use crate::cetu::{Cetu, Ran};

fn section(ran: &Ran, heading: &str) -> String {
    let text = ran.stdout.split(&format!("## {heading}\n\n")).nth(1).unwrap();
    text.split("\n\n## ").next().unwrap().to_owned()
}

#[test]
fn the_card_tells_classes_properties_and_codes() {
    let ran = Cetu::new().args(["schema"]).run().exits(0);
    assert!(ran.stdout.lines().count() < 160, "longer than a page");
    let line = |heading, start: &str| {
        section(&ran, heading).lines().find(|line| line.starts_with(start)).unwrap().to_owned()
    };
    insta::assert_snapshot!(line("Classes", "- `cetu:Enumeration`"), @"- `cetu:Enumeration` 计数列举 enumeration: cetu:announcedCount, cetu:countHolds, cetu:memberCount, cetu:memberName");
    insta::assert_snapshot!(line("Properties", "- `cetu:rank`"), @"- `cetu:rank` 位次 rank: cetu:Claim → xsd:integer");
    insta::assert_snapshot!(line("Properties", "- `cetu:valueText`"), @"- `cetu:valueText` 原文数值 value text: cetu:Observation → xsd:string");
    insta::assert_snapshot!(line("Codes", "- 数值性质"), @"- 数值性质 Value role: `v:role-actual` 实际, `v:role-parameter` 政策标准, `v:role-target` 目标");
}

#[test]
fn a_graph_adds_counts() {
    let ran = Cetu::new().file("r.txt", REPORT).args(["schema", "r.txt"]).run().exits(0);
    let line = |heading, start: &str| {
        section(&ran, heading).lines().find(|line| line.starts_with(start)).unwrap().to_owned()
    };
    insta::assert_snapshot!(line("Classes", "- `cetu:SourceDocument`").split(':').take(2).collect::<String>(), @"- `cetuSourceDocument` 来源文本 source document (1)");
    insta::assert_snapshot!(line("Properties", "- `cetu:changeOf`"), @"- `cetu:changeOf` 变化对象 change of (1): cetu:Observation → cetu:Observation");
    insta::assert_snapshot!(line("Codes", "- 数值性质"), @"- 数值性质 Value role: `v:role-actual` 实际 (7), `v:role-parameter` 政策标准 (0), `v:role-target` 目标 (0)");
    assert!(ran.stdout.contains("documents: 1, figures from 2017-01-01 to 2017-12-31."), "{}", ran.stdout);
}

#[test]
fn its_example_queries_find_something() {
    let reports = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/reports");
    let card = Cetu::new().args(["schema"]).run().exits(0).stdout;
    let queries: Vec<&str> =
        card.split("```sparql\n").skip(1).map(|part| part.split("```").next().unwrap()).collect();
    assert_eq!(queries.len(), 3);
    for query in queries {
        let ran = Cetu::new().args(["query", "--format", "csv", "-e", query, reports]).run().exits(0);
        assert!(ran.stdout.lines().count() > 2, "{query}\n{}", ran.stdout);
        assert!(ran.stderr.is_empty(), "{query}\n{}", ran.stderr);
    }
}

#[test]
fn a_build_describes_its_data_set() {
    let ran = Cetu::new().file("r.txt", REPORT).args(["build", "r.txt", "--out", "g"]).run().exits(0);
    let query = "SELECT ?class ?entities ?property ?triples ?to WHERE {
        ?d a void:Dataset, dcat:Dataset ; void:classPartition ?c .
        ?c void:class ?class ; void:entities ?entities ; void:propertyPartition ?p .
        ?p void:property ?property ; void:triples ?triples ; void:classPartition/void:class ?to .
        VALUES (?class ?property) { (cetu:Observation cetu:indicator) (cetu:Section cetu:evidence) } } ORDER BY ?class ?to";
    let ran = Cetu::after(ran).args(["query", "--graph", "g", "-e", query]).run().exits(0);
    insta::assert_snapshot!(ran.stdout, @r"
     class              entities   property         triples   to
    ──────────────────────────────────────────────────────────────────────────────────
     cetu:Observation          7   cetu:indicator         7   cetu:CandidateIndicator
     cetu:Observation          7   cetu:indicator         7   cetu:Indicator
     cetu:Section              2   cetu:evidence          2   cetu:Evidence
    ");
    let count =
        "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?o a cetu:Observation ; cetu:indicator/a cetu:Indicator }";
    let counted =
        Cetu::after(ran).args(["query", "--graph", "g", "-e", count, "--format", "csv"]).run().exits(0);
    insta::assert_snapshot!(counted.stdout.replace('\r', ""), @r"
    n
    6
    ");
}
