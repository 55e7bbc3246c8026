//! Source files: reading their bytes as plain text.

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
