//! Entity tags, compression and answers that are kept.

use super::data;
use super::server::{Answer, Server, encoded};
use std::io::Read;

const LONG: &str = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 100";

fn with(server: &Server, query: &str, headers: &[(&str, &str)]) -> Answer {
    server.ask("GET", &format!("/sparql?query={}", encoded(query)), headers, b"")
}

#[test]
fn who_holds_an_answer_is_told_so() {
    let server = data(&[]);
    let answer = with(&server, LONG, &[]);
    let tag = answer.header("etag");
    assert!(tag.starts_with('"') && tag.len() > 20, "a strong tag: {tag}");
    for held in [tag, &format!("\"other\", {tag}"), &format!("W/{tag}")] {
        let again = with(&server, LONG, &[("If-None-Match", held)]);
        assert!(again.status == 304 && again.body.is_empty() && again.header("etag") == tag, "{again:?}");
    }
    assert_eq!(with(&server, LONG, &[("If-None-Match", "\"other\"")]).status, 200);
    assert_ne!(with(&server, LONG, &[("Accept", "text/csv")]).header("etag"), tag);
    assert_ne!(with(&server, "ASK {}", &[]).header("etag"), tag);
    let vary = answer.header("vary");
    assert!(vary.contains("accept") && vary.contains("accept-encoding"), "{vary}");
    // The same graph has the same tags in another process.
    assert_eq!(with(&data(&[]), LONG, &[]).header("etag"), tag);
}

#[test]
fn what_may_change_has_no_tag_and_is_not_kept() {
    let server = data(&[]);
    for query in ["SELECT (NOW() AS ?n) {}", "SELECT (RAND() AS ?n) {}", "SELECT (STRUUID() AS ?n) {}"] {
        let (first, second) = (with(&server, query, &[]), with(&server, query, &[]));
        assert_eq!((first.status, first.header("etag")), (200, ""), "{query}");
        assert_eq!(first.header("cache-control"), "no-store");
        assert!(first.body != second.body, "{query}");
    }
    assert!(server.metric("cetu_answers_cached_total") < 1.0);
    with(&server, LONG, &[]);
    with(&server, LONG, &[]);
    assert!(server.metric("cetu_answers_cached_total") > 0.0);
}

#[test]
fn answers_are_compressed_as_the_client_can_take_them() {
    let server = data(&[]);
    let plain = with(&server, LONG, &[]);
    assert_eq!(plain.header("content-encoding"), "");
    for round in 0..2 {
        let packed = with(&server, LONG, &[("Accept-Encoding", "gzip, deflate, br")]);
        assert_eq!(packed.header("content-encoding"), "gzip", "round {round}");
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert!(unpacked == plain.body && packed.body.len() * 2 < plain.body.len());
        assert_ne!(packed.header("etag"), plain.header("etag"));
        let held = packed.header("etag");
        let again = with(&server, LONG, &[("Accept-Encoding", "gzip"), ("If-None-Match", held)]);
        assert_eq!((again.status, again.header("etag")), (304, held));
    }
    let packed = with(&server, LONG, &[("Accept-Encoding", "gzip;q=0.5, zstd")]);
    assert_eq!(packed.header("content-encoding"), "zstd");
    assert!(packed.body.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) && packed.body.len() * 2 < plain.body.len());
    for refused in ["identity", "gzip;q=0, zstd;q=0", "br"] {
        let answer = with(&server, LONG, &[("Accept-Encoding", refused)]);
        assert_eq!((answer.header("content-encoding"), &answer.body), ("", &plain.body), "{refused}");
    }
}

#[test]
fn nothing_is_kept_when_nothing_may_be() {
    let server = data(&["--cache", "0"]);
    assert_eq!(with(&server, LONG, &[]).body, with(&server, LONG, &[]).body);
    assert!(server.metric("cetu_answers_cached_total") < 1.0 && server.metric("cetu_cache_bytes") < 1.0);
}
