//! The query operation of the SPARQL 1.1 Protocol.

use super::data;
use super::server::{Answer, Server, encoded};

const FORM: &str = "application/x-www-form-urlencoded";
const DIRECT: &str = "application/sparql-query";

/// A way to send a query with further parameters.
type Way = fn(&Server, &str, &str) -> Answer;

const WAYS: [(&str, Way); 3] = [
    ("GET", |server, query, more| server.get(&format!("/sparql?query={}{more}", encoded(query)), "*/*")),
    ("form", |server, query, more| server.post(FORM, &format!("query={}{more}", encoded(query)))),
    ("direct", |server, query, more| {
        let target = format!("/sparql?{}", more.trim_start_matches('&'));
        server.ask("POST", &target, &[("Content-Type", DIRECT)], query.as_bytes())
    }),
];

#[test]
fn a_query_is_sent_in_any_way() {
    let server = data(&[]);
    let query = "ASK { ?s ?p \"养老服务\"@zh }";
    for (name, way) in WAYS {
        assert!(way(&server, query, "").truth(), "{name}");
    }
    let form = format!("query={}", encoded(query));
    for (kind, body) in [
        ("application/x-www-form-urlencoded; charset=UTF-8", form.as_str()),
        ("Application/X-WWW-Form-URLEncoded", &form),
        ("application/sparql-query; charset=utf-8", query),
        ("Application/SPARQL-Query", query),
    ] {
        assert!(server.post(kind, body).truth(), "{kind}");
    }
    assert!(server.ask("QUERY", "/sparql", &[("Content-Type", DIRECT)], query.as_bytes()).truth());
    let chunks: String =
        query.split_inclusive(' ').map(|part| format!("{:x}\r\n{part}\r\n", part.len())).collect();
    let head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked";
    let request = format!("{head}\r\nContent-Type: {DIRECT}\r\n\r\n{chunks}0\r\n\r\n");
    assert!(server.send(request.as_bytes()).truth());
}

#[test]
fn the_request_chooses_the_graphs_before_the_query_does() {
    let server = data(&[]);
    let (one, two) = ("ASK { <http://a.example/one> ?p ?o }", "ASK { <http://a.example/two> ?p ?o }");
    let any = "ASK { GRAPH ?g { ?s ?p ?o } }";
    let graph = |parameter: &str, name: &str| {
        format!("&{parameter}={}", encoded(&format!("http://a.example/{name}")))
    };
    let (first, second) = (graph("default-graph-uri", "g1"), graph("default-graph-uri", "g2"));
    let named = graph("named-graph-uri", "g1");
    let from = "ASK FROM <http://a.example/g2> { <http://a.example/one> ?p ?o }";
    let both = "ASK FROM <http://a.example/g2> FROM NAMED <http://a.example/g1> \
                { <http://a.example/two> ?p ?o . GRAPH ?g { <http://a.example/one> ?q ?r } }";
    for (name, way) in WAYS {
        for (query, parameters, expected) in [
            (one, first.clone(), true),
            (two, first.clone(), false),
            (two, format!("{first}{second}"), true),
            (any, first.clone(), false),
            (any, named.clone(), true),
            ("ASK { GRAPH <http://a.example/g2> { ?s ?p ?o } }", named.clone(), false),
            ("ASK { ?s ?p ?o }", named.clone(), false),
            ("ASK { ?s ?p ?o . GRAPH <http://a.example/g1> { ?t ?q ?r } }", format!("{second}{named}"), true),
            (from, String::new(), false),
            (from, first.clone(), true),
            (both, String::new(), true),
            (both, first.clone(), false),
            ("ASK { ?s ?p ?o }", graph("default-graph-uri", "none"), false),
            // Without a choice the default graph is all graphs, and each has its name.
            ("ASK { <http://a.example/three> ?p ?o }", String::new(), true),
            (any, String::new(), true),
        ] {
            assert_eq!(way(&server, query, &parameters).truth(), expected, "{name}: {query} {parameters}");
        }
        let odd = format!("&default-graph-uri={}", encoded("http://a b"));
        assert_eq!(way(&server, one, &odd).status, 400, "{name}");
    }
}

