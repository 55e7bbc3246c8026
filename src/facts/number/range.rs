use super::numeral::{Numeral, numeral};
use super::quantity::{Form, Found, Other};
use super::scan::Scanner;
use crate::facts::figure::Comparator;
use crate::text::Span;
use rust_decimal::Decimal;

impl Scanner<'_> {
    /// 6.5%－7%, 3—5万人, 3万至5万人, 6至7%. A date range ends as a date.
    pub(super) fn range(&self, low: &Numeral) -> Option<Found> {
        let (low_unit, low_end) = self.unit(low.span.end);
        let mut at = low_end;
        let connector = match self.char(at) {
            '—' | '－' | '-' | '–' | '～' | '~' | '―' => true,
            '至' | '到' => false,
            _ => return None,
        };
        at += 1;
        while connector && matches!(self.char(at), '—' | '－' | '-' | '–' | '―') {
            at += 1;
        }
        let high = numeral(self.chars, at)?;
        if let Some(span) = self.date(&high) {
            let dated = connector || low_unit.is_none();
            return dated.then_some(Found::Other(Span::new(low.span.start, span.end), Other::Date));
        }
        let (unit, unit_end) = self.unit(high.span.end);
        if self.char(high.span.end) == '岁' {
            return Some(Found::Other(Span::new(low.span.start, high.span.end + 1), Other::Age));
        }
        if !connector {
            // 从48%到66% and 由2000元到3000元 are two values.
            let from = (low.span.start.saturating_sub(12)..low.span.start)
                .any(|i| matches!(self.chars[i], '从' | '由'));
            if from || self.before(low.span.start) == '第' {
                return None;
            }
        }
        let Some(unit) = unit else {
            return connector.then_some(Found::Other(Span::new(low.span.start, high.span.end), Other::Name));
        };
        if low_unit.as_ref().is_some_and(|own| own.code != unit.code) || self.in_name(low.span.start) {
            return None;
        }
        if matches!(unit.code.as_str(), "year" | "month" | "day")
            && self.char(high.span.end) != '个'
            && !high.arabic
        {
            return Some(Found::Other(Span::new(low.span.start, unit_end), Other::Date));
        }
        let scale = if low.scale == Decimal::ONE && low_unit.is_none() { high.scale } else { Decimal::ONE };
        let first = low.value.checked_mul(scale)?.checked_mul(unit.factor)?;
        let second = high.value.checked_mul(unit.factor)?;
        if first >= second {
            return None;
        }
        let mut found = Self::quantity(Span::new(low.span.start, unit_end), first, Some(unit), Form::Plain);
        if let Found::Quantity(quantity) = &mut found {
            quantity.value2 = Some(second);
        }
        let mut found = self.hedge(found);
        if let Found::Quantity(quantity) = &mut found {
            quantity.comparator = Comparator::Between;
        }
        Some(found)
    }
}
