//! Source files: finding them, and reading their bytes as plain text.
//!
//! ```
//! let ontology = cetu::ontology::Ontology::builtin().unwrap();
//! let inputs = cetu::document::load(&["no-such-report.txt".into()], &mut std::io::empty(), &ontology);
//! assert_eq!(inputs.problems[0].to_string(), "no-such-report.txt: there is no such file; check the path");
//! ```
//!
//! It reads plain text (UTF-8, UTF-16 with a mark, GB18030), Markdown, web pages, Word files (DOCX), PDF with a text
//! layer, tables of documents (CSV and JSON Lines) and the Chinese side of TMX. In the plain text a paragraph is a line,
//! and a row of a table is a line with tabs between its cells. Offsets refer to that text, which a build keeps.
//!
//! What a user states about a file, in a front matter block or in `cetu.toml` beside it, goes with it ([`Stated`]). The
//! block is part of the text, so offsets count from the beginning of the file, but nothing is read from it.
//!
//! One file costs at most some seconds and some hundred megabytes; a decoder that fails takes nothing else down.
//! Two files with the same text are one source with two files.

mod encoding;
mod find;
mod format;
mod id;
mod limit;
mod load;
mod problem;
mod same;
mod stated;
mod told;

pub use find::{Input, beside, find};
pub(crate) use id::sha256;
pub use load::{Inputs, load};
pub use problem::{Problem, Reason};
pub use same::{Digests, Item, settle};
pub use stated::{Date, Misstated, Stated};
use stated::{SIDECAR, Sidecars, front_matter};
pub use told::Told;

use crate::ontology::Ontology;
use crate::text::Text;

/// One document as it was read: the text of a file, or of a row of a table of documents.
#[derive(Debug, Clone)]
pub struct Source {
    /// Id of the document: the relative path without extension, `/`-separated; see [`crate::graph`] for clashes.
    pub id: String,
    /// Path as given, relative to the folder it was found in; `-` for standard input.
    pub path: String,
    /// Lower-case hexadecimal SHA-256 of the bytes of the file.
    pub sha256: String,
    /// The plain text, without a byte order mark; a front matter block is part of it.
    pub text: Text,
    /// Offset where the text proper begins: behind the front matter, 0 without one.
    pub body: usize,
    /// What a user states about it.
    pub stated: Stated,
    /// What the file tells of the document beside the text.
    pub told: Told,
    /// Other files that have the same text.
    pub copies: Vec<Copy>,
    /// The file with corrections that stands beside it.
    pub corrections: Option<Beside>,
}

/// A file that stands beside a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Its path, as the user would name it.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Another file with the text of a source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Copy {
    /// Path as given, relative to the folder it was found in.
    pub path: String,
    /// Lower-case hexadecimal SHA-256 of its bytes.
    pub sha256: String,
}

impl Source {
    /// Reads the bytes of a file that holds one document; of one that holds several, the first. The path tells the
    /// format where the bytes do not. Nothing is stated about it: [`load`] finds that.
    ///
    /// # Errors
    /// When they cannot be read as text.
    pub fn from_bytes(id: &str, path: &str, bytes: Vec<u8>) -> Result<Self, Reason> {
        let (sources, problems) = Self::all_from_bytes(id, path, bytes)?;
        sources.into_iter().next().ok_or_else(|| problems.into_iter().next().unwrap_or(Reason::NoText))
    }

    /// Reads all documents of a file, and says what was left out.
    ///
    /// # Errors
    /// When none of it can be read as text.
    pub fn all_from_bytes(id: &str, path: &str, bytes: Vec<u8>) -> Result<(Vec<Self>, Vec<Reason>), Reason> {
        let sha256 = id::sha256(&bytes);
        let decoded = format::decode(path, bytes)?;
        let mut problems = decoded.problems;
        let mut sources = Vec::new();
        for content in decoded.documents {
            let (front, body) = content.text.split_at(stated::body(&content.text));
            if !body.chars().any(char::is_alphanumeric) {
                problems.push(Reason::NoText);
                continue;
            }
            let body = front.chars().count();
            sources.push(Self {
                id: content.key.map_or_else(|| id.to_owned(), |key| id::of_row(id, &key)),
                path: path.to_owned(),
                sha256: sha256.clone(),
                text: Text::new(content.text),
                body,
                stated: Stated::default(),
                told: content.told,
                copies: Vec::new(),
                corrections: None,
            });
        }
        Ok((sources, problems))
    }

    /// SHA-256 of the plain text, as UTF-8, when that is not what the file's bytes are.
    #[must_use]
    pub fn text_sha256(&self) -> Option<String> {
        Some(sha256(self.text.as_str().as_bytes())).filter(|hash| *hash != self.sha256)
    }

    /// Takes what its front matter states, and what is stated `beside` the file, which is called `shown`.
    ///
    /// # Errors
    /// When something is wrong with the front matter: the line and what.
    pub(crate) fn state(&mut self, shown: &str, beside: Stated, ontology: &Ontology) -> Result<(), Problem> {
        let own = front_matter(self.text.as_str(), ontology)
            .map_err(|(line, wrong)| Problem::new(format!("{shown}:{line}"), Reason::Stated(wrong)))?;
        self.stated = own.or(beside);
        Ok(())
    }
}

/// What is stated in `cetu.toml` files, each read once.
#[derive(Debug, Default)]
pub(crate) struct Stating(Sidecars);

impl Stating {
    /// What is stated beside a file; `None` when that cannot be used, which has been told.
    pub(crate) fn beside(
        &mut self,
        input: &Input,
        ontology: &Ontology,
        problems: &mut Vec<Problem>,
    ) -> Option<Stated> {
        match input.location() {
            Some((path, root)) => self.0.of(path, root, ontology, problems).ok(),
            None => Some(Stated::default()),
        }
    }
}
