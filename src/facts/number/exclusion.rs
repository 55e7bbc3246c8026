use super::numeral::Numeral;
use super::quantity::Other;
use super::scan::Scanner;
use crate::lexicon::Unit;
use rust_decimal::Decimal;

impl Scanner<'_> {
    /// Why a number with or without a unit is no quantity.
    pub(super) fn excluded(&self, number: &Numeral, unit: Option<&Unit>, unit_end: usize) -> Option<Other> {
        let start = number.span.start;
        let end = number.span.end;
        let next = self.char(end);
        if next == '号' || matches!(self.before(start), '〔' | '［') || self.char(end) == '〕' {
            return Some(Other::DocumentNumber);
        }
        if next == '岁' || (next == '周' && self.char(end + 1) == '岁') {
            return Some(Other::Age);
        }
        if number.bare && unit.is_some() && !self.hedged_before(start) && self.names_plan(unit_end) {
            return Some(Other::Name);
        }
        // A scale and a unit without any digit only name a unit: 产量（万吨）, 单位：亿元.
        if number.bare && self.heads_table(start, unit_end) {
            return Some(Other::Name);
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
        // 万家灯火, 每万人拥有, 千亿县: scale words alone name no amount.
        let cues = &self.lexicon.cues;
        let behind = [&cues.after_at_least, &cues.after_over, &cues.after_up_to];
        if number.bare
            && !number.more
            && !hedged_scale
            && !behind.iter().any(|words| words.at(self.chars, unit_end) > 0 || words.at(self.chars, end) > 0)
        {
            return Some(Other::Unknown);
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

    /// Whether a number without digits opens the name of a plan: 千亿斤粮食产能提升行动.
    fn names_plan(&self, from: usize) -> bool {
        let plan = &self.lexicon.cues.plan_noun;
        let end = (from..from + 16).find(|at| !self.char(*at).is_alphabetic()).unwrap_or(from);
        end > from + 2 && plan.before(self.chars, end) > 0
    }

    /// Whether a unit stands alone in a bracket, a table cell or behind 单位：.
    fn heads_table(&self, start: usize, end: usize) -> bool {
        let before = self.before(start);
        let behind = self.char(end);
        matches!((before, behind), ('（', '）') | ('(', ')') | ('\t', '\t' | '\n'))
            || (before == '：' && self.chars[..start - 1].ends_with(&['单', '位']))
    }

    /// Whether a length of time is a term of its own (不超过3年, 缩短至15天, 7个工作日内), not a date.
    pub(super) fn term(&self, start: usize, unit_end: usize) -> bool {
        let cues = &self.lexicon.cues;
        cues.after_up_to.at(self.chars, unit_end) > 0
            || self.char(unit_end) == '内'
            || cues.up_to.before(self.chars, start) > 0
            || cues.at_least.before(self.chars, start) > 0
            || cues.after_at_least.at(self.chars, unit_end) > 0
            || self.before(start) == '每'
            || cues.lasting.before(self.chars, start) > 0
            || (start >= 2
                && matches!(
                    self.chars[start - 2..start],
                    ['缩', '短'] | ['延', '长'] | ['期', '限'] | ['为', '期']
                ))
    }
}
