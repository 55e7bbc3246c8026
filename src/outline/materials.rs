use super::Document;
use crate::text::{Span, Text};

/// Longest line, in characters, that can announce a material.
const MARKER: usize = 30;

/// Parts what stands behind `body` in a file at the lines that announce numbered materials (…材料之一, …之二), when they count up from one.
pub(super) fn split(text: &Text, body: usize) -> Vec<Document> {
    let chars = text.chars();
    let mut starts = vec![body];
    let mut wanted = 1;
    for line in lines(chars, Span::new(body, chars.len())) {
        if line.len() <= MARKER && marker(&chars[line.start..line.end]) == Some(wanted) {
            starts.push(line.start);
            wanted += 1;
        }
    }
    if starts.len() < 3 {
        starts.truncate(1);
    }
    let ends = starts.iter().skip(1).copied().chain([chars.len()]);
    let spans: Vec<Span> = starts.iter().zip(ends).map(|(start, end)| Span::new(*start, end)).collect();
    spans.into_iter().map(|span| Document { span, ..Document::default() }).collect()
}

/// The lines of a stretch of text without surrounding white space, empty ones left out.
pub(super) fn lines(chars: &[char], within: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = within.start;
    std::iter::from_fn(move || {
        while at < within.end {
            let start = at;
            while at < within.end && !matches!(chars[at], '\n' | '\r') {
                at += 1;
            }
            let span = trim(chars, Span::new(start, at));
            at += 1;
            if !span.is_empty() {
                return Some(span);
            }
        }
        None
    })
}

/// A span without white space and table rules at its ends.
pub(super) fn trim(chars: &[char], mut span: Span) -> Span {
    let blank = |c: char| c.is_whitespace() || c == '|' || c == '\u{feff}';
    while span.start < span.end && blank(chars[span.start]) {
        span.start += 1;
    }
    while span.end > span.start && blank(chars[span.end - 1]) {
        span.end -= 1;
    }
    span
}

fn marker(line: &[char]) -> Option<usize> {
    let numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    match line {
        [.., '之', last] => numerals.iter().position(|c| c == last).map(|index| index + 1),
        _ => None,
    }
}
