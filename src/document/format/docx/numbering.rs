use super::counting::print;
use super::{Reason, attribute, broken, is_on, number};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{HashMap, HashSet};

/// Levels of a list.
const LEVELS: usize = 9;
/// Longest pattern of a number, in characters.
const LONGEST: usize = 40;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<usize, [Level; LEVELS]>,
    /// By `w:numId`: the pattern, and levels that begin anew.
    lists: HashMap<usize, (usize, [Option<usize>; LEVELS])>,
    counters: HashMap<usize, [Option<usize>; LEVELS]>,
    begun: HashSet<usize>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<usize>,
    format: String,
    text: String,
    legal: bool,
    bare: bool,
}

impl Numbering {
    pub(super) fn read(xml: &str) -> Result<Self, Reason> {
        let mut reader = Reader::from_str(xml);
        let mut numbering = Self::default();
        let (mut pattern, mut list, mut level) = (None, None, 0);
        loop {
            match reader.read_event().map_err(broken)? {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "abstractNum" => {
                        pattern = number(&tag, "abstractNumId");
                        list = None;
                    }
                    "num" => {
                        list = number(&tag, "numId");
                        pattern = None;
                    }
                    "abstractNumId" => {
                        if let (Some(list), Some(pattern)) = (list, number(&tag, "val")) {
                            numbering.lists.insert(list, (pattern, [None; LEVELS]));
                        }
                    }
                    "lvl" | "lvlOverride" => level = number(&tag, "ilvl").unwrap_or(0).min(LEVELS - 1),
                    "startOverride" => {
                        if let Some((_, anew)) = list.and_then(|list| numbering.lists.get_mut(&list)) {
                            anew[level] = number(&tag, "val");
                        }
                    }
                    name => {
                        if let Some(pattern) = pattern {
                            let levels = numbering.patterns.entry(pattern).or_default();
                            levels[level].set(name, &tag);
                        }
                    }
                },
                Event::Eof => return Ok(numbering),
                _ => {}
            }
        }
    }

    /// Counts a paragraph of a list and gives its number as printed, with what parts it from the text.
    pub(super) fn next(&mut self, list: usize, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let (pattern, anew) = self.lists.get(&list)?;
        let levels = self.patterns.get(pattern)?;
        let counters = self.counters.entry(*pattern).or_default();
        if self.begun.insert(list) {
            for (counter, start) in counters.iter_mut().zip(anew) {
                if start.is_some() {
                    *counter = None;
                }
            }
        }
        let start = anew[level].or(levels[level].start).unwrap_or(1);
        counters[level] = Some(counters[level].map_or(start, |count| count.saturating_add(1)));
        for below in &mut counters[level + 1..] {
            *below = None;
        }
        let own = &levels[level];
        print(1, &own.format)?;
        let mut label = String::new();
        let mut chars = own.text.chars().peekable();
        while let Some(c) = chars.next() {
            match chars.peek().and_then(|digit| digit.to_digit(10)) {
                Some(digit) if c == '%' && digit > 0 => {
                    chars.next();
                    let index = digit as usize - 1;
                    let count = counters[index].or(levels[index].start).unwrap_or(1);
                    let format = if own.legal { "decimal" } else { &levels[index].format };
                    label.push_str(&print(count, format).unwrap_or_default());
                }
                _ => label.push(c),
            }
        }
        if !own.bare && label.ends_with(|c: char| c.is_ascii()) {
            label.push(' ');
        }
        Some(label)
    }
}

impl Level {
    fn set(&mut self, name: &str, tag: &BytesStart<'_>) {
        let value = || attribute(tag, "val").unwrap_or_default();
        match name {
            "start" => self.start = number(tag, "val"),
            "numFmt" => self.format = value(),
            "lvlText" => {
                let text = quick_xml::escape::unescape(&value())
                    .map(std::borrow::Cow::into_owned)
                    .unwrap_or_default();
                self.text = text.chars().take(LONGEST).collect();
            }
            "isLgl" => self.legal = is_on(tag),
            "suff" => self.bare = value() == "nothing",
            _ => {}
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const XML: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="4">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
        </w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num></w:numbering>"#;

    #[test]
    fn a_list_counts_by_level() {
        let mut numbering = Numbering::read(XML).unwrap();
        let labels: Vec<_> = [0, 1, 1, 0, 1].map(|level| numbering.next(2, level).unwrap()).to_vec();
        assert_eq!(labels, ["一、", "1.1 ", "1.2 ", "二、", "2.1 "]);
        assert_eq!(numbering.next(9, 0), None);
    }
}
