use crate::cetu::Cetu;
use serde_json::Value;

const REPORT: &str = "河北省2019年就业工作材料\n一、2020年工作安排\n石家庄市城镇新增就业8万人。\n零工驿站覆盖人数力争增长一成。\n";

#[test]
fn each_fact_says_why_it_is_what_it_is() {
    let ran = Cetu::new().file("r.txt", REPORT).args(["extract", "--explain", "r.txt"]).run().exits(0);
    let figures: Vec<&str> = ran.stdout.split("\n\n").filter(|block| block.contains("  figure ")).collect();
    insta::assert_snapshot!(figures.join("\n\n"), @r#"
    8万人  figure 城镇新增就业 = 80000 person
      规则 rule       indicator-before-number: 数字前的指标 Indicator before its number
      词条 entry      城镇新增就业, by the wording “城镇新增就业” <https://w3id.org/cetu/id/indicator/urban-new-employment>
      地区 place      石家庄市: named in the text “石家庄市” (at 27)
      时期 period     2020: named in the text “2020年” (at 17)
      性质 status     target: under a heading that plans “2020年工作安排” (at 17)
      原文 at 27      石家庄市城镇新增就业8万人。
                      ────────────────────━━━━━

    一成  figure 零工驿站覆盖人数 = +10 percent
      规则 rule       indicator-before-number: 数字前的指标 Indicator before its number
      词条 entry      candidate: no vocabulary has it
      地区 place      河北省: the document speaks for it
      时期 period     2020: named in the text “2020年” (at 17)
      性质 status     target: under a heading that plans “2020年工作安排” (at 17)
      原文 at 42      零工驿站覆盖人数力争增长一成。
                      ────────────────────────━━━━
    "#);
}

#[test]
fn an_explanation_is_a_field_of_a_line_when_asked_for() {
    let args = ["extract", "--explain", "--format", "jsonl", "r.txt"];
    let ran = Cetu::new().file("r.txt", REPORT).args(args).run().exits(0);
    let facts = ran.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    for fact in facts.filter(|fact| !matches!(fact["type"].as_str(), Some("document" | "section"))) {
        let why = &fact["explanation"];
        assert!(why["title"].is_string() && why.get("entry").is_some(), "{fact}");
        let sentence = why["sentence"].as_str().unwrap();
        assert!(sentence.contains(fact["quote"].as_str().unwrap()), "{fact}");
    }
    let plain =
        Cetu::new().file("r.txt", REPORT).args(["extract", "--format", "jsonl", "r.txt"]).run().exits(0);
    assert!(!plain.stdout.contains("explanation"));
}

#[test]
fn a_table_has_no_room_for_an_explanation() {
    let ran =
        Cetu::new().file("r.txt", REPORT).args(["extract", "--explain", "-f", "csv", "r.txt"]).run().exits(2);
    insta::assert_snapshot!(ran.stderr, @"cetu: --explain is text, or a field with --format jsonl; a table has no room for it");
}

#[test]
fn a_rule_is_told_by_its_name() {
    let ran = Cetu::new().args(["rules", "same-indicator-as-figure-before"]).run().exits(0);
    insta::assert_snapshot!(ran.stdout, @r#"
    ### `same-indicator-as-figure-before` 沿用前一指标 Indicator of the figure before

    数字没有自己的词，或者是接着前一数据说的增减、占比、位次、倍数：指标与前一数据相同。

    A number without words of its own, or a change, share, rank or multiple that goes on about the figure before
    it: it has the same indicator.

    例 Example

    ```text
    河北省2019年就业工作材料
    全省城镇新增就业86.3万人，同比增长3.2%。
    ```

    理由 Why

    一句话的主语只说一次。

    A sentence names its subject once.
    "#);
    let page = Cetu::new().args(["rules", "--format", "html"]).run().exits(0).stdout;
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("id=\"same-indicator-as-figure-before\""));
    insta::assert_snapshot!(Cetu::new().args(["rules", "no-rule"]).run().exits(2).stderr, @"cetu: no-rule: there is no such rule; `cetu rules` prints all");
}
