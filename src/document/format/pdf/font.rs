use super::STREAM;
use encoding_rs::{GB18030, UTF_16BE};
use lopdf::{Dictionary, Document, Encoding, Object};
use std::collections::HashMap;

/// A font: which characters its codes stand for, and how wide they are.
pub(super) struct Font {
    /// Its name, for people.
    pub(super) name: String,
    codes: Codes,
    unicode: Option<Encoding<'static>>,
    /// The characters of the 256 codes of a simple font.
    simple: Vec<Option<String>>,
    widths: HashMap<u32, f32>,
    other: f32,
}

/// How codes are cut from a string and, without a map, read.
#[derive(Clone, Copy, PartialEq)]
enum Codes {
    /// One byte each.
    One,
    /// Two bytes that name a glyph.
    Glyphs,
    /// Two bytes of UTF-16.
    Utf16,
    /// One, two or four bytes of GB 18030.
    Gb,
}

/// A character as it was drawn.
pub(super) struct Drawn {
    /// `None` when the font does not tell.
    pub(super) text: Option<String>,
    /// Width in thousandths of the size.
    pub(super) width: f32,
    /// Whether it is the one-byte space that word spacing widens.
    pub(super) space: bool,
}

impl Font {
    pub(super) fn new<'a>(dict: &'a Dictionary, document: &'a Document) -> Self {
        let get = |dict: &'a Dictionary, key: &[u8]| dict.get_deref(key, document).ok();
        let composite = get(dict, b"Subtype").and_then(|name| name.as_name().ok()) == Some(b"Type0");
        let name = get(dict, b"BaseFont").and_then(|name| name.as_name().ok()).unwrap_or(b"without name");
        let name = String::from_utf8_lossy(name).into_owned();
        let encoding = get(dict, b"Encoding").and_then(|name| name.as_name().ok()).unwrap_or_default();
        let identity = get(dict, b"ToUnicode").and_then(|name| name.as_name().ok()).is_some();
        let codes = if composite { codes(encoding, identity) } else { Codes::One };
        let mapped = get(dict, b"ToUnicode").is_some_and(|map| map.as_stream().is_ok());
        let unicode = if mapped { map(dict, document) } else { None };
        let simple = if composite { Vec::new() } else { simple(dict, document) };
        let mut font = Self { name, codes, unicode, simple, widths: HashMap::new(), other: 500.0 };
        if composite {
            let descendants = get(dict, b"DescendantFonts").and_then(|list| list.as_array().ok());
            let descendant = descendants.and_then(|list| document.dereference(list.first()?).ok());
            if let Some(descendant) = descendant.and_then(|(_, object)| object.as_dict().ok()) {
                font.other = get(descendant, b"DW").and_then(|width| width.as_float().ok()).unwrap_or(1000.0);
                if let Some(list) = get(descendant, b"W").and_then(|list| list.as_array().ok()) {
                    font.wide(list, document);
                }
            } else {
                font.other = 1000.0;
            }
        } else {
            font.narrow(dict, document);
        }
        font
    }

    /// Widths of a simple font: one for each code from the first.
    fn narrow(&mut self, dict: &Dictionary, document: &Document) {
        let first = dict.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
        let Ok(list) = dict.get_deref(b"Widths", document).and_then(Object::as_array) else { return };
        // Type 3 fonts measure in units of their own.
        let matrix = dict.get_deref(b"FontMatrix", document).and_then(Object::as_array).ok();
        let unit =
            matrix.and_then(|matrix| matrix.first()?.as_float().ok()).map_or(1.0, |unit| unit * 1000.0);
        for (code, width) in (first..).zip(list.iter().take(256)) {
            let width = document.dereference(width).and_then(|(_, width)| width.as_float());
            if let (Ok(code), Ok(width)) = (u32::try_from(code), width) {
                self.widths.insert(code, width * unit);
            }
        }
    }

    /// Widths of a composite font: `first [w …]` or `first last w`.
    fn wide(&mut self, list: &[Object], document: &Document) {
        let mut items = list.iter().filter_map(|item| document.dereference(item).ok()).map(|(_, item)| item);
        while let (Some(first), Some(next)) = (items.next(), items.next()) {
            let Some(first) = first.as_i64().ok().and_then(|code| u32::try_from(code).ok()) else { return };
            if let Ok(widths) = next.as_array() {
                for (code, width) in (first..).zip(widths) {
                    self.widths.insert(code, width.as_float().unwrap_or(self.other));
                }
            } else {
                let (Ok(end), Some(Ok(width))) = (next.as_i64(), items.next().map(Object::as_float)) else {
                    return;
                };
                let end = u32::try_from(end).unwrap_or(first).min(first.saturating_add(0xFFFF));
                self.widths.extend((first..=end).map(|code| (code, width)));
            }
        }
    }

    /// The characters of a string.
    pub(super) fn read(&self, bytes: &[u8]) -> Vec<Drawn> {
        let mut drawn = Vec::new();
        let mut rest = bytes;
        while let Some(&first) = rest.first() {
            let length = match self.codes {
                Codes::One => 1,
                Codes::Glyphs => 2,
                Codes::Utf16 if matches!(first, 0xD8..=0xDB) => 4,
                Codes::Utf16 => 2,
                Codes::Gb if first < 0x81 => 1,
                Codes::Gb if rest.get(1).is_some_and(u8::is_ascii_digit) => 4,
                Codes::Gb => 2,
            };
            let (code, behind) = rest.split_at(length.min(rest.len()));
            rest = behind;
            let number = code.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
            drawn.push(Drawn {
                text: self.character(number, code),
                width: self.width(number),
                space: code == b" ",
            });
        }
        drawn
    }

    /// Widths go by glyph. In the Chinese collections of Adobe the glyphs of ASCII are counted from 1.
    fn width(&self, number: u32) -> f32 {
        let known = match self.codes {
            Codes::One | Codes::Glyphs => self.widths.get(&number).copied(),
            Codes::Utf16 if (0x20..0x7F).contains(&number) => {
                Some(self.widths.get(&(number - 31)).copied().unwrap_or(500.0))
            }
            Codes::Gb if number < 0x80 => Some(500.0),
            Codes::Utf16 | Codes::Gb => None,
        };
        known.unwrap_or(self.other)
    }

    fn character(&self, number: u32, code: &[u8]) -> Option<String> {
        if let Some(Encoding::UnicodeMapEncoding(map)) = &self.unicode
            && let Some(units) = map.get(number, u8::try_from(code.len()).ok()?)
        {
            return Some(String::from_utf16_lossy(&units)).filter(|text| told(text));
        }
        let text = match self.codes {
            Codes::One => {
                return self.simple.get(number as usize).cloned().flatten().filter(|text| told(text));
            }
            Codes::Glyphs => return None,
            Codes::Utf16 => UTF_16BE.decode_without_bom_handling_and_without_replacement(code)?,
            Codes::Gb => GB18030.decode_without_bom_handling_and_without_replacement(code)?,
        };
        Some(text.into_owned()).filter(|text| told(text))
    }
}

