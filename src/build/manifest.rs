use crate::Reading;
use crate::correct::Unapplied;
use crate::document::Digests;
use crate::graph::Origin;
use crate::store::Stored;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

/// Name of the file in a graph folder.
pub(super) const NAME: &str = "manifest.jsonl";

/// What a build has made of which bytes: what the next one may keep.
///
/// It is written with the graph, one record a line, and says nothing that the inputs do not decide.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) files: HashMap<String, FileRecord>,
    pub(super) documents: HashMap<String, DocumentRecord>,
    pub(super) shared: HashMap<String, SharedRecord>,
}

/// A line of the manifest.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Record {
    Shared(SharedRecord),
    File(FileRecord),
    Document(Box<DocumentRecord>),
}

/// A file of the graph that no document decides alone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SharedRecord {
    pub(super) path: String,
    /// Digest of what it was made from.
    pub(super) key: String,
    #[serde(flatten)]
    pub(super) stored: Stored,
}

/// A source file that was read without any problem.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct FileRecord {
    /// Digest of its bytes, of what tells its format, and of the extractor's version.
    pub(super) key: String,
    pub(super) documents: Vec<ContentRecord>,
}

/// A document in a source file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ContentRecord {
    /// What its id adds to that of the file: nothing, or the key of a row.
    pub(super) row: String,
    #[serde(flatten)]
    pub(super) digests: Digests,
}

/// A document of the graph.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct DocumentRecord {
    /// Digest of everything that it was made from.
    pub(super) key: String,
    #[serde(flatten)]
    pub(super) origin: Origin,
    #[serde(flatten)]
    pub(super) counts: Counts,
    /// Lines of the corrections that are applied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) applied: Vec<usize>,
    /// Corrections that found nothing to put right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) unapplied: Vec<Unapplied>,
    /// The statements.
    pub(super) graph: Stored,
    /// The plain text, when it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<Stored>,
}

/// What was read from a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Figures.
    pub figures: usize,
    /// Programs.
    pub programs: usize,
    /// Corrections that are applied.
    pub corrections: usize,
    /// Numbers that nothing was made of.
    pub unread: usize,
}

impl Counts {
    /// What a reading has.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        Self {
            figures: reading.facts.figures.len(),
            programs: reading.facts.programs.len(),
            corrections: reading.corrections.applied.len(),
            unread: reading.facts.unread.len(),
        }
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.figures += other.figures;
        self.programs += other.programs;
        self.corrections += other.corrections;
        self.unread += other.unread;
    }
}

impl Manifest {
    /// The manifest of a graph; an empty one when it has none that can be read.
    pub(super) fn load(folder: &Path) -> Self {
        let mut manifest = Self::default();
        let Ok(text) = std::fs::read_to_string(folder.join(NAME)) else { return manifest };
        // What another version wrote is not known here, and so is read anew.
        let records: Vec<Record> =
            text.par_lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        for record in records {
            match record {
                Record::Shared(record) => drop(manifest.shared.insert(record.path.clone(), record)),
                Record::File(record) => drop(manifest.files.insert(record.key.clone(), record)),
                Record::Document(record) => {
                    manifest.documents.insert(record.origin.id.clone(), *record);
                }
            }
        }
        manifest
    }
}

/// Writes records, one a line.
pub(super) fn write(records: impl Iterator<Item = Record>, out: &mut dyn Write) -> io::Result<()> {
    for record in records {
        serde_json::to_writer(&mut *out, &record)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
