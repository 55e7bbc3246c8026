use crate::Reading;
use crate::text::Span;
use std::fmt;
use std::ops::Add;

/// How many of a text's numbers are accounted for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Numbers in Arabic digits.
    pub numbers: usize,
    /// Of these, in a figure, a heading's ordinal or otherwise known.
    pub known: usize,
}

impl Add for Coverage {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { numbers: self.numbers + other.numbers, known: self.known + other.known }
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} of {} numbers in the text are read or known not to be figures",
            self.known, self.numbers
        )
    }
}

/// Counts the numbers of a text, and those in figures, programs and ordinals; `known` says which of the others are
/// no figures either (dates, document numbers).
pub fn coverage(reading: &Reading, known: impl Fn(Span) -> bool) -> Coverage {
    let facts = &reading.facts;
    let mut spans: Vec<Span> = facts.figures.iter().map(|figure| figure.span).collect();
    spans.extend(facts.programs.iter().map(|program| program.name));
    for document in &reading.outline.documents {
        for section in &document.sections {
            let ordinal = section.ordinal.chars().count();
            spans.push(Span::new(section.heading.start.saturating_sub(ordinal), section.heading.start));
        }
    }
    let mut covered = vec![false; reading.source.text.len()];
    for span in spans {
        let end = span.end.min(covered.len());
        covered[span.start.min(end)..end].fill(true);
    }
    let mut count = Coverage::default();
    let chars = reading.source.text.chars();
    let mut start = 0;
    while start < chars.len() {
        if !chars[start].is_ascii_digit() && !('０'..='９').contains(&chars[start]) {
            start += 1;
            continue;
        }
        let length =
            chars[start..].iter().take_while(|c| c.is_numeric() || matches!(c, '.' | '．' | ',')).count();
        count.numbers += 1;
        if covered[start] || known(Span::new(start, start + length)) {
            count.known += 1;
        }
        start += length.max(1);
    }
    count
}
