use crate::facts::figure::Comparator;
use crate::facts::number::numeral;
use crate::lexicon::{Lexicon, Unit};
use crate::text::Span;
use rust_decimal::Decimal;

/// A number that fills its cell.
#[derive(Debug, Clone)]
pub(super) struct Number {
    /// The numeral with a unit behind it.
    pub(super) span: Span,
    /// The same with its sign.
    pub(super) signed: Span,
    /// Its value, not yet in a base unit, with its sign.
    pub(super) value: Decimal,
    /// The unit printed in the cell.
    pub(super) unit: Option<Unit>,
    pub(super) comparator: Comparator,
}

/// The number that a cell is, when it is one; 2019年 is none.
pub(super) fn number(chars: &[char], cell: Span, lexicon: &Lexicon<'_>) -> Option<Number> {
    if chars[cell.start..cell.end].contains(&'年') && year(chars, cell).is_some() {
        return None;
    }
    let mut at = cell.start;
    let mut comparator = match chars[at..cell.end].first()? {
        '≥' | '＞' | '>' => Comparator::AtLeast,
        '≤' | '＜' | '<' => Comparator::UpTo,
        '约' => Comparator::About,
        _ => Comparator::Exact,
    };
    at += usize::from(comparator != Comparator::Exact);
    let sign = at < cell.end && matches!(chars[at], '-' | '－' | '−' | '–' | '+' | '＋' | '↑' | '↓');
    let negative = sign && !matches!(chars[at], '+' | '＋' | '↑');
    at += usize::from(sign);
    let numeral =
        numeral(&chars[..cell.end], at).filter(|numeral| numeral.arabic && numeral.high.is_none())?;
    let mut end = numeral.span.end;
    let unit = lexicon.units.at(&chars[..cell.end], end).map(|(unit, len)| {
        end += len;
        unit.clone()
    });
    let tail: String = chars[end..cell.end].iter().filter(|c| !c.is_whitespace()).collect();
    match &*tail {
        "" => {}
        "左右" => comparator = Comparator::About,
        "以上" => comparator = Comparator::AtLeast,
        "以下" | "以内" => comparator = Comparator::UpTo,
        _ => return None,
    }
    if !tail.is_empty() {
        end = cell.end;
    }
    if numeral.more {
        comparator = Comparator::Over;
    }
    let value = if negative { -numeral.value } else { numeral.value };
    Some(Number { span: Span::new(at, end), signed: Span::new(cell.start, end), value, unit, comparator })
}

/// The year that a cell is: 2019, 2019年. Without 年 it may be a number as well.
pub(super) fn year(chars: &[char], cell: Span) -> Option<i32> {
    let words: String = chars[cell.start..cell.end].iter().filter(|c| !c.is_whitespace()).collect();
    let digits = words.strip_suffix("年度").or_else(|| words.strip_suffix('年')).unwrap_or(&words);
    let plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|year| plain && (1949..=2100).contains(year))
}
