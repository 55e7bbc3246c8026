//! PDF files with a text layer: characters with their places, put together to lines and these to paragraphs.

mod columns;
mod content;
mod font;
mod layout;
mod line;
mod matrix;

use super::super::limit::{Deadline, TEXT};
use super::{Content, Reason};
use content::Interpreter;
use layout::Layout;
use lopdf::{Document, LoadOptions};

/// Most bytes that a stream of objects, or the drawing of one page, may unpack to.
const STREAM: usize = 8 << 20;
/// Most bytes outside of streams: each of them may become a hundred in memory.
const OBJECTS: usize = 8 << 20;
/// Of how many characters one may have no mapping.
const UNMAPPED: usize = 50;

/// Reads the text layer.
///
/// # Errors
/// When there is none, when characters cannot be told from glyphs, when the file has a password, is unsound or too large.
pub(super) fn decode(bytes: &[u8], deadline: Deadline) -> Result<Content, Reason> {
    if outside_streams(bytes) > OBJECTS {
        return Err(Reason::TooLarge("what the PDF holds beside its pages", "8 MB"));
    }
    let options = LoadOptions { max_decompressed_size: Some(STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => Reason::Locked("a PDF file"),
        error => broken(&error),
    })?;
    if document.is_encrypted() {
        return Err(Reason::Locked("a PDF file"));
    }
    deadline.check()?;
    let mut layout = Layout::default();
    let (mut pages, mut size) = (0, 0);
    let mut interpreter = Interpreter::new(&document, deadline);
    for page in document.page_iter() {
        pages += 1;
        let content = document.get_page_content_with_limit(page, STREAM).map_err(|error| broken(&error))?;
        let lines = interpreter.page(page, &content)?;
        size += lines.iter().flat_map(|line| &line.pieces).map(|piece| piece.text.len()).sum::<usize>();
        if size > TEXT {
            return Err(Reason::TooLarge("the text", "8 MB"));
        }
        layout.page(&lines);
    }
    if pages == 0 {
        return Err(Reason::Broken { format: "PDF", why: "no page in it".to_owned() });
    }
    let count = interpreter.count;
    if count.unmapped * UNMAPPED > count.characters {
        return Err(Reason::Unmapped(count.font.unwrap_or_default()));
    }
    if count.characters == 0 {
        return Err(Reason::Scanned(pages));
    }
    Ok(Content { text: layout.text(), ..Content::default() })
}

/// Bytes that stand outside of `stream … endstream`.
fn outside_streams(bytes: &[u8]) -> usize {
    let (mut outside, mut rest) = (0, bytes);
    while let Some(start) = find(rest, b"stream") {
        let Some(length) = find(&rest[start..], b"endstream") else { break };
        outside += start;
        rest = &rest[start + length + b"endstream".len()..];
    }
    outside + rest.len()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|&byte| byte == word[0]) {
        if bytes[from + at..].starts_with(word) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

fn broken(error: &lopdf::Error) -> Reason {
    Reason::Broken { format: "PDF", why: error.to_string().chars().take(100).collect() }
}
