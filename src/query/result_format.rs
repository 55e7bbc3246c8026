use crate::export::{Exporter, Format};
use oxigraph::sparql::results::QueryResultsFormat;

/// A format for answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum ResultFormat {
    /// An aligned table for people.
    Table,
    /// SPARQL results as CSV.
    Csv,
    /// SPARQL results as TSV.
    Tsv,
    /// SPARQL results as JSON.
    Json,
    /// SPARQL results as XML.
    Xml,
    /// Turtle, for CONSTRUCT and DESCRIBE.
    #[value(alias = "ttl")]
    Turtle,
    /// N-Triples, for CONSTRUCT and DESCRIBE.
    #[value(name = "ntriples", alias = "nt")]
    NTriples,
    /// RDF/XML, for CONSTRUCT and DESCRIBE.
    #[value(name = "rdfxml", alias = "rdf")]
    RdfXml,
    /// JSON-LD, for CONSTRUCT and DESCRIBE.
    #[value(name = "jsonld", alias = "json-ld")]
    JsonLd,
}

impl ResultFormat {
    /// The format for rows: `Some(None)` is the table, `None` a format for triples.
    #[allow(clippy::option_option)]
    pub(super) const fn results(self) -> Option<Option<QueryResultsFormat>> {
        match self {
            Self::Table => Some(None),
            Self::Csv => Some(Some(QueryResultsFormat::Csv)),
            Self::Tsv => Some(Some(QueryResultsFormat::Tsv)),
            Self::Json => Some(Some(QueryResultsFormat::Json)),
            Self::Xml => Some(Some(QueryResultsFormat::Xml)),
            Self::Turtle | Self::NTriples | Self::RdfXml | Self::JsonLd => None,
        }
    }

    /// The writer for triples.
    pub(super) fn rdf(self) -> Option<Box<dyn Exporter>> {
        let format = match self {
            Self::Turtle => Format::Turtle,
            Self::NTriples => Format::NTriples,
            Self::RdfXml | Self::Xml => Format::RdfXml,
            Self::JsonLd | Self::Json => Format::JsonLd,
            Self::Table | Self::Csv | Self::Tsv => return None,
        };
        Some(format.exporter())
    }
}
