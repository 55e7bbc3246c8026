use crate::lexicon::{Lexicon, Unit};
use crate::text::Span;
use rust_decimal::Decimal;

/// A unit with the scale that is printed with it: 万元 is 元 by ten thousand.
#[derive(Debug, Clone)]
pub(super) struct Measure {
    pub(super) unit: Unit,
    pub(super) scale: Decimal,
}

impl Measure {
    /// A unit by itself.
    pub(super) fn of_code(code: &str, lexicon: &Lexicon<'_>) -> Option<Self> {
        lexicon.units.of_code(code).map(|unit| Self { unit: unit.clone(), scale: Decimal::ONE })
    }

    pub(super) fn is_percent(&self) -> bool {
        matches!(self.unit.code.as_str(), "percent" | "permille" | "percentage-point")
    }
}

/// The unit that words are, all of them: 万元, 亿千瓦时, ±%.
pub(super) fn measure(chars: &[char], words: Span, lexicon: &Lexicon<'_>) -> Option<Measure> {
    let words: Vec<char> =
        chars[words.start..words.end].iter().copied().filter(|c| !c.is_whitespace() && *c != '±').collect();
    let (mut at, mut scale) = (0, Decimal::ONE);
    loop {
        // 千米 is a unit by itself, 千人 is not.
        if let Some((unit, len)) = lexicon.units.at(&words, at)
            && at + len == words.len()
        {
            return Some(Measure { unit: unit.clone(), scale: scale.checked_mul(unit.factor)? });
        }
        let factor = match words.get(at)? {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => return None,
        };
        scale = scale.checked_mul(Decimal::from(factor))?;
        at += 1;
    }
}

/// The units that some words name behind 单位： or in brackets at their end, and where the words end without them.
pub(super) fn named(chars: &[char], words: Span, lexicon: &Lexicon<'_>) -> (Vec<Measure>, Span) {
    let at = |word: &str| {
        let word: Vec<char> = word.chars().collect();
        (words.start..words.end)
            .find(|at| chars[*at..words.end].starts_with(&word))
            .map(|at| (at, at + word.len()))
    };
    // The word itself may be printed apart: 单 位：
    let labelled =
        [at("单位：").or_else(|| at("单位:")), at("单 位："), at("计量单位")].into_iter().flatten().next();
    if let Some((start, from)) = labelled {
        let end = (from..words.end).find(|at| matches!(chars[*at], '）' | ')')).unwrap_or(words.end);
        let open = usize::from(start > words.start && matches!(chars[start - 1], '（' | '('));
        let rest = Span::new(words.start, start - open);
        return (list(chars, Span::new(from, end), lexicon), rest);
    }
    let last = (words.start..words.end).rev().find(|at| matches!(chars[*at], '（' | '('));
    let closed = words.end > words.start && matches!(chars[words.end - 1], '）' | ')');
    if let Some(open) = last.filter(|_| closed) {
        let units = list(chars, Span::new(open + 1, words.end - 1), lexicon);
        if !units.is_empty() {
            return (units, Span::new(words.start, open));
        }
    }
    (Vec::new(), words)
}

/// 亿元、%.
fn list(chars: &[char], words: Span, lexicon: &Lexicon<'_>) -> Vec<Measure> {
    let mut units = Vec::new();
    let mut start = words.start;
    for end in words.start..=words.end {
        if end == words.end || matches!(chars[end], '、' | '，' | ',' | '；' | ';') {
            units.extend(measure(chars, Span::new(start, end), lexicon));
            start = end + 1;
        }
    }
    units
}
