use super::Reason;

/// Formats told by their first bytes.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (Word, WPS or Excel file)"),
    (b"\xD0\xCF\x11\xE0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1F\x8B", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
];

/// Bytes as text: UTF-8, with or without a byte order mark, which is taken off. Line ends stay.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Reason> {
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Reason::Format(name));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Reason::Encoding { at: 0, byte: bytes[0], guess: "UTF-16" });
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Reason::Binary(at));
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            return Err(Reason::Encoding { at, byte: bytes[at], guess: guess(&bytes[at..]) });
        }
    };
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if marked_up(&text) {
        return Err(Reason::Format("a page or data in markup (HTML or XML)"));
    }
    if text.chars().any(char::is_alphanumeric) { Ok(text) } else { Err(Reason::NoText) }
}

/// Whether a text is HTML or XML: it says so at its start, or closing tags stand all over it.
fn marked_up(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(9).collect::<String>().to_ascii_lowercase();
    let opens = ["<!doctype", "<html", "<?xml"].iter().any(|mark| start.starts_with(mark));
    opens || text.matches("</").count() > 10 + text.len() / 400
}

/// GB18030 when the bytes pair up as it wants them, otherwise the encoding of old Western text.
fn guess(bytes: &[u8]) -> &'static str {
    let mut rest = bytes.iter().take(4096).peekable();
    let (mut good, mut bad) = (0_u32, 0_u32);
    while let Some(&byte) = rest.next() {
        if byte < 0x80 {
            continue;
        }
        match rest.peek() {
            Some(&&next) if (0x81..=0xFE).contains(&byte) && (0x30..=0xFE).contains(&next) => {
                good += 1;
                rest.next();
            }
            _ => bad += 1,
        }
    }
    if good > bad { "GB18030" } else { "WINDOWS-1252" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_character() {
        assert_eq!(decode("\u{FEFF}报告\r\n".into()), Ok("报告\r\n".into()));
    }

    #[test]
    fn gb18030_is_named_with_its_first_byte() {
        let bytes = vec![b'A', 0xD0, 0xC2, 0xD4, 0xF6];
        assert_eq!(decode(bytes), Err(Reason::Encoding { at: 1, byte: 0xD0, guess: "GB18030" }));
    }

    #[test]
    fn markup_is_no_plain_text() {
        let page = Err(Reason::Format("a page or data in markup (HTML or XML)"));
        assert_eq!(decode("<!DOCTYPE html><p>就业".into()), page);
        assert_eq!(decode("<p>增长</p>".repeat(30).into_bytes()), page);
        assert_eq!(decode("比值 <0.5，见 </注>".into()), Ok("比值 <0.5，见 </注>".into()));
    }

    #[test]
    fn blank_and_binary_files_are_told_apart() {
        assert_eq!(decode(" \n　".into()), Err(Reason::NoText));
        assert_eq!(decode(vec![b'a', 0, 1]), Err(Reason::Binary(1)));
        assert_eq!(decode(Vec::new()), Err(Reason::Empty));
    }
}
