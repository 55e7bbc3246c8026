//! Word files: paragraphs with their automatic numbers, tables, footnotes.

mod archive;
mod body;
mod counting;
mod numbering;
mod styles;

use super::super::limit::{Deadline, TEXT};
use super::{Content, Reason};
use archive::Archive;
use body::Body;
use numbering::Numbering;
use quick_xml::events::{BytesRef, BytesStart};
use styles::Styles;

/// Reads a Word file.
///
/// # Errors
/// When it is another kind of archive, has a password, is unsound, or unpacks to too much.
pub(super) fn decode(bytes: &[u8], deadline: Deadline) -> Result<Content, Reason> {
    let mut archive = Archive::open(bytes)?;
    let main = archive.main()?;
    let mut part = |name: &str| archive.part(name);
    let styles = part("word/styles.xml")?.map(|xml| Styles::read(&xml)).transpose()?.unwrap_or_default();
    let numbering =
        part("word/numbering.xml")?.map(|xml| Numbering::read(&xml)).transpose()?.unwrap_or_default();
    let mut lines = Body::new(&styles, numbering, deadline).read(&main)?;
    let mut number = 0;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        let Some(xml) = part(name)? else { continue };
        for note in Body::new(&styles, Numbering::default(), deadline).notes(&xml)? {
            number += 1;
            lines.push(format!("注{number}：{note}"));
        }
    }
    if lines.iter().map(String::len).sum::<usize>() > TEXT {
        return Err(Reason::TooLarge("the text", "8 MB"));
    }
    Ok(Content { text: lines.join("\n"), ..Content::default() })
}

/// What a compound file of the old Office is: an old format, or a new one under a password.
pub(super) fn compound(bytes: &[u8]) -> Reason {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") {
        Reason::Locked("a Word or Excel file")
    } else if holds("WordDocument") {
        Reason::Format("an old Word file (.doc)")
    } else if holds("Workbook") {
        Reason::Format("an old Excel file (.xls)")
    } else {
        Reason::Format("an old Office file")
    }
}

/// The character that an entity of XML stands for.
pub(super) fn entity(name: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    match &**name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

/// The value of an attribute, by its name without prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The attribute `val` as a number.
fn number(tag: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Whether a switch such as `w:vanish` is on.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(attribute(tag, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

#[allow(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn broken(why: impl ToString) -> Reason {
    Reason::Broken { format: "Word (DOCX)", why: why.to_string() }
}
