use super::quantity::{Found, Other};
use super::scan::scan;
use crate::lexicon::Lexicon;
use crate::text::{Span, Text};

/// The numerals in digits of a text that may state a quantity: all but dates, ordinals, document numbers, ages and
/// parts of names.
#[must_use]
pub fn numerals(text: &Text, lexicon: &Lexicon<'_>) -> Vec<Span> {
    let chars = text.chars();
    let digit = |at: usize| chars.get(at).is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(c));
    let mut seen = vec![false; chars.len()];
    let mut spans = Vec::new();
    for found in scan(text, lexicon) {
        let span = found.span();
        seen[span.start..span.end.min(chars.len())].fill(true);
        let quantity = matches!(found, Found::Quantity(_) | Found::Other(_, Other::Unknown));
        if quantity && (span.start..span.end).any(digit) {
            spans.push(span);
        }
    }
    let mut at = 0;
    while at < chars.len() {
        let end = (at..chars.len()).find(|at| !digit(*at)).unwrap_or(chars.len());
        if end == at {
            at += 1;
            continue;
        }
        if !seen[at] && !counts_items(chars, Span::new(at, end)) {
            spans.push(Span::new(at, end));
        }
        at = end;
    }
    spans.sort_unstable();
    spans
}

/// Whether a number stands at the beginning of a line or a bracket and counts items: `1.`, `（2）`.
fn counts_items(chars: &[char], span: Span) -> bool {
    let before = chars[..span.start].iter().rev().find(|c| !matches!(c, ' ' | '\u{3000}' | '\t'));
    let behind = chars.get(span.end).copied().unwrap_or('\n');
    span.len() <= 2
        && before.is_none_or(|c| matches!(c, '\n' | '\r' | '(' | '（' | '。'))
        && matches!(behind, '.' | '．' | '、' | ')' | '）')
}
