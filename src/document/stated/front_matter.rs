use super::{Misstated, Stated};
use crate::ontology::Ontology;
use serde_norway::{Mapping, Value};

/// Byte offset where the text proper begins: behind a block of YAML between two lines `---`, 0 without one.
///
/// Two rules around prose are no such block: what stands between must be keys and values, or meant to be.
pub(in crate::document) fn body(text: &str) -> usize {
    let Some((block, end)) = block(text) else { return 0 };
    let prose = matches!(serde_norway::from_str::<Value>(block), Ok(Value::String(_) | Value::Sequence(_)));
    if prose { 0 } else { end }
}

/// The block, and where the line behind it begins.
fn block(text: &str) -> Option<(&str, usize)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut at = first.len();
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&text[first.len()..at], at + line.len()));
        }
        at += line.len();
    }
    None
}

/// What the block at the head of a text states, or what is wrong in which line.
pub(in crate::document) fn read(text: &str, ontology: &Ontology) -> Result<Stated, (usize, Misstated)> {
    let mut stated = Stated::default();
    let Some((block, _)) = block(text).filter(|_| body(text) > 0) else { return Ok(stated) };
    // The block begins in the second line of the file, and so do the lines of what is said about it.
    let keys: Mapping = match serde_norway::from_str::<Option<Mapping>>(&format!("\n{block}")) {
        Ok(keys) => keys.unwrap_or_default(),
        Err(error) => {
            let line = error.location().map_or(2, |place| place.line());
            return Err((line, Misstated::Syntax(format!("the front matter is no YAML: {error}"))));
        }
    };
    for (key, value) in &keys {
        let key = scalar(key).unwrap_or_default();
        let line = line_of(block, &key);
        let value = scalar(value).ok_or_else(|| (line, Misstated::Value(key.clone())))?;
        stated.set(&key, &value, ontology).map_err(|wrong| (line, wrong))?;
    }
    Ok(stated)
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// Line of the file, counted from 1, in which a key of the block stands.
fn line_of(block: &str, key: &str) -> usize {
    let opens = |line: &str| {
        line.trim_start_matches(['"', '\''])
            .strip_prefix(key)
            .is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
    };
    block.lines().position(opens).map_or(2, |index| index + 2)
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn keys_between_two_rules_are_no_part_of_the_text() {
        assert_eq!(&"---\ntitle: 甲\n---\n正文\n"[body("---\ntitle: 甲\n---\n正文\n")..], "正文\n");
        assert_eq!(body("---\r\ntitle: 甲\r\n---\r\n正文"), "---\r\ntitle: 甲\r\n---\r\n".len());
        for text in ["正文\n---\na: b\n---\n", "---\n一段话。\n---\n", "---\ntitle: 甲\n没有结尾\n", ""]
        {
            assert_eq!(body(text), 0, "{text}");
        }
    }
}
