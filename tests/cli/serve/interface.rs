//! Saved queries over HTTP.

use super::report;
use super::server::{Server, encoded};
use crate::REPORT;
use crate::cetu::Cetu;

#[test]
fn a_saved_query_answers_as_on_the_command_line() {
    let server = report(&[]);
    let told =
        Cetu::new().file("r.txt", REPORT).args(["query", "03", "r.txt", "--format", "csv"]).run().exits(0);
    for target in ["/api/03-evidence?format=csv", "/api/03?format=csv", "/api/evidence?format=csv"] {
        assert_eq!(server.get(target, "*/*").text(), told.stdout, "{target}");
    }
    let region = format!("/api/12?region={}&format=csv", encoded("浙江"));
    assert!(server.get(&region, "*/*").text().contains("超过6亿元"));
    assert_eq!(
        server.get(&format!("/api/12?region={}&format=csv", encoded("河南")), "*/*").text().lines().count(),
        1
    );
    for (accept, media_type) in [
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("text/csv", "text/csv"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
    ] {
        assert_eq!(server.get("/api/12", accept).media_type(), media_type);
    }
    assert_eq!(server.get("/api/12", "image/png").status, 406);
}

#[test]
fn pages_lead_from_one_to_the_next_and_back() {
    let server = report(&[]);
    let whole: Vec<String> =
        server.get("/api/03?format=csv", "*/*").text().lines().skip(1).map(str::to_owned).collect();
    assert!(whole.len() > 4);
    let link = |answer: &super::server::Answer, rel: &str| {
        let links = answer.header("link").to_owned();
        let found = links.split(", ").find(|link| link.ends_with(&format!("rel=\"{rel}\"")))?.to_owned();
        Some(found.split('>').next().unwrap().split(server.address()).nth(1).unwrap().to_owned())
    };
    let (mut rows, mut target, mut last) = (Vec::new(), Some("/api/03?format=csv&limit=2".to_owned()), None);
    while let Some(path) = target {
        let answer = server.get(&path, "*/*");
        rows.extend(answer.text().lines().skip(1).map(str::to_owned));
        target = link(&answer, "next");
        last = Some(answer);
    }
    assert_eq!(rows, whole);
    let last = last.unwrap();
    assert_eq!(link(&last, "first").unwrap(), "/api/03-evidence?format=csv&limit=2");
    assert!(link(&last, "prev").is_some());
    assert!(server.get("/api/03?limit=2", "text/html").text().contains("offset=2"));
}

#[test]
fn what_is_wrong_with_a_parameter_is_told() {
    let server = report(&[]);
    let ask = |target: &str| {
        let answer = server.get(target, "*/*");
        assert!((400..500).contains(&answer.status), "{answer:?}");
        format!("{} {}", answer.status, answer.json()["detail"].as_str().unwrap())
    };
    insta::assert_snapshot!(ask(&format!("/api/01?indicator={}", encoded("城镇新增就业人"))), @"400 indicator=城镇新增就业人: neither the vocabularies nor the graph know this indicator (did you mean 城镇新增就业人员?)");
    insta::assert_snapshot!(ask("/api/01?indicater=x"), @"400 the query has no parameter indicater; it takes indicator, year, level (did you mean indicator?)");
    insta::assert_snapshot!(ask("/api/01?level=town"), @"400 level=town: none of province, prefecture, country");
    insta::assert_snapshot!(ask("/api/01?year=lately"), @"400 year=lately: not a whole number");
    insta::assert_snapshot!(ask("/api/01?limit=0"), @"400 limit=0: from 1 to 10000");
    insta::assert_snapshot!(ask("/api/01?offset=-1"), @"400 offset=-1: not a whole number");
    insta::assert_snapshot!(ask("/api/01?format=pdf"), @"406 this can be had as application/sparql-results+json, text/html, text/csv, text/tab-separated-values, application/sparql-results+xml, application/json, application/xml, text/xml; ask for one of them in Accept, or by name with ?format= (json, html, csv, tsv, xml, json, xml)");
    insta::assert_snapshot!(ask("/api/compare-indicater"), @"404 no saved query is called compare-indicater (did you mean 01-compare-indicator?); `cetu query --list` shows them all");
    insta::assert_snapshot!(ask(&format!("/api/03?region={}", encoded("\") } INSERT #"))), @r#"400 region=") } INSERT #: neither the vocabularies nor the graph know this region"#);
}

#[test]
fn queries_of_ones_own_are_served_by_their_form() {
    let ask = "#+ summary: any\n#+ params:\n#+   - name: n\n#+     type: integer\nASK { ?o cetu:value ?v FILTER(?v = ?_n) }";
    let build =
        "#+ summary: all\nCONSTRUCT { ?o rdfs:label ?l } WHERE { ?o a cetu:Observation ; rdfs:label ?l }";
    let cetu = Cetu::new().file("r.txt", REPORT).file("q/any value.rq", ask).file("q/labels.rq", build);
    let server = Server::start(cetu, &["r.txt", "--queries", "q"]);
    assert_eq!(server.get("/api/any%20value?n=125000", "*/*").json()["boolean"], true);
    assert_eq!(server.get("/api/any%20value?n=1", "*/*").json()["boolean"], false);
    let labels = server.get("/api/labels", "*/*");
    assert_eq!(labels.media_type(), "text/turtle");
    assert!(labels.text().contains("rdfs:label"), "{labels:?}");
    assert_eq!(server.get("/api/labels", "text/csv").status, 406);
    assert_eq!(server.get("/api/labels?limit=1", "application/n-triples").text().lines().count(), 1);
    let paths = server.get("/openapi.json", "*/*").json();
    assert!(paths["paths"]["/api/any%20value"]["get"]["parameters"][0]["schema"]["type"] == "integer");
    assert!(
        server
            .query("SELECT ?q { ?q a sh:SPARQLConstructExecutable }", "text/csv")
            .text()
            .contains("query/labels")
    );
}

#[test]
fn the_interface_is_described_for_programs_and_for_people() {
    let server = report(&[]);
    let document = server.get("/openapi.json", "*/*");
    assert_eq!(document.media_type(), "application/json");
    let document = document.json();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["servers"][0]["url"], format!("http://{}", server.address()));
    assert_eq!(document["paths"].as_object().unwrap().len(), 21);
    insta::assert_snapshot!(document["paths"]["/api/01-compare-indicator"]["get"]["parameters"][2], @r#"{"description":"地区级别:province 省级、prefecture 地级、country 全国 province, prefecture or country","in":"query","name":"level","schema":{"default":"province","enum":["province","prefecture","country"],"type":"string"}}"#);
    let page = server.get("/api", "text/html");
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
    let page = page.text();
    assert_eq!(page.matches("<form action=\"/api/").count(), 21);
    assert!(
        !page.contains("<script")
            && !page.contains("src=")
            && page.contains("<option selected>province</option>")
    );
}
