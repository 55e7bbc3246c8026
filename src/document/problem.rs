use super::Misstated;
use std::fmt;

/// Something about an input that kept it, or part of it, from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the user named it.
    pub file: String,
    /// What is wrong with it.
    pub reason: Reason,
}

impl Problem {
    pub(super) fn new(file: impl Into<String>, reason: Reason) -> Self {
        Self { file: file.into(), reason }
    }

    /// Whether the input was passed over on purpose: worth a word, no failure.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(self.reason, Reason::Extension | Reason::Twice | Reason::Stated(Misstated::File(_)))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.reason)
    }
}

impl std::error::Error for Problem {}

/// Why an input could not be read, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// No file stands at the path.
    #[error("there is no such file; check the path")]
    Missing,
    /// The file has no byte.
    #[error("the file is empty; nothing to read")]
    Empty,
    /// The bytes are those of a format that is not plain text.
    #[error("{0}, not plain text; save it as UTF-8 text first")]
    Format(&'static str),
    /// A byte that text does not have.
    #[error("binary data (a NUL at byte {0}), not plain text; save it as UTF-8 text first")]
    Binary(usize),
    /// The bytes are not UTF-8.
    #[error(
        "not UTF-8 at byte {at} (0x{byte:02X}); looks like {guess}: convert it with `iconv -f {guess} -t UTF-8`"
    )]
    Encoding {
        /// Offset of the first wrong byte, counted from 0.
        at: usize,
        /// That byte.
        byte: u8,
        /// The encoding it is likely to be, as iconv calls it.
        guess: &'static str,
    },
    /// There are characters, but none of them a letter or a number.
    #[error("no readable text, only spaces and signs; nothing to read")]
    NoText,
    /// The file may not be read.
    #[error("permission denied; make it readable")]
    Permission,
    /// A folder without any report.
    #[error("no .txt or .md file in this folder; name the files themselves")]
    EmptyFolder,
    /// Something that is stated about the file, or about files beside it, is wrong.
    #[error("{0}{after}", after = .0.after())]
    Stated(#[from] Misstated),
    /// Any other failure of the file system.
    #[error("cannot be read: {0}")]
    Io(String),
    /// A file in a folder whose extension is not read.
    #[error("passed over: only .txt and .md files of a folder are read; name the file itself to read it")]
    Extension,
    /// The same file named twice.
    #[error("named twice; read once")]
    Twice,
    /// Another input has the same name and the same bytes.
    #[error("has the name and the bytes of {0}; left out, name only one of the two")]
    SameId(String),
}

impl From<std::io::Error> for Reason {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            std::io::ErrorKind::PermissionDenied => Self::Permission,
            _ => Self::Io(error.to_string()),
        }
    }
}
