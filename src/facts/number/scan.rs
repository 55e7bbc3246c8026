use super::numeral::{Numeral, digit, is_chinese_numeral, numeral};
use super::quantity::{Form, Found, Other, Quantity};
use crate::facts::figure::Comparator;
use crate::lexicon::{Lexicon, Unit};
use crate::text::{Span, Text};
use rust_decimal::Decimal;

/// Scans a text once and returns what stands at each number, in order.
pub(crate) fn scan(text: &Text, lexicon: &Lexicon<'_>) -> Vec<Found> {
    let scanner = Scanner { chars: text.chars(), lexicon, quoted: quoted(text.chars()) };
    let mut found = Vec::new();
    // Words that look back (上亿) may not take what is taken.
    let (mut at, mut free) = (0, 0);
    while at < scanner.chars.len() {
        match scanner.read(at).filter(|item| item.span().start >= free) {
            Some(item) => {
                let end = item.span().end;
                // A one-character numeral inside an ordinary word (统一, 万众) is no number at all.
                if !matches!(&item, Found::Other(span, Other::Unknown) if word_part(scanner.chars, *span)) {
                    free = end;
                    found.push(item);
                }
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

fn word_part(chars: &[char], span: Span) -> bool {
    chars[span.start..span.end].iter().all(|c| digit(*c).is_none())
}

/// Marks the offsets inside short quotations and titles, where numbers belong to names.
fn quoted(chars: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in chars.iter().enumerate() {
        match (c, open) {
            ('“' | '《' | '「' | '〔' | '［', None) => open = Some((at, *c)),
            ('”' | '》' | '」' | '〕' | '］', Some((start, mark))) => {
                // “…再建12家。” is somebody's speech.
                let speech = mark == '“' && matches!(chars[at - 1], '。' | '，' | '！' | '？');
                if mark == '《' || (at - start <= 26 && !speech) {
                    spans.push(Span::new(start, at + 1));
                }
                open = None;
            }
            ('\n', _) => open = None,
            _ => {}
        }
    }
    spans
}

/// Reads what stands at one place of a text.
pub(super) struct Scanner<'a> {
    pub(super) chars: &'a [char],
    pub(super) lexicon: &'a Lexicon<'a>,
    pub(super) quoted: Vec<Span>,
}

impl Scanner<'_> {
    pub(super) fn char(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\n')
    }

    pub(super) fn before(&self, at: usize) -> char {
        if at == 0 { '\n' } else { self.chars[at - 1] }
    }

    pub(super) fn read(&self, at: usize) -> Option<Found> {
        let c = self.chars[at];
        match c {
            '第' => self.ordinal(at),
            '首' | '榜' => self.first_place(at),
            '前' => self.top(at),
            '翻' => self.doubling(at),
            '清' | '为' | '归' => self.zero(at),
            '一' | '半' if matches!(self.char(at + 1), '半' | '数') => self.half(at),
            '-' | '－' | '−' => self.negative(at),
            '数' | '几' => self.number(at, &self.vague(at)?),
            _ if digit(c).is_some() || is_chinese_numeral(c) => self.number(at, &numeral(self.chars, at)?),
            _ => None,
        }
    }

    /// Whether an offset lies inside a short quotation, a title or a document number.
    pub(super) fn in_name(&self, at: usize) -> bool {
        let index = self.quoted.partition_point(|span| span.end <= at);
        self.quoted.get(index).is_some_and(|span| span.contains(at))
    }

    /// A number that starts at `at`.
    pub(super) fn number(&self, at: usize, number: &Numeral) -> Option<Found> {
        let previous = self.before(at);
        if previous.is_ascii_alphabetic()
            || matches!(
                previous,
                '〔' | '[' | '［' | '×' | '+' | '＋' | '@' | '/' | '－' | '-' | '—' | '~' | '～'
            )
        {
            return Some(Found::Other(number.span, Other::Name));
        }
        self.unsigned(at, number)
    }

    /// A number whatever stands before it.
    fn unsigned(&self, at: usize, number: &Numeral) -> Option<Found> {
        let end = number.span.end;
        let previous = self.before(at);
        if let Some(found) = self.fraction(number) {
            return Some(found);
        }
        if let Some(span) = self.date(number) {
            return Some(Found::Other(span, Other::Date));
        }
        if previous == '每' && number.value != Decimal::ONE {
            return Some(Found::Other(number.span, Other::Denominator));
        }
        if let Some(found) = self.range(number) {
            return Some(found);
        }
        if let Some(found) = self.ratio(number) {
            return Some(found);
        }
        if let Some(found) = self.tenths(number) {
            return Some(found);
        }
        let (mut unit, mut unit_end) = self.unit(end);
        if self.char(end) == '成' {
            // 百亿成势: more than ten are no tenths.
            (unit, unit_end) = (None, end);
        }
        let mut shared = Decimal::ONE;
        if unit.is_none()
            && number.arabic
            && let Some((lent, scale)) = self.lent(number)
        {
            unit = Some(lent);
            unit_end = end;
            shared = scale;
        }
        if unit.is_some() && self.char(unit_end) == '级' {
            // 万吨级泊位, 5万平方米级: a class, not an amount.
            return Some(Found::Other(Span::new(at, unit_end + 1), Other::Name));
        }
        if let Some(other) = self.excluded(number, unit.as_ref(), unit_end) {
            let end = if other == Other::Unknown { end } else { unit_end.max(end) };
            return Some(Found::Other(Span::new(at, end), other));
        }
        let form = match &unit {
            Some(_) => Form::Plain,
            None if number.scale >= Decimal::ONE_HUNDRED || number.more => Form::Elided,
            None => Form::Bare,
        };
        let factor = unit.as_ref().map_or(Decimal::ONE, |unit| unit.factor);
        let value = number.value.checked_mul(factor)?.checked_mul(shared)?;
        let mut found = Self::quantity(Span::new(at, unit_end.max(end)), value, unit, form);
        if let Found::Quantity(quantity) = &mut found
            && number.more
        {
            let at_least = matches!(self.char(at), '数' | '几');
            quantity.comparator = if at_least { Comparator::AtLeast } else { Comparator::Over };
        }
        let mut found = self.hedge(found);
        if let (Found::Quantity(quantity), Some(high)) = (&mut found, number.high) {
            quantity.value2 = high.checked_mul(factor);
            quantity.comparator = Comparator::Between;
        }
        Some(found)
    }

    /// A sign behind a Chinese word, with digits behind it: 自然增长率为-0.99‰.
    fn negative(&self, at: usize) -> Option<Found> {
        let before = self.before(at);
        let word = before.is_alphabetic() && !before.is_ascii() && !is_chinese_numeral(before);
        let number = numeral(self.chars, at + 1).filter(|number| word && number.arabic)?;
        let Found::Quantity(quantity) = self.unsigned(at + 1, &number)? else { return None };
        let hedged = Span::new(quantity.hedged.start.min(at), quantity.hedged.end);
        let span = Span::new(at, quantity.span.end);
        let plain = matches!(quantity.form, Form::Plain) && quantity.value2.is_none();
        plain.then(|| Found::Quantity(Quantity { span, hedged, value: -quantity.value, ..quantity }))
    }

    /// The unit and scale that a bare number takes from the one it is joined to: 0.6和1.0个百分点.
    fn lent(&self, number: &Numeral) -> Option<(Unit, Decimal)> {
        let mut at = number.span.end;
        for _ in 0..4 {
            if !matches!(self.char(at), '、' | '和' | '与' | '及') {
                return None;
            }
            let next = numeral(self.chars, at + 1).filter(|next| next.arabic)?;
            if let (Some(unit), _) = self.unit(next.span.end) {
                let dated = matches!(unit.code.as_str(), "year" | "month" | "day" | "count" | "rank");
                let scale = if number.scale == Decimal::ONE { next.scale } else { Decimal::ONE };
                return (!dated).then_some((unit, scale));
            }
            at = next.span.end;
        }
        None
    }

    pub(super) fn quantity(span: Span, value: Decimal, unit: Option<Unit>, form: Form) -> Found {
        Found::Quantity(Quantity {
            span,
            hedged: span,
            value,
            value2: None,
            unit,
            comparator: Comparator::Exact,
            form,
        })
    }
}
