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
    pub(crate) fn new(file: impl Into<String>, reason: Reason) -> Self {
        Self { file: file.into(), reason }
    }

    /// Whether the input was passed over on purpose: worth a word, no failure.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(
            self.reason,
            Reason::Extension
                | Reason::Graph
                | Reason::Twice
                | Reason::Copy(_)
                | Reason::EmptyRows(_)
                | Reason::Stated(Misstated::File(_))
        )
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
    /// The bytes are those of a format that is not read.
    #[error("{0}, which is not read; save it as DOCX, PDF, HTML or plain text first")]
    Format(&'static str),
    /// A byte that text does not have.
    #[error("binary data (a NUL at byte {0}), not text; save it as UTF-8 text first")]
    Binary(usize),
    /// The bytes are text in no encoding that can be told.
    #[error(
        "not UTF-8 at byte {at} (0x{byte:02X}), and read as {guess} it makes no sense; save it as UTF-8 text first"
    )]
    Encoding {
        /// Offset of the first byte that is not UTF-8, counted from 0.
        at: usize,
        /// That byte.
        byte: u8,
        /// The encoding that fits its bytes best.
        guess: &'static str,
    },
    /// There are characters, but none of them a letter or a number.
    #[error("no readable text, only spaces and signs; nothing to read")]
    NoText,
    /// A web page that is all links and menus.
    #[error("no text in this page besides links and menus; save the page of the article itself")]
    NoArticle,
    /// A PDF of pictures.
    #[error("a PDF of {0} scanned page(s) without a text layer; add one by OCR first")]
    Scanned(usize),
    /// A font whose glyphs cannot be told as characters.
    #[error(
        "the PDF does not say which characters the glyphs of its font {0} stand for; add a text layer by OCR, or get the report in another format"
    )]
    Unmapped(String),
    /// A file with a password.
    #[error("{0} with a password; save it without one first")]
    Locked(&'static str),
    /// A file that does not keep to its format.
    #[error("not a sound {format} file ({why}); open it in the program it comes from and save it again")]
    Broken {
        /// The format it should have.
        format: &'static str,
        /// Where it breaks.
        why: String,
    },
    /// More than is read of one file.
    #[error("{0} is more than is read of one file ({1}); split it, or save its text alone")]
    TooLarge(&'static str, &'static str),
    /// It takes too long.
    #[error("cannot be read within {0} seconds; save its text alone, as plain text")]
    Slow(u64),
    /// A table without a column of texts.
    #[error("no column with the text of the reports among {0}; name one “text” or “正文”")]
    NoTextColumn(String),
    /// A line of a table of documents that cannot be read.
    #[error("line {line} left out: {why}")]
    Line {
        /// Number of the line, from 1.
        line: u64,
        /// What is wrong with it.
        why: String,
    },
    /// Rows of a table of documents that have no text.
    #[error("{0} row(s) without text passed over")]
    EmptyRows(usize),
    /// The file may not be read.
    #[error("permission denied; make it readable")]
    Permission,
    /// A folder without any report.
    #[error("no report in this folder ({KINDS}); name the files themselves")]
    EmptyFolder,
    /// Something that is stated about the file, or about files beside it, is wrong.
    #[error("{0}{after}", after = .0.after())]
    Stated(#[from] Misstated),
    /// Any other failure of the file system.
    #[error("cannot be read: {0}")]
    Io(String),
    /// A file in a folder whose extension is not read.
    #[error("passed over: of a folder, files ending in {KINDS} are read; name the file itself to read it")]
    Extension,
    /// A graph folder among the reports.
    #[error("a graph folder is no report; what `cetu build` has put there is passed over")]
    Graph,
    /// The same file named twice.
    #[error("named twice; read once")]
    Twice,
    /// The file is not what it was a moment before.
    #[error("changed while it was read; build again")]
    Changed,
    /// A correction that found nothing to put right.
    #[error("{0}")]
    Unapplied(String),
    /// Another input has the same text.
    #[error("has the text of {0}; kept as one document with both files as its sources")]
    Copy(String),
}

/// The extensions that are read when a folder is given, for people.
const KINDS: &str = ".txt .md .html .docx .pdf .csv .jsonl .tmx …";

impl From<std::io::Error> for Reason {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            std::io::ErrorKind::PermissionDenied => Self::Permission,
            _ => Self::Io(error.to_string()),
        }
    }
}
