use super::cell::year;
use super::grid::squeeze;
use super::measure::{Measure, named};
use crate::facts::figure::Period;
use crate::facts::reading::{mentions, years};
use crate::lexicon::Lexicon;
use crate::ontology::ConceptId;
use crate::text::Span;

/// What a head of a row or column says.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// Its words without unit, marks and white space; empty when it says only the rest.
    pub(super) label: String,
    /// The same with everything, to tell its sort by.
    pub(super) words: String,
    pub(super) measures: Vec<Measure>,
    pub(super) period: Option<(Period, bool)>,
    pub(super) region: Option<ConceptId>,
    /// Where it stands.
    pub(super) span: Span,
    /// Whether it is a part of the row above: 其中：, #.
    pub(super) part: bool,
}

/// Reads a head. Years that it leaves open are those of `passage`.
pub(super) fn head(
    chars: &[char],
    cell: Span,
    passage: crate::facts::reading::Years,
    lexicon: &Lexicon<'_>,
) -> Head {
    let (measures, words) = named(chars, cell, lexicon);
    let mention = mentions(chars, cell, passage, &lexicon.cues).into_iter().next();
    let period = match year(chars, cell) {
        Some(year) => Some((years(year, year), false)),
        None => mention.map(|mention| (mention.period, mention.at_end)),
    };
    // The time is no part of the name: 2019年产量.
    let words = match mention {
        Some(mention) if mention.span.start == words.start && mention.span.end <= words.end => {
            Span::new(mention.span.end, words.end)
        }
        _ => words,
    };
    let squeezed = squeeze(chars, words);
    let whole = squeeze(chars, cell);
    if year(chars, cell).is_some() {
        return Head { words: whole, period, span: cell, ..Head::default() };
    }
    let (label, part) = bare(&squeezed);
    let region = lexicon.regions.exact(&label).first().copied();
    let label = if region.is_some() { String::new() } else { label };
    Head { label, words: whole, measures, period, region, span: cell, part }
}

/// A label without the marks before it, and whether they make it a part: #, 其中：, 一、, （1）.
fn bare(label: &str) -> (String, bool) {
    let mut rest = label;
    let mut part = false;
    loop {
        let before = rest;
        for mark in ["其中：", "其中:", "其中，", "#", "＃"] {
            if let Some(behind) = rest.strip_prefix(mark) {
                (rest, part) = (behind, true);
            }
        }
        rest = rest.trim_start_matches(['*', '＊', '·', '•', '—', '-', '─', '├', '└', '、', '.', '．', '．']);
        rest = ordinal(rest);
        if rest == before {
            return (rest.trim_end_matches(['：', ':']).to_owned(), part);
        }
    }
}

/// Words without the ordinal before them: 一、 （二） 3. ④.
fn ordinal(words: &str) -> &str {
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    if let Some(behind) = words.strip_prefix(|c: char| ('①'..='⑳').contains(&c)) {
        return behind;
    }
    if let Some(inside) = words.strip_prefix(['（', '(']) {
        let behind = inside.trim_start_matches(numeral);
        if behind.len() < inside.len()
            && let Some(behind) = behind.strip_prefix(['）', ')'])
        {
            return behind;
        }
    }
    let behind = words.trim_start_matches(numeral);
    match behind.strip_prefix(['、', '.', '．']) {
        Some(behind) if behind.len() < words.len() && words.starts_with(numeral) => behind,
        _ => words,
    }
}
