use crate::REPORT;
use crate::cetu::{Cetu, Ran};

const FIGURES: &str =
    "<urn:o1> a cetu:Observation ; cetu:value 3 ; cetu:valueText \"约3万\" ; rdfs:label \"就业约3万\"@zh .
<urn:o2> a cetu:Observation ; cetu:value 12 ; cetu:valueText \"12\" ; rdfs:label \"岗位\"@zh .";

fn graph() -> Cetu {
    let prefixes = "@prefix cetu: <https://w3id.org/cetu/def#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n";
    Cetu::new().file("g/a.ttl", format!("{prefixes}{FIGURES}"))
}

fn ask(args: &[&str]) -> Ran {
    graph().args(["query", "--graph", "g"]).args(args.iter().copied()).run()
}

#[test]
fn a_table_is_aligned_with_chinese_widths() {
    let ran =
        ask(&["-e", "SELECT ?label ?value { ?o cetu:value ?value ; rdfs:label ?label } ORDER BY ?value"])
            .exits(0);
    insta::assert_snapshot!(ran.stdout, @r"
     label       value
    ───────────────────
     就业约3万       3
     岗位           12
    ");
}

#[test]
fn no_other_server_is_asked() {
    for around in ["", "MINUS", "FILTER NOT EXISTS"] {
        let query =
            format!("SELECT * {{ ?s ?p ?o {around} {{ SERVICE <http://127.0.0.1:1/> {{ ?s ?p ?o }} }} }}");
        let ran = ask(&["-e", &query]).exits(2);
        assert!(ran.stderr.contains("asks http://127.0.0.1:1/ (SERVICE)"), "{}", ran.stderr);
    }
}

#[test]
fn answers_come_in_every_format() {
    let rows = "SELECT ?t { <urn:o1> cetu:valueText ?t }";
    insta::assert_snapshot!(ask(&["-e", rows, "--format", "csv"]).exits(0).stdout.replace('\r', ""), @r"
    t
    约3万
    ");
    insta::assert_snapshot!(ask(&["-e", rows, "--format", "tsv"]).exits(0).stdout, @r#"
    ?t
    "约3万"
    "#);
    insta::assert_snapshot!(ask(&["-e", rows, "--format", "json"]).exits(0).stdout, @r#"{"head":{"vars":["t"]},"results":{"bindings":[{"t":{"type":"literal","value":"约3万"}}]}}"#);
    assert!(ask(&["-e", rows, "--format", "xml"]).exits(0).stdout.contains("<literal>约3万</literal>"));
    insta::assert_snapshot!(ask(&["-e", "ASK { ?s ?p 3 }"]).exits(0).stdout, @"true");
    insta::assert_snapshot!(ask(&["-e", "CONSTRUCT { ?o a cetu:Observation } { ?o cetu:value 3 }"]).exits(0).stdout, @r"
    @prefix cetu: <https://w3id.org/cetu/def#> .

    <urn:o1> a cetu:Observation .
    ");
    assert!(
        ask(&["-e", "DESCRIBE <urn:o1>", "--format", "ntriples"]).exits(0).stdout.starts_with("<urn:o1>")
    );
}

#[test]
fn a_format_for_the_other_sort_of_answer_is_refused() {
    let ran = ask(&["-e", "SELECT * { ?s ?p ?o }", "--format", "turtle"]).exits(2);
    insta::assert_snapshot!(ran.stderr, @"cetu: rows are written as table, csv, tsv, json or xml");
}

#[test]
fn a_parse_error_shows_the_place_and_what_was_meant() {
    insta::assert_snapshot!(ask(&["-e", "SELECT ?o\nWHERE { ?o a cetu:Observation . FILTR(?o) }"]).exits(2).stderr, @r"
    cetu: the query is not SPARQL at line 2, column 33: unknown word FILTR
    2 | WHERE { ?o a cetu:Observation . FILTR(?o) }
      |                                 ^
    Did you mean FILTER?
    ");
    insta::assert_snapshot!(ask(&["-e", "SELECT ?o { ?o ctu:value 3 }"]).exits(2).stderr, @r"
    cetu: the query is not SPARQL at line 1, column 16: unknown prefix
    1 | SELECT ?o { ?o ctu:value 3 }
      |                ^
    The prefix ctu: is not declared. Did you mean cetu:?
    ");
}

#[test]
fn an_unknown_term_is_answered_with_the_nearest() {
    let ran = ask(&["-e", "SELECT ?o { ?o cetu:indicatr ?i ; a cetu:Observaton }"]).exits(0);
    insta::assert_snapshot!(ran.stderr, @r"
    cetu: note: the ontology has no cetu:Observaton; did you mean cetu:Observation?
    cetu: note: the ontology has no cetu:indicatr; did you mean cetu:indicator?
    ");
}

#[test]
fn saved_queries_are_listed_and_named() {
    let ran = Cetu::new().args(["query", "--list"]).run().exits(0);
    assert!(ran.stdout.contains("01-compare-indicator\n"));
    let ran = ask(&["compare-indicater"]).exits(2);
    assert!(ran.stderr.contains("did you mean 01-compare-indicator?"), "{}", ran.stderr);
}

#[test]
fn a_saved_query_is_named_by_its_number_and_a_wrong_name_by_the_nearest() {
    let told = |name: &str| ask(&[name]);
    assert_eq!(told("1").exits(0).stdout, told("01-compare-indicator").exits(0).stdout);
    assert_eq!(told("12").exits(0).stdout, told("12-money").exits(0).stdout);
    assert_eq!(
        told("0").exits(2).stderr,
        "cetu: no saved query is called 0; `cetu query --list` shows them all\n"
    );
    for (wrong, meant) in
        [("mony", "12-money"), ("3-evidence", "03-evidence"), ("progrms", "04-programs-for-group")]
    {
        assert!(told(wrong).exits(2).stderr.contains(&format!("(did you mean {meant}?)")), "{wrong}");
    }
}

#[test]
fn every_saved_query_runs() {
    let list = Cetu::new().args(["query", "--list"]).run().exits(0).stdout;
    for name in list.lines().filter(|line| !line.starts_with(' ')) {
        Cetu::new().file("r.txt", REPORT).args(["query", name, "r.txt"]).run().exits(0);
    }
}

#[test]
fn parameters_are_terms_and_never_text() {
    let own = "#+ summary: by label\n#+ params:\n#+   - name: label\n#+     type: string\n\
               SELECT ?o { ?o rdfs:label ?l FILTER(!BOUND(?_label) || STR(?l) = ?_label) } ORDER BY ?o";
    let ask = |param: &str| {
        let run = graph().file("q/own.rq", own).args([
            "query",
            "own",
            "--queries",
            "q",
            "--graph",
            "g",
            "--format",
            "csv",
        ]);
        run.args(["--param", param]).run()
    };
    assert_eq!(ask("label=岗位").exits(0).stdout, "o\r\nurn:o2\r\n");
    assert_eq!(ask("label=\") } #").exits(0).stdout, "o\r\n");
    assert_eq!(ask("label=").exits(0).stdout, "o\r\nurn:o1\r\nurn:o2\r\n");
    insta::assert_snapshot!(ask("labl=x").exits(2).stderr, @"cetu: the query has no parameter labl; it takes label (did you mean label?)");
}

#[test]
fn a_value_that_nothing_knows_is_answered_with_the_nearest() {
    let ask = |name: &str, param: &str| {
        let run = Cetu::new().file("r.txt", REPORT).args(["query", name, "r.txt", "--param", param]).run();
        run.exits(2).stderr
    };
    insta::assert_snapshot!(ask("01", "indicator=城镇新增就业人"), @"cetu: indicator=城镇新增就业人: neither the vocabularies nor the graph know this indicator (did you mean 城镇新增就业人员?)");
    insta::assert_snapshot!(ask("01", "level=provinces"), @"cetu: level=provinces: none of province, prefecture, country (did you mean province?)");
    insta::assert_snapshot!(ask("03", "region=浙江市"), @"cetu: region=浙江市: neither the vocabularies nor the graph know this region (did you mean 浙江?)");
    insta::assert_snapshot!(ask("04", "group=高校毕业"), @"cetu: group=高校毕业: neither the vocabularies nor the graph know this group (did you mean 高校毕业生?)");
    insta::assert_snapshot!(ask("11", "kind=意件"), @"cetu: kind=意件: neither the vocabularies nor the graph know this kind (did you mean 意见?)");
    insta::assert_snapshot!(ask("12", "minimum=many"), @"cetu: minimum=many: not a whole number");
}

#[test]
fn an_indicator_that_only_the_graph_knows_is_known() {
    let own = "<urn:i> a cetu:Indicator ; rdfs:label \"街头书屋\"@zh ; skos:altLabel \"书屋\"@zh .
        <urn:o> cetu:indicator <urn:i> ; cetu:region reg:330000 ; cetu:evidence <urn:e> .
        <urn:e> oa:exact \"书屋3个\" ; oa:start 0 ; oa:end 4 ; prov:wasQuotedFrom <urn:d> . <urn:d> rdfs:label \"报告\"@zh .";
    let prefixes = "@prefix cetu: <https://w3id.org/cetu/def#> . @prefix reg: <https://w3id.org/cetu/id/region/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix oa: <http://www.w3.org/ns/oa#> . @prefix prov: <http://www.w3.org/ns/prov#> .\n";
    let ask = |name: &str| {
        let graph = Cetu::new().file("g/a.ttl", format!("{prefixes}{own}"));
        let value = format!("indicator={name}");
        graph.args(["query", "03", "--graph", "g", "--param", &value, "--format", "csv"]).run()
    };
    assert!(ask("书屋").exits(0).stdout.contains("书屋3个"));
    assert!(ask("街头书屋").exits(0).stdout.contains("书屋3个"));
    assert!(ask("街头书").exits(2).stderr.contains("did you mean 街头书屋?"));
    // The label of something else is no indicator.
    assert!(ask("报告").exits(2).stderr.contains("know this indicator"));
}

#[test]
fn a_broken_query_file_is_told_with_its_line_before_anything_is_read() {
    let list = |text: &str| {
        let ran = Cetu::new().file("q/own.rq", text).args(["query", "--list", "--queries", "q"]).run();
        ran.exits(2).stderr
    };
    let params = "#+ summary: x\n#+ params:\n#+   - name: label\n#+     type: string\n";
    insta::assert_snapshot!(list(&format!("{params}SELECT ?o {{ ?o rdfs:label ?l }}")), @"cetu: q/own.rq:3: parameter label is not used in the query as ?_label");
    insta::assert_snapshot!(list(&format!("{params}ASK {{ ?o rdfs:label ?_labl }}")), @"cetu: q/own.rq:3: parameter label is not used in the query as ?_label; did you mean labl?");
    insta::assert_snapshot!(list("# none\nASK { ?o\n rdfs:label ?_label }"), @"cetu: q/own.rq:3: ?_label is not declared in the #+ header under params");
    insta::assert_snapshot!(list("#+ sumary: x\nASK {}"), @"cetu: q/own.rq:1: the #+ header is broken: unknown field `sumary`, expected one of `summary`, `summary_zh`, `description`, `description_zh`, `parameters`, `params`, `tags`");
    insta::assert_snapshot!(list("#+ summary: x\n#+ params:\n#+   - name: a\n#+     type: strng\nASK { ?_a ?p 1 }"), @"cetu: q/own.rq:4: the #+ header is broken: params[0].type: unknown variant `strng`, expected one of `region`, `indicator`, `group`, `unit`, `kind`, `concept`, `iri`, `string`, `int`, `integer`, `year`, `decimal`, `number`, `date`, `boolean`");
    insta::assert_snapshot!(list("#+ summary: [x\nASK {}"), @"cetu: q/own.rq:1: the #+ header is broken: did not find expected ',' or ']'");
    insta::assert_snapshot!(list("#+ summary: x\nASK { ?a ?b }"), @r"
    cetu: q/own.rq:2: the query is not SPARQL at line 2, column 14: not expected here
    2 | ASK { ?a ?b }
      |              ^
    ");
    insta::assert_snapshot!(list("#+ params:\n#+   - name: limit\nASK { ?s ?p ?_limit }"), @"cetu: q/own.rq:2: no parameter can be called limit; choose another name");
    insta::assert_snapshot!(list("#+ params:\n#+   - name: a\n#+   - name: a\nASK { ?s ?p ?_a }"), @"cetu: q/own.rq:2: parameter a is declared twice");
}

#[test]
fn a_query_that_takes_too_long_is_stopped() {
    let long = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    let ran = Cetu::new()
        .file("r.txt", REPORT)
        .args(["query", "-e", long, "r.txt", "--timeout", "1"])
        .run()
        .exits(2);
    insta::assert_snapshot!(ran.stderr, @"cetu: the query took longer than 1 seconds and was stopped; narrow it down or raise --timeout");
}

#[test]
fn a_query_can_come_from_a_file_and_from_standard_input() {
    let ran = graph().file("q.rq", "ASK {}").args(["query", "--graph", "g", "-f", "q.rq"]).run().exits(0);
    assert_eq!(ran.stdout, "true\n");
    let ran = graph().stdin("ASK { ?s ?p 99 }").args(["query", "--graph", "g", "-f", "-"]).run().exits(0);
    assert_eq!(ran.stdout, "false\n");
}
