//! The forms of answers: rows, triples and whole data sets, each list with the preferred form first.

use super::negotiate::Offer;
use oxigraph::io::{JsonLdProfileSet, RdfFormat};
use oxigraph::sparql::results::QueryResultsFormat::{self, Csv, Json, Tsv, Xml};

pub(super) const JSON_LD: RdfFormat = RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() };

/// Rows and truth values.
pub(super) const ROWS: &[Offer<QueryResultsFormat>] = &[
    Offer::new("json", "application/sparql-results+json", Json),
    Offer::new("xml", "application/sparql-results+xml", Xml),
    Offer::new("csv", "text/csv; charset=utf-8", Csv),
    Offer::new("tsv", "text/tab-separated-values; charset=utf-8", Tsv),
    Offer::new("json", "application/json", Json),
    Offer::new("xml", "application/xml", Xml),
    Offer::new("xml", "text/xml; charset=utf-8", Xml),
];

/// Triples.
pub(super) const TRIPLES: &[Offer<RdfFormat>] = &[
    Offer::new("turtle", "text/turtle; charset=utf-8", RdfFormat::Turtle),
    Offer::new("ntriples", "application/n-triples", RdfFormat::NTriples),
    Offer::new("rdfxml", "application/rdf+xml", RdfFormat::RdfXml),
    Offer::new("jsonld", "application/ld+json", JSON_LD),
    Offer::new("trig", "application/trig", RdfFormat::TriG),
    Offer::new("nquads", "application/n-quads", RdfFormat::NQuads),
    Offer::new("jsonld", "application/json", JSON_LD),
    Offer::new("rdfxml", "application/xml", RdfFormat::RdfXml),
    Offer::new("rdfxml", "text/xml; charset=utf-8", RdfFormat::RdfXml),
];

/// All graphs of a data set; in the forms for triples, as one.
pub(super) const GRAPHS: &[Offer<RdfFormat>] = &[
    Offer::new("trig", "application/trig", RdfFormat::TriG),
    Offer::new("nquads", "application/n-quads", RdfFormat::NQuads),
    Offer::new("turtle", "text/turtle; charset=utf-8", RdfFormat::Turtle),
    Offer::new("ntriples", "application/n-triples", RdfFormat::NTriples),
    Offer::new("rdfxml", "application/rdf+xml", RdfFormat::RdfXml),
    Offer::new("jsonld", "application/ld+json", JSON_LD),
    Offer::new("jsonld", "application/json", JSON_LD),
];
