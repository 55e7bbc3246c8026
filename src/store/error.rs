use std::io;
use std::path::PathBuf;

/// Why a graph folder could not be read or written, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder does not exist.
    #[error("{}: there is no such folder; build it with `cetu build REPORT… --out {}`", .0.display(), .0.display())]
    Missing(PathBuf),
    /// The path is a file.
    #[error("{}: is a file, not a graph folder; name reports without --graph", .0.display())]
    NotAFolder(PathBuf),
    /// There is no RDF in it.
    #[error("{}: no RDF file in this folder (.ttl .nt .nq .trig .rdf .jsonld); build it with `cetu build REPORT… --out {}`", .0.display(), .0.display())]
    NoRdf(PathBuf),
    /// The pointer names no generation.
    #[error("{}: names “{name}”, which is not there; build the graph again", pointer.display())]
    Dangling {
        /// The pointer, `current`.
        pointer: PathBuf,
        /// What it names.
        name: String,
    },
    /// A build began in the folder, and none has finished.
    #[error("{}: no build of this graph has finished; run `cetu build REPORT… --out {}` again", .0.display(), .0.display())]
    Unfinished(PathBuf),
    /// The graph was replaced again and again while it was read.
    #[error("{}: the graph is being rebuilt all the time; try again when the builds are done", .0.display())]
    Restless(PathBuf),
    /// An RDF file is broken.
    #[error("{}{}: {message}; mend the file, or build the graph again", file.display(), place(*.at))]
    Syntax {
        /// The file.
        file: PathBuf,
        /// Line and column, from 1, where the format tells.
        at: Option<(u64, u64)>,
        /// What the parser says.
        message: String,
    },
    /// The file system failed.
    #[error("{}: {error}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The store in memory failed.
    #[error("the graph could not be held in memory: {0}")]
    Memory(String),
}

impl StoreError {
    /// An error of the file system, with the file it is about.
    pub(super) fn io(file: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let file = file.into();
        move |error| Self::Io { file, error }
    }
}

fn place(at: Option<(u64, u64)>) -> String {
    at.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default()
}
