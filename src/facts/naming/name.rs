use super::head::{Kind, labels_at};
use super::quotation::Quoted;
use super::reader::{LONGEST, Reader};
use crate::facts::reading::fits;
use crate::facts::rule::programs as rule;
use crate::lexicon::Label;
use crate::outline::Document;
use crate::text::{Sentence, Span};

impl Reader<'_> {
    /// Names without marks: words that end in a head noun and stand behind a verb that introduces programs.
    pub(super) fn head_nouns(
        &mut self,
        index: usize,
        document: &Document,
        sentence: &Sentence,
        quotes: &[Quoted],
    ) {
        let first = self.heads.partition_point(|label| label.span.start < sentence.span.start);
        let labels: Vec<Label> = self.heads[first..]
            .iter()
            .take_while(|label| label.span.end <= sentence.span.end)
            .copied()
            .collect();
        for label in labels {
            let Some(kind) = self.kind(&label) else { continue };
            let inside = quotes.iter().any(|quoted| quoted.content.overlaps(label.span));
            let runs_on = labels_at(&self.heads, label.span.end)
                .is_some_and(|next| self.ends_name(next.span.end) && self.kind(next).is_some())
                && !self.has_rate(kind, label.span.end);
            if inside
                || runs_on
                || !self.ends_name(label.span.end)
                || self.bracketed(label.span.start, sentence.span.start)
            {
                continue;
            }
            let clause = sentence.clauses[sentence.clause_at(label.span.start)];
            let Some((name, introduced)) = self.name_before(label.span, clause) else { continue };
            let modifiers = label.span.start.saturating_sub(name.start);
            // 社会保险 and the like everybody has; they are nobody's program.
            if self.lexicon.cues.common_scheme.at(self.chars, name.start) == name.len() {
                continue;
            }
            let own = modifiers == 0
                && self.lexicon.cues.own_name.at(self.chars, label.span.start) == label.span.len();
            if name.len() <= LONGEST && (own || self.tells(kind, label.span.len(), modifiers, introduced)) {
                self.push(index, document, sentence, name, kind, rule::HEAD_NOUN);
            }
        }
    }

    /// 补贴标准 tells the rate of a subsidy; it is no standard of its own.
    fn has_rate(&self, kind: Kind, behind: usize) -> bool {
        let money = matches!(
            self.lexicon.ontology.concept(kind.concept).code(),
            "subsidy" | "loan" | "fund" | "insurance" | "tax"
        );
        money && self.lexicon.cues.standard.at(self.chars, behind) > 0
    }

    /// Whether an offset stands inside brackets of its sentence.
    pub(super) fn bracketed(&self, at: usize, from: usize) -> bool {
        let last = self.chars[from..at].iter().rev().find(|c| matches!(c, '（' | '(' | '）' | ')'));
        matches!(last, Some('（' | '('))
    }

    /// The words before a head noun that belong to the name, and whether a verb or a number introduces it.
    pub(super) fn name_before(&self, head: Span, clause: Span) -> Option<(Span, bool)> {
        let cues = &self.lexicon.cues;
        let mut start = head.start;
        let mut introduced = false;
        while start > clause.start {
            let c = self.chars[start - 1];
            if matches!(c, '”' | '》') {
                let open = self.chars[..start - 1].iter().rposition(|c| *c == '“').unwrap_or(0);
                if head.start - start < 4 || start - open <= 4 {
                    return None;
                }
                introduced = true;
                break;
            }
            if matches!(c, '等' | '把' | '将' | '被')
                || (c == '在' && !matches!(self.char(start), '线' | '职' | '岗' | '校'))
            {
                break;
            }
            if c.is_ascii_digit() {
                // 15分钟就业服务圈 begins with its number, 2017年… and 4亿元… do not.
                let run = self.chars[..start].iter().rev().take_while(|c| c.is_ascii_digit()).count();
                if run <= 2 && matches!(self.char(start), '年' | '分') && start - run > clause.start {
                    start -= run;
                    continue;
                }
                // What stands between the number and the name is its unit.
                let scale =
                    crate::facts::number::numeral(self.chars, start - 1).map_or(start, |n| n.span.end);
                let unit = self.lexicon.units.at(self.chars, scale).map_or(0, |(_, len)| len);
                start = (scale + unit).max(start).min(head.start);
                break;
            }
            if matches!(
                c,
                '、' | '，' | ',' | '“' | '《' | '（' | '(' | '）' | ')' | '：' | ' ' | '　' | '—' | '…'
            ) || c.is_whitespace()
            {
                // In a row the verb before the first member introduces all.
                introduced |= c == '、' && self.verb_in(Span::new(clause.start, start - 1));
                break;
            }
            if c == '的' && head.start - start >= 2 {
                introduced |= self.verb_in(Span::new(clause.start, start));
                break;
            }
            // 政策支持和资金 is a row of two things, not a name.
            if matches!(c, '和' | '与') && start == head.start && head.len() <= 2 {
                return None;
            }
            // In 贴息贷款和免费培训 each has a head of its own.
            let row = head.start - start >= 2 && self.head_ends(start - 1);
            if matches!(c, '和' | '与' | '及' | '或') && (row || head.start - start >= 3) {
                introduced |= self.verb_in(Span::new(clause.start, start));
                break;
            }
            let len = cues.name_start.before(&self.chars[..start], start);
            if len >= 2
                && start - len >= clause.start
                && (head.start - start >= 2 || Self::long(head) || head.start == start)
                && !self.modifies(Span::new(start - len, start), head, clause)
                && cues.name_word.at(self.chars, start - len) == 0
                && !self.straddles(start - len, start)
            {
                introduced = true;
                break;
            }
            if self.counted(start) && head.start > start {
                introduced = true;
                break;
            }
            if head.end - start >= LONGEST {
                return None;
            }
            start -= 1;
        }
        // 今年以来已开发政策性岗位: what stands before such a word is no part of a name.
        if let Some((at, len)) = cues.name_break.rfind(self.chars, start, head.start) {
            start = at + len;
            introduced = true;
        }
        introduced |= start > clause.start && self.verb_in(Span::new(clause.start, start));
        introduced |= self.opens(start, clause) && self.subject(Span::new(start, head.start), head);
        let name = self.trim(Span::new(start, head.end));
        Some((name, introduced || self.counted_behind(head.end)))
    }

    /// Whether a head noun ends at an offset.
    fn head_ends(&self, at: usize) -> bool {
        let last = self.heads.partition_point(|label| label.span.start < at);
        let near = self.heads[..last].iter().rev().take_while(|label| label.span.start + LONGEST >= at);
        near.into_iter().any(|label| label.span.end == at)
    }

    /// In 推进行政审批制度改革 the verb is 推进, not 进行.
    fn straddles(&self, verb: usize, end: usize) -> bool {
        let before = verb.checked_sub(1).map(|at| (at, self.lexicon.cues.name_start.at(self.chars, at)));
        before.is_some_and(|(at, len)| len > 0 && at + len > verb && at + len < end)
    }

    /// 提供供需对接平台: a verb right before the head qualifies it when another verb has introduced the name.
    fn modifies(&self, verb: Span, head: Span, clause: Span) -> bool {
        let before = Span::new(clause.start, verb.start);
        let introduced = self.lexicon.cues.name_start.rfind(self.chars, before.start, before.end);
        verb.end == head.start && introduced.is_some_and(|(at, len)| verb.start > at + len + 1)
    }

    /// Whether a name that opens its clause is its subject: a lasting thing, with no verb in its own words.
    pub(super) fn subject(&self, modifiers: Span, head: Span) -> bool {
        let lasting =
            labels_at(&self.heads, head.start).and_then(|label| self.kind(label)).is_some_and(|kind| {
                matches!(
                    self.lexicon.ontology.concept(kind.concept).code(),
                    "project"
                        | "campaign"
                        | "plan"
                        | "base"
                        | "facility"
                        | "mechanism"
                        | "system"
                        | "workshop"
                )
            });
        let cues = &self.lexicon.cues;
        let verb = cues.name_start.inside(self.chars, modifiers.start, modifiers.end)
            || cues.future.inside(self.chars, modifiers.start, modifiers.end);
        let words = &self.chars[modifiers.start..modifiers.end];
        modifiers.len() >= 4
            && lasting
            && !verb
            && !words.iter().any(|c| matches!(c, '要' | '让' | '进' | '以' | '是' | '各' | '我'))
    }

    /// Whether a name is the subject that opens its clause.
    pub(super) fn opens(&self, start: usize, clause: Span) -> bool {
        self.chars[clause.start..start.max(clause.start)].iter().all(|c| c.is_whitespace())
    }

    fn long(head: Span) -> bool {
        head.len() >= 4
    }

    /// Whether a unit of counting ends before `at`: 15个, 304个.
    pub(super) fn counted(&self, at: usize) -> bool {
        matches!(self.chars[at - 1], '个' | '家' | '所' | '批' | '类' | '项' | '场' | '条')
            && at >= 2
            && (self.chars[at - 2].is_ascii_digit()
                || crate::facts::number::is_chinese_numeral(self.chars[at - 2])
                || matches!(self.chars[at - 2], '余' | '多'))
    }

    pub(super) fn counted_behind(&self, end: usize) -> bool {
        self.char(end).is_ascii_digit()
    }

    pub(super) fn verb_in(&self, span: Span) -> bool {
        self.lexicon.cues.introduce.inside(self.chars, span.start, span.end)
    }

    /// Strips places, times, adverbs and adjectives of extent from the front of a name.
    pub(super) fn trim(&self, mut span: Span) -> Span {
        let cues = &self.lexicon.cues;
        loop {
            let words: String = self.chars[span.start..span.end].iter().collect();
            let own = fits(&cues.own_region, self.chars, span);
            let region = self.lexicon.regions.prefix(&words);
            // 重点领域改革, 以工代赈 begin with such a word themselves.
            let own_word = cues.name_word.at(self.chars, span.start) > 0;
            let lead = if own_word { 0 } else { fits(&cues.name_lead, self.chars, span) };
            let lead = lead
                .max(fits(&cues.introduce, self.chars, span))
                .max(fits(&cues.each_year, self.chars, span))
                .max(self.year_at(span));
            let country = matches!(words.as_str(), w if w.starts_with("中国") || w.starts_with("全国"));
            let count =
                crate::facts::number::numeral(self.chars, span.start).filter(|n| n.span.end + 2 < span.end);
            let counted = count.and_then(|n| {
                self.lexicon
                    .units
                    .at(self.chars, n.span.end)
                    .filter(|(unit, len)| unit.code == "count" && self.char(n.span.end + len) != '性')
                    .map(|(_, len)| n.span.len() + len)
            });
            let lead = lead.max(counted.unwrap_or(0));
            let len = own.max(if country { 0 } else { region }).max(lead);
            if len == 0 || len + 2 > span.len() {
                return span;
            }
            span.start += len;
            if region > 0
                && len == region
                && matches!(self.char(span.start), '省' | '市' | '区' | '县' | '州')
            {
                span.start += 1;
            }
        }
    }

    /// Length of a year or a count of years at the start: 2017年.
    pub(super) fn year_at(&self, span: Span) -> usize {
        let year = crate::facts::number::numeral(self.chars, span.start)
            .filter(|n| n.span.end < span.end && self.chars[n.span.end] == '年');
        year.filter(|n| n.value > rust_decimal::Decimal::from(1900)).map_or(0, |n| n.span.len() + 1)
    }
}
