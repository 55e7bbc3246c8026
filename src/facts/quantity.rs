use super::figure::Comparator;
use super::numeral::{Numeral, digit, is_chinese_numeral, numeral};
use crate::lexicon::{Lexicon, Unit};
use crate::text::{Span, Text};
use rust_decimal::Decimal;

/// A number with its unit and hedges, before anything is known of what it measures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    /// The number through its unit and the approximation words behind it.
    pub(crate) span: Span,
    /// The same with the hedge words before it.
    pub(crate) hedged: Span,
    /// Value in the base unit.
    pub(crate) value: Decimal,
    /// High end of a range.
    pub(crate) value2: Option<Decimal>,
    /// The unit; `None` when it is not printed.
    pub(crate) unit: Option<Unit>,
    /// How exactly it is stated.
    pub(crate) comparator: Comparator,
    /// What made it a quantity.
    pub(crate) form: Form,
}

/// What made a number a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Number and printed unit.
    Plain,
    /// A scaled or hedged number whose unit is left out (12.6万贫困人口).
    Elided,
    /// A bare number, to be read as an index, a ratio or nothing.
    Bare,
    /// A place in an ordering.
    Rank,
    /// a : b.
    Ratio,
}

/// What was found where digits or Chinese numerals stand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Found {
    /// A quantity.
    Quantity(Quantity),
    /// A number that is none: a date, a document number, an ordinal, a name.
    Other(Span, Other),
}

/// Why a number is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Other {
    /// A year, month, day, quarter or clock time, or a number of years that dates something.
    Date,
    /// 第三次, 第一批.
    Ordinal,
    /// Part of a name, a title or a set phrase.
    Name,
    /// The number of a document.
    DocumentNumber,
    /// A denominator: 每万人.
    Denominator,
    /// A small count written out: 三个方面.
    Count,
    /// An age.
    Age,
    /// Not understood.
    Unknown,
}

