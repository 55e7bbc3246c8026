use crate::text::{Span, Text, sentences};
use std::collections::HashSet;

/// Words of a text with some of those around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words.
    pub exact: String,
    /// The words before them.
    pub prefix: String,
    /// The words behind them.
    pub suffix: String,
}

/// Code points quoted before and after.
const AROUND: usize = 12;

impl Quotation {
    /// The words at a span, with those around them on their line.
    #[must_use]
    pub fn of(text: &Text, span: Span) -> Self {
        let before = text.slice(Span::new(span.start.saturating_sub(AROUND), span.start));
        let behind = text.slice(Span::new(span.end, span.end + AROUND));
        let line = |words: &str| words.trim_matches(['\r', '\n']).to_owned();
        Self {
            exact: text.slice(span),
            prefix: before.rsplit(['\r', '\n']).next().map(line).unwrap_or_default(),
            suffix: behind.split(['\r', '\n']).next().map(line).unwrap_or_default(),
        }
    }

    /// The words at a span, with as much around them as tells them from the same words elsewhere: when their line does
    /// not, what stands before and behind it.
    #[must_use]
    pub fn telling(text: &Text, span: Span) -> Self {
        let near = Self::of(text, span);
        let wider = [1, 4, 16].into_iter().map(|times| Self {
            exact: near.exact.clone(),
            prefix: text.slice(Span::new(span.start.saturating_sub(times * AROUND), span.start)),
            suffix: text.slice(Span::new(span.end, span.end + times * AROUND)),
        });
        let tells = |quotation: &Self| {
            let around = [&quotation.prefix, &quotation.suffix];
            let [prefix, suffix] = around.map(|words| Some(words.as_str()).filter(|words| !words.is_empty()));
            locate(text, &quotation.exact, prefix, suffix) == Ok(span)
        };
        [near.clone()].into_iter().chain(wider).find(tells).unwrap_or(near)
    }
}

/// Finds words in a text: where they stand, or how often when that cannot be told.
///
/// Words that stand there once are found whatever is around them; of several, those with the words before and behind,
/// or at least with the ones or the others.
///
/// # Errors
/// The number of places that come into question.
pub fn locate(text: &Text, exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Result<Span, usize> {
    let string = text.as_str();
    if exact.is_empty() {
        return Err(0);
    }
    let hits: Vec<usize> = string.match_indices(exact).map(|(byte, _)| byte).collect();
    let before = |byte: usize| prefix.is_some_and(|prefix| string[..byte].ends_with(prefix));
    let behind = |byte: usize| suffix.is_some_and(|suffix| string[byte + exact.len()..].starts_with(suffix));
    let either = |byte: usize| before(byte) || behind(byte);
    let both = |byte: usize| before(byte) && behind(byte);
    let tries: [&dyn Fn(usize) -> bool; 3] = [&|_| true, &either, &both];
    let mut left = hits.len();
    for fits in tries {
        let fitting: Vec<usize> = hits.iter().copied().filter(|byte| fits(*byte)).collect();
        match fitting[..] {
            [byte] => {
                let start = string[..byte].chars().count();
                return Ok(Span::new(start, start + exact.chars().count()));
            }
            [] => {}
            _ => left = fitting.len(),
        }
    }
    Err(left)
}

/// The clause or sentence of a text that is most like some words: that shares most of their pairs of characters. Nothing
/// when none shares half of them.
#[must_use]
pub fn passage(text: &Text, words: &str) -> Option<String> {
    let wanted = pairs(words);
    let all = sentences(text, Span::new(0, text.len()));
    let spans = all.iter().flat_map(|sentence| sentence.clauses.iter().copied().chain([sentence.span]));
    let mut best = (0, 1, None);
    for span in spans {
        let found = pairs(&text.slice(span));
        // Dice's coefficient, as a fraction.
        let (shared, all) = (2 * wanted.intersection(&found).count(), wanted.len() + found.len());
        if 2 * shared >= all && shared * best.1 > best.0 * all {
            best = (shared, all, Some(span));
        }
    }
    Some(text.slice(best.2?).trim().to_owned())
}

/// Pairs of characters that stand side by side, without spaces.
fn pairs(words: &str) -> HashSet<(char, char)> {
    let chars: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
    chars.iter().copied().zip(chars.iter().copied().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_what_is_around_them_when_they_stand_twice() {
        let text = Text::new("甲省就业12万人，好。乙省就业12万人，很好。".to_owned());
        let find = |exact, prefix, suffix| locate(&text, exact, prefix, suffix);
        assert_eq!(find("甲省就业", Some("别的"), None), Ok(Span::new(0, 4)));
        assert_eq!(find("就业12万人", Some("乙省"), None), Ok(Span::new(13, 19)));
        assert_eq!(find("就业12万人", Some("乙省"), Some("，别的")), Ok(Span::new(13, 19)));
        assert_eq!(find("就业12万人", Some("省"), Some("，")), Err(2));
        assert_eq!(find("没有", None, None), Err(0));
    }

    #[test]
    fn words_whose_lines_are_alike_are_told_by_what_stands_before() {
        let text = Text::new("一、城镇\n失业率为2.7%。\n二、农村\n失业率为2.7%。\n".to_owned());
        for start in [5, 20] {
            let told = Quotation::telling(&text, Span::new(start, start + 8));
            let found = locate(&text, &told.exact, Some(&told.prefix), Some(&told.suffix));
            assert_eq!(found, Ok(Span::new(start, start + 8)), "{told:?}");
        }
        assert_eq!(Quotation::telling(&text, Span::new(2, 4)).prefix, "一、");
    }

    #[test]
    fn the_passage_most_like_some_words_is_found() {
        let text = Text::new("甲省就业12万人，比上年多2万人。乙省创业13万人，很好。".to_owned());
        assert_eq!(passage(&text, "乙省创业14万人").as_deref(), Some("乙省创业13万人"));
        assert_eq!(
            passage(&text, "甲省就业12万人,比上年多2万人。").as_deref(),
            Some("甲省就业12万人，比上年多2万人。")
        );
        assert_eq!(passage(&text, "完全无关"), None);
        assert_eq!(passage(&text, ""), None);
    }
}
