//! Linked data: IRIs that answer.

use super::report;
use super::server::{Server, encoded};
use crate::REPORT;
use crate::cetu::Cetu;

const FIGURE: &str = "/id/doc/r/evidence/";

/// The path of a figure, from the graph itself.
fn figure(server: &Server) -> String {
    let rows =
        server.query("SELECT ?o { ?o a cetu:Observation ; cetu:valueText '12.5万人' }", "text/csv").text();
    rows.lines().nth(1).unwrap().replace("https://w3id.org/cetu", "")
}

#[test]
fn a_thing_leads_to_a_document_about_it() {
    let server = report(&[]);
    let path = figure(&server);
    for (accept, ending) in [
        ("*/*", "ttl"),
        ("text/turtle", "ttl"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "rdf"),
        ("application/ld+json", "jsonld"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
    ] {
        let answer = server.get(&path, accept);
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, format!("{path}.{ending}").as_str()),
            "{accept}"
        );
        assert!(answer.header("vary").contains("accept"));
        let document = server.get(answer.header("location"), "image/png");
        assert_eq!(document.status, 200, "{ending}");
        assert_eq!(document.header("link").matches("rel=\"alternate\"").count(), 6);
        assert!(
            document.header("link").ends_with(&format!("<https://w3id.org/cetu{path}>; rel=\"describes\""))
        );
    }
    let asked = server.get(&format!("{path}?format=nt"), "text/html");
    assert_eq!((asked.status, asked.media_type()), (200, "application/n-triples"));
    assert_eq!(server.get(&path, "image/png").status, 406);
    assert_eq!(server.ask("HEAD", &format!("{path}.ttl"), &[], b"").status, 200);
    assert_eq!(server.ask("PUT", &path, &[], b"").status, 405);
}

#[test]
fn a_thing_has_its_figures_as_a_table() {
    let server = report(&[]);
    for path in ["/id/region/330000", "/id/indicator/urban-new-employment", "/id/unit/person", "/id/doc/r"] {
        let led = server.get(&format!("{path}.csv"), "*/*");
        assert_eq!(led.status, 303, "{path}: {}", led.text());
        let table = server.get(led.header("location"), "text/html");
        assert_eq!((table.status, table.media_type()), (200, "text/csv"), "{path}");
        assert!(table.text().lines().count() > 1, "{path}");
    }
    let led = server.get("/id/region/330000", "text/csv");
    assert_eq!((led.status, led.header("location")), (303, "/id/region/330000.csv"));
    assert_eq!(server.get("/def?format=csv", "*/*").status, 303);
    assert_eq!(server.get("/id/region/nowhere.csv", "*/*").status, 404);
}

#[test]
fn a_document_has_the_words_that_a_figure_was_read_from() {
    let server = report(&[]);
    let turtle = server.get(&format!("{}.ttl", figure(&server)), "*/*").text();
    insta::assert_snapshot!(turtle.split("\n\n").find(|block| block.contains(FIGURE)).unwrap().trim(), @r#"
    <https://w3id.org/cetu/id/doc/r/evidence/33-47> a cetu:Evidence ;
    	oa:exact "全省城镇新增就业12.5万人" ;
    	oa:prefix "大就业规模\n2017年，" ;
    	oa:suffix "，同比增长3.2%；帮助" ;
    	oa:start 33 ;
    	oa:end 47 ;
    	prov:wasQuotedFrom <https://w3id.org/cetu/id/doc/r> ;
    	dcterms:isPartOf <https://w3id.org/cetu/id/doc/r/section/1> .
    "#);
    assert_eq!(turtle.matches(" a cetu:").count(), 2, "{turtle}");
}

#[test]
fn a_page_shows_labels_and_links_to_this_server() {
    let server = report(&[]);
    let page = server.get(&format!("{}.html", figure(&server)), "*/*");
    assert!(page.header("content-security-policy").starts_with("default-src 'none'; style-src"));
    let page = page.text();
    assert!(page.contains("<blockquote") && page.contains("href=\"/id/region/330000.html\""), "{page}");
    assert!(
        page.contains(">浙江省</a>") && page.contains("<mark>全省城镇新增就业<b>12.5万人</b></mark>"),
        "{page}"
    );
    assert!(!page.contains("<script") && !page.contains("src="));
    // What leads there is bounded.
    let page = server.get("/id/vocab/indicators.html", "*/*").text();
    assert!(page.contains("page=2") && page.len() < 60_000, "{}", page.len());
}

#[test]
fn what_the_graph_does_not_know_is_not_found() {
    let server = report(&[]);
    for path in [
        "/id/region/999999",
        "/id/",
        "/id/region/330000.xyz",
        "/id/%E5%9B",
        "/id/../etc/passwd",
        "/id/%2e%2e/x",
        "//",
    ] {
        assert_eq!(server.get(path, "text/turtle").status, 404, "{path}");
    }
}

#[test]
fn chinese_names_and_foreign_signs_come_through() {
    let cetu = Cetu::new().file("2017/工作 报告#1.txt", REPORT);
    let server = Server::start(cetu, &["2017"]);
    let rows = server.query("SELECT ?d { ?d a cetu:SourceDocument }", "text/csv").text();
    let iri = rows.lines().nth(1).unwrap();
    assert!(iri.ends_with("工作%20报告%231"), "{iri}");
    let parts: Vec<String> = iri.split('/').skip(4).map(|part| encoded(part).replace("%25", "%")).collect();
    let path = format!("/{}", parts.join("/"));
    let answer = server.get(&path, "text/turtle");
    assert_eq!((answer.status, answer.header("location")), (303, format!("{path}.ttl").as_str()));
    assert!(server.get(answer.header("location"), "*/*").text().contains("cetu:SourceDocument ;"));
}

#[test]
fn names_under_a_domain_of_ones_own_answer_at_their_paths() {
    let base = "https://example.org/policy/";
    let cetu = Cetu::new().file("r.txt", REPORT).args(["build", "r.txt", "--out", "g", "--base", base]);
    let server = Server::start(Cetu::after(cetu.run().exits(0)), &["--graph", "g"]);
    for path in ["/policy/doc/r", "/id/doc/r"] {
        let turtle = server.get(&format!("{path}.ttl"), "*/*").text();
        assert!(
            turtle.contains("<https://example.org/policy/doc/r> a prov:Entity , cetu:SourceDocument"),
            "{path}: {turtle}"
        );
    }
    assert!(server.get("/policy/doc/r.html", "*/*").text().contains("href=\"/id/region/330000.html\""));
    assert_eq!(server.get("/policy/region/330000", "*/*").status, 404);
    let foreign = Cetu::new().file("g/a.nt", "<https://example.org/policy/x> <urn:p> \"1\" .");
    let server = Server::start(foreign, &["--graph", "g", "--base", base]);
    assert_eq!(server.get("/policy/x.nt", "*/*").text(), "<https://example.org/policy/x> <urn:p> \"1\" .\n");
}

#[test]
fn graphs_and_the_ontology_are_documents() {
    let server = report(&[]);
    let graph = server.get("/id/graph/r", "application/n-triples");
    assert!(graph.status == 200 && graph.text().lines().count() > 100);
    for path in ["/def", "/cetu/def"] {
        assert!(server.get(path, "text/turtle").text().contains("cetu:Observation a owl:Class"), "{path}");
        assert!(server.get(path, "text/html").text().contains("id=\"Observation\""), "{path}");
        assert_eq!(server.get(&format!("{path}?format=jsonld"), "*/*").media_type(), "application/ld+json");
    }
}
