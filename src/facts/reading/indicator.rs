use super::aspect::Sort;
use super::reader::{Reader, rule};
use super::slot::Slot;
use super::wording::LONGEST;
use crate::facts::figure::{Aspect, Comparator, Figure, Indicator};
use crate::facts::rule::Rule;
use crate::lexicon::{Unit, Words};
use crate::text::{Sentence, Span};

impl Reader<'_> {
    /// What a figure measures, and the rule that says so.
    pub(super) fn indicator(
        &self,
        slot: &Slot<'_>,
        sentence: &Sentence,
        first: usize,
        sort: Sort,
        unit: &Unit,
    ) -> (Indicator, Rule) {
        let wording = self.wording();
        let raw = self.before_share(slot, sort);
        let mut left = wording.subject(self.within_quotes(raw));
        // A noun coordinated with what stands before it has no verb of its own there.
        let joined = matches!(self.chars[raw.start..raw.end].last(), Some('、' | '和' | '与'));
        if joined && !slot.right.is_empty() {
            left = Span::new(left.end, left.end);
        }
        let before = self.figures[first..].last();
        // 居中部第1位 ranks what the number before tells.
        let ranked = sort.aspect == Aspect::Rank
            && self.lexicon.cues.rank_verb.at(self.chars, left.start).min(left.len()) > 0;
        if ranked && slot.right.is_empty() {
            left = Span::new(left.end, left.end);
        }
        if matches!(sort.aspect, Aspect::Change | Aspect::Multiple)
            && self.yardstick(slot)
            && slot.right.is_empty()
        {
            left = Span::new(left.end, left.end);
        }
        if !slot.right.is_empty() {
            return self.behind(slot, left, before, sort, unit, joined);
        }
        if self.shared_noun(slot, unit) {
            let noun = self.noun_of_share(slot);
            let label = wording.name(wording.shorten_back(noun));
            return (Indicator { entry: None, text: label.clone(), label }, rule::BEHIND);
        }
        if let Some(elder) = before.filter(|_| self.part_of_goal(slot)) {
            return (elder.indicator.clone(), rule::INHERITED);
        }
        let generic = self.generic(left) || (sort.aspect == Aspect::Change && self.residence(left));
        if slot.sibling
            && let Some(elder) = before
        {
            return (elder.indicator.clone(), rule::INHERITED);
        }
        // 其中出口610亿元: a word that is generic elsewhere may be an indicator by itself.
        let own = generic && self.linked(left, unit, sort).is_some();
        if left.len() < 2 || (generic && !own) {
            return self.composed(slot, sentence, left, first, sort, unit);
        }
        let text = wording.name(wording.shorten_front(left));
        let words = wording.name(wording.shorten_front(wording.plain(left)));
        if let Some(concept) = self.linked(left, unit, sort) {
            return (self.known(concept, text), rule::BEFORE);
        }
        let of_which = self.lexicon.cues.of_which.inside(
            self.chars,
            slot.clause.start.saturating_sub(3),
            slot.quantity.span.start,
        );
        if let Some(whole) = before.filter(|_| of_which) {
            let label = join(&whole.indicator.label, &text);
            return (Indicator { entry: None, label, text }, rule::COMPOSED);
        }
        (Indicator { entry: None, label: words, text }, rule::BEFORE)
    }

    /// Whether a percentage without words before it is of the noun right behind: 超80%监测对象.
    pub(super) fn shared_noun(&self, slot: &Slot<'_>, unit: &Unit) -> bool {
        if unit.code != "percent" || !slot.right.is_empty() || slot.sibling {
            return false;
        }
        let noun = self.noun_of_share(slot);
        let next = self.chars.get(noun.start).copied().unwrap_or('\n');
        let open = matches!(
            next,
            '居' | '位'
                | '高'
                | '低'
                | '左'
                | '以'
                | '增'
                | '下'
                | '上'
                | '提'
                | '降'
                | '比'
                | '较'
                | '和'
                | '及'
                | '与'
                | '至'
                | '到'
                | '在'
                | '、'
                | '，'
                | '个'
                | '用'
                | '且'
                | '并'
                | '（'
        );
        let breaks = self.lexicon.cues.subject_break.at(self.chars, noun.start) > 0
            || self.lexicon.cues.tail.at(self.chars, noun.start) > 1;
        noun.len() >= 3 && !open && !breaks && self.wording().subject(slot.left).len() < 2
    }

    fn noun_of_share(&self, slot: &Slot<'_>) -> Span {
        let start = slot.quantity.span.end;
        let start = start + usize::from(self.chars.get(start) == Some(&'的'));
        let end = (start..slot.clause.end.max(start))
            .find(|at| !self.chars[*at].is_alphabetic() && !matches!(self.chars[*at], '“' | '”'))
            .unwrap_or(slot.clause.end.max(start));
        Span::new(start, end)
    }

    /// The words left of a number, up to the 占 of a share.
    pub(super) fn before_share(&self, slot: &Slot<'_>, sort: Sort) -> Span {
        if sort.aspect != Aspect::Share {
            return slot.left;
        }
        let found = (slot.left.start..slot.left.end)
            .rev()
            .find(|at| self.chars[*at] == '占' && !matches!(self.chars.get(at + 1), Some('比' | '有')));
        found.map_or(slot.left, |at| Span::new(slot.left.start, at))
    }

    /// The words behind a quotation mark that is still open: “城镇新增就业110万人”.
    pub(super) fn within_quotes(&self, span: Span) -> Span {
        let open = self.chars[span.start..span.end]
            .iter()
            .rposition(|c| matches!(c, '“' | '”'))
            .map(|at| span.start + at);
        match open {
            Some(at) if self.chars[at] == '“' && span.end - at > 2 => Span::new(at + 1, span.end),
            _ => span,
        }
    }

    pub(super) fn generic(&self, span: Span) -> bool {
        let words = self.lexicon.cues.generic.at(&self.chars[..span.end], span.start);
        !span.is_empty() && words == span.len()
    }

    /// Whether words only tell town from country: 城镇, 农村.
    pub(super) fn residence(&self, span: Span) -> bool {
        !span.is_empty() && self.lexicon.cues.residence.at(&self.chars[..span.end], span.start) == span.len()
    }

    /// Whether a head only sums up: 总量, 总额.
    pub(super) fn total(&self, span: Span) -> bool {
        self.lexicon.cues.total.at(&self.chars[..span.end], span.start) == span.len()
    }

    /// 26名残疾人公务员, 投资4300万元的…工程, 5700多万人受益.
    #[allow(clippy::too_many_arguments, reason = "all of it is the context of one figure")]
    pub(super) fn behind(
        &self,
        slot: &Slot<'_>,
        left: Span,
        before: Option<&Figure>,
        sort: Sort,
        unit: &Unit,
        joined: bool,
    ) -> (Indicator, Rule) {
        let wording = self.wording();
        let mut right = slot.right;
        let inner = |at: usize| {
            self.chars[at] == '内'
                && !matches!(self.chars.get(at + 1), Some('容' | '部' | '外' | '需' | '河' | '陆' | '资'))
        };
        while right.start < right.end
            && (matches!(self.chars[right.start], '“' | ' ' | '的') || inner(right.start))
        {
            right.start += 1;
        }
        let noun = wording.name(wording.shorten_back(right));
        let lead = wording.name(left);
        let money = matches!(unit.code.as_str(), "CNY" | "USD");
        for span in [Span::new(left.start, left.end), right] {
            // A ceiling (10万元以下的贷款) is no amount of what it limits.
            let ceiling = money && slot.quantity.comparator == Comparator::UpTo;
            if let Some(concept) = self.linked(span, unit, sort).filter(|_| span.len() > 1 && !ceiling) {
                return (self.known(concept, noun), rule::BEHIND);
            }
        }
        if money && lead.chars().count() >= 2 {
            // 发放43亿元创业担保贷款 measures what 发放创业担保贷款43亿元 does.
            let is = |words: &Words| words.at(&self.chars[..left.end], left.start) == left.len();
            let label = if is(&self.lexicon.cues.standard) {
                noun
            } else if is(&self.lexicon.cues.act) {
                join(&lead, &noun)
            } else {
                join(&noun, &lead)
            };
            return (Indicator { entry: None, label, text: lead }, rule::BEHIND);
        }
        // 58.8万户次企业 发放稳岗资金: a bare recipient and what it got.
        if noun.chars().count() < 3 && lead.is_empty() {
            let rest = (right.end..slot.clause.end)
                .find(|at| matches!(self.chars[*at], '，' | ',' | '、') || self.chars[*at].is_ascii_digit())
                .unwrap_or(slot.clause.end);
            let long = wording.name(wording.shorten_back(self.quote(Span::new(right.start, rest))));
            if long.chars().count() > noun.chars().count() + 2 {
                return (Indicator { entry: None, label: noun, text: long }, rule::BEHIND);
            }
        }
        let phrase = self.lexicon.cues.phrase.at(self.chars, right.start) > 0 || noun.chars().count() < 3;
        if phrase && lead.chars().count() < 2 && !joined {
            let topic = self.topic.clone().filter(|_| before.is_some()).or_else(|| self.topic(slot));
            if let Some(topic) = topic {
                return (Indicator { entry: None, label: join(&topic, &noun), text: noun }, rule::COMPOSED);
            }
        }
        let verb = wording.name(wording.shorten_front(left));
        if lead.chars().count() >= 2 && lead.chars().count() + noun.chars().count() <= LONGEST {
            return (
                Indicator { entry: None, label: noun.clone(), text: format!("{verb}{noun}") },
                rule::BEHIND,
            );
        }
        (Indicator { entry: None, label: noun.clone(), text: noun }, rule::BEHIND)
    }
}

/// Topic and head as one name, the head alone when both are too long.
pub(crate) fn join(topic: &str, head: &str) -> String {
    if head.is_empty() || topic.ends_with(head) {
        return topic.to_owned();
    }
    let room = LONGEST.saturating_sub(head.chars().count());
    if room == 0 || topic.chars().count() > room {
        return if room < 4 {
            head.to_owned()
        } else {
            topic.chars().take(room).chain(head.chars()).collect()
        };
    }
    format!("{topic}{head}")
}
