use super::{Span, Text};

/// A sentence and its clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// From its first character through its closing mark.
    pub(crate) span: Span,
    /// Clauses in order, without the marks between them.
    pub(crate) clauses: Vec<Span>,
}

impl Sentence {
    /// Index of the clause that holds an offset, or the last one before it.
    pub(crate) fn clause_at(&self, offset: usize) -> usize {
        self.clauses.partition_point(|clause| clause.start <= offset).saturating_sub(1)
    }
}

/// Cuts a stretch of text into sentences and these into clauses.
///
/// A sentence ends at 。！？； or a line break; a clause at a comma or colon, or at a bracket that
/// holds more than a word or two. A comma between digits is part of a number (1,234).
pub(crate) fn sentences(text: &Text, within: Span) -> Vec<Sentence> {
    let chars = text.chars();
    let mut list = Vec::new();
    let mut start = within.start;
    for at in within.start..within.end {
        if ends_sentence(chars[at]) {
            push(&mut list, chars, Span::new(start, at + 1));
            start = at + 1;
        }
    }
    push(&mut list, chars, Span::new(start, within.end));
    list
}

fn push(list: &mut Vec<Sentence>, chars: &[char], span: Span) {
    let mut clauses = Vec::new();
    let mut start = span.start;
    let mut at = span.start;
    while at < span.end {
        let next = match chars[at] {
            '，' | '：' => at + 1,
            ',' if !thousands(chars, at) => at + 1,
            ':' if !between_digits(chars, at) => at + 1,
            '（' | '(' => match short_bracket(chars, at, span.end) {
                Some(close) => {
                    at = close + 1;
                    continue;
                }
                None => at + 1,
            },
            '）' | ')' | '【' | '】' => at + 1,
            c if ends_sentence(c) => at + 1,
            _ => {
                at += 1;
                continue;
            }
        };
        if chars[start..at].iter().any(|c| !c.is_whitespace()) {
            clauses.push(Span::new(start, at));
        }
        start = next;
        at = next;
    }
    if chars[start..span.end].iter().any(|c| !c.is_whitespace()) {
        clauses.push(Span::new(start, span.end));
    }
    if !clauses.is_empty() {
        list.push(Sentence { span, clauses });
    }
}

/// The sentence, or the sentences, that a span stands in, without white space around.
pub(crate) fn sentence_around(chars: &[char], span: Span) -> Span {
    let before = chars[..span.start].iter().rposition(|c| ends_sentence(*c));
    let behind = chars[span.end..].iter().position(|c| ends_sentence(*c));
    let mut start = before.map_or(0, |at| at + 1);
    let mut end = behind.map_or(chars.len(), |at| span.end + at + 1);
    while start < span.start && chars[start].is_whitespace() {
        start += 1;
    }
    while end > span.end && chars[end - 1].is_whitespace() {
        end -= 1;
    }
    Span::new(start, end)
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?' | '\n' | '\r')
}

/// Closing offset of a bracket that holds up to eight characters and no digit: 市(地、州、盟).
fn short_bracket(chars: &[char], open: usize, end: usize) -> Option<usize> {
    let inside = &chars[open + 1..end.min(open + 10)];
    let close = inside.iter().position(|c| matches!(c, '）' | ')'))?;
    let plain =
        inside[..close].iter().all(|c| !c.is_ascii_digit() && !ends_sentence(*c) && !matches!(c, '，' | ','));
    plain.then_some(open + 1 + close)
}

/// Whether the comma at `at` parts thousands: digits before, exactly three behind.
pub(crate) fn thousands(chars: &[char], at: usize) -> bool {
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4)
}

fn between_digits(chars: &[char], at: usize) -> bool {
    at > 0 && chars[at - 1].is_ascii_digit() && chars.get(at + 1).is_some_and(char::is_ascii_digit)
}
