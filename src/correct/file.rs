use super::Correction;
use serde::{Deserialize, Serialize};

/// The line that begins an entry.
const HEAD: &str = "[[correction]]";

/// An entry of a file, with the line that it begins at.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it says.
    pub correction: Correction,
    /// Number of its first line, from 1.
    pub line: usize,
}

/// A file of corrections that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct FileError {
    /// Number of the line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    #[serde(default)]
    correction: Vec<Correction>,
}

/// Reads a file of corrections.
///
/// # Errors
/// When it is not TOML, or an entry has a field that none has: the line and what is wrong.
pub fn parse(text: &str) -> Result<Vec<Entry>, FileError> {
    let read: Entries = toml::from_str(text).map_err(|error| FileError {
        line: error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1),
        message: error.message().to_owned(),
    })?;
    let mut heads = heads(text);
    let entries = read
        .correction
        .into_iter()
        .map(|correction| Entry { correction, line: heads.next().map_or(1, |(line, _)| line) });
    Ok(entries.collect())
}

/// The text of a file with one more entry at its end.
#[must_use]
pub fn add(text: &str, correction: &Correction) -> String {
    let entry = Entries { correction: vec![correction.clone()] };
    // Nothing in an entry is anything that TOML cannot say.
    let entry = toml::to_string(&entry).unwrap_or_default();
    let mut out = text.trim_end().to_owned();
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(entry.trim_start());
    out
}

/// The text of a file without the entry that begins at a line; comments before the next one stay.
#[must_use]
pub fn remove(text: &str, line: usize) -> String {
    let heads: Vec<(usize, usize)> = heads(text).collect();
    let Some(at) = heads.iter().position(|(head, _)| *head == line) else { return text.to_owned() };
    let start = heads[at].1;
    let next = heads.get(at + 1).map_or(text.len(), |(_, byte)| *byte);
    // What stands between the last field and the next entry belongs to that one.
    let mut end = start;
    let mut byte = start;
    for line in text[start..next].split_inclusive('\n') {
        byte += line.len();
        let plain = line.trim();
        if !plain.is_empty() && !plain.starts_with('#') {
            end = byte;
        }
    }
    let (before, behind) = (text[..start].trim_end(), text[end..].trim());
    let gap = if before.is_empty() || behind.is_empty() { "" } else { "\n\n" };
    let out = format!("{before}{gap}{behind}");
    if out.is_empty() { out } else { format!("{out}\n") }
}

/// Where entries begin: number of the line, and byte.
fn heads(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut byte = 0;
    text.split_inclusive('\n').enumerate().filter_map(move |(number, line)| {
        let start = byte;
        byte += line.len();
        let plain: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        plain.starts_with(HEAD).then_some((number + 1, start))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const FILE: &str = "# 更正\n[[correction]]\nquote = \"甲\"\nvalue = 2.5\n\n# 第二条\n[[correction]]\nquote = \"乙\"\naction = \"reject\"\n";

    #[test]
    fn entries_know_their_lines_and_can_be_taken_out() {
        let entries = parse(FILE).unwrap();
        assert_eq!(entries.iter().map(|entry| entry.line).collect::<Vec<_>>(), [2, 7]);
        assert_eq!(
            remove(FILE, 2),
            "# 更正\n\n# 第二条\n[[correction]]\nquote = \"乙\"\naction = \"reject\"\n"
        );
        assert_eq!(remove(FILE, 7), "# 更正\n[[correction]]\nquote = \"甲\"\nvalue = 2.5\n\n# 第二条\n");
    }

    #[test]
    fn an_entry_that_was_added_is_read_as_it_was_written() {
        let correction = Correction {
            quote: "“甲”\n乙".to_owned(),
            value: Some("2.73".parse().unwrap()),
            why: Some("以年鉴为准".to_owned()),
            ..Correction::default()
        };
        let text = add(&add("", &correction), &correction);
        let entries = parse(&text).unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[1].correction, correction);
        assert_eq!(remove(&text, entries[1].line), add("", &correction));
    }

    #[test]
    fn a_field_that_no_entry_has_is_named_with_its_line() {
        let error = parse("[[correction]]\nquote = \"甲\"\nvalu = 2\n").unwrap_err();
        assert_eq!(error.line, 3);
        assert!(error.message.contains("valu"), "{error}");
    }
}
