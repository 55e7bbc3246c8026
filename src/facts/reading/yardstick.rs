use super::aspect::Sort;
use super::reader::Reader;
use super::slot::Slot;
use crate::facts::figure::Aspect;
use crate::text::Span;

impl Reader<'_> {
    /// 超年度计划28%, 超年度任务3000人: by how much a yardstick is exceeded.
    pub(super) fn surpasses(&self, slot: &Slot<'_>, sort: Sort) -> bool {
        let left = self.quote(slot.left);
        let goal =
            self.lexicon.cues.over.at(&self.chars[..left.end], left.start) > 0 && self.ends_in_plan(left);
        (sort.aspect == Aspect::Rate || (sort.aspect == Aspect::Level && goal))
            && self.yardstick(slot)
            && slot.left.len() >= 3
    }

    /// Whether words end in a noun that calls what was planned.
    fn ends_in_plan(&self, words: Span) -> bool {
        let inside = &self.chars[words.start..words.end];
        [&['目', '标'], &['任', '务'], &['计', '划']].iter().any(|noun| inside.ends_with(*noun))
    }

    /// Whether the words before a number only compare: 比2009年, 高于全国平均水平, 超年度计划.
    pub(super) fn yardstick(&self, slot: &Slot<'_>) -> bool {
        let words = self.quote(slot.left);
        let cues = &self.lexicon.cues;
        let inside = &self.chars[..words.end];
        let compares = cues
            .compare
            .at(inside, words.start)
            .max(cues.over.at(inside, words.start))
            .max(cues.under.at(inside, words.start));
        let compares = compares.max(cues.yardstick.at(inside, words.start));
        compares > 0 && !matches!(self.chars.get(words.start + 1), Some('例' | '重' | '值'))
    }

    /// Whether the noun behind a number calls it a goal: 超过3000万人的年度目标任务.
    pub(super) fn goal_behind(&self, slot: &Slot<'_>) -> bool {
        let end = slot.quantity.span.end;
        // 完成…的目标 tells what was reached, 超额完成…的目标 what was aimed at.
        let cues = &self.lexicon.cues;
        let reached = cues.told.inside(self.chars, slot.clause.start, end)
            && !cues.over.inside(self.chars, slot.clause.start, end);
        self.chars.get(end) == Some(&'的') && self.goal_at(end + 1) && !reached
    }

    /// Whether a number is the goal that a percentage is told of: 完成全年目标100万人的121.5%.
    pub(super) fn goal_of_percentage(&self, slot: &Slot<'_>) -> bool {
        let span = slot.quantity.span;
        let of = self.chars.get(span.end) == Some(&'的')
            && self.chars.get(span.end + 1).is_some_and(char::is_ascii_digit);
        of && self.ends_in_goal(Span::new(slot.clause.start, span.start))
    }

    /// Whether a percentage is the part of a goal that is reached: 完成年度目标任务的126%.
    pub(super) fn part_of_goal(&self, slot: &Slot<'_>) -> bool {
        let percent = slot.quantity.unit.as_ref().is_some_and(|unit| unit.code == "percent");
        let end = slot.quantity.hedged.start;
        percent
            && end > slot.clause.start
            && self.chars[end - 1] == '的'
            && self.ends_in_goal(Span::new(slot.clause.start, end - 1))
    }

    /// Whether words end in a goal that is fulfilled: 完成全年目标.
    fn ends_in_goal(&self, words: Span) -> bool {
        self.ends_in_plan(words)
            && self.lexicon.cues.told.inside(
                self.chars,
                words.start.max(words.end.saturating_sub(12)),
                words.end,
            )
    }

    /// Whether a noun that calls a number a goal stands within a few characters: 年度目标任务.
    pub(super) fn goal_at(&self, at: usize) -> bool {
        let words: String =
            self.chars[at.min(self.chars.len())..(at + 6).min(self.chars.len())].iter().collect();
        let words = words.split(['，', '。', '、', '；']).next().unwrap_or_default();
        ["目标", "任务", "计划"].iter().any(|noun| words.contains(noun))
    }
}
