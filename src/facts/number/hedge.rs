use super::quantity::{Form, Found};
use super::scan::Scanner;
use crate::facts::figure::Comparator;

impl Scanner<'_> {
    /// Hedges before and behind a quantity.
    pub(super) fn hedge(&self, found: Found) -> Found {
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
        for between in ["了", " ", "人均", "户均", "平均", "每人", "每户"] {
            let words: Vec<char> = between.chars().collect();
            if self.chars[..start].ends_with(&words) {
                start -= words.len();
            }
        }
        // 上千万, 上百家: only before a number that is a scale word alone.
        let climbing = start >= 2 && matches!(self.chars[start - 2], '跃' | '迈' | '站' | '登');
        if self.before(quantity.span.start) == '上'
            && !climbing
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
            // 签约64个 signs 64, it does not guess them.
            let part =
                len == 1 && start >= 2 && matches!(self.chars[start - 2..start], ['签' | '履' | '违', '约']);
            if len > 0 && !part {
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

    pub(super) fn hedged_before(&self, start: usize) -> bool {
        let cues = &self.lexicon.cues;
        [&cues.over, &cues.nearly, &cues.about, &cues.at_least, &cues.under, &cues.up_to]
            .iter()
            .any(|words| words.before(self.chars, start) > 0)
            || self.before(start) == '上'
    }
}
