use crate::REPORT;
use crate::cetu::{Cetu, Ran};
use calamine::Reader as _;

/// Values of the figures of a graph with their numbers as printed, and who corrected them.
const ASK: &str = "SELECT ?text ?value ?label ?by { ?o cetu:valueText ?text ; cetu:value ?value ; \
                   cetu:indicator/rdfs:label ?label . FILTER(LANG(?label) = 'zh') \
                   OPTIONAL { ?o cetu:correction/dcterms:creator ?by } } ORDER BY ?text ?value";

fn build(cetu: Cetu, code: i32) -> Ran {
    cetu.args(["build", "in", "--out", "g"]).run().exits(code)
}

/// Builds, and asks the graph.
fn asked(ran: Ran) -> (Ran, String) {
    let ran = build(Cetu::after(ran), 0);
    let ran = Cetu::after(ran).args(["query", "-e", ASK, "--graph", "g", "--format", "csv"]).run().exits(0);
    let rows = ran.stdout.clone();
    (ran, rows)
}

#[test]
fn a_correction_by_command_changes_the_graph_survives_an_edit_and_can_be_taken_back() {
    let ran = build(Cetu::new().file("in/a.txt", REPORT), 0);
    let ran = Cetu::after(ran)
        .args(["correct", "in/a.txt", "--quote", "全省城镇新增就业12.5万人", "--value", "125300"])
        .args(["--by", "王芳", "--why", "以年鉴为准"])
        .run()
        .exits(0);
    insta::assert_snapshot!(ran.stderr, @"cetu: in/a.corrections.toml:1: value: 125000 → 125300");
    insta::assert_snapshot!(ran.read("in/a.corrections.toml"), @r#"
    [[correction]]
    quote = "全省城镇新增就业12.5万人"
    prefix = "2017年，"
    suffix = "，同比增长3.2%；帮助"
    action = "change"
    value = 125300
    by = "王芳"
    why = "以年鉴为准"
    "#);
    let (ran, rows) = asked(ran);
    assert!(rows.contains("12.5万人,125300,城镇新增就业,王芳"), "{rows}");
    let edited = REPORT.replace("一、扩大就业规模\n", "一、扩大就业规模\n全省动员部署，层层落实。\n");
    let (ran, rows) = asked(Cetu::after(ran).file("in/a.txt", edited).args(["ontology", "--list"]).run());
    assert!(rows.contains("12.5万人,125300,城镇新增就业,王芳"), "{rows}");
    let ran = Cetu::after(ran).args(["correct", "in/a.txt", "--list"]).run().exits(0);
    insta::assert_snapshot!(ran.stdout, @"in/a.corrections.toml: “全省城镇新增就业12.5万人” value: 125000 → 125300 (王芳, 以年鉴为准)");
    let ran = Cetu::after(ran).args(["correct", "in/a.txt", "--undo"]).run().exits(0);
    assert_eq!(ran.files("in"), ["a.txt"]);
    let (_, rows) = asked(ran);
    assert!(rows.contains("12.5万人,125000,城镇新增就业,\r\n"), "{rows}");
}

#[test]
fn a_correction_by_hand_changes_rejects_and_adds_and_one_without_its_words_is_reported() {
    let report = format!("{REPORT}另有转岗就业五千人。\n");
    let file = "# 更正\n\
        [[correction]]\nquote = \"帮助就业困难人员就业2.1万人\"\nindicator = \"困难群体帮扶就业\"\nplace = \"330100\"\n\
        period = \"2016\"\n\n\
        [[correction]]\nquote = \"其中省级基地12家\"\naction = \"reject\"\nby = \"李明\"\n\n\
        [[correction]]\nquote = \"另有转岗就业五千人\"\nnumber = \"五千人\"\naction = \"change\"\nindicator = \"转岗就业\"\n\n\
        [[correction]]\nquote = \"文中没有的话\"\nvalue = 3\n";
    let ran = Cetu::new().file("in/a.txt", report).file("in/a.corrections.toml", file);
    let ran = build(ran, 1);
    assert!(
        ran.stderr.contains("in/a.corrections.toml:19: “文中没有的话” no longer stands in the report"),
        "{}",
        ran.stderr
    );
    let ran = Cetu::after(ran).args(["query", "-e", ASK, "--graph", "g", "--format", "csv"]).run().exits(0);
    assert!(ran.stdout.contains("2.1万人,21000,困难群体帮扶就业,"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("12家"), "{}", ran.stdout);
    let why = "SELECT ?by ?kind { ?c a cetu:Correction ; cetu:kind ?kind ; dcterms:creator ?by }";
    let ran = Cetu::after(ran).args(["query", "-e", why, "--graph", "g", "--format", "csv"]).run().exits(0);
    assert!(ran.stdout.contains("李明,https://w3id.org/cetu/id/vocab/correction-reject"), "{}", ran.stdout);
    let ran = Cetu::after(ran).args(["check", "--graph", "g"]).run();
    assert!(!ran.stdout.contains("orrection"), "{}", ran.stdout);
    // A build that changes nothing says so again, and one without the file has the facts as they were read.
    let ran = build(Cetu::after(ran), 1);
    assert!(ran.stderr.contains("in/a.corrections.toml:19:"), "{}", ran.stderr);
    std::fs::remove_file(ran.folder.path().join("in/a.corrections.toml")).unwrap();
    let (_, rows) = asked(ran);
    assert!(rows.contains("12家"), "{rows}");
}

#[test]
fn a_figure_that_was_missed_is_put_in_with_its_number() {
    let report = format!("{REPORT}热线号码为转88分机。\n");
    let ran = Cetu::new()
        .file("in/a.txt", report)
        .args(["correct", "in/a.txt", "--quote", "热线号码为转88分机", "--number", "88", "--add"])
        .args(["--indicator", "热线分机", "--unit", "count", "--by", "王芳"])
        .run()
        .exits(0);
    let (ran, rows) = asked(ran);
    assert!(rows.contains("88,88,热线分机,王芳"), "{rows}");
    let ran = Cetu::after(ran).args(["check", "--graph", "g", "--sources", "in"]).run();
    assert!(!ran.stdout.contains("88"), "{}", ran.stdout);
}

#[test]
fn an_edited_csv_and_an_edited_workbook_become_corrections() {
    let ran = Cetu::new().file("in/a.txt", REPORT).args(["export", "in", "-o", "s.csv"]).run().exits(0);
    let sheet =
        ran.read("s.csv").replace(",125000,", ",125400,").replacen("城镇登记失业率,", "登记失业率,", 1);
    let ran = Cetu::after(ran)
        .file("s.csv", sheet)
        .args(["correct", "in", "--from", "s.csv", "--by", "王芳", "--why", "核对"])
        .run()
        .exits(0);
    let (ran, rows) = asked(ran);
    assert!(rows.contains("12.5万人,125400,城镇新增就业,王芳"), "{rows}");
    // The same sheet once more asks for nothing.
    let ran = Cetu::after(ran).args(["correct", "in", "--from", "s.csv"]).run().exits(0);
    assert!(ran.stderr.contains(" 0 corrections made"), "{}", ran.stderr);
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (column, name) in ["quote", "exact", "value", "action"].into_iter().enumerate() {
        page.write_string(0, u16::try_from(column).unwrap(), name).unwrap();
    }
    page.write_string(1, 0, "其中省级基地12家").unwrap();
    page.write_string(1, 1, "12家").unwrap();
    page.write_number(1, 2, 13.0).unwrap();
    page.write_string(2, 0, "年末城镇登记失业率为2.7%").unwrap();
    page.write_string(2, 1, "2.7%").unwrap();
    page.write_string(2, 3, "reject").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let ran = Cetu::after(ran)
        .file("s.xlsx", bytes)
        .args(["correct", "in", "--from", "s.xlsx", "--by", "李明"])
        .run()
        .exits(0);
    assert!(ran.stderr.contains("2 rows, 2 corrections made"), "{}", ran.stderr);
    let ran = Cetu::after(ran).args(["correct", "in", "--from", "s.xlsx"]).run().exits(0);
    assert!(ran.stderr.contains("2 rows, 0 corrections made"), "{}", ran.stderr);
    let (ran, rows) = asked(ran);
    assert!(rows.contains("12家,13,") && rows.contains(",李明") && !rows.contains("2.7%"), "{rows}");
    let ran = Cetu::after(ran).args(["correct", "in/a.txt", "--undo"]).run().exits(0);
    let (_, rows) = asked(ran);
    assert!(rows.contains("2.7%"), "{rows}");
}

#[test]
fn of_two_lines_that_are_alike_the_one_that_a_row_is_about_is_corrected() {
    let report =
        "示例市2018年就业情况\n一、城镇\n年末城镇登记失业率为2.7%。\n二、农村\n年末城镇登记失业率为2.7%。\n";
    let ran = Cetu::new().file("in/a.txt", report).args(["export", "in", "-o", "s.csv"]).run().exits(0);
    let sheet = ran.read("s.csv");
    let lines: Vec<&str> = sheet.lines().collect();
    // The last columns are action and why.
    let first = lines[1].strip_suffix(',').unwrap();
    let sheet = format!("{}\r\n{first}reject,\r\n", lines[0]);
    let mut ran = Cetu::after(ran).file("s.csv", sheet).args(["correct", "in", "--from", "s.csv"]).run();
    for made in [1, 0] {
        ran = ran.exits(0);
        assert!(ran.stderr.contains(&format!("1 rows, {made} corrections made")), "{}", ran.stderr);
        ran = Cetu::after(ran).args(["extract", "in", "--format", "csv"]).run().exits(0);
        assert!(ran.stdout.contains("农村") && !ran.stdout.contains(",城镇,"), "{}", ran.stdout);
        ran = Cetu::after(ran).args(["correct", "in", "--from", "s.csv"]).run();
    }
    let wrong = ["correct", "in/a.txt", "--quote", "年末城镇登记失业率为2.7%", "--value", "2.8"];
    let ran = Cetu::after(ran).args(wrong).args(["--prefix", "二、农村\n"]).run().exits(0);
    assert!(ran.stderr.contains("2.7 → 2.8"), "{}", ran.stderr);
}

#[test]
fn a_place_that_a_sheet_has_changed_stays_when_the_sheet_comes_again() {
    let ran = Cetu::new().file("in/a.txt", REPORT).args(["export", "in", "-o", "s.csv"]).run().exits(0);
    let sheet = ran.read("s.csv").replacen("城镇新增就业,浙江省,", "城镇新增就业,杭州市,", 1);
    let mut ran = Cetu::after(ran).file("s.csv", sheet).args(["correct", "in", "--from", "s.csv"]).run();
    for made in [1, 0] {
        ran = ran.exits(0);
        assert!(ran.stderr.contains(&format!(" {made} corrections made")), "{}", ran.stderr);
        ran = Cetu::after(ran).args(["extract", "in", "--format", "csv"]).run().exits(0);
        assert!(ran.stdout.contains("城镇新增就业,杭州市,330100,"), "{}", ran.stdout);
        ran = Cetu::after(ran).args(["correct", "in", "--from", "s.csv"]).run();
    }
}

#[test]
fn an_edited_sheet_of_programs_becomes_corrections() {
    let report = format!("{REPORT}实施“暖心岗位”计划，开展“春风行动”专项活动。\n");
    let export = ["export", "in", "--table", "programs", "-o", "p.csv"];
    let ran = Cetu::new().file("in/a.txt", report).args(export).run().exits(0);
    let sheet = ran.read("p.csv");
    let rows: Vec<String> = sheet.lines().map(str::to_owned).collect();
    let column =
        |name: &str| rows[0].trim_start_matches('\u{FEFF}').split(',').position(|c| c == name).unwrap();
    let edited = |name: &str, column: usize, words: &str| {
        let row = rows.iter().find(|row| row.contains(name)).unwrap();
        let mut cells: Vec<&str> = row.split(',').collect();
        cells[column] = words;
        cells.join(",")
    };
    let sheet = [
        rows[0].clone(),
        edited("暖心岗位", column("place"), "杭州市"),
        edited("春风行动", column("action"), "reject"),
    ];
    let from = ["correct", "in", "--from", "p.csv", "--by", "王芳"];
    let ran = Cetu::after(ran).file("p.csv", sheet.join("\r\n")).args(from).run().exits(0);
    assert!(ran.stderr.contains("2 rows, 2 corrections made"), "{}", ran.stderr);
    let ran = Cetu::after(ran).args(from).run().exits(0);
    assert!(ran.stderr.contains("2 rows, 0 corrections made"), "{}", ran.stderr);
    let ran = Cetu::after(ran).args(export).run().exits(0);
    let after = ran.read("p.csv");
    assert!(after.contains("杭州市") && !after.contains("春风行动"), "{after}");
    let ran = Cetu::after(ran).args(["correct", "in/a.txt", "--undo"]).run().exits(0);
    let ran = Cetu::after(ran).args(["correct", "in/a.txt", "--undo"]).run().exits(0);
    let ran = Cetu::after(ran).args(export).run().exits(0);
    assert_eq!(ran.read("p.csv").lines().collect::<Vec<_>>(), rows);
}

#[test]
fn a_correction_that_finds_nothing_is_not_written() {
    let ran = Cetu::new()
        .file("a.txt", REPORT)
        .args(["correct", "a.txt", "--quote", "没有这句话", "--value", "3"])
        .run()
        .exits(2);
    assert!(ran.stderr.contains("“没有这句话” does not stand in a.txt; quote it"), "{}", ran.stderr);
    assert!(ran.stderr.contains("`cetu extract --format csv` lists"), "{}", ran.stderr);
    assert_eq!(ran.files("."), ["a.txt"]);
    let ran = Cetu::after(ran)
        .file("a.corrections.toml", "[[correction]]\nquote = \"x\"\nvalu = 2\n")
        .args(["extract", "a.txt"])
        .run()
        .exits(1);
    assert!(ran.stderr.contains("a.corrections.toml:3: unknown field `valu`"), "{}", ran.stderr);
}

#[test]
fn a_workbook_holds_words_that_look_like_formulas_as_words() {
    let report = REPORT.replace("支持创业", "=1+1支持创业");
    let run =
        |name: &str| Cetu::new().file("a.txt", &report).args(["export", "a.txt", "-o", name]).run().exits(0);
    let ran = run("s.xlsx");
    let bytes = std::fs::read(ran.folder.path().join("s.xlsx")).unwrap();
    assert_eq!(bytes, std::fs::read(run("s.xlsx").folder.path().join("s.xlsx")).unwrap());
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["数据 figures", "项目 programs", "举措 measures"]);
    let figures = book.worksheet_range("数据 figures").unwrap();
    assert!(figures.rows().any(|row| row[7] == "12.5万人" && row[4] == 125_000.0));
    let formulas = book.worksheet_formula("举措 measures").unwrap();
    assert!(formulas.rows().flatten().all(String::is_empty));
}

#[test]
fn a_correction_of_one_row_of_a_table_is_not_missed_in_the_others() {
    let table = "id,text\na,甲省2017年就业情况。全省城镇新增就业12.5万人。\nb,乙省2017年就业情况。全省城镇新增就业13.5万人。\n";
    let entry = |quote: &str| format!("[[correction]]\nquote = \"{quote}\"\nvalue = 9\n\n");
    let file = entry("全省城镇新增就业13.5万人") + &entry("全省城镇新增就业14.5万人");
    let ran = build(Cetu::new().file("in/t.csv", table).file("in/t.corrections.toml", file), 1);
    assert!(!ran.stderr.contains("corrections.toml:1:"), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("corrections.toml:5:").count(), 1, "{}", ran.stderr);
}

/// What is said to a correction of the report that cannot be made.
fn refused(args: &[&str]) -> String {
    let args = ["correct", "a.txt"].iter().chain(args).copied();
    let ran = Cetu::new().file("a.txt", REPORT).args(args).run().exits(2);
    assert_eq!(ran.files("."), ["a.txt"]);
    ran.stderr
}

#[test]
fn what_a_correction_lacks_is_said_in_the_words_of_the_command() {
    let near = refused(&["--quote", "全省城镇新增就业12.6万人", "--value", "3"]);
    assert!(near.contains("does not stand in a.txt (there is “全省城镇新增就业12.5万人”)"), "{near}");
    let same = refused(&["--quote", "全省城镇新增就业12.5万人", "--value", "125000"]);
    assert!(same.contains("nothing changes: it is read so already"), "{same}");
    let same = refused(&["--quote", "全省城镇新增就业12.5万人", "--period", "2017"]);
    assert!(same.contains("nothing changes: it is read so already"), "{same}");
    let several = refused(&["--quote", "建成创业孵化基地85家，其中省级基地12家", "--value", "3"]);
    assert!(several.contains("say as number (--number) which is meant: 85家, 12家"), "{several}");
    let other = refused(&["--quote", "其中省级基地12家", "--number", "13家", "--value", "3"]);
    assert!(other.contains("“13家” does not stand in “其中省级基地12家”"), "{other}");
    let none = refused(&["--quote", "二、支持创业", "--value", "3"]);
    assert!(
        none.contains("no figure is read from “二、支持创业”; put one in with action = \"add\" (--add)"),
        "{none}"
    );
}

#[test]
fn a_place_that_the_gazetteer_does_not_have_is_kept_and_told() {
    let place = |name: &str| {
        let args = ["correct", "a.txt", "--quote", "其中省级基地12家", "--place", name];
        Cetu::new().file("a.txt", REPORT).args(args).run().exits(0)
    };
    let known = place("杭州市");
    assert!(!known.stderr.contains("gazetteer"), "{}", known.stderr);
    let wrong = place("杭洲市");
    assert!(
        wrong.stderr.contains(
            "note: the gazetteer has no place “杭洲市”, which is kept as a local one; the nearest that it has is 杭州市"
        ),
        "{}",
        wrong.stderr
    );
    let part = place("杭州市甲乙街道");
    assert!(part.stderr.contains("the nearest that it has is 杭州市\n"), "{}", part.stderr);
    let village = place("石塘坞自然村");
    assert!(village.stderr.contains("kept as a local one"), "{}", village.stderr);
    assert!(village.read("a.corrections.toml").contains("place = \"石塘坞自然村\""));
    // A value that is read so already stays in the file of somebody who has confirmed it.
    let file = "[[correction]]\nquote = \"其中省级基地12家\"\nvalue = 12\nby = \"王芳\"\n";
    let ran = Cetu::new().file("a.txt", REPORT).file("a.corrections.toml", file);
    let ran = ran.args(["correct", "a.txt", "--list"]).run().exits(0);
    assert!(ran.stdout.contains("value: 12 → 12 (王芳)"), "{}", ran.stdout);
    // Nobody is named, so nobody is listed.
    let file = "[[correction]]\nquote = \"其中省级基地12家\"\nvalue = 13\n";
    let ran = Cetu::new().file("a.txt", REPORT).file("a.corrections.toml", file);
    let ran = ran.args(["correct", "a.txt", "--list"]).run().exits(0);
    assert_eq!(ran.stdout, "a.corrections.toml: “其中省级基地12家” value: 12 → 13\n");
}
