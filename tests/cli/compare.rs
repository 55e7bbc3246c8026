use crate::cetu::Cetu;

const ZHEJIANG: &str = "浙江省2019年就业工作材料\n全省城镇新增就业86.3万人，城镇登记失业率为2.5%。2020年，力争城镇新增就业达到80万人以上。\n";
const HENAN: &str = "河南省2019年就业工作材料\n全省城镇新增就业近120万人。\n";
const AGAIN: &str = "浙江省2019年工作总结\n全省城镇新增就业86万人。\n";

fn three() -> Cetu {
    Cetu::new().file("a.txt", ZHEJIANG).file("b.txt", HENAN).file("c.txt", AGAIN)
}

#[test]
fn regions_stand_beside_each_other_with_gaps_targets_and_both_sources() {
    let out = three().args(["compare", "城镇新增就业", "a.txt", "b.txt", "c.txt"]).run().exits(0).stdout;
    insta::assert_snapshot!(out, @r"
    城镇新增就业 · 人 · 水平
     地区 region               2019                 2020
    ─────────────────────────────────────────────────────
     浙江省        86.3万人；86万人   80万人以上（目标）
     河南省               近120万人
    ");
}

#[test]
fn comparisons_are_csv_and_json_for_programs() {
    let args = ["compare", "urban-new-employment", "a.txt", "b.txt", "c.txt", "-o", "jobs.csv"];
    let csv = three().args(args).run().exits(0).read("jobs.csv");
    assert_eq!(csv.lines().count(), 5, "{csv}");
    assert!(csv.contains("近120万人") && csv.contains("目标"), "{csv}");
    let args = ["compare", "城镇新增就业", "a.txt", "b.txt", "--format", "json"];
    let json = three().args(args).run().exits(0).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["series"][0]["rows"].as_array().unwrap().len(), 2);
}

#[test]
fn an_indicator_that_no_figure_has_is_refused() {
    let ran = three().args(["compare", "月球人口", "a.txt"]).run().exits(2);
    insta::assert_snapshot!(ran.stderr, @"cetu: 月球人口: no figure has an indicator of this name; `cetu extract` shows those there are");
}

#[test]
fn a_name_with_a_mistake_is_answered_with_the_nearest() {
    for (wrong, meant) in [("城镇新曾就业", "城镇新增就业"), ("urban-new-employmnt", "urban-new-employment")]
    {
        let ran = three().args(["compare", wrong, "a.txt"]).run().exits(2);
        assert!(ran.stderr.contains(&format!("(did you mean {meant}?)")), "{}", ran.stderr);
    }
}

#[test]
fn a_decrease_carries_a_minus_sign_and_an_increase_a_plus() {
    let cetu = || {
        Cetu::new()
            .file("a.txt", "浙江省2019年就业工作材料\n全省城镇新增就业86.3万人，比上年下降0.7%。\n")
            .file("b.txt", "河南省2019年就业工作材料\n全省城镇新增就业120万人，比上年增长2.3%。\n")
    };
    let args = ["compare", "城镇新增就业", "a.txt", "b.txt"];
    let out = cetu().args(args).run().exits(0).stdout;
    let line = |words: &str| out.lines().any(|line| line.contains(words));
    assert!(line("−0.7%") && line("+2.3%") && line("86.3万人") && !line("+120万人"), "{out}");
    let csv = cetu().args(args).args(["--format", "csv"]).run().exits(0).stdout;
    assert!(csv.contains(",-0.7,") && csv.contains(",0.7%,") && !csv.contains('−'), "{csv}");
}
