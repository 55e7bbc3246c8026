use super::reader::Reader;
use crate::facts::number::{Form, Quantity};
use crate::text::{Sentence, Span};

/// A quantity with the words that belong to it.
pub(super) struct Slot<'q> {
    pub(super) quantity: &'q Quantity,
    pub(super) clause: Span,
    /// Words before it, from the quantity before or the beginning of the clause.
    pub(super) left: Span,
    /// The noun behind it; empty when none belongs to it.
    pub(super) right: Span,
    /// Whether only a mark or a conjunction parts it from the quantity before.
    pub(super) sibling: bool,
}

impl Reader<'_> {
    /// Drops quantities that only qualify the noun of the one before: 3个万亿产业.
    pub(super) fn attributive<'q>(&self, quantities: &[&'q Quantity]) -> Vec<&'q Quantity> {
        let mut kept: Vec<&Quantity> = Vec::new();
        for quantity in quantities {
            let glued = kept
                .last()
                .is_some_and(|before| before.span.end == quantity.hedged.start && before.unit.is_some());
            let scale_only = matches!(self.chars[quantity.span.start], '百' | '千' | '万' | '亿' | '十');
            // 20个500千伏输变电工程: a size is part of the noun that is counted.
            let counts =
                kept.last().is_some_and(|before| before.unit.as_ref().is_some_and(|u| u.code == "count"));
            let size = glued
                && counts
                && quantity.unit.as_ref().is_some_and(|unit| unit.code != "count")
                && self.chars.get(quantity.span.end).is_some_and(|c| c.is_alphabetic());
            let bare = glued && quantity.form == Form::Elided && scale_only;
            if !(size || bare) {
                kept.push(quantity);
            }
        }
        kept
    }

    /// Gives each quantity of a sentence the words that belong to it.
    pub(super) fn slots<'q>(&self, sentence: &Sentence, quantities: &[&'q Quantity]) -> Vec<Slot<'q>> {
        let mut slots: Vec<Slot<'q>> = Vec::new();
        let mut taken = 0;
        for (index, quantity) in quantities.iter().enumerate() {
            let clause = sentence.clauses[sentence.clause_at(quantity.span.start)];
            let next = quantities.get(index + 1).filter(|next| next.span.start < clause.end);
            let end = next.map_or(clause.end, |next| next.hedged.start);
            let mut left =
                Span::new(clause.start.max(taken).min(quantity.hedged.start), quantity.hedged.start);
            let between = Span::new(quantity.span.end.min(end), end);
            let right = self.noun_behind(quantity, between, next.is_some());
            let sibling = index > 0 && taken > clause.start && !left.is_empty() && self.only_marks(left);
            if left.is_empty() && right.is_empty() {
                // 亿元以上技改项目1213个: the noun between belongs to both.
                let noun = slots.last().map(|slot: &Slot<'_>| slot.right).filter(|noun| noun.end == left.end);
                left = noun.unwrap_or(left);
            }
            taken = if right.is_empty() { quantity.span.end } else { right.end };
            slots.push(Slot { quantity, clause, left, right, sibling });
        }
        slots
    }

    pub(super) fn only_marks(&self, span: Span) -> bool {
        self.chars[span.start..span.end]
            .iter()
            .all(|c| matches!(c, '、' | '和' | '，' | ',' | ' ' | '与' | '及' | '（' | '(' | '）' | ')'))
    }

    /// The noun that a quantity counts when it stands behind it: 26名残疾人公务员.
    pub(super) fn noun_behind(&self, quantity: &Quantity, between: Span, more: bool) -> Span {
        let none = Span::new(between.start, between.start);
        let mut start = between.start;
        if matches!(quantity.form, Form::Rank | Form::Ratio | Form::Bare) || between.is_empty() {
            return none;
        }
        let code = quantity.unit.as_ref().map_or("", |unit| unit.code.as_str());
        let percent = matches!(
            code,
            "percent" | "percentage-point" | "permille" | "basis-point" | "multiple" | "index" | "ratio"
        );
        while start < between.end && (self.chars[start].is_whitespace() || matches!(self.chars[start], '“'))
        {
            start += 1;
        }
        if start >= between.end {
            return none;
        }
        if matches!(self.chars[start], '（' | '(') {
            let close = (start..between.end).find(|at| matches!(self.chars[*at], '）' | ')'));
            start = close.map_or(start, |close| close + 1);
            if start >= between.end {
                return none;
            }
        }
        let of = self.chars[start] == '的';
        if of {
            start += 1;
        } else if percent {
            return none;
        }
        let cues = &self.lexicon.cues;
        // 从4.16万亿元增加到5.67万亿元: what stands between leads on to the second number.
        let turns = [&cues.rise, &cues.fall].iter().any(|words| words.at(self.chars, start) > 1);
        let reaches = more
            && between.end - start <= 8
            && self.chars[start..between.end].iter().any(|c| matches!(c, '到' | '至' | '居'));
        // 迈上3万亿元新台阶 tells what it reached, as …的台阶 and 4万亿、5万亿两个台阶 do.
        let count = crate::facts::number::numeral(self.chars, start)
            .map(|n| n.span.end)
            .filter(|at| matches!(self.chars.get(*at), Some('个' | '大')));
        let landmark = |at: usize| cues.landmark.at(self.chars, at) > 0;
        let counted = count.is_some_and(|at| landmark(at + 1));
        let goal = (of && self.goal_at(start)) || landmark(start) || counted;
        if turns || reaches || goal {
            return none;
        }
        let mark = |c: char| {
            matches!(
                c,
                '、' | '，'
                    | ','
                    | '。'
                    | '；'
                    | ';'
                    | '：'
                    | '！'
                    | '”'
                    | '）'
                    | ')'
                    | '\n'
                    | '》'
                    | '|'
                    | '？'
                    | '—'
            )
        };
        if start >= between.end || mark(self.chars[start]) {
            return none;
        }
        let resident = self.chars[start..].starts_with(&['居', '民']);
        if (cues.subject_break.at(self.chars, start) > 0 && !resident)
            || matches!(self.chars[start], '和' | '及' | '与' | '或' | '并' | '到' | '至' | '、') && !of
        {
            return none;
        }
        let mut end = between.end;
        if more {
            // Up to the mark or verb behind which the next number has its own words.
            let mut depth = 0_i32;
            let cut = (start..between.end).find(|at| {
                match self.chars[*at] {
                    '（' | '(' => depth += 1,
                    '）' | ')' => depth -= 1,
                    '、' | '，' => return depth == 0,
                    _ => {}
                }
                false
            });
            end = cut
                .or_else(|| self.wording().verb_inside(Span::new(start, between.end)))
                .unwrap_or(between.end);
            while end > start && matches!(self.chars[end - 1], '和' | '及' | '与' | '、' | '以') {
                end -= 1;
            }
        }
        while end > start && (mark(self.chars[end - 1]) || self.chars[end - 1].is_whitespace()) {
            end -= 1;
        }
        Span::new(start, end)
    }
}
