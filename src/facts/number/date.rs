use super::numeral::{Numeral, numeral};
use super::scan::Scanner;
use crate::text::Span;
use rust_decimal::Decimal;

impl Scanner<'_> {
    /// A date, a quarter, a clock time, or a span of years that only dates something.
    pub(super) fn date(&self, number: &Numeral) -> Option<Span> {
        let start = number.span.start;
        let mut end = number.span.end;
        if self.char(end) == ' ' && matches!(self.char(end + 1), '年' | '月' | '日') {
            end += 1;
        }
        let here = |end: usize| Some(Span::new(start, end));
        let small = number.scale == Decimal::ONE && !number.more;
        match (self.char(end), self.char(end + 1)) {
            ('年', _)
                if number.digits_only
                    || (number.arabic
                        && number.scale == Decimal::ONE
                        && number.value >= Decimal::from(1900)
                        && number.value <= Decimal::from(2100)) =>
            {
                here(end + 1)
            }
            ('年', '代' | '级' | '度') => here(end + 1),
            ('—' | '－' | '-' | '–' | '～' | '~' | '至' | '到', _) if small => {
                self.date_range(number)
            }
            ('月', _) if small && number.value <= Decimal::from(12) => here(end + 1),
            ('季', '度') if small => here(end + 2),
            ('日' | '号', _) if small && number.value <= Decimal::from(31) => here(end + 1),
            ('时' | '点', _) if small && number.value <= Decimal::from(24) && self.char(end + 1) != '间' => {
                here(end + 1)
            }
            ('周', '年') | ('世', '纪') => here(end + 2),
            ('届', _) => here(end + 1),
            _ => None,
        }
    }

    /// 1—9月, 2021—2025年.
    pub(super) fn date_range(&self, number: &Numeral) -> Option<Span> {
        let mut at = number.span.end + 1;
        while matches!(self.char(at), '—' | '－' | '-' | '–') {
            at += 1;
        }
        let high = numeral(self.chars, at).filter(|high| high.scale == Decimal::ONE)?;
        let unit = self.char(high.span.end);
        let dated = match unit {
            '月' | '日' | '号' => true,
            '年' => high.value >= Decimal::from(1900),
            '季' => self.char(high.span.end + 1) == '度',
            _ => false,
        };
        dated.then(|| Span::new(number.span.start, high.span.end + 1))
    }
}