/// Whether a text is of characters that have a meaning outside of the font.
fn told(text: &str) -> bool {
    !text.is_empty()
        && !text.chars().any(|c| matches!(c, '\0'..='\u{8}' | '\u{FFFD}' | '\u{E000}'..='\u{F8FF}'))
}

/// The map of a font's codes to characters, which goes before its encoding.
fn map(dict: &Dictionary, document: &Document) -> Option<Encoding<'static>> {
    let mut bare = Dictionary::new();
    bare.set("Type", "Font");
    bare.set("ToUnicode", dict.get(b"ToUnicode").ok()?.clone());
    match bare.get_font_encoding_with_limit(document, STREAM).ok()? {
        Encoding::UnicodeMapEncoding(map) => Some(Encoding::UnicodeMapEncoding(map)),
        _ => None,
    }
}

fn codes(encoding: &[u8], identity: bool) -> Codes {
    let holds = |word: &[u8]| encoding.windows(word.len()).any(|window| window == word);
    if identity || holds(b"UCS2") || holds(b"UTF16") {
        Codes::Utf16
    } else if encoding.starts_with(b"GB") {
        Codes::Gb
    } else {
        Codes::Glyphs
    }
}

/// The characters of a simple font by its encoding.
fn simple(dict: &Dictionary, document: &Document) -> Vec<Option<String>> {
    let Ok(encoding) = dict.get_font_encoding_with_limit(document, STREAM) else { return Vec::new() };
    (0..=255_u8).map(|code| encoding.bytes_to_string(&[code]).ok().filter(|text| !text.is_empty())).collect()
}
