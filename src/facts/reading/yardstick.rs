use super::aspect::Sort;
use super::reader::Reader;
use super::slot::Slot;
use crate::facts::figure::Aspect;

impl Reader<'_> {
    /// 超年度计划28%: a percentage by which a yardstick is exceeded.
    pub(super) fn surpasses(&self, slot: &Slot<'_>, sort: Sort) -> bool {
        sort.aspect == Aspect::Rate && self.yardstick(slot) && slot.left.len() >= 3
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
        let of = self.chars.get(slot.quantity.span.end) == Some(&'的');
        let words: String = self.chars[slot.right.start..slot.right.end].iter().collect();
        of && ["目标", "任务", "计划"].iter().any(|noun| words.contains(noun)) && words.chars().count() <= 10
    }
}