/// Scans a text once and returns what stands at each number, in order.
pub(crate) fn scan(text: &Text, lexicon: &Lexicon<'_>) -> Vec<Found> {
    let scanner = Scanner { chars: text.chars(), lexicon, quoted: quoted(text.chars()) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < scanner.chars.len() {
        match scanner.read(at) {
            Some(item) => {
                let end = match &item {
                    Found::Quantity(quantity) => quantity.span.end,
                    Found::Other(span, _) => span.end,
                };
                // A one-character numeral inside an ordinary word (统一, 万众) is no number at all.
                if !matches!(&item, Found::Other(span, Other::Unknown) if word_part(scanner.chars, *span)) {
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
                if mark == '《' || at - start <= 26 {
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

struct Scanner<'a> {
    chars: &'a [char],
    lexicon: &'a Lexicon<'a>,
    quoted: Vec<Span>,
}

impl Scanner<'_> {
    fn char(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\n')
    }

    fn before(&self, at: usize) -> char {
        if at == 0 { '\n' } else { self.chars[at - 1] }
    }

    fn read(&self, at: usize) -> Option<Found> {
        let c = self.chars[at];
        match c {
            '第' => self.ordinal(at),
            '首' | '榜' => self.first_place(at),
            '前' => self.top(at),
            '翻' => self.doubling(at),
            '数' | '几' => self.number(at, self.vague(at)?),
            _ if digit(c).is_some() || is_chinese_numeral(c) => self.number(at, numeral(self.chars, at)?),
            _ => None,
        }
    }

    /// 数十, 几百, 数千万: at least that many.
    fn vague(&self, at: usize) -> Option<Numeral> {
        numeral(self.chars, at).filter(|n| n.span.len() > 1)
    }

    /// 第 and a number: a rank when an ordering is spoken of, otherwise an ordinal.
    fn ordinal(&self, at: usize) -> Option<Found> {
        let number = numeral(self.chars, at + 1)?;
        let end = number.span.end;
        let next = self.char(end);
        let place = matches!(next, '位' | '名');
        let ends =
            matches!(next, '，' | ',' | '。' | '、' | '；' | ';' | '\n' | '）' | ')' | ' ' | '”' | '的');
        let ranked = self.lexicon.cues.ordinal_scope.before(self.chars, at) > 0;
        if !self.in_name(at) && ranked && (place || ends) {
            let span = Span::new(at, end + usize::from(place));
            return Some(self.rank(span, number.value));
        }
        Some(Found::Other(Span::new(at, end), Other::Ordinal))
    }

    /// 居全国首位, 榜首.
    fn first_place(&self, at: usize) -> Option<Found> {
        let len = match (self.char(at), self.char(at + 1)) {
            ('首', '位') | ('榜', '首') => 2,
            _ => return None,
        };
        let ranked = self.lexicon.cues.ordinal_scope.before(self.chars, at) > 0;
        ranked.then(|| self.rank(Span::new(at, at + len), Decimal::ONE))
    }

    /// 居全国前三, 前10位.
    fn top(&self, at: usize) -> Option<Found> {
        let number = numeral(self.chars, at + 1).filter(|n| n.value < Decimal::ONE_HUNDRED)?;
        let end = number.span.end;
        let place = matches!(self.char(end), '位' | '名' | '强');
        let ends = matches!(self.char(end), '，' | ',' | '。' | '、' | '；' | ';' | '\n' | '）' | ')');
        let ranked = self.lexicon.cues.ordinal_scope.before(self.chars, at) > 0;
        if ranked && (place || ends) {
            return Some(self.rank(Span::new(at, end + usize::from(place)), number.value));
        }
        // 前三季度 and the like.
        Some(Found::Other(Span::new(at, end), Other::Date))
    }

    fn rank(&self, span: Span, value: Decimal) -> Found {
        self.quantity(span, value, self.lexicon.units.of_code("rank").cloned(), Form::Rank)
    }

    fn quantity(&self, span: Span, value: Decimal, unit: Option<Unit>, form: Form) -> Found {
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

    /// 翻一番 doubles, 翻两番 makes four times as much.
    fn doubling(&self, at: usize) -> Option<Found> {
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
        let found = self.quantity(Span::new(at, end + 1), value, unit, Form::Plain);
        Some(self.hedge(found))
    }

    /// Whether an offset lies inside a short quotation, a title or a document number.
    fn in_name(&self, at: usize) -> bool {
        let index = self.quoted.partition_point(|span| span.end <= at);
        self.quoted.get(index).is_some_and(|span| span.contains(at))
    }

    /// A number that starts at `at`.
    fn number(&self, at: usize, number: Numeral) -> Option<Found> {
        let end = number.span.end;
        let previous = self.before(at);
        if previous.is_ascii_alphabetic()
            || matches!(
                previous,
                '〔' | '[' | '［' | '×' | '+' | '＋' | '@' | '/' | '－' | '-' | '—' | '~' | '～'
            )
        {
            return Some(Found::Other(number.span, Other::Name));
        }
        if let Some(found) = self.fraction(&number) {
            return Some(found);
        }
        if let Some(span) = self.date(&number) {
            return Some(Found::Other(span, Other::Date));
        }
        if previous == '每' && number.value != Decimal::ONE {
            return Some(Found::Other(number.span, Other::Denominator));
        }
        if let Some(found) = self.range(&number) {
            return Some(found);
        }
        if let Some(found) = self.ratio(&number) {
            return Some(found);
        }
        if let Some(found) = self.tenths(&number) {
            return Some(found);
        }
        let (unit, unit_end) = self.unit(end);
        if let Some(other) = self.excluded(&number, unit.as_ref(), unit_end) {
            let end = if other == Other::Unknown { end } else { unit_end.max(end) };
            return Some(Found::Other(Span::new(at, end), other));
        }
        let form = match &unit {
            Some(_) => Form::Plain,
            None if number.scale >= Decimal::ONE_HUNDRED || number.more => Form::Elided,
            None => Form::Bare,
        };
        let factor = unit.as_ref().map_or(Decimal::ONE, |unit| unit.factor);
        let value = number.value.checked_mul(factor)?;
        let mut found = self.quantity(Span::new(at, unit_end.max(end)), value, unit, form);
        if let Found::Quantity(quantity) = &mut found {
            if number.more {
                let vague = matches!(self.char(at), '数' | '几');
                quantity.comparator = if vague { Comparator::AtLeast } else { Comparator::Over };
            }
        }
        Some(self.hedge(found))
    }

    /// The unit that stands behind a number, over one space at the most, and where it ends.
    fn unit(&self, end: usize) -> (Option<Unit>, usize) {
        let at = if self.char(end) == ' ' { end + 1 } else { end };
        let Some((unit, len)) = self.lexicon.units.at(self.chars, at) else { return (None, end) };
        let next = self.char(at + len);
        let last = self.char(at + len - 1);
        // 人口, 人才, 家庭, 项目, 条件 are words, not units with something behind them.
        let word = match last {
            '人' if len == 1 => matches!(next, '口' | '才' | '员' | '民' | '均' | '社' | '力' | '士'),
            '家' if len == 1 => matches!(next, '庭' | '长' | '政' | '具' | '电'),
            '户' if len == 1 => matches!(next, '籍' | '口' | '外'),
            '项' if len == 1 => matches!(next, '目'),
            '条' if len == 1 => matches!(next, '件' | '例'),
            '场' if len == 1 => matches!(next, '所' | '馆' | '景'),
            '处' if len == 1 => matches!(next, '理' | '于' | '置'),
            '部' if len == 1 => matches!(next, '门' | '委' | '分' | '署' | '队'),
            '组' if len == 1 => matches!(next, '织'),
            '支' if len == 1 => matches!(next, '持' | '出'),
            '台' if len == 1 => matches!(next, '账' | '湾'),
            '种' if len == 1 => matches!(next, '植' | '业' | '养'),
            '本' if len == 1 => matches!(next, '科' | '级' | '地' | '市' | '省'),
            '门' if len == 1 => matches!(next, '类' | '户'),
            '年' if len == 1 => matches!(next, '级' | '度'),
            '方' if len == 1 => matches!(next, '面' | '案' | '式' | '针' | '位'),
            '对' if len == 1 => matches!(next, '口' | '外' | '接'),
            '名' if len == 1 => matches!(next, '牌' | '校'),
            '口' if len == 1 => matches!(next, '岸'),
            '个' if len == 1 => match next {
                '体' | '别' | '位' => true,
                '人' => matches!(self.char(at + len + 1), '所' | '账' | '养' | '消' | '贷' | '参'),
                _ => false,
            },
            _ => false,
        };
        if word { (None, end) } else { (Some(unit.clone()), at + len) }
    }

    /// Hedges before and behind a quantity.
    fn hedge(&self, found: Found) -> Found {
        let Found::Quantity(mut quantity) = found else { return found };
        let cues = &self.lexicon.cues;
        let mut end = quantity.span.end;
        let time = quantity
            .unit
            .as_ref()
            .is_some_and(|unit| matches!(unit.code.as_str(), "day" | "hour" | "minute" | "month" | "year"));
        let mut behind = None;
        for (words, comparator) in [
            (&cues.after_at_least, Comparator::AtLeast),
            (&cues.after_up_to, Comparator::UpTo),
            (&cues.after_about, Comparator::About),
            (&cues.after_over, Comparator::Over),
        ] {
            let len = words.at(self.chars, end);
            if len > 0 && behind.is_none() && !(len == 1 && quantity.form == Form::Bare) {
                behind = Some(comparator);
                end += len;
            }
        }
        if behind.is_none() && time && self.char(end) == '内' {
            quantity.comparator = Comparator::UpTo;
            quantity.hedged.end = end + 1;
        } else if let Some(comparator) = behind {
            quantity.comparator = comparator;
            quantity.span.end = end;
            quantity.hedged.end = end;
        }
        let mut start = quantity.span.start;
        if self.before(start) == '了' || self.before(start) == ' ' {
            start -= 1;
        }
        // 上千万, 上百家: only before a number that is a scale word alone.
        if self.before(quantity.span.start) == '上'
            && matches!(self.char(quantity.span.start), '十' | '百' | '千' | '万' | '亿')
        {
            quantity.span.start -= 1;
            quantity.hedged.start = quantity.span.start;
            quantity.comparator = Comparator::AtLeast;
            return Found::Quantity(quantity);
        }
        for (words, comparator) in [
            (&cues.up_to, Comparator::UpTo),
            (&cues.at_least, Comparator::AtLeast),
            (&cues.under, Comparator::Under),
            (&cues.over, Comparator::Over),
            (&cues.nearly, Comparator::Nearly),
            (&cues.about, Comparator::About),
        ] {
            let len = words.before(self.chars, start);
            if len > 0 {
                // 不超过 ends in 超过, 至少 in 少: the first list that fits has the longer words.
                if quantity.comparator == Comparator::Exact {
                    quantity.comparator = comparator;
                }
                quantity.hedged.start = start - len;
                break;
            }
        }
        Found::Quantity(quantity)
    }

    /// X分之Y, 百分之Y, X/Y.
    fn fraction(&self, number: &Numeral) -> Option<Found> {
        let end = number.span.end;
        let percent = self.lexicon.units.of_code("percent").cloned();
        let hundred = Decimal::ONE_HUNDRED;
        if self.char(end) == '分' && self.char(end + 1) == '之' {
            let top = numeral(self.chars, end + 2)?;
            let value = (top.value * hundred).checked_div(number.value)?;
            let mut found = self.quantity(
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
            let found = self.quantity(
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
    fn tenths(&self, number: &Numeral) -> Option<Found> {
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
        let found = self.quantity(span, value, self.lexicon.units.of_code("percent").cloned(), Form::Plain);
        Some(self.hedge(found))
    }

    /// 6.5%－7%, 3—5万人, 3万至5万人, 6至7%. A date range ends as a date.
    fn range(&self, low: &Numeral) -> Option<Found> {
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
        let mut found = self.quantity(Span::new(low.span.start, unit_end), first, Some(unit), Form::Plain);
        if let Found::Quantity(quantity) = &mut found {
            quantity.value2 = Some(second);
        }
        let mut found = self.hedge(found);
        if let Found::Quantity(quantity) = &mut found {
            quantity.comparator = Comparator::Between;
        }
        Some(found)
    }

    /// 4：1, 2.1:47.3:50.6.
    fn ratio(&self, first: &Numeral) -> Option<Found> {
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
                Some(self.quantity(span, value, self.lexicon.units.of_code("ratio").cloned(), Form::Ratio))
            }
            [_, _, _, ..] => Some(Found::Other(span, Other::Name)),
            _ => None,
        }
    }

    /// A date, a quarter, a clock time, or a span of years that only dates something.
    fn date(&self, number: &Numeral) -> Option<Span> {
        let start = number.span.start;
        let end = number.span.end;
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
    fn date_range(&self, number: &Numeral) -> Option<Span> {
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

    /// Why a number with or without a unit is no quantity.
    fn excluded(&self, number: &Numeral, unit: Option<&Unit>, unit_end: usize) -> Option<Other> {
        let start = number.span.start;
        let end = number.span.end;
        let next = self.char(end);
        if next == '号' || matches!(self.before(start), '〔' | '［') || self.char(end) == '〕' {
            return Some(Other::DocumentNumber);
        }
        if next == '岁' || (next == '周' && self.char(end + 1) == '岁') {
            return Some(Other::Age);
        }
        let hedged_scale = number.bare && self.hedged_before(start);
        if self.in_name(start)
            && !(number.arabic && unit.is_some() && (number.scale > Decimal::ONE || number.value.scale() > 0))
        {
            return Some(Other::Name);
        }
        if next.is_ascii_alphabetic() && unit.is_none() {
            return Some(Other::Name);
        }
        let code = unit.map(|unit| unit.code.as_str());
        if number.arabic {
            return match code {
                Some("year" | "month") if !self.term(start, unit_end) => Some(Other::Date),
                None if matches!(next, '强' | '版' | '级' | '线' | '型' | '届' | '度' | '后')
                    && number.scale == Decimal::ONE =>
                {
                    Some(Other::Name)
                }
                _ => None,
            };
        }
        // Written in Chinese numerals.
        match code {
            None if number.more && number.scale >= Decimal::TEN => None,
            None if number.bare && !hedged_scale => Some(Other::Unknown),
            None if number.scale < Decimal::from(10_000) => Some(Other::Unknown),
            None => None,
            Some("year" | "month" | "day" | "hour") if !self.term(start, unit_end) => Some(Other::Date),
            Some(_)
                if number.bare && !hedged_scale && !number.more && number.value < Decimal::from(10_000) =>
            {
                Some(Other::Unknown)
            }
            Some("percent" | "percentage-point" | "permille" | "multiple" | "basis-point") => None,
            Some("count") if number.value < Decimal::ONE_HUNDRED && !number.more => Some(Other::Count),
            Some(_) if number.value <= Decimal::ONE && !number.more => Some(Other::Count),
            Some(_) => None,
        }
    }

    fn hedged_before(&self, start: usize) -> bool {
        let cues = &self.lexicon.cues;
        [&cues.over, &cues.nearly, &cues.about, &cues.at_least, &cues.under, &cues.up_to]
            .iter()
            .any(|words| words.before(self.chars, start) > 0)
            || self.before(start) == '上'
    }

    /// Whether a length of time is a term of its own (不超过3年, 缩短至15天, 7个工作日内), not a date.
    fn term(&self, start: usize, unit_end: usize) -> bool {
        let cues = &self.lexicon.cues;
        cues.after_up_to.at(self.chars, unit_end) > 0
            || self.char(unit_end) == '内'
            || cues.up_to.before(self.chars, start) > 0
            || cues.at_least.before(self.chars, start) > 0
            || (start >= 2
                && matches!(
                    self.chars[start - 2..start],
                    ['缩', '短'] | ['延', '长'] | ['期', '限'] | ['为', '期']
                ))
    }
}
