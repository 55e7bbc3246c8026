//! Errors, and who is let in.

use super::data;
use super::server::encoded;

#[test]
fn a_mistake_in_a_query_has_its_place() {
    let server = data(&[]);
    let answer = server.query("SELECT *\nWHERE { ?s foa:name ?o }", "text/csv");
    assert_eq!((answer.status, answer.media_type()), (400, "application/problem+json"));
    insta::assert_snapshot!(answer.text(), @r#"
    {
      "type": "urn:cetu:problem:syntax",
      "title": "Bad Request",
      "status": 400,
      "detail": "the query is not SPARQL at line 2, column 12: unknown prefix\n2 | WHERE { ?s foa:name ?o }\n  |            ^\nThe prefix foa: is not declared. Did you mean oa:?",
      "line": 2,
      "column": 12,
      "hint": "The prefix foa: is not declared. Did you mean oa:?"
    }
    "#);
}

#[test]
fn every_error_has_one_form_for_each_reader() {
    let server = data(&[]);
    let bad = format!("/sparql?query={}", encoded("ASK {"));
    for target in [bad.as_str(), "/nowhere", "/store?graph=relative", "/download/x.zip", "/api/none"] {
        for (accept, media_type) in [
            ("*/*", "application/problem+json"),
            ("text/turtle", "application/problem+json"),
            ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
            ("text/plain", "text/plain"),
        ] {
            let answer = server.get(target, accept);
            assert!(
                answer.status >= 400 && answer.media_type() == media_type,
                "{target} {accept}: {answer:?}"
            );
            if media_type == "application/problem+json" {
                assert_eq!(answer.json()["status"], answer.status, "{target}");
                assert!(
                    answer.json()["detail"].as_str().is_some_and(|detail| !detail.is_empty()),
                    "{target}"
                );
            }
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{target}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{target}");
        }
    }
    assert_eq!(server.ask("DELETE", "/store", &[], b"").json()["status"], 405);
}

#[test]
fn a_page_shows_a_mistake_and_never_runs_it() {
    let server = data(&[]);
    let answer = server.query("<script>alert(1)</script>", "text/html");
    assert!(answer.status == 400 && !answer.text().contains("<script>"), "{answer:?}");
}

#[test]
fn only_names_of_this_machine_are_known_on_it() {
    let server = data(&["--url", "https://data.example.org/policy/"]);
    for (host, status) in [
        ("localhost", 200),
        ("LOCALHOST:80", 200),
        ("127.0.0.1:7878", 200),
        ("[::1]:7878", 200),
        ("data.example.org", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.evil.example:7878", 421),
        ("", 421),
    ] {
        assert_eq!(server.ask("GET", "/healthz", &[("Host", host)], b"").status, status, "{host}");
    }
}

#[test]
fn scripts_of_other_sites_read_answers_when_they_may() {
    let ask = [("Origin", "https://a.example"), ("Accept", "*/*")];
    let target = format!("/sparql?query={}", encoded("ASK {}"));
    let bad = format!("/sparql?query={}", encoded("ASK {"));
    let before = [
        ("Origin", "https://a.example"),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "content-type"),
    ];
    for (args, allowed) in [
        ([].as_slice(), ""),
        (&["--cors", "*"], "*"),
        (&["--cors", "https://b.example", "--cors", "https://a.example"], "https://a.example"),
        (&["--cors", "https://b.example"], ""),
    ] {
        let server = data(args);
        for target in [&target, &bad] {
            let answer = server.ask("GET", target, &ask, b"");
            assert_eq!(answer.header("access-control-allow-origin"), allowed, "{args:?} {target}");
        }
        let preflight = server.ask("OPTIONS", "/sparql", &before, b"");
        assert_eq!(preflight.status, 204);
        assert_eq!(preflight.header("access-control-allow-origin"), allowed, "{args:?}");
        assert_eq!(preflight.header("access-control-allow-methods").contains("POST"), !allowed.is_empty());
        assert_eq!(
            preflight.header("access-control-allow-headers").contains("content-type"),
            !allowed.is_empty()
        );
    }
}
