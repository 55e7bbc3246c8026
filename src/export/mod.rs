//! Writing facts: one trait, one file a format.
//!
//! RDF is sorted before it is written (graph, subject, `a`, label, a fixed order of properties, object), so the
//! same facts always give the same bytes. Turtle, `TriG` and the other RDF formats are written by oxigraph's
//! serializers; [`turtle`] says why not by sophia's.
//!
//! ```
//! use cetu::export::{Content, Format};
//! let mut out = Vec::new();
//! Format::Turtle.exporter().write(&Content::default(), &mut out).unwrap();
//! ```

mod csv;
mod explained;
mod fact;
mod figure_table;
mod format;
mod jsonl;
mod order;
mod output;
mod rdf;
mod rules;
mod sheet;
mod table;
pub mod turtle;
mod xlsx;

pub use csv::Csv;
pub(crate) use csv::{runs, write_csv};
pub use explained::Explained;
pub use fact::{
    Because, ClaimFact, DocumentFact, EntryFact, EnumerationFact, EvaluationFact, Explanation, Fact,
    FigureFact, OrganisationFact, PolicyFact, ProgramFact, Provenance, RecognitionFact, SectionFact,
    StepFact, explained, facts,
};
pub use figure_table::FigureTable;
pub use format::{Format, UnknownFormat};
pub use jsonl::JsonLines;
pub use order::sorted;
pub use output::Output;
pub use rdf::Rdf;
pub use rules::{rule_markdown, rules_html, rules_markdown};
pub use sheet::Sheet;
pub(crate) use table::write_table;
pub use turtle::Turtle;
pub use xlsx::Xlsx;

use oxigraph::model::Quad;
use std::io::{self, Write};

/// What is written: the RDF formats take the quads, the tables of facts take the facts.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// Quads, in any order.
    pub quads: Vec<Quad>,
    /// Facts, in reading order; empty when the content comes from a graph folder.
    pub facts: Vec<Fact>,
}

/// A format to write.
pub trait Exporter {
    /// Writes everything, ready to be read again.
    ///
    /// # Errors
    /// When the writer fails.
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()>;
}
