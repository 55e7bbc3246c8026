use super::aspect::Sort;
use super::passage::Passage;
use super::reader::{Reader, Scene};
use super::slot::Slot;
use super::time::{Mention, Reach};
use crate::facts::figure::{Aspect, Period, Status, TimeBasis};
use crate::facts::reason::{PeriodReason, StatusReason};
use crate::text::{Sentence, Span};

impl Reader<'_> {
    #[allow(clippy::too_many_arguments, reason = "all of it decides the period")]
    pub(super) fn period(
        &self,
        slot: &Slot<'_>,
        sentence: &Sentence,
        times: &[Mention],
        said: Option<Mention>,
        passage: Passage,
        recurring: bool,
        status: Status,
        sort: Sort,
    ) -> (Option<Period>, PeriodReason, TimeBasis) {
        let cues = &self.lexicon.cues;
        let before = slot.quantity.span.start;
        let reaches = |mention: &&Mention| {
            mention.span.end <= before && (mention.reach != Reach::Number || before - mention.span.end <= 3)
        };
        let own = times.iter().rev().filter(reaches).find(|mention| mention.span.start >= slot.clause.start);
        let mention = own.or_else(|| times.iter().rev().find(reaches)).copied();
        // 全年 in a row under 今年的目标 is the year of the row.
        let alone =
            |mention: &Mention| !times.iter().any(|time| time.dated && time.span.start < mention.span.start);
        let mention = mention.map(|mention| match said {
            Some(said) if alone(&mention) => mention.of_year(said),
            _ => mention,
        });
        let mention = mention.or(said);
        let cumulative = cues.cumulative.inside(self.chars, slot.clause.start, before)
            || (sort.aspect == Aspect::Level && self.carried_cumulative(slot, sentence));
        // What was counted up so far is not counted within the months that an earlier sentence named.
        let mention = mention.filter(|mention| !cumulative || mention.span.start >= sentence.span.start);
        let mut period = mention.map(|mention| mention.period).or(passage.period);
        let reason = match (mention, period, passage.dated) {
            (Some(mention), ..) => PeriodReason::Named(mention.span),
            (None, None, _) => PeriodReason::Untold,
            (None, Some(_), Some(heading)) => PeriodReason::Heading(heading),
            (None, Some(_), None) => PeriodReason::Document,
        };
        let at_end = mention.is_some_and(|mention| mention.at_end);
        let basis = if status == Status::Standard {
            TimeBasis::Standing
        } else if recurring {
            TimeBasis::EachYear
        } else if cumulative {
            TimeBasis::Cumulative
        } else if at_end {
            TimeBasis::AtEnd
        } else {
            TimeBasis::InPeriod
        };
        // 五年来，累计… and 1—9月，累计… tell where the counting began.
        let begun =
            mention.is_some_and(|mention| mention.span.start >= sentence.span.start && mention.runs());
        if let Some(period) = &mut period {
            match basis {
                TimeBasis::Cumulative if !begun => period.start = None,
                TimeBasis::AtEnd => {
                    period.start = period.end;
                    period.monthly = true;
                }
                _ => {}
            }
        }
        (period, reason, basis)
    }

    /// 累计 reaches over the clauses of its sentence that only go on counting.
    pub(super) fn carried_cumulative(&self, slot: &Slot<'_>, sentence: &Sentence) -> bool {
        let cues = &self.lexicon.cues;
        let Some(figure) = self.figures.last() else { return false };
        let near = figure.span.start >= sentence.span.start && figure.basis == TimeBasis::Cumulative;
        let gap = Span::new(figure.span.end, slot.quantity.span.start);
        near && !cues.present_year.inside(self.chars, gap.start, gap.end)
            && !self.chars[gap.start..gap.end].iter().any(|c| matches!(c, '；' | '。'))
    }

    /// What lies behind the year a document reports on is planned.
    pub(super) fn planned(
        &self,
        period: Option<Period>,
        dated: PeriodReason,
        reason: StatusReason,
        scene: &Scene<'_>,
    ) -> StatusReason {
        let end = period.and_then(|period| period.end).map(|month| month.year);
        let issued = scene.document.issued.or(scene.document.year);
        let (Some(end), Some(issued)) = (end, issued) else { return reason };
        // A report on last year tells of this year what is planned.
        let reports_before = scene.document.year.is_some_and(|year| year < issued);
        let this_year = end == issued && reports_before && period.is_some_and(|period| !period.monthly);
        let ahead = end > issued || this_year;
        // 到2022年，新增岗位3000个 is a goal among the rules of a notice.
        // 2024年底前 sets a date, too.
        let by = |span: Span| span.start > 0 && self.chars[span.start - 1] == '到' && end > issued;
        let until = |span: Span| {
            end >= issued && self.chars.get(span.end) == Some(&'前') && self.chars[span.end - 1] != '年'
        };
        let goal = reason == StatusReason::Rules
            && matches!(dated, PeriodReason::Named(span) if by(span) || until(span));
        if goal || (ahead && reason.status() == Status::Actual) { StatusReason::Ahead } else { reason }
    }
}
