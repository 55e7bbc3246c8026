//! What a request may cost.

use super::server::{Server, encoded, eventually, read};
use super::{data, report};
use std::io::{Read, Write};
use std::time::{Duration, Instant};

const DIRECT: &str = "application/sparql-query";
/// Joins what nothing joins: it does not end within the time of a test.
const ENDLESS: &str = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
/// The same, row by row, with rows at once.
const FLOOD: &str = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

/// Sends a query and leaves the connection open.
fn begin(server: &Server, query: &str) -> std::net::TcpStream {
    let mut stream = server.connect();
    let target = format!(
        "GET /sparql?query={} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        encoded(query)
    );
    stream.write_all(target.as_bytes()).unwrap();
    stream
}

#[test]
fn a_query_that_takes_too_long_is_stopped_with_a_status() {
    let server = report(&["--timeout", "1"]);
    let began = Instant::now();
    let answer = server.query(ENDLESS, "*/*");
    assert_eq!((answer.status, answer.media_type()), (503, "application/problem+json"));
    assert_eq!(answer.json()["type"], "urn:cetu:problem:timeout");
    assert!(began.elapsed() < Duration::from_secs(10));
    assert!(server.metric("cetu_queries_late_total") > 0.0);
}

#[test]
fn an_answer_that_takes_too_long_is_cut_so_that_it_shows() {
    let server = report(&["--timeout", "1"]);
    let answer = read(&mut begin(&server, FLOOD), false);
    assert!(answer.status == 200 && !answer.whole && answer.body.len() > 64 * 1024, "{}", answer.body.len());
    eventually("the evaluation ends", || server.metric("cetu_queries_running") < 1.0);
}

#[test]
fn an_answer_that_grows_too_large_is_cut() {
    let server = report(&["--max-result", "1"]);
    let answer = read(&mut begin(&server, FLOOD), false);
    assert!(!answer.whole && answer.body.len() <= 1 << 20, "{}", answer.body.len());
}

#[test]
fn a_client_that_goes_away_takes_its_query_along() {
    let server = report(&["--timeout", "0"]);
    for query in [FLOOD, "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?f ?h ?i . ?i ?k ?l FILTER(STR(?a) = STR(?k)) }"]
    {
        let stream = begin(&server, query);
        eventually("the evaluation begins", || server.metric("cetu_queries_running") > 0.0);
        drop(stream);
        eventually("the evaluation ends", || server.metric("cetu_queries_running") < 1.0);
    }
}

#[test]
fn more_queries_than_places_are_told_to_come_again() {
    let server = report(&["--concurrency", "1", "--timeout", "5"]);
    let _busy = begin(&server, ENDLESS);
    eventually("the evaluation begins", || server.metric("cetu_queries_running") > 0.0);
    let refused = server.query("ASK {}", "*/*");
    assert_eq!((refused.status, refused.header("retry-after")), (503, "1"), "{refused:?}");
    assert_eq!(server.get("/readyz", "*/*").status, 503);
    // What needs no evaluation goes on.
    assert_eq!(server.get("/healthz", "*/*").status, 200);
    assert_eq!(server.get("/store?default", "*/*").status, 200);
}

#[test]
fn large_requests_are_refused() {
    let server = data(&[]);
    let large = "#".repeat(3 << 20);
    assert_eq!(server.post(DIRECT, &large).status, 413);
    let head = format!(
        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {DIRECT}\r\n"
    );
    let chunked = format!("{head}Transfer-Encoding: chunked\r\n\r\n300000\r\n{large}\r\n0\r\n\r\n");
    assert_eq!(server.send(chunked.as_bytes()).status, 413);
    let text = format!("ASK {{ VALUES ?x {{ {} }} }}", "\"abcdefghijklmnop\" ".repeat(50_000));
    assert!(server.post(DIRECT, &text).truth());
}

#[test]
fn slow_clients_are_dropped() {
    let server = report(&["--patience", "1"]);
    let head = format!(
        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {DIRECT}\r\nContent-Length: 100\r\n\r\nASK"
    );
    for (sent, said) in [("", ""), ("GET /healthz HT", ""), (&head, "408")] {
        let mut stream = server.connect();
        stream.write_all(sent.as_bytes()).unwrap();
        let began = Instant::now();
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        assert!(answer.contains(said) && began.elapsed() < Duration::from_secs(10), "{sent}: {answer}");
    }
    // One that asks for much and takes nothing of it.
    let _idle = begin(&server, FLOOD);
    eventually("the evaluation begins", || server.metric("cetu_queries_running") > 0.0);
    eventually("the evaluation ends", || server.metric("cetu_queries_running") < 1.0);
}

#[test]
fn a_query_nested_without_end_is_refused_at_once() {
    let server = data(&[]);
    for (open, close) in [("{", "}"), ("(", ")"), ("!", "")] {
        for depth in [60, 1_000, 100_000] {
            let query = match open {
                "{" => format!("ASK {}{}", "{".repeat(depth), "}".repeat(depth)),
                _ => format!("ASK {{ FILTER({}true{}) }}", open.repeat(depth), close.repeat(depth)),
            };
            let began = Instant::now();
            let status = server.post(DIRECT, &query).status;
            assert!(matches!(status, 200 | 400), "{open} {depth}: {status}");
            assert!(began.elapsed() < Duration::from_secs(10), "{open} {depth}: {:?}", began.elapsed());
        }
    }
}

#[test]
fn another_server_is_asked_when_it_is_allowed() {
    let other = data(&[]);
    let query = format!(
        "SELECT ?name {{ SERVICE <http://{}/sparql> {{ <http://a.example/two> ?p ?name }} }}",
        other.address()
    );
    let port = other.address().rsplit(':').next().unwrap();
    for (host, status) in [
        (other.address(), 200),
        ("127.0.0.1", 200),
        ("127.0.0.1:1", 403),
        ("a.example", 403),
        (&format!("localhost:{port}"), 403),
    ] {
        let server = report(&["--allow-service", host]);
        let answer = server.query(&query, "application/sparql-results+json");
        assert_eq!(answer.status, status, "{host}: {answer:?}");
        if status == 200 {
            let name = &answer.json()["results"]["bindings"][0]["name"]["value"];
            assert_eq!(name, "x, \"y\" <z> & w\tv");
            assert_eq!(answer.header("etag"), "");
        } else {
            assert_eq!(answer.json()["type"], "urn:cetu:problem:service");
        }
    }
    let server = report(&["--allow-service", "127.0.0.1"]);
    let refused = server.query("SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }", "*/*");
    assert_eq!(refused.status, 502, "{refused:?}");
    let silent = server.query("ASK { SERVICE SILENT <http://127.0.0.1:1/sparql> { ?s ?p ?o } }", "*/*");
    assert!(silent.truth());
}
