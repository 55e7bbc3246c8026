use crate::REPORT;
use crate::cetu::Cetu;
use serde_json::Value;

fn facts(kind: &str) -> Vec<Value> {
    let ran = Cetu::new().file("r.txt", REPORT).args(["extract", "r.txt"]).run().exits(0);
    let all = ran.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    all.filter(|fact| fact["type"] == kind).collect()
}

#[test]
fn a_pipe_gets_json_lines_with_the_promised_fields() {
    let figures = facts("figure");
    assert!(!figures.is_empty());
    let fields = [
        "start",
        "exact",
        "quote_start",
        "quote",
        "value",
        "unit",
        "comparator",
        "aspect",
        "direction",
        "status",
        "indicator",
        "indicator_text",
        "indicator_iri",
        "place",
        "place_code",
        "period",
        "recurring",
        "group",
        "program",
        "section",
        "part_of",
        "share_of",
        "change_of",
        "target_of",
        "id",
        "document",
        "rule",
    ];
    for figure in &figures {
        for field in fields {
            assert!(figure.get(field).is_some(), "{field} in {figure}");
        }
    }
    assert!(facts("section").iter().all(|section| section.get("measure").is_some()));
    assert_eq!(facts("document").len(), 1);
}

#[test]
fn offsets_count_code_points() {
    let chars: Vec<char> = REPORT.chars().collect();
    for figure in facts("figure") {
        for (start, words) in [("start", "exact"), ("quote_start", "quote")] {
            let words = figure[words].as_str().unwrap();
            let start = usize::try_from(figure[start].as_u64().unwrap()).unwrap();
            let found: String = chars[start..start + words.chars().count()].iter().collect();
            assert_eq!(found, words);
        }
    }
}

#[test]
fn csv_is_what_spreadsheets_like() {
    let ran = Cetu::new().file("r.txt", REPORT).args(["extract", "r.txt", "--format", "csv"]).run().exits(0);
    assert!(ran.stdout.starts_with("\u{FEFF}indicator,"));
    assert!(ran.stdout.lines().count() > 3);
    assert_eq!(ran.stdout.matches('\n').count(), ran.stdout.matches("\r\n").count());
}

#[test]
fn standard_input_is_read() {
    let ran = Cetu::new().args(["extract", "-"]).stdin(REPORT).run().exits(0);
    assert!(ran.stdout.contains("/doc/stdin-"));
}

#[test]
fn a_byte_order_mark_shifts_nothing() {
    let plain = Cetu::new().file("r.txt", REPORT).args(["extract", "r.txt", "--format", "csv"]).run().stdout;
    let marked =
        Cetu::new().file("r.txt", format!("\u{FEFF}{REPORT}")).args(["extract", "r.txt", "--format", "csv"]);
    assert_eq!(plain, marked.run().stdout);
}

#[test]
fn the_table_tells_levels_from_changes_and_falls_from_rises() {
    let report = "浙江省2019年就业工作材料\n全省城镇新增就业86.3万人，比上年下降0.7%。全省技能培训12万人次，比上年增长2.3%。\n";
    let out =
        Cetu::new().file("r.txt", report).args(["extract", "--format", "table", "r.txt"]).run().exits(0);
    let cells: Vec<Vec<&str>> = out.stdout.lines().map(|line| line.split_whitespace().collect()).collect();
    let told = |aspect: &str, value: &str| {
        cells.iter().any(|row| row.windows(2).any(|pair| pair == [aspect, value]))
    };
    assert!(out.stdout.contains("口径 aspect"), "{}", out.stdout);
    assert!(told("level", "863000") && told("change", "−0.7") && told("change", "+2.3"), "{}", out.stdout);
}
