//! Translation memories: the Chinese side, one segment a line.

use super::super::limit::TEXT;
use super::{Content, Reason, encoding};
use quick_xml::Reader;
use quick_xml::events::Event;

/// Reads the Chinese segments.
///
/// # Errors
/// When it is no sound XML, or has no Chinese side.
pub(super) fn decode(bytes: &[u8]) -> Result<Content, Reason> {
    let xml = encoding::decode(bytes, None)?;
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().check_end_names = false;
    let (mut lines, mut segment) = (Vec::new(), String::new());
    let (mut chinese, mut inside, mut seen) = (false, 0_usize, false);
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|error| broken(at, &error.to_string()))?;
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "tmx" => seen = true,
                "tuv" => {
                    let language =
                        tag.attributes().flatten().find(|attribute| attribute.key.as_ref().ends_with("lang"));
                    chinese = language.is_some_and(|lang| {
                        let lang = lang.value.to_ascii_lowercase();
                        lang.starts_with("zh") || lang.starts_with("chi") || lang.starts_with("cmn")
                    });
                }
                "seg" => inside = 1,
                // Placeholders of the translator's tool hold no text.
                "bpt" | "ept" | "ph" | "it" | "ut" if inside > 0 => inside += 1,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "seg" => {
                    inside = 0;
                    let line = segment.split_whitespace().collect::<Vec<_>>().join(" ");
                    if chinese && !line.is_empty() {
                        lines.push(line);
                    }
                    segment.clear();
                }
                "bpt" | "ept" | "ph" | "it" | "ut" if inside > 1 => inside -= 1,
                _ => {}
            },
            Event::Text(text) if inside == 1 && segment.len() < TEXT => {
                segment.push_str(&text);
            }
            Event::CData(text) if inside == 1 && segment.len() < TEXT => {
                segment.push_str(&text);
            }
            Event::GeneralRef(name) if inside == 1 => segment.push_str(&super::docx::entity(&name)),
            Event::Eof => break,
            _ => {}
        }
    }
    if !seen {
        return Err(broken(0, "no <tmx> in it"));
    }
    Ok(Content { text: lines.join("\n"), ..Content::default() })
}

fn broken(at: u64, why: &str) -> Reason {
    Reason::Broken { format: "TMX", why: format!("at byte {at}: {why}") }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_chinese_side_is_read() {
        let xml = "<?xml version=\"1.0\"?><tmx version=\"1.4\"><body><tu><tuv xml:lang=\"zh-CN\"><seg>就业&amp;创业\
            <ph>{1}</ph>工作</seg></tuv><tuv xml:lang=\"en\"><seg>Jobs</seg></tuv></tu></body></tmx>";
        assert_eq!(decode(xml.as_bytes()).unwrap().text, "就业&创业工作");
        assert!(decode("<a>就业</a>".as_bytes()).is_err());
    }
}
