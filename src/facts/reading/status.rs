use super::aspect::Sort;
use super::passage::Passage;
use super::reader::{Reader, Scene};
use super::slot::Slot;
use crate::facts::figure::{Aspect, Comparator};
use crate::facts::reason::StatusReason;
use crate::lexicon::Unit;
use crate::text::{Sentence, Span};
use rust_decimal::Decimal;

impl Reader<'_> {
    pub(super) fn status(
        &self,
        slot: &Slot<'_>,
        sentence: &Sentence,
        sort: Sort,
        unit: &Unit,
        passage: Passage,
        scene: &Scene<'_>,
    ) -> StatusReason {
        let cues = &self.lexicon.cues;
        let quantity = slot.quantity;
        let clause = slot.clause;
        let end = slot.right.end.max(quantity.span.end);
        if sort.aspect == Aspect::Duration {
            return StatusReason::Term;
        }
        let small = quantity.value < Decimal::from(200_000);
        if unit.code == "CNY" && small && sort.aspect == Aspect::Level {
            let rate = cues.standard.inside(self.chars, clause.start, quantity.span.start)
                || (cues.once.inside(self.chars, clause.start, end)
                    && cues.benefit.inside(self.chars, clause.start, clause.end))
                || (quantity.comparator == Comparator::UpTo && !slot.right.is_empty());
            if rate && !self.chars[slot.left.start..slot.left.end].ends_with(&['收', '入']) {
                return StatusReason::Benefit;
            }
        }
        if quantity.comparator == Comparator::UpTo && !slot.right.is_empty() && unit.code == "CNY" {
            return StatusReason::Ceiling;
        }
        if unit.code == "percent"
            && matches!(sort.aspect, Aspect::Rate)
            && cues.standard.inside(self.chars, slot.left.start, slot.left.end)
            && cues.benefit.inside(self.chars, clause.start, clause.end)
        {
            return StatusReason::Benefit;
        }
        if matches!(unit.code.as_str(), "CNY" | "CNY/person" | "percent" | "percentage-point")
            && quantity.value < Decimal::from(1_000_000)
            && cues.rule.inside(self.chars, sentence.span.start, sentence.span.end)
            && !cues.told.inside(self.chars, clause.start, clause.end)
            && !cues.done.inside(self.chars, sentence.span.start, quantity.span.start)
            && sort.aspect != Aspect::Change
        {
            return StatusReason::Benefit;
        }
        let quoted = self.quoted(quantity.span, clause);
        if quoted && cues.adopt.inside(self.chars, clause.start, clause.end) {
            return StatusReason::Adopted;
        }
        if self.base_value(slot) {
            return StatusReason::Base;
        }
        if let Some(heading) = passage.headed {
            return if passage.plan {
                StatusReason::PlanHeading(heading)
            } else {
                StatusReason::ReviewHeading(heading)
            };
        }
        if let Some(word) = self.announced(sentence, slot) {
            return StatusReason::Planned(word);
        }
        let threshold =
            matches!(quantity.comparator, Comparator::AtLeast | Comparator::UpTo | Comparator::Under);
        let bound = self.chars[clause.start] == '对'
            || cues.assure.inside(self.chars, clause.start, quantity.span.start);
        if threshold && bound && (unit.code == "percent" || self.chars[clause.start] == '对') {
            return StatusReason::Threshold;
        }
        if scene.rules && self.looks_back(sentence, scene) {
            return StatusReason::Told;
        }
        if scene.rules && !cues.told.inside(self.chars, clause.start, clause.end) {
            return StatusReason::Rules;
        }
        StatusReason::Told
    }

    /// The word that tells a plan before the number, unless it is fulfilled: 目标顺利实现.
    fn announced(&self, sentence: &Sentence, slot: &Slot<'_>) -> Option<Span> {
        let cues = &self.lexicon.cues;
        let before = slot.quantity.span.start;
        // 20个项目将落户…
        let behind = slot.quantity.span.end;
        if !slot.right.is_empty()
            && let Some((at, len)) = cues.future.find(self.chars, behind, slot.right.end)
        {
            return Some(Span::new(at, at + len));
        }
        let found = cues.future.rfind(self.chars, sentence.span.start, before);
        let (at, len) = found.max(self.will(sentence.span.start, before))?;
        let goal = self.chars[at..at + len].contains(&'标');
        let told = cues.told.inside(self.chars, at + len, before.min(at + len + 6));
        // 完成年度目标的107.5% tells how much of the goal is reached.
        if self.part_of_goal(slot) {
            return None;
        }
        // 已完成年度计划投资的七成 tells how much of the plan is done.
        if at >= slot.clause.start && cues.done.inside(self.chars, slot.clause.start, at) {
            return None;
        }
        // 已 and 累计 in a later clause tell what is, whatever the sentence planned before.
        let own = self.lexicon.cues.done.inside(self.chars, slot.clause.start.max(at + len), before);
        let fulfilled = goal && told;
        let told_since = own && at < slot.clause.start;
        (!fulfilled && !told_since).then(|| Span::new(at, at + len))
    }

    /// The last 将 with a verb behind it: 将实施, not 将奖金发给….
    fn will(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let verb = |at: usize| self.lexicon.cues.introduce.at(self.chars, at + 1);
        let at = (from..to).rev().find(|at| self.chars[*at] == '将' && verb(*at) > 0)?;
        Some((at, 1 + verb(at)))
    }

    /// Whether a sentence opens with a year that is over when the document is issued: what a notice tells of it is no rule.
    fn looks_back(&self, sentence: &Sentence, scene: &Scene<'_>) -> bool {
        let start = sentence.span.start;
        let digits: String = self.chars[start..].iter().take(4).collect();
        let closed = self.chars.get(start + 4) == Some(&'年')
            && matches!(self.chars.get(start + 5), Some('，' | ',') | None);
        let year = digits.parse::<i32>().ok().filter(|_| closed);
        year.zip(scene.document.issued).is_some_and(|(year, issued)| (1949..issued).contains(&year))
    }

    /// In 从7个增加到17个 the first value is what was.
    pub(super) fn base_value(&self, slot: &Slot<'_>) -> bool {
        let words = &self.chars[slot.left.start..slot.left.end];
        let from = words.iter().rev().take(8).any(|c| matches!(c, '从' | '由'));
        let end = slot.clause.end.min(slot.quantity.span.end + 12).max(slot.quantity.span.end);
        from && self.chars[slot.quantity.span.end..end].iter().any(|c| matches!(c, '到' | '至'))
    }

    pub(super) fn quoted(&self, span: Span, clause: Span) -> bool {
        let open = self.chars[clause.start..span.start].iter().rposition(|c| matches!(c, '“' | '”'));
        let opened = open.is_some_and(|at| self.chars[clause.start + at] == '“');
        opened
            && self.chars[span.end..clause.end.max(span.end)].iter().find(|c| matches!(c, '“' | '”'))
                == Some(&'”')
    }
}
