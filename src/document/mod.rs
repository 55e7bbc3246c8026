//! Source files: finding them, and reading their bytes as plain text.
//!
//! ```
//! let ontology = cetu::ontology::Ontology::builtin().unwrap();
//! let inputs = cetu::document::load(&["no-such-report.txt".into()], &mut std::io::empty(), &ontology);
//! assert_eq!(inputs.problems[0].to_string(), "no-such-report.txt: there is no such file; check the path");
//! ```
//!
//! What a user states about a file, in a front matter block or in `cetu.toml` beside it, goes with it ([`Stated`]). The
//! block is part of the text, so offsets count from the beginning of the file, but nothing is read from it.
//!
//! It reads text in UTF-8. Other encodings and formats (GB18030, HTML, Word, PDF) are named as such in
//! the problem and left out.

mod decode;
mod id;
mod load;
mod problem;
mod stated;

pub(crate) use id::sha256;
pub use load::{Inputs, load};
pub use problem::{Problem, Reason};
pub use stated::{Date, Misstated, Stated};

use crate::text::Text;

/// One input file, read.
#[derive(Debug, Clone)]
pub struct Source {
    /// Id of the document: the relative path without extension, `/`-separated; see [`crate::graph`] for clashes.
    pub id: String,
    /// Path as given, relative to the folder it was found in; `-` for standard input.
    pub path: String,
    /// Lower-case hexadecimal SHA-256 of the bytes.
    pub sha256: String,
    /// The plain text, without a byte order mark; a front matter block is part of it.
    pub text: Text,
    /// Offset where the text proper begins: behind the front matter, 0 without one.
    pub body: usize,
    /// What a user states about it.
    pub stated: Stated,
}

impl Source {
    /// Reads bytes as a source with an id and a path. Nothing is stated about it: [`load`] finds that.
    ///
    /// # Errors
    /// When they are not text in UTF-8.
    pub fn from_bytes(id: &str, path: &str, bytes: Vec<u8>) -> Result<Self, Reason> {
        let sha256 = id::sha256(&bytes);
        let text = decode::decode(bytes)?;
        let (front, body) = text.split_at(stated::body(&text));
        if !body.chars().any(char::is_alphanumeric) {
            return Err(Reason::NoText);
        }
        let body = front.chars().count();
        let (id, path) = (id.to_owned(), path.to_owned());
        Ok(Self { id, path, sha256, text: Text::new(text), body, stated: Stated::default() })
    }
}
