//! What a server says of itself and of its data.

use super::server::{Server, encoded};
use super::{data, report};
use crate::REPORT;
use crate::cetu::Cetu;

#[test]
fn the_service_is_described_under_the_address_that_it_was_asked_at() {
    let server = report(&[]);
    let about = server.get("/sparql", "text/turtle").text();
    let endpoint = format!("sd:endpoint <http://{}/sparql>", server.address());
    assert!(about.contains(&endpoint) && about.contains("sd:SPARQL11Query"), "{about}");
    assert!(about.contains("void:triples") && about.contains("dcat:downloadURL"), "{about}");
    assert_eq!(server.get("/.well-known/void", "text/turtle").text(), about);
    let public = report(&["--url", "https://example.org/data/"]);
    let about = public.get("/sparql", "text/turtle").text();
    assert!(about.contains("sd:endpoint <https://example.org/data/sparql>"), "{about}");
    for accept in ["application/rdf+xml", "application/n-triples", "application/ld+json"] {
        let answer = server.get("/sparql", accept);
        assert_eq!((answer.status, answer.media_type()), (200, accept));
    }
    assert_eq!(server.get("/sparql", "image/png").status, 406);
    assert_eq!(server.ask("HEAD", "/sparql", &[("Accept", "text/turtle")], b"").status, 200);
    let tag = server.get("/sparql", "text/turtle").header("etag").to_owned();
    let again = server.ask("GET", "/sparql", &[("Accept", "text/turtle"), ("If-None-Match", &tag)], b"");
    assert_eq!(again.status, 304);
}

#[test]
fn every_distribution_can_be_had() {
    let server = report(&[]);
    let about = server.get("/sparql", "application/n-triples").text();
    let addresses: Vec<&str> = about
        .lines()
        .filter_map(|line| line.split_once("<http://www.w3.org/ns/dcat#downloadURL> <"))
        .map(|(_, address)| address.split('>').next().unwrap())
        .collect();
    assert_eq!(addresses.len(), 6);
    for address in addresses {
        let path = address.split(server.address()).nth(1).unwrap();
        let answer = server.get(path, "*/*");
        assert!(answer.status == 200 && answer.whole && answer.body.len() > 10_000, "{address}");
    }
}

#[test]
fn editors_find_prefixes_examples_and_partitions() {
    let server = report(&[]);
    let ask = |query: &str| server.query(query, "text/csv").text().replace('\r', "");
    let prefixes = ask("SELECT DISTINCT ?p ?n { [] sh:prefix ?p ; sh:namespace ?n } ORDER BY ?p");
    assert!(
        prefixes.contains("cetu,https://w3id.org/cetu/def#\n") && prefixes.lines().count() > 20,
        "{prefixes}"
    );
    let examples =
        ask("SELECT ?q ?text { ?q a sh:SPARQLExecutable ; rdfs:comment ?c ; sh:select|sh:ask ?text }");
    assert!(examples.contains("id/query/01-compare-indicator") && !examples.contains("#+"), "{examples}");
    let partitions = ask("PREFIX void-ext: <http://ldf.fi/void-ext#> SELECT ?p ?to ?type {
        ?c void:class cetu:Evidence ; void:propertyPartition ?u . ?u void:property ?p .
        OPTIONAL { { ?u void:classPartition [ void:class ?to ] } UNION { ?u void-ext:datatypePartition [ void-ext:datatype ?type ] } }
        } ORDER BY ?p ?to ?type");
    insta::assert_snapshot!(partitions, @r"
    p,to,type
    http://purl.org/dc/terms/isPartOf,https://w3id.org/cetu/def#Measure,
    http://purl.org/dc/terms/isPartOf,https://w3id.org/cetu/def#Section,
    http://www.w3.org/1999/02/22-rdf-syntax-ns#type,http://www.w3.org/2002/07/owl#Class,
    http://www.w3.org/ns/oa#end,,http://www.w3.org/2001/XMLSchema#integer
    http://www.w3.org/ns/oa#exact,,http://www.w3.org/2001/XMLSchema#string
    http://www.w3.org/ns/oa#prefix,,http://www.w3.org/2001/XMLSchema#string
    http://www.w3.org/ns/oa#start,,http://www.w3.org/2001/XMLSchema#integer
    http://www.w3.org/ns/oa#suffix,,http://www.w3.org/2001/XMLSchema#string
    http://www.w3.org/ns/prov#wasQuotedFrom,http://www.w3.org/ns/prov#Entity,
    http://www.w3.org/ns/prov#wasQuotedFrom,https://w3id.org/cetu/def#SourceDocument,
    ");
}

#[test]
fn a_graph_that_cetu_did_not_build_is_described_too() {
    let server = data(&[]);
    let about = server.get("/sparql", "text/turtle").text();
    assert!(about.contains("void:triples 4 ;") && about.contains("sd:name <http://a.example/g1>"), "{about}");
    assert!(server.get("/schema", "*/*").text().contains("This graph has triples: 4, documents: 0."));
}

#[test]
fn the_schema_card_has_counts() {
    let server = report(&[]);
    let card = server.get("/schema", "*/*");
    assert_eq!(card.media_type(), "text/markdown");
    let same = Cetu::new().file("r.txt", REPORT).args(["schema", "r.txt"]).run().exits(0).stdout;
    assert_eq!(card.text(), same);
    assert!(server.get("/schema", "text/html,*/*;q=0.8").text().starts_with("<!DOCTYPE html>"));
}

#[test]
fn a_term_that_nothing_knows_is_noted() {
    let own = "<https://w3id.org/cetu/id/indicator/mine> a <https://w3id.org/cetu/def#Indicator> .";
    let server = Server::start(Cetu::new().file("g/own.ttl", own), &["--graph", "g"]);
    let ask = || server.query("SELECT ?t { ?o cetu:valuText ?t }", "text/csv");
    let (first, kept) = (ask(), ask());
    assert_eq!((first.status, first.header("cetu-note")), (200, kept.header("cetu-note")));
    insta::assert_snapshot!(first.header("cetu-note"), @"the ontology has no cetu:valuText; did you mean cetu:valueText?");
    assert_eq!(
        server
            .query("SELECT ?t { ?o cetu:valueText ?t ; cetu:indicator ind:mine }", "*/*")
            .header("cetu-note"),
        ""
    );
    let target = format!("/sparql?query={}", encoded("ASK { ?s cetu:no\u{65e0} 1 }"));
    assert!(server.get(&target, "*/*").header("cetu-note").is_ascii());
}
