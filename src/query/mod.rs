//! Asking: SPARQL over a graph in memory, saved queries with parameters, results for people and for programs.
//!
//! Queries are parsed by spargebra, oxigraph's own parser, so that parameters can be put into the parsed query
//! as RDF terms and never into its text; oxigraph evaluates them over the union of the named graphs.
//!
//! ```
//! use cetu::query::{Answer, Question};
//! let memory = cetu::store::Memory::of([]).unwrap();
//! let question = Question::parse("ASK { ?o a cetu:Observation }").unwrap();
//! assert!(matches!(question.ask(&memory, None).unwrap(), Answer::Truth(false)));
//! ```

mod answer;
mod deadline;
mod error;
mod header;
mod in_graph;
mod nearest;
mod parameter;
mod prefix;
mod question;
mod result_format;
mod saved;
mod substitute;
mod table;

pub use answer::Answer;
pub use error::QueryError;
pub use header::{Header, Wording};
pub use nearest::Terms;
pub(crate) use nearest::short;
pub use parameter::{Kind, Parameter};
pub use question::Question;
pub use result_format::ResultFormat;
pub use saved::{Saved, SavedQueries};
pub(crate) use table::is_number;
