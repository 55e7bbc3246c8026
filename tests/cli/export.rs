use crate::REPORT;
use crate::cetu::Cetu;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;
use sophia::isomorphism::{isomorphic_datasets, isomorphic_graphs};

fn export(format: &str, rest: &[&str]) -> String {
    let run = Cetu::new().file("r.txt", REPORT).args(["export", "r.txt", "--format", format]);
    run.args(rest.iter().copied()).run().exits(0).stdout
}

fn parse(text: &str, format: RdfFormat) -> Vec<Quad> {
    RdfParser::from_format(format).for_slice(text.as_bytes()).collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_format_read_back_is_the_same_graph() {
    let quads = parse(&export("nquads", &["--vocabulary", "all"]), RdfFormat::NQuads);
    assert!(quads.len() > 1000);
    let formats = [
        ("turtle", RdfFormat::Turtle),
        ("ntriples", RdfFormat::NTriples),
        ("rdfxml", RdfFormat::RdfXml),
        ("jsonld", RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() }),
        ("trig", RdfFormat::TriG),
    ];
    for (name, format) in formats {
        let again = parse(&export(name, &["--vocabulary", "all"]), format);
        let same = if format.supports_datasets() {
            isomorphic_datasets(&cetu::graph::sophia::dataset(&quads), &cetu::graph::sophia::dataset(&again))
        } else {
            isomorphic_graphs(&cetu::graph::sophia::graph(&quads), &cetu::graph::sophia::graph(&again))
        };
        assert!(same.unwrap(), "{name}");
    }
}

#[test]
fn the_format_follows_from_the_extension() {
    let ran = Cetu::new().file("r.txt", REPORT).args(["export", "r.txt", "-o", "r.nt"]).run().exits(0);
    assert_eq!(ran.files(""), ["r.nt", "r.txt"]);
    assert!(!parse(&ran.read("r.nt"), RdfFormat::NTriples).is_empty());
}

#[test]
fn turtle_has_one_block_a_subject_and_its_prefixes_in_order() {
    let turtle = export("turtle", &[]);
    let subjects: Vec<&str> =
        turtle.split("\n\n").skip(1).map(|block| block.split(' ').next().unwrap()).collect();
    let mut once = subjects.clone();
    once.dedup();
    assert_eq!(subjects, once);
    let prefixes: Vec<&str> = turtle.lines().take_while(|line| line.starts_with("@prefix")).collect();
    let mut sorted = prefixes.clone();
    sorted.sort_unstable();
    assert_eq!(prefixes, sorted);
}

#[test]
fn a_graph_folder_exports_what_its_reports_do() {
    let ran = Cetu::new().file("r.txt", REPORT).args(["build", "r.txt", "--out", "g"]).run().exits(0);
    let ran = Cetu::after(ran).args(["export", "--graph", "g"]).run().exits(0);
    assert_eq!(ran.stdout, export("turtle", &[]));
}

#[test]
fn facts_have_no_blank_node() {
    let quads = parse(&export("nquads", &["--vocabulary", "none"]), RdfFormat::NQuads);
    assert!(quads.iter().all(|quad| !quad.subject.is_blank_node() && !quad.object.is_blank_node()));
}

#[test]
fn a_graph_folder_is_written_as_a_sheet_of_its_figures() {
    let report = REPORT.replace("建成创业孵化基地85家", "建成=创业孵化基地85家");
    let ran = Cetu::new().file("r.txt", report).args(["build", "r.txt", "--out", "g"]).run().exits(0);
    let ran = Cetu::after(ran).args(["export", "--graph", "g", "-o", "g.csv"]).run().exits(0);
    let sheet = ran.read("g.csv");
    assert!(sheet.starts_with("\u{FEFF}indicator,region,period,value,") && sheet.contains("\r\n"), "{sheet}");
    assert!(sheet.contains("城镇新增就业,浙江省,2017,125000,"), "{sheet}");
    let ran = Cetu::after(ran).args(["export", "r.txt", "--format", "csv"]).run().exits(0);
    assert_eq!(sheet.lines().count(), ran.stdout.lines().count());
    for rest in
        [&["--format", "xlsx"][..], &["--format", "jsonl"], &["--format", "csv", "--table", "programs"]]
    {
        let args = ["export", "--graph", "g"].into_iter().chain(rest.iter().copied());
        let told = Cetu::new().file("g/a.ttl", "<urn:a> a <urn:b> .").args(args).run().exits(2).stderr;
        assert!(told.contains("name the reports themselves"), "{told}");
    }
}
