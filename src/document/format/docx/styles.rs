use super::{Reason, attribute, broken, number};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// Longest chain of styles that are based on one another.
const CHAIN: usize = 12;

/// What is needed of the paragraph styles: their numbering, and which make up a table of contents.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Debug, Default, Clone)]
struct Style {
    name: String,
    based_on: Option<String>,
    list: Option<usize>,
    level: Option<usize>,
}

impl Styles {
    pub(super) fn read(xml: &str) -> Result<Self, Reason> {
        let mut reader = Reader::from_str(xml);
        let (mut styles, mut id, mut style) = (HashMap::new(), String::new(), Style::default());
        loop {
            match reader.read_event().map_err(broken)? {
                Event::Start(tag) if tag.local_name().as_ref() == "style" => {
                    id = attribute(&tag, "styleId").unwrap_or_default();
                    style = Style::default();
                }
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "name" => style.name = attribute(&tag, "val").unwrap_or_default().to_lowercase(),
                    "basedOn" => style.based_on = attribute(&tag, "val"),
                    "numId" => style.list = number(&tag, "val"),
                    "ilvl" => style.level = number(&tag, "val"),
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "style" => {
                    styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
                }
                Event::Eof => return Ok(Self(styles)),
                _ => {}
            }
        }
    }

    /// The list and level that a style gives its paragraphs.
    pub(super) fn numbering(&self, id: &str) -> (Option<usize>, Option<usize>) {
        let (mut list, mut level) = (None, None);
        let mut next = self.0.get(id);
        for _ in 0..CHAIN {
            let Some(style) = next else { break };
            list = list.or(style.list);
            level = level.or(style.level);
            next = style.based_on.as_ref().and_then(|id| self.0.get(id));
        }
        (list, level)
    }

    /// Whether paragraphs of a style are lines of a table of contents.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        self.0
            .get(id)
            .is_some_and(|style| style.name.starts_with("toc ") || style.name == "table of contents")
    }
}
