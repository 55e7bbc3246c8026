use super::{Csv, Exporter, JsonLines, Rdf, Turtle, Xlsx};
use oxigraph::io::RdfFormat;
use std::path::Path;

/// A format that facts can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Format {
    /// Turtle: sorted, prefixes, one block a subject.
    #[value(name = "turtle", alias = "ttl")]
    Turtle,
    /// N-Triples.
    #[value(name = "ntriples", alias = "nt")]
    NTriples,
    /// N-Quads, with the graph of each statement.
    #[value(name = "nquads", alias = "nq")]
    NQuads,
    /// `TriG`, one block a graph.
    #[value(name = "trig")]
    TriG,
    /// RDF/XML.
    #[value(name = "rdfxml", aliases = ["rdf", "xml"])]
    RdfXml,
    /// JSON-LD.
    #[value(name = "jsonld", alias = "json-ld")]
    JsonLd,
    /// JSON Lines, one fact a line.
    #[value(name = "jsonl", alias = "ndjson")]
    JsonLines,
    /// CSV for spreadsheets, one figure a row.
    #[value(name = "csv")]
    Csv,
    /// An Excel workbook of figures, programs and measures.
    #[value(name = "xlsx", alias = "excel")]
    Xlsx,
}

/// A file name that does not tell its format.
#[derive(Debug, thiserror::Error)]
#[error("{name}: the extension names no format; end it in {known}, or give --format")]
pub struct UnknownFormat {
    name: String,
    known: &'static str,
}

/// Extensions by format, the usual one first.
const EXTENSIONS: &[(Format, &[&str])] = &[
    (Format::Turtle, &["ttl", "turtle"]),
    (Format::NTriples, &["nt"]),
    (Format::NQuads, &["nq"]),
    (Format::TriG, &["trig"]),
    (Format::RdfXml, &["rdf", "xml", "owl"]),
    (Format::JsonLd, &["jsonld"]),
    (Format::JsonLines, &["jsonl", "ndjson"]),
    (Format::Csv, &["csv"]),
    (Format::Xlsx, &["xlsx"]),
];

impl Format {
    /// The format that a file's extension names.
    ///
    /// # Errors
    /// When it names none.
    pub fn of(path: &Path) -> Result<Self, UnknownFormat> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        EXTENSIONS
            .iter()
            .find(|(_, known)| known.contains(&extension.as_str()))
            .map(|&(format, _)| format)
            .ok_or_else(|| UnknownFormat {
                name: path.to_string_lossy().into_owned(),
                known: ".ttl .nt .nq .trig .rdf .jsonld .jsonl .csv or .xlsx",
            })
    }

    /// The writer of this format.
    #[must_use]
    pub fn exporter(self) -> Box<dyn Exporter> {
        match self {
            Self::Turtle => Box::<Turtle>::default(),
            Self::NTriples => Box::new(Rdf::new(RdfFormat::NTriples)),
            Self::NQuads => Box::new(Rdf::new(RdfFormat::NQuads)),
            Self::TriG => Box::new(Rdf::new(RdfFormat::TriG)),
            Self::RdfXml => Box::new(Rdf::new(RdfFormat::RdfXml)),
            Self::JsonLd => {
                Box::new(Rdf::new(RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() }))
            }
            Self::JsonLines => Box::new(JsonLines),
            Self::Csv => Box::new(Csv::default()),
            Self::Xlsx => Box::new(Xlsx),
        }
    }

    /// Whether it writes facts row by row, which a graph folder no longer has (its figures are written by [`crate::compare`]).
    #[must_use]
    pub const fn is_table(self) -> bool {
        matches!(self, Self::JsonLines | Self::Csv | Self::Xlsx)
    }
}
