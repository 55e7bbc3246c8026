use super::numeral::{Numeral, digit, numeral};
use super::quantity::{Form, Found, Other};
use super::scan::Scanner;
use crate::facts::figure::Comparator;
use crate::text::Span;
use rust_decimal::Decimal;

impl Scanner<'_> {
    /// 一半, 半数: 50 per cent, when the words around tell that it is a share.
    pub(super) fn half(&self, at: usize) -> Option<Found> {
        let len = match (self.char(at), self.char(at + 1)) {
            ('一', '半') | ('半', '数') => 2,
            _ => return None,
        };
        let cues = &self.lexicon.cues;
        let hedged = self.hedged_before(at)
            || cues.after_at_least.at(self.chars, at + len) > 0
            || self.before(at) == '过';
        let told = hedged || matches!(self.before(at), '占' | '的' | '了' | '到' | '达');
        if !told || self.in_name(at) {
            return None;
        }
        let percent = self.lexicon.units.of_code("percent").cloned();
        Some(self.hedge(Self::quantity(Span::new(at, at + len), Decimal::from(50), percent, Form::Plain)))
    }

    /// 数十, 几百, 数千万: at least that many.
    pub(super) fn vague(&self, at: usize) -> Option<Numeral> {
        numeral(self.chars, at).filter(|n| n.span.len() > 1)
    }

    /// X分之Y, 百分之Y, X/Y.
    pub(super) fn fraction(&self, number: &Numeral) -> Option<Found> {
        let end = number.span.end;
        let percent = self.lexicon.units.of_code("percent").cloned();
        let hundred = Decimal::ONE_HUNDRED;
        if self.char(end) == '分' && self.char(end + 1) == '之' {
            let top = numeral(self.chars, end + 2)?;
            let value = (top.value * hundred).checked_div(number.value)?;
            let mut found = Self::quantity(
                Span::new(number.span.start, top.span.end),
                value.round_dp(6),
                percent,
                Form::Plain,
            );
            if let Found::Quantity(quantity) = &mut found {
                if top.more {
                    quantity.comparator = Comparator::Over;
                }
                if number.value == Decimal::ONE_THOUSAND {
                    quantity.value = top.value;
                    quantity.unit = self.lexicon.units.of_code("permille").cloned();
                }
            }
            return Some(self.hedge(found));
        }
        if self.char(end) == '/' && number.arabic && number.value < hundred {
            let bottom = numeral(self.chars, end + 1)
                .filter(|n| n.arabic && n.value <= hundred && n.value > number.value)?;
            let value = (number.value * hundred).checked_div(bottom.value)?;
            let found = Self::quantity(
                Span::new(number.span.start, bottom.span.end),
                value.round_dp(6),
                percent,
                Form::Plain,
            );
            return (!self.in_name(number.span.start)).then(|| self.hedge(found));
        }
        None
    }

    /// 九成, 三成半.
    pub(super) fn tenths(&self, number: &Numeral) -> Option<Found> {
        let end = number.span.end;
        let next = self.char(end + 1);
        let word = matches!(
            next,
            '为' | '功' | '立' | '果' | '效' | '员' | '本' | '长' | '就' | '品' | '交' | '熟' | '绩' | '套'
        );
        if self.char(end) != '成' || word || number.value > Decimal::TEN || number.scale > Decimal::ONE {
            return None;
        }
        let half = next == '半';
        let value = number.value * Decimal::TEN + if half { Decimal::from(5) } else { Decimal::ZERO };
        let span = Span::new(number.span.start, end + 1 + usize::from(half));
        let found = Self::quantity(span, value, self.lexicon.units.of_code("percent").cloned(), Form::Plain);
        Some(self.hedge(found))
    }

    /// 4：1, 2.1:47.3:50.6.
    pub(super) fn ratio(&self, first: &Numeral) -> Option<Found> {
        let mark = |c: char| matches!(c, ':' | '：' | '∶');
        let mut end = first.span.end;
        let mut parts = vec![first.value];
        while mark(self.char(end)) && digit(self.char(end + 1)).is_some() {
            let (value, next) = super::numeral::decimal(self.chars, end + 1)?;
            parts.push(value);
            end = next;
        }
        let span = Span::new(first.span.start, end);
        match parts.as_slice() {
            [a, b] if first.arabic && !b.is_zero() && *a < Decimal::ONE_THOUSAND => {
                // 8:30 is a clock time: two digits behind the colon and no decimal point.
                let clock =
                    self.chars[first.span.end + 1..end].len() == 2 && b.scale() == 0 && a.scale() == 0;
                if clock {
                    return Some(Found::Other(span, Other::Date));
                }
                let value = a.checked_div(*b)?.round_dp(6);
                Some(Self::quantity(span, value, self.lexicon.units.of_code("ratio").cloned(), Form::Ratio))
            }
            [_, _, _, ..] => Some(Found::Other(span, Other::Name)),
            _ => None,
        }
    }

    /// 翻一番 doubles, 翻两番 makes four times as much.
    pub(super) fn doubling(&self, at: usize) -> Option<Found> {
        let mut end = at + 1;
        if self.char(end) == '了' {
            end += 1;
        }
        let times = match numeral(self.chars, end) {
            Some(number) if self.char(number.span.end) == '番' => {
                end = number.span.end;
                number.value
            }
            _ if self.char(end) == '番' => Decimal::ONE,
            _ => return None,
        };
        let power = u32::try_from(times.trunc().mantissa()).ok().filter(|p| (1..=10).contains(p))?;
        let value = Decimal::from(2_u64.pow(power));
        let unit = self.lexicon.units.of_code("multiple").cloned();
        let found = Self::quantity(Span::new(at, end + 1), value, unit, Form::Plain);
        Some(self.hedge(found))
    }

    /// 动态清零, 动态为零: none is left, told without a verb of keeping or securing it.
    pub(super) fn zero(&self, at: usize) -> Option<Found> {
        if self.char(at + 1) != '零' || !self.chars[..at].ends_with(&['动', '态']) {
            return None;
        }
        let clause = self.chars[..at]
            .iter()
            .rposition(|c| matches!(c, '，' | ',' | '。' | '；' | '\n'))
            .map_or(0, |mark| mark + 1);
        let cues = &self.lexicon.cues;
        if cues.assure.inside(self.chars, clause, at) {
            return None;
        }
        let family = cues.household.inside(self.chars, clause, at);
        let unit = self.lexicon.units.of_code(if family { "household" } else { "count" }).cloned();
        Some(Self::quantity(Span::new(at, at + 2), Decimal::ZERO, unit, Form::Plain))
    }
}
