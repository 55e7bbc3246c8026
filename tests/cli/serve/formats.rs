//! The form of answers.

use super::data;

const ROWS: &str = "SELECT ?name { <http://a.example/one> <http://a.example/name> ?name }";
const TRIPLES: &str = "PREFIX a: <http://a.example/> CONSTRUCT { ?s ?p ?o } { GRAPH a:g1 { ?s ?p ?o } }";

#[test]
fn rows_come_in_the_form_that_is_liked_best() {
    let server = data(&[]);
    for (accept, expected) in [
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("Application/SPARQL-Results+JSON; charset=utf-8", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/sparql-results+xml;q=0.5, text/csv;q=0.9", "text/csv"),
        (
            "application/sparql-results+json;q=0, application/sparql-results+xml;q=0.1",
            "application/sparql-results+xml",
        ),
        ("text/csv;q=0.9, text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", "application/json"),
        ("application/xml", "application/xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "application/xml"),
    ] {
        let answer = server.query(ROWS, accept);
        assert_eq!((answer.status, answer.media_type()), (200, expected), "{accept}");
        assert!(answer.text().contains("养老服务"), "{answer:?}");
    }
    assert_eq!(server.query(ROWS, "text/tab-separated-values").text(), "?name\n\"养老服务\"@zh\n");
    assert_eq!(server.query(ROWS, "text/csv").text(), "name\r\n养老服务\r\n");
    for accept in ["image/png", "*/*;q=0", "application/sparql-results+json;q=0, */*;q=0"] {
        let answer = server.query(ROWS, accept);
        assert!(answer.status == 406 && answer.json()["detail"].as_str().unwrap().contains("text/csv"));
    }
    for accept in ["*/*", "application/sparql-results+xml"] {
        assert!(server.query("ASK {}", accept).text().contains("true"));
    }
}

#[test]
fn triples_come_in_the_form_that_is_liked_best() {
    let server = data(&[]);
    for form in [
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json",
        "application/trig",
        "application/n-quads",
    ] {
        for query in [TRIPLES, "DESCRIBE <http://a.example/one>"] {
            let answer = server.query(query, form);
            assert_eq!((answer.status, answer.media_type()), (200, form), "{query}");
            assert!(answer.text().contains("养老服务"), "{answer:?}");
        }
    }
    let turtle = server.query(TRIPLES, "*/*");
    assert_eq!(turtle.header("content-type"), "text/turtle; charset=utf-8");
    insta::assert_snapshot!(turtle.text(), @r#"
    @prefix a: <http://a.example/> .

    a:one a:name "养老服务"@zh ;
    	a:value 12.5 .
    "#);
}

#[test]
fn people_name_a_format_in_the_address() {
    let server = data(&[]);
    let named = |query: &str, format: &str| {
        let query = super::server::encoded(query);
        server.get(&format!("/sparql?query={query}&format={format}"), "application/xml")
    };
    assert_eq!(named(ROWS, "csv").media_type(), "text/csv");
    assert_eq!(named(ROWS, "json").media_type(), "application/sparql-results+json");
    assert_eq!(named(TRIPLES, "ttl").media_type(), "text/turtle");
    assert_eq!(named(TRIPLES, "jsonld").media_type(), "application/ld+json");
    assert_eq!(named(ROWS, "docx").status, 406);
}

#[test]
fn a_large_graph_is_sent_as_it_comes_and_is_whole() {
    let values: String = (0..40_000).map(|n| format!(" {n}")).collect();
    let query = format!(
        "CONSTRUCT {{ ?n <http://a.example/is> ?n2 }} {{ VALUES ?n2 {{{values} }} BIND(IRI(CONCAT('http://a.example/', STR(?n2))) AS ?n) }}"
    );
    let server = data(&[]);
    for (accept, lines) in [("application/n-triples", 40_000), ("application/n-quads", 40_000)] {
        let headers = [("Content-Type", "application/sparql-query"), ("Accept", accept)];
        let answer = server.ask("POST", "/sparql", &headers, query.as_bytes());
        assert!(answer.whole && answer.header("transfer-encoding") == "chunked", "{:?}", answer.status);
        assert_eq!(answer.text().lines().count(), lines);
        let again = server.ask("POST", "/sparql", &headers, query.as_bytes());
        assert!(again.body == answer.body, "the second answer is another");
        // The second one was kept.
        assert_eq!(again.header("content-length"), answer.body.len().to_string());
    }
}
