use crate::REPORT;
use crate::cetu::Cetu;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Child;

/// A server on a free port, stopped when dropped.
struct Server {
    child: Child,
    address: String,
    _cetu: (Cetu, PathBuf),
}

impl Server {
    fn start() -> Self {
        let cetu = Cetu::new().file("r.txt", REPORT).args([
            "serve",
            "r.txt",
            "--bind",
            "127.0.0.1:0",
            "--timeout",
            "1",
        ]);
        let mut child = cetu.command().spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stderr.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        let path = cetu.path();
        Self { child, address, _cetu: (cetu, path) }
    }

    /// Sends a request as it stands and gives status and the whole answer.
    fn send(&self, request: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        (answer[9..12].parse().unwrap(), answer)
    }

    fn get(&self, path: &str, accept: &str) -> (u16, String) {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nConnection: close\r\n\r\n"
        ))
    }

    fn post(&self, content_type: &str, body: &str) -> (u16, String) {
        let length = body.len();
        self.send(&format!(
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        ))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_endpoint_answers_in_the_formats_asked_for() {
    let server = Server::start();
    let rows = "/sparql?query=SELECT%20%3Fd%20%7B%3Fd%20a%20cetu%3ASourceDocument%7D";
    for (accept, expected) in [
        ("*/*", "content-type: application/sparql-results+json"),
        ("application/sparql-results+xml", "content-type: application/sparql-results+xml"),
        (
            "text/csv;q=0.9, text/tab-separated-values",
            "content-type: text/tab-separated-values; charset=utf-8",
        ),
        ("text/csv", "content-type: text/csv; charset=utf-8"),
    ] {
        let (status, answer) = server.get(rows, accept);
        assert_eq!(status, 200, "{answer}");
        assert!(answer.contains(expected) && answer.contains("/doc/r"), "{answer}");
    }
    let triples = "/sparql?query=DESCRIBE%20%3Fd%20%7B%3Fd%20a%20cetu%3ASourceDocument%7D";
    for accept in ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"] {
        let (status, answer) = server.get(triples, accept);
        assert!(status == 200 && answer.contains(&format!("content-type: {accept}")), "{answer}");
    }
    assert_eq!(server.get(rows, "image/png").0, 406);
}

#[test]
fn queries_are_posted_in_both_ways_and_updates_are_refused() {
    let server = Server::start();
    assert!(server.post("application/sparql-query", "ASK {}").1.contains("\"boolean\":true"));
    assert!(
        server.post("application/x-www-form-urlencoded", "query=ASK%20%7B%7D").1.contains("\"boolean\":true")
    );
    assert_eq!(server.post("application/sparql-update", "CLEAR ALL").0, 403);
    assert_eq!(server.post("application/x-www-form-urlencoded", "update=CLEAR%20ALL").0, 403);
    assert_eq!(server.post("text/plain", "ASK {}").0, 415);
    assert_eq!(server.post("application/sparql-query", "ASK {").0, 400);
    assert_eq!(server.post("application/x-www-form-urlencoded", "x=1").0, 400);
    assert_eq!(server.get("/elsewhere", "*/*").0, 404);
}

#[test]
fn a_graph_can_be_chosen() {
    let server = Server::start();
    let ask = "/sparql?query=ASK%20%7B%3Fd%20a%20cetu%3ASourceDocument%7D&default-graph-uri=";
    assert!(
        server.get(&format!("{ask}https%3A%2F%2Fw3id.org%2Fcetu%2Fid%2Fgraph%2Fr"), "*/*").1.contains("true")
    );
    assert!(server.get(&format!("{ask}urn:none"), "*/*").1.contains("false"));
}

#[test]
fn the_server_is_healthy_and_shows_a_page_without_foreign_requests() {
    let server = Server::start();
    assert_eq!(server.get("/healthz", "*/*").0, 200);
    let (status, page) = server.get("/", "text/html");
    assert_eq!(status, 200);
    assert!(
        page.contains("content-security-policy: default-src 'none'") && page.contains("01-compare-indicator")
    );
    assert!(!page.contains("<script") && !page.contains("src="));
}

#[test]
fn a_query_that_takes_too_long_is_stopped() {
    let server = Server::start();
    let (status, answer) = server.post(
        "application/sparql-query",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    );
    assert_eq!(status, 503, "{answer}");
}
