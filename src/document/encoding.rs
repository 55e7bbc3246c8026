use super::Reason;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes as text: by their byte order mark, as UTF-8, in the encoding that the file names, or in the one that its bytes
/// look like. A mark is taken off; line ends stay.
///
/// # Errors
/// When no encoding gives plausible text.
pub(super) fn decode(bytes: &[u8], named: Option<&str>) -> Result<String, Reason> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, malformed) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return if malformed && encoding == UTF_8 {
            Err(wrong(&bytes[mark..], mark, UTF_8.name()))
        } else if plausible(&text) {
            Ok(text.into_owned())
        } else {
            Err(wrong(bytes, 0, encoding.name()))
        };
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Reason::Binary(at));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let named = named.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // A page that says UTF-16 and could be asked for it is in UTF-8.
    let named = named.filter(|encoding| ![UTF_16BE, UTF_16LE, UTF_8].contains(encoding));
    let guessed = detect(bytes);
    // Portal pages name gb2312 when they mean what came after it.
    let both =
        named.into_iter().chain([guessed]).map(|encoding| if encoding == GBK { GB18030 } else { encoding });
    for encoding in both {
        if !encoding.is_single_byte()
            && let Some(text) = sensible(encoding, bytes)
        {
            return Ok(text);
        }
    }
    Err(wrong(bytes, 0, if guessed == GBK { "GB18030" } else { guessed.name() }))
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"cn"), Utf8Detection::Deny)
}

/// The text in an encoding, unless more than one character in a thousand is malformed or the rest is improbable.
fn sensible(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    let lost = if malformed { text.chars().filter(|&c| c == '\u{FFFD}').count() } else { 0 };
    (lost * 1000 <= text.chars().count() && plausible(&text)).then(|| text.into_owned())
}

/// Whether text is not garbage: of what is not ASCII nearly all are common Chinese characters and signs.
///
/// The common characters are the first level of GB 2312. Bytes read in a wrong encoding fall anywhere, and few of
/// them there; names and places bring in some of the rarer ones.
pub(super) fn plausible(text: &str) -> bool {
    let (mut common, mut other) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()).take(20_000) {
        if is_common(c) { common += 1 } else { other += 1 }
    }
    common >= 3 * other
}

fn is_common(c: char) -> bool {
    match c {
        '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '\u{A0}' | '·' => true,
        '\u{4E00}'..='\u{9FFF}' => {
            let mut utf8 = [0; 4];
            let (bytes, _, unknown) = GBK.encode(c.encode_utf8(&mut utf8));
            !unknown && matches!(*bytes, [0xB0..=0xD7, 0xA1..=0xFE])
        }
        // Circled and Roman numerals, arrows, mathematical signs, units.
        '\u{2100}'..='\u{27BF}' | '\u{3200}'..='\u{33FF}' | '°' | '±' | '×' | '÷' | 'μ' => true,
        _ => false,
    }
}

fn wrong(bytes: &[u8], offset: usize, guess: &'static str) -> Reason {
    let at = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    Reason::Encoding { at: at + offset, byte: bytes.get(at).copied().unwrap_or_default(), guess }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "2017年，全省城镇新增就业12.5万人，同比增长3.2%。";

    #[test]
    fn a_byte_order_mark_is_no_character() {
        assert_eq!(decode("\u{FEFF}报告\r\n".as_bytes(), None), Ok("报告\r\n".into()));
        let wide: Vec<u8> = "\u{FEFF}报告".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&wide, None), Ok("报告".into()));
        let wide: Vec<u8> = "\u{FEFF}报告".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide, None), Ok("报告".into()));
    }

    #[test]
    fn gb18030_is_detected() {
        let (bytes, _, _) = GB18030.encode(TEXT);
        assert_eq!(decode(&bytes, None), Ok(TEXT.into()));
        assert_eq!(decode(&GB18030.encode("就业").0, None), Ok("就业".into()));
    }

    #[test]
    fn garbage_is_refused() {
        // UTF-8 with its first byte lost.
        let error = decode(&TEXT.replace("2017", "").as_bytes()[1..], None);
        assert!(matches!(error, Err(Reason::Encoding { at: 0, .. })), "{error:?}");
        let latin: Vec<u8> = "Présentation générale de la région".chars().map(|c| c as u8).collect();
        assert!(matches!(decode(&latin, None), Err(Reason::Encoding { .. })));
        assert_eq!(decode(b"a\0", None), Err(Reason::Binary(1)));
    }
}
