//! Source files: finding them, and reading their bytes as plain text.
//!
//! ```
//! let inputs = cetu::document::load(&["no-such-report.txt".into()], &mut std::io::empty());
//! assert_eq!(inputs.problems[0].to_string(), "no-such-report.txt: there is no such file; check the path");
//! ```
//!
//! It reads text in UTF-8. Other encodings and formats (GB18030, HTML, Word, PDF) are named as such in
//! the problem and left out.

mod decode;
mod id;
mod load;
mod problem;

pub(crate) use id::sha256;
pub use load::{Inputs, load};
pub use problem::{Problem, Reason};

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
    /// The plain text, without a byte order mark.
    pub text: Text,
}

impl Source {
    /// Reads bytes as a source with an id and a path.
    ///
    /// # Errors
    /// When they are not text in UTF-8.
    pub fn from_bytes(id: &str, path: &str, bytes: Vec<u8>) -> Result<Self, Reason> {
        let sha256 = id::sha256(&bytes);
        let text = Text::new(decode::decode(bytes)?);
        Ok(Self { id: id.to_owned(), path: path.to_owned(), sha256, text })
    }
}
