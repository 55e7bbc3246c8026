use cetu::export::{Format, UnknownFormat};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::path::Path;

/// A format that the ontology can be written in: RDF, or a page for readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OntologyFormat {
    Rdf(Format),
    Html,
    Markdown,
}

impl OntologyFormat {
    /// The format that a file's extension names.
    pub(crate) fn of(path: &Path) -> Result<Self, UnknownFormat> {
        match path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase().as_str() {
            "html" | "htm" => Ok(Self::Html),
            "md" | "markdown" => Ok(Self::Markdown),
            _ => Format::of(path).map(Self::Rdf),
        }
    }
}

impl ValueEnum for OntologyFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Rdf(Format::Turtle),
            Self::Rdf(Format::NTriples),
            Self::Rdf(Format::NQuads),
            Self::Rdf(Format::TriG),
            Self::Rdf(Format::RdfXml),
            Self::Rdf(Format::JsonLd),
            Self::Html,
            Self::Markdown,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Rdf(format) => format.to_possible_value(),
            Self::Html => Some(PossibleValue::new("html").help("A page for reading, in Chinese and English")),
            Self::Markdown => Some(PossibleValue::new("markdown").alias("md").help("The same in Markdown")),
        }
    }
}