#[test]
fn what_is_no_query_is_refused_for_what_it_is() {
    let server = data(&[]);
    let utf16: Vec<u8> = "ASK {}".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let direct = |kind: &str, body: &[u8]| {
        let headers: &[(&str, &str)] = if kind.is_empty() { &[] } else { &[("Content-Type", kind)] };
        server.ask("POST", "/sparql", headers, body).status
    };
    for (status, kind, body) in [
        (415, "", b"query=ASK%20%7B%7D".as_slice()),
        (415, "", b"ASK {}"),
        (415, "text/plain", b"ASK {}"),
        (415, "application/sparql-query; charset=UTF-16", &utf16),
        (400, DIRECT, b"\xff\xfeASK {}"),
        (400, DIRECT, &utf16),
        (400, DIRECT, b""),
        (400, DIRECT, b"ASK {"),
        (400, DIRECT, b"INSERT DATA { <a:b> <a:b> 1 }"),
        (400, FORM, b"x=1"),
        (400, FORM, b"query="),
        (400, FORM, b"query=ASK%20%7B%7D&query=ASK%20%7B%7D"),
        (400, FORM, b"query=ASK%20%7B%20%22%E5%85%22%20%7D"),
        (403, FORM, b"update=CLEAR%20ALL"),
        (403, "application/sparql-update", b"CLEAR ALL"),
        (403, "application/sparql-update", b"LOAD <http://127.0.0.1/x>"),
    ] {
        assert_eq!(direct(kind, body), status, "{kind}: {:?}", String::from_utf8_lossy(body));
    }
    assert_eq!(server.get("/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", "*/*").status, 400);
    assert_eq!(
        server.ask("POST", "/sparql?query=ASK%20%7B%7D", &[("Content-Type", DIRECT)], b"ASK {}").status,
        400
    );
    // Where the evaluator would take an error for a match, too.
    for around in ["", "OPTIONAL", "MINUS", "FILTER EXISTS", "FILTER NOT EXISTS"] {
        let query =
            format!("SELECT * {{ ?s ?p ?o {around} {{ SERVICE <http://127.0.0.1:1/x> {{ ?s ?p ?o }} }} }}");
        assert_eq!(server.query(&query, "*/*").status, 403, "{around}");
    }
    for method in ["PUT", "DELETE", "PATCH", "TRACE"] {
        let refused = server.ask(method, "/sparql?query=ASK%20%7B%7D", &[], b"");
        assert!(refused.status == 405 && refused.header("allow").contains("GET"), "{refused:?}");
    }
}

#[test]
fn head_and_options_tell_without_a_body() {
    let server = data(&[]);
    let target = format!("/sparql?query={}", encoded("SELECT ?o { ?s ?p ?o }"));
    let head = server.ask("HEAD", &target, &[("Accept", "text/csv")], b"");
    assert!(head.status == 200 && head.media_type() == "text/csv" && head.body.is_empty(), "{head:?}");
    assert_eq!(head.header("etag"), server.get(&target, "text/csv").header("etag"));
    assert_eq!(server.ask("HEAD", "/sparql", &[], b"").status, 200);
    let options = server.ask("OPTIONS", "/sparql", &[], b"");
    assert_eq!(options.status, 204);
    for method in ["GET", "HEAD", "POST", "OPTIONS"] {
        assert!(options.header("allow").contains(method), "{options:?}");
    }
}

#[test]
fn a_query_in_chinese_fits_into_an_address() {
    let server = data(&[]);
    let long = |characters: usize| format!("ASK {{ FILTER(\"{}\" = \"\") }}", "老".repeat(characters));
    assert!(!server.query(&long(6_000), "*/*").truth());
    let answer = server.query(&long(9_000), "*/*");
    assert!(matches!(answer.status, 414 | 431), "{answer:?}");
    assert!(!server.post(DIRECT, &long(100_000)).truth());
}
