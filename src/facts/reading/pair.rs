use super::reader::Reader;
use crate::facts::figure::{Aspect, Figure, Month, Period, Status, TimeBasis};
use crate::facts::reason::PeriodReason;

impl Reader<'_> {
    /// In 从A提高到B the first value is of the time before, the second has the same indicator and sort.
    pub(super) fn pair(&mut self, first: usize) {
        for base in first..self.figures.len().saturating_sub(1) {
            if !self.pairs(&self.figures[base], &self.figures[base + 1]) {
                continue;
            }
            let (own, reached) = (self.figures[base].clone(), &mut self.figures[base + 1]);
            reached.indicator = own.indicator.clone();
            if matches!(own.aspect, Aspect::Share | Aspect::Rate | Aspect::Ratio) && own.unit == reached.unit
            {
                reached.aspect = own.aspect;
                reached.direction = None;
            }
            if own.period == reached.period
                && own.status == Status::Actual
                && reached.status == Status::Actual
            {
                self.figures[base].period = reached_before(own.period);
                self.figures[base].basis = TimeBasis::AtEnd;
                self.figures[base].reasons.period = PeriodReason::Before;
            }
        }
    }

    /// Whether 从 or 由 stands before the first figure and a verb that reaches a value between the two.
    fn pairs(&self, base: &Figure, second: &Figure) -> bool {
        let gap = second.hedged.start.saturating_sub(base.span.end);
        if gap == 0 || gap > 10 || base.unit != second.unit {
            return false;
        }
        let between = &self.chars[base.span.end..second.hedged.start];
        let start = base.quote.start.max(base.hedged.start.saturating_sub(12)).min(base.hedged.start);
        let from = self.chars[start..base.hedged.start].iter().any(|c| matches!(c, '从' | '由'));
        let reaches = between.iter().any(|c| matches!(c, '到' | '至' | '为' | '达'));
        let closed = between.iter().any(|c| matches!(c, '。' | '；' | '，' | ','));
        from && reaches && !closed
    }
}

/// The end of the time before a period: of 2021—2025 it is 2020.
fn reached_before(period: Option<Period>) -> Option<Period> {
    let start = period?.start.or(period?.end)?;
    let month = Month { year: start.year - 1, month: 12 };
    Some(Period { start: Some(month), end: Some(month), monthly: true })
}
