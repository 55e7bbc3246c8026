use crate::cetu::Cetu;
use serde_json::Value;

const BODY: &str = "就业工作材料\n城镇新增就业8万人，同比增长3%。\n";

/// The line of the first document that was read.
fn document(stdout: &str) -> Value {
    serde_json::from_str(stdout.lines().next().unwrap()).unwrap()
}

#[test]
fn front_matter_wins_over_cetu_toml_and_that_over_the_text() {
    let front = "---\nregion: 浙江省\ndate: 2019-03-12\nsource: https://example.org/a.html\n---\n";
    let sidecar = "[default]\nregion = \"河北\"\nissuer = \"某局\"\n[files.\"r*.txt\"]\nnumber = \"某〔2019〕3号\"\nretrieved = 2020-01-02\n";
    let ran = Cetu::new().file("in/r.txt", format!("{front}{BODY}")).file("in/cetu.toml", sidecar);
    let told = document(&ran.args(["extract", "in", "--format", "jsonl"]).run().exits(0).stdout);
    let fields = ["title", "issuer", "number", "date", "year", "place", "source", "retrieved", "stated"];
    let told: Vec<String> = fields.iter().map(|field| format!("{field}: {}", told[field])).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    title: "就业工作材料"
    issuer: "某局"
    number: "某〔2019〕3号"
    date: "2019-03-12"
    year: 2019
    place: "浙江省"
    source: "https://example.org/a.html"
    retrieved: "2020-01-02"
    stated: ["issuer","number","date","region","source","retrieved"]
    "#);
}

#[test]
fn front_matter_is_not_read_and_offsets_count_from_the_beginning_of_the_file() {
    let text = format!("---\ntitle: 国务院下达9万人的任务\n---\n{BODY}");
    let ran = Cetu::new().file("r.txt", &text).args(["extract", "r.txt", "--format", "jsonl"]).run().exits(0);
    let chars: Vec<char> = text.chars().collect();
    let facts = ran.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let facts: Vec<Value> = facts.filter(|fact| fact.get("exact").is_some()).collect();
    assert_eq!(facts.len(), 2, "{facts:?}");
    for fact in facts {
        let words: Vec<char> = fact["exact"].as_str().unwrap().chars().collect();
        let start = usize::try_from(fact["start"].as_u64().unwrap()).unwrap();
        assert_eq!(chars[start..start + words.len()], words);
    }
    let ran = Cetu::new().file("r.txt", &text).args(["build", "r.txt", "--out", "g"]).run().exits(0);
    Cetu::after(ran).args(["check", "--graph", "g"]).run().exits(0);
}

#[test]
fn what_is_stated_wrong_names_file_and_line_and_stops_no_other_file() {
    let ran = Cetu::new()
        .file("in/a.txt", format!("---\ntitle: 甲\nregoin: 浙江\n---\n{BODY}"))
        .file("in/b.txt", BODY)
        .file("in/c.txt", format!("{BODY}丙\n"))
        .file("in/d.txt", format!("---\nretrieved: 2019-02-30\n---\n{BODY}"))
        .file("in/e.txt", format!("---\ntitle: [甲\n---\n{BODY}"))
        .file(
            "in/cetu.toml",
            "[files.\"b.txt\"]\nregion = \"乌有市\"\n\n[files.\"x.txt\"]\ntitle = \"无\"\n",
        );
    let ran = ran.args(["extract", "in", "--format", "jsonl"]).run().exits(1);
    assert_eq!(document(&ran.stdout)["file"], "c.txt");
    assert_eq!(ran.stdout.matches("\"document\",\"start\"").count(), 1);
    insta::assert_snapshot!(ran.stderr, @r#"
    cetu: in/cetu.toml:2: the region “乌有市” is not known; give its full name or its GB/T 2260 code, such as 浙江省 or 330000; what it is said of is left out
    cetu: note: in/cetu.toml:4: there is no file x.txt beside it; mend the name
    cetu: in/a.txt:3: there is no key regoin; known are title, issuer, number, date, year, region, kind, source, retrieved; what it is said of is left out
    cetu: in/d.txt:2: “2019-02-30” is no date; write 2018, 2018-04 or 2018-04-28; what it is said of is left out
    cetu: in/e.txt:3: the front matter is no YAML: did not find expected ',' or ']' at line 3 column 1, while parsing a flow sequence at line 2 column 8; mend it; what it is said of is left out
    "#);
}

#[test]
fn a_cetu_toml_that_is_none_leaves_out_what_stands_beside_it() {
    let ran = Cetu::new()
        .file("in/a.txt", BODY)
        .file("in/cetu.toml", "[default]\ntitle = 甲\n")
        .file("b.txt", BODY);
    let ran = ran.args(["extract", "in", "b.txt", "--format", "jsonl"]).run().exits(1);
    assert_eq!(document(&ran.stdout)["file"], "b.txt");
    insta::assert_snapshot!(ran.stderr, @"cetu: in/cetu.toml:2: this is no TOML: string values must be quoted, expected literal string; mend it; what it is said of is left out");
}
