use super::super::super::limit::PART;
use super::{Reason, broken};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The parts of an Office file, unpacked within bounds.
pub(super) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        ZipArchive::new(Cursor::new(bytes)).map(Self).map_err(broken)
    }

    /// The part that holds the document.
    ///
    /// # Errors
    /// When there is none: what the archive is instead.
    pub(super) fn main(&mut self) -> Result<String, Reason> {
        let names: Vec<String> =
            self.0.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        let called = |prefix: &str| {
            names.iter().find(|name| name.starts_with(prefix) && name.strip_suffix(".xml").is_some())
        };
        let name = names.iter().find(|name| *name == "word/document.xml").or_else(|| called("word/document"));
        if let Some(name) = name {
            return self.part(name)?.ok_or_else(|| broken("no word/document.xml in it"));
        }
        Err(Reason::Format(if called("xl/").is_some() {
            "an Excel file"
        } else if called("ppt/").is_some() {
            "a PowerPoint file"
        } else if called("OFD").is_some() {
            "an OFD file"
        } else if called("content").is_some() {
            "an OpenDocument file"
        } else {
            "a zip archive"
        }))
    }

    /// A part as text, when it is there.
    ///
    /// # Errors
    /// When it is locked, unsound or unpacks to too much.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Reason> {
        let file = match self.0.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Reason::Locked("a Word file"));
            }
            Err(error) => return Err(broken(error)),
        };
        let mut bytes = Vec::new();
        file.take(PART + 1).read_to_end(&mut bytes).map_err(broken)?;
        if bytes.len() as u64 > PART {
            return Err(Reason::TooLarge("what the file unpacks to", "48 MB"));
        }
        super::super::encoding::decode(&bytes, None).map(Some)
    }
}
