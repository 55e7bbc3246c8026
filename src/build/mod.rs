//! Building graph folders: many files at once, and of a folder that was built before only what has changed.
//!
//! What a file's bytes, the vocabularies and the extractor's version decide is kept as long as these stay as they are;
//! the graph that comes out is the same to the byte as one that was built from nothing.
//!
//! ```no_run
//! let build = cetu::build::Build::new("graph");
//! let summary = build.run(&["reports".into()], &mut std::io::empty(), &|_| ()).unwrap();
//! println!("{summary}");
//! ```

mod documents;
mod manifest;
mod run;
mod summary;
mod whole;

pub use manifest::Counts;
pub use summary::Summary;

use crate::graph::Base;
use crate::ontology::VocabularyError;
use crate::store::StoreError;
use std::path::PathBuf;

/// The version of the extractor: what reads one report in two ways has two of them.
pub const EXTRACTOR: &str = env!("CETU_EXTRACTOR");

/// How a graph folder is built.
#[derive(Debug, Clone)]
pub struct Build {
    /// The graph folder.
    pub out: PathBuf,
    /// Vocabularies of the user, as (name, Turtle).
    pub vocabularies: Vec<(String, String)>,
    /// What IRIs begin with.
    pub base: Base,
    /// Whether the plain text that offsets refer to is kept with the graph.
    pub keep_text: bool,
    /// How many threads read; 0 is one a core.
    pub threads: usize,
}

/// How far a build has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// So many files are to be looked at.
    Files(usize),
    /// So many documents are to be read.
    Documents(usize),
    /// This file or document is done.
    Done(&'a str),
}

/// Why a graph folder could not be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A vocabulary cannot be used.
    #[error(transparent)]
    Vocabulary(#[from] VocabularyError),
    /// The folder cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There are no threads to be had.
    #[error("{0}; try fewer --threads")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// Statements could not be put into words.
    #[error("the graph could not be written: {0}")]
    Write(#[from] std::io::Error),
}

impl Build {
    /// A build into a folder, with the built-in vocabularies.
    #[must_use]
    pub fn new(out: impl Into<PathBuf>) -> Self {
        Self { out: out.into(), vocabularies: Vec::new(), base: Base::default(), keep_text: true, threads: 0 }
    }
}
