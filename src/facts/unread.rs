use super::Facts;
use super::number::{Found, Other};
use crate::outline::Outline;
use crate::text::{Sentence, Span, Text};

/// A number of the text that became no figure, and is not known to be something else (a date, an ordinal, a name).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread {
    /// Index of the document in the outline.
    pub document: usize,
    /// Index of the innermost section in that document.
    pub section: Option<usize>,
    /// The number, with its unit when it has one.
    pub span: Span,
    /// The sentence that it stands in.
    pub sentence: Span,
}

/// The numbers that are not accounted for, and how many there are in all. `cut` has the sentences of each document.
pub(crate) fn unread(
    text: &Text,
    outline: &Outline,
    facts: &Facts,
    found: &[Found],
    cut: &[Vec<Sentence>],
) -> (Vec<Unread>, usize) {
    let chars = text.chars();
    let mut told = vec![false; chars.len()];
    for span in accounted(outline, facts) {
        let end = span.end.min(told.len());
        told[span.start.min(end)..end].fill(true);
    }
    let mut numbers: Vec<(Span, bool)> = found.iter().map(|item| (item.span(), known(item))).collect();
    numbers.extend(unscanned(chars, found).into_iter().map(|span| (span, false)));
    numbers.sort_unstable_by_key(|(span, _)| *span);
    let unread = numbers.iter().filter(|(span, known)| {
        !known && !told[span.start..span.end.min(told.len())].contains(&true) && !numbers_a_line(chars, *span)
    });
    let unread = unread.map(|(span, _)| {
        let document = outline.document_at(span.start);
        let sentences = cut.get(document).map_or(&[][..], Vec::as_slice);
        let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let sentence = sentences.get(at).filter(|sentence| sentence.span.covers(*span));
        Unread {
            document,
            section: outline.documents.get(document).and_then(|document| document.section_at(span.start)),
            span: *span,
            sentence: trim(chars, sentence.map_or(*span, |sentence| sentence.span)),
        }
    });
    (unread.collect(), numbers.len() + facts.figures.len())
}

/// What facts, headings and titles are read from.
fn accounted(outline: &Outline, facts: &Facts) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for figure in &facts.figures {
        spans.extend([figure.span, figure.hedged]);
    }
    spans.extend(facts.programs.iter().map(|program| program.name));
    spans.extend(facts.enumerations.iter().map(|row| row.span));
    spans.extend(facts.claims.iter().map(|claim| claim.span));
    spans.extend(facts.recognitions.iter().map(|award| award.span));
    for policy in &facts.policies {
        spans.push(policy.title);
        spans.extend(policy.number);
    }
    for section in outline.documents.iter().flat_map(|document| &document.sections) {
        let ordinal = section.ordinal.chars().count();
        spans.push(Span::new(section.heading.start.saturating_sub(ordinal), section.heading.start));
    }
    spans
}

/// Whether what stands at a number is known not to be a figure.
fn known(item: &Found) -> bool {
    matches!(item, Found::Other(_, other) if *other != Other::Unknown)
}

/// Digits that the scan made nothing of at all.
fn unscanned(chars: &[char], found: &[Found]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let length =
            chars[at..].iter().take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(*c)).count();
        if length > 0 {
            let next = found.partition_point(|item| item.span().end <= at);
            if found.get(next).is_none_or(|item| item.span().start >= at + length) {
                spans.push(Span::new(at, at + length));
            }
        }
        at += length.max(1);
    }
    spans
}

/// Whether a number counts the lines or items of a list: 1. or （2） at the start of a line.
fn numbers_a_line(chars: &[char], span: Span) -> bool {
    let mut start = span.start;
    while start > 0 && matches!(chars[start - 1], '（' | '(' | ' ' | '\t' | '\u{3000}') {
        start -= 1;
    }
    let first = start == 0 || matches!(chars[start - 1], '\n' | '\r');
    let mark = matches!(chars.get(span.end), Some('.' | '．' | '、' | ')' | '）'));
    first && mark
}

fn trim(chars: &[char], mut span: Span) -> Span {
    while span.start < span.end && chars[span.start].is_whitespace() {
        span.start += 1;
    }
    while span.end > span.start && chars[span.end - 1].is_whitespace() {
        span.end -= 1;
    }
    span
}

#[cfg(test)]
mod tests {
    use crate::facts::stating::sample::read;

    #[test]
    fn a_number_that_nothing_was_made_of_is_told_with_its_sentence() {
        let (text, facts) = read("某省2017年就业工作情况\n城镇新增就业12万人。联系电话88881234转5。\n");
        let unread: Vec<_> = facts
            .unread
            .iter()
            .map(|unread| (text.slice(unread.span), text.slice(unread.sentence)))
            .collect();
        assert!(unread.iter().all(|(_, sentence)| sentence == "联系电话88881234转5。"), "{unread:?}");
        assert!(unread.iter().any(|(number, _)| number == "88881234"), "{unread:?}");
        assert!(facts.numbers > facts.unread.len());
    }
}
