//! The endpoint, asked over HTTP as clients ask.

mod discovery;
mod errors;
mod formats;
mod graphs;
mod interface;
mod kept;
mod limits;
mod pages;
mod protocol;
mod server;
mod swap;
mod things;

use crate::REPORT;
use crate::cetu::Cetu;
use server::Server;

/// Three graphs, of which two have names of their own and one that of its file.
const DATA: [(&str, &str); 2] = [
    (
        "graph/named.nq",
        "<http://a.example/one> <http://a.example/name> \"养老服务\"@zh <http://a.example/g1> .\n\
         <http://a.example/one> <http://a.example/value> \"12.50\"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://a.example/g1> .\n\
         <http://a.example/two> <http://a.example/name> \"x, \\\"y\\\" <z> & w\\tv\" <http://a.example/g2> .\n",
    ),
    ("graph/rest.nt", "<http://a.example/three> <http://a.example/name> \"three\" .\n"),
];

/// A server over [`DATA`].
fn data(args: &[&str]) -> Server {
    let cetu = DATA.iter().fold(Cetu::new(), |cetu, (name, content)| cetu.file(name, content));
    Server::start(cetu, &[&["--graph", "graph"], args].concat())
}

/// A server over a report.
fn report(args: &[&str]) -> Server {
    Server::start(Cetu::new().file("r.txt", REPORT), &[&["r.txt"], args].concat())
}

#[test]
fn a_report_is_read_and_asked() {
    let server = report(&[]);
    let answer = server.query("SELECT ?d { ?d a cetu:SourceDocument }", "text/csv");
    assert!(answer.status == 200 && answer.text().contains("/doc/r"), "{answer:?}");
}

#[test]
fn the_server_is_healthy_and_shows_a_page_without_foreign_requests() {
    let server = report(&[]);
    assert_eq!(server.get("/healthz", "*/*").status, 200);
    assert_eq!(server.get("/readyz", "*/*").status, 200);
    let page = server.get("/", "text/html");
    assert_eq!(page.status, 200);
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
    let page = page.text();
    assert!(page.contains("href=\"/compare\"") && !page.contains("<script") && !page.contains("src="));
    assert!(server.get("/query", "text/html").text().contains("01-compare-indicator"));
}

#[test]
fn requests_are_counted_and_logged() {
    use std::io::{BufRead, BufReader};
    let mut server = data(&["--log", "json"]);
    server.query("ASK {}", "*/*");
    server.query("ASK {", "*/*");
    assert!(server.metric("cetu_requests_total{status=\"400\"}") >= 1.0);
    assert!(server.metric("cetu_requests_total{status=\"200\"}") >= 1.0);
    let lines = BufReader::new(server.output()).lines().take(2);
    let lines: Vec<serde_json::Value> =
        lines.map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
    for (line, status) in lines.iter().zip([200, 400]) {
        assert_eq!(
            (line["path"].as_str(), line["status"].as_u64()),
            (Some("/sparql"), Some(status)),
            "{line}"
        );
        assert!(line["client"] == "127.0.0.1" && line["whole"] == true && line["bytes"].as_u64() > Some(0));
        assert!(line["time"].as_str().is_some_and(|time| time.ends_with('Z')) && line["ms"].is_number());
    }
}
