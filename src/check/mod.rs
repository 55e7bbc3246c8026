//! Checking: every quotation of a graph stands where the graph says, every number stands in its quotation and reads as
//! the graph has it, and everything has the shape that the ontology gives it ([`Shapes`]).
//!
//! Whether a rule understood the words around a number right is for people and scores.

mod adopt;
mod candidates;
mod coverage;
mod finding;
mod origin;
mod quotation;
mod report;
mod shapes;
mod sources;
mod unread;
mod value;
mod violation;

pub use adopt::{Adopted, adopt};
pub use candidates::{
    Candidate, candidates, write_candidates, write_candidates_csv, write_candidates_json,
    write_candidates_jsonl, write_candidates_turtle,
};
pub use coverage::{Coverage, coverage};
pub use finding::{Finding, Findings};
pub use origin::Origin;
pub use shapes::{SHAPES, Shapes, ShapesError};
pub use unread::{Unread, unread, write_unread, write_unread_csv, write_unread_jsonl};
pub use violation::{Severity, Violation};

use crate::graph::{Named, statements};
use crate::lexicon::Lexicon;
use crate::store::Loaded;
use crate::text::Text;
use std::collections::HashMap;
use std::path::Path;

/// Checks a graph folder against the texts it keeps, and against the source files where they can be found:
/// `root` is the folder that their recorded paths are relative to.
#[must_use]
pub fn folder(loaded: &Loaded, root: &Path, lexicon: &Lexicon<'_>) -> Findings {
    let mut findings = Findings::default();
    let texts = sources::texts(loaded, root, &mut findings);
    quotation::check(&loaded.graph.facts, &texts, lexicon, &mut findings);
    findings
}

/// Checks a fresh reading against its own text.
#[must_use]
pub fn reading(named: &Named<'_>, lexicon: &Lexicon<'_>) -> Findings {
    let mut findings = Findings::default();
    let Named { reading, names, .. } = named;
    let texts: HashMap<String, Text> =
        names.documents.iter().map(|iri| (iri.as_str().to_owned(), reading.source.text.clone())).collect();
    quotation::check(&statements(named), &texts, lexicon, &mut findings);
    findings.coverage = Some(coverage(reading));
    findings
}
