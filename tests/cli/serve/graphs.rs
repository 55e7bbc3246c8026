//! Graphs as they are: the Graph Store Protocol for reading, and downloads.

use super::server::encoded;
use super::{data, report};
use oxigraph::io::{RdfFormat, RdfParser};
use std::collections::BTreeSet;
use std::io::Read;

fn target(graph: &str) -> String {
    format!("/store?graph={}", encoded(graph))
}

fn quads(format: RdfFormat, bytes: &[u8]) -> BTreeSet<String> {
    RdfParser::from_format(format).for_slice(bytes).map(|quad| quad.unwrap().to_string()).collect()
}

#[test]
fn a_graph_is_had_in_every_form() {
    let server = data(&[]);
    let one = target("http://a.example/g1");
    for (form, format) in [
        ("text/turtle", RdfFormat::Turtle),
        ("application/n-triples", RdfFormat::NTriples),
        ("application/rdf+xml", RdfFormat::RdfXml),
        ("application/trig", RdfFormat::TriG),
        ("application/n-quads", RdfFormat::NQuads),
        ("application/ld+json", RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() }),
    ] {
        let answer = server.get(&one, form);
        assert_eq!((answer.status, answer.media_type()), (200, form));
        assert_eq!(quads(format, &answer.body).len(), 2, "{form}");
        let head = server.ask("HEAD", &one, &[("Accept", form)], b"");
        assert!(head.status == 200 && head.media_type() == form && head.body.is_empty(), "{head:?}");
    }
    let answer = server.get(&one, "*/*");
    assert_eq!(answer.media_type(), "text/turtle");
    let held = [("If-None-Match", answer.header("etag"))];
    assert_eq!(server.ask("GET", &one, &held, b"").status, 304);
}

#[test]
fn the_default_graph_is_all_graphs_and_without_a_name_comes_everything() {
    let server = data(&[]);
    let triples = quads(RdfFormat::NTriples, &server.get("/store?default", "application/n-triples").body);
    let all = quads(RdfFormat::NQuads, &server.get("/store", "application/n-quads").body);
    assert!(triples.iter().any(|triple| triple.contains("/three>")), "{triples:?}");
    assert!(all.iter().any(|quad| quad.contains("/two>") && quad.contains("/g2>")), "{all:?}");
    assert!(all.len() >= 4 && triples.len() <= all.len());
}

#[test]
fn what_is_no_graph_is_refused() {
    let server = data(&[]);
    let one = target("http://a.example/g1");
    for (status, address) in [
        (404, target("http://a.example/none")),
        (400, target("relative")),
        (400, format!("{one}&default")),
        (400, format!("{one}&graph=http%3A%2F%2Fa.example%2Fg2")),
        (404, "/download/other.nq".to_owned()),
        (404, "/download/cetu.docx".to_owned()),
    ] {
        assert_eq!(server.get(&address, "*/*").status, status, "{address}");
        assert_eq!(server.ask("HEAD", &address, &[], b"").status, status, "{address}");
    }
    assert_eq!(server.get(&one, "image/png").status, 406);
    for method in ["PUT", "POST", "DELETE", "PATCH"] {
        let refused = server.ask(method, &one, &[("Content-Type", "text/turtle")], b"<a:b> <a:b> <a:b> .");
        assert!(refused.status == 405 && refused.header("allow").contains("GET"), "{refused:?}");
    }
}

#[test]
fn downloads_are_whole_and_packed_ones_hold_the_same() {
    let server = report(&[]);
    let all = quads(RdfFormat::NQuads, &server.get("/store", "application/n-quads").body);
    assert!(all.len() > 20_000, "{}", all.len());
    for (name, format) in [("cetu.nq", RdfFormat::NQuads), ("cetu.trig", RdfFormat::TriG)] {
        let plain = server.get(&format!("/download/{name}"), "*/*");
        assert!(plain.whole && quads(format, &plain.body) == all, "{name}");
        let packed = server.get(&format!("/download/{name}.gz"), "*/*");
        assert_eq!((packed.media_type(), packed.header("content-encoding")), ("application/gzip", ""));
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert!(unpacked == plain.body, "{name}.gz holds something else");
        let sent = server.ask("GET", &format!("/download/{name}"), &[("Accept-Encoding", "gzip")], b"");
        assert!(sent.header("content-encoding") == "gzip" && sent.body.len() * 4 < plain.body.len());
    }
}
