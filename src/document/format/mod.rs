//! The formats that are read, one decoder each: bytes in, documents of plain text out.
//!
//! In plain text a paragraph is a line, and a row of a table is a line with tabs between its cells.

mod docx;
mod grid;
mod html;
mod markdown;
mod paragraphs;
mod pdf;
mod records;
mod tmx;

use super::limit::{self, Deadline};
use super::told::Told;
use super::{Reason, encoding};
use std::path::Path;

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    Html,
    Docx,
    Pdf,
    Csv,
    Tsv,
    JsonLines,
    Tmx,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    /// Its documents in order.
    pub(super) documents: Vec<Content>,
    /// What was left out.
    pub(super) problems: Vec<Reason>,
}

/// One document of a file.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Its plain text.
    pub(super) text: String,
    /// What the file says of it beside the text.
    pub(super) told: Told,
    /// What tells it from the other documents of the file, when the file is a table of documents.
    pub(super) key: Option<String>,
}

impl From<String> for Decoded {
    fn from(text: String) -> Self {
        Content { text, ..Content::default() }.into()
    }
}

impl From<Content> for Decoded {
    fn from(content: Content) -> Self {
        Self { documents: vec![content], problems: Vec::new() }
    }
}

/// Extensions and what they stand for.
const EXTENSIONS: &[(&str, Format)] = &[
    ("txt", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("shtml", Format::Html),
    ("xhtml", Format::Html),
    ("docx", Format::Docx),
    ("pdf", Format::Pdf),
    ("csv", Format::Csv),
    ("tsv", Format::Tsv),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("tmx", Format::Tmx),
];

/// Formats that are told by their first bytes and not read.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"{\\rtf", "an RTF file"),
    (b"\x1F\x8B", "a gzip file"),
    (b"7z\xBC\xAF", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
];

impl Format {
    /// The format of an extension.
    pub(super) fn of_extension(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?;
        EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension)).map(|(_, format)| *format)
    }

    /// The format of a file: by its first bytes where these tell, then by its name, then by what the text looks like.
    fn of(path: &str, bytes: &[u8]) -> Result<Self, Reason> {
        if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Ok(Self::Docx);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(docx::compound(bytes));
        }
        if let Some((_, name)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
            return Err(Reason::Format(name));
        }
        match Self::of_extension(Path::new(path)) {
            Some(Self::Docx | Self::Pdf) => Err(Reason::Broken {
                format: "Word or PDF",
                why: "its first bytes are of no such file".to_owned(),
            }),
            Some(
                format @ (Self::Markdown | Self::Html | Self::Csv | Self::Tsv | Self::JsonLines | Self::Tmx),
            ) => Ok(format),
            Some(Self::Text) | None => Ok(Self::of_look(bytes)),
        }
    }

    /// Plain text, unless it begins as something else.
    fn of_look(bytes: &[u8]) -> Self {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
        let start = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        if start.starts_with("<?xml") && start.contains("<tmx") {
            Self::Tmx
        } else if ["<!doctype", "<html", "<?xml"].iter().any(|mark| start.starts_with(mark))
            || closing_tags(bytes)
        {
            Self::Html
        } else if start.starts_with("{\"") {
            Self::JsonLines
        } else {
            Self::Text
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Docx => "Word (DOCX)",
            Self::Pdf => "PDF",
            Self::Csv | Self::Tsv => "CSV",
            Self::JsonLines => "JSON Lines",
            Self::Tmx => "TMX",
        }
    }

    fn decode(self, bytes: &[u8], deadline: Deadline) -> Result<Decoded, Reason> {
        match self {
            Self::Text => encoding::decode(bytes, None).map(Decoded::from),
            Self::Markdown => encoding::decode(bytes, None).map(|text| markdown::decode(&text).into()),
            Self::Html => html::decode(bytes, deadline).map(Decoded::from),
            Self::Docx => docx::decode(bytes, deadline).map(Decoded::from),
            Self::Pdf => pdf::decode(bytes, deadline).map(Decoded::from),
            Self::Csv => records::csv(&encoding::decode(bytes, None)?, b','),
            Self::Tsv => records::csv(&encoding::decode(bytes, None)?, b'\t'),
            Self::JsonLines => records::json_lines(&encoding::decode(bytes, None)?),
            Self::Tmx => tmx::decode(bytes).map(Decoded::from),
        }
    }
}

/// How much a format's plain text is to be preferred, when two files have the same text: 0 most.
pub(super) fn rank(path: &str) -> u8 {
    match Format::of_extension(Path::new(path)) {
        Some(Format::Text) | None => 0,
        Some(Format::Markdown) => 1,
        Some(Format::Docx) => 2,
        Some(Format::Html) => 3,
        Some(Format::Csv | Format::Tsv | Format::JsonLines | Format::Tmx) => 4,
        Some(Format::Pdf) => 5,
    }
}

/// Whether closing tags stand all over a text: one that holds nothing but a few is no page.
fn closing_tags(bytes: &[u8]) -> bool {
    let tags = bytes.windows(2).filter(|window| *window == b"</").count();
    tags > 10 + bytes.len() / 400
}

/// Reads the documents of a file, within bounds of time and memory.
///
/// # Errors
/// When none of it can be read as text.
pub(super) fn decode(path: &str, bytes: Vec<u8>) -> Result<Decoded, Reason> {
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    if bytes.len() as u64 > limit::BYTES {
        return Err(Reason::TooLarge("the file", "64 MB"));
    }
    let format = Format::of(path, &bytes)?;
    let mut decoded = limit::guard(format.name(), move |deadline| format.decode(&bytes, deadline))?;
    for content in &decoded.documents {
        if content.text.len() > limit::TEXT {
            return Err(Reason::TooLarge("the text", "8 MB"));
        }
    }
    let all = decoded.documents.len();
    decoded.documents.retain(|content| content.text.chars().any(char::is_alphanumeric));
    match (all - decoded.documents.len(), decoded.documents.is_empty()) {
        (_, true) if decoded.problems.is_empty() => return Err(Reason::NoText),
        (0, _) | (_, true) => {}
        (empty, false) => decoded.problems.push(Reason::EmptyRows(empty)),
    }
    Ok(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_plain_text() {
        assert_eq!(Format::of("a.txt", b"<!DOCTYPE html><p>x"), Ok(Format::Html));
        assert_eq!(Format::of("-", "<p>增长</p>".repeat(30).as_bytes()), Ok(Format::Html));
        assert_eq!(Format::of("a.txt", "比值 <0.5，见 </注>".as_bytes()), Ok(Format::Text));
        assert_eq!(Format::of("-", b"{\"text\": \"x\"}"), Ok(Format::JsonLines));
    }

    #[test]
    fn blank_and_empty_files_are_told_apart() {
        assert_eq!(decode("a.txt", " \n　".into()).err(), Some(Reason::NoText));
        assert_eq!(decode("a.txt", Vec::new()).err(), Some(Reason::Empty));
    }

    #[test]
    fn a_decoder_that_panics_leaves_a_problem() {
        let failed = limit::guard("PDF", |_| panic!("lost"));
        assert_eq!(failed.err(), Some(Reason::Broken { format: "PDF", why: "lost".to_owned() }));
    }
}
