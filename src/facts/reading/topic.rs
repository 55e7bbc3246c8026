use super::aspect::Sort;
use super::indicator::join;
use super::reader::{Reader, rule};
use super::slot::Slot;
use super::wording::LONGEST;
use crate::facts::figure::{Aspect, Indicator};
use crate::facts::rule::Rule;
use crate::lexicon::Unit;
use crate::text::{Sentence, Span};

impl Reader<'_> {
    /// The words of the clause before, as a topic.
    pub(super) fn topic(&self, slot: &Slot<'_>) -> Option<String> {
        let end = slot.clause.start;
        let start = (end.saturating_sub(40)..end.saturating_sub(1))
            .rev()
            .find(|at| matches!(self.chars[*at], '，' | ',' | '。' | '；' | '\n' | '：'))
            .map_or(end.saturating_sub(40), |at| at + 1);
        let wording = self.wording();
        let mut span = Span::new(start, end.saturating_sub(1).max(start));
        span = wording.subject(span);
        let object = wording.object(span);
        let span = wording.uncounted(if object.len() >= 2 { object } else { span });
        let name = wording.name(wording.shorten_front(span));
        (name.chars().count() >= 2).then_some(name)
    }

    /// No words of its own, or a head that says nothing alone: the topic comes from what stands before.
    pub(super) fn composed(
        &self,
        slot: &Slot<'_>,
        sentence: &Sentence,
        left: Span,
        first: usize,
        sort: Sort,
        unit: &Unit,
    ) -> (Indicator, Rule) {
        let wording = self.wording();
        let head = wording.name(left);
        let before = self.figures[first..].last();
        let gap = before.map_or(sentence.span.start, |figure| figure.span.end);
        // A clause without a figure between names the topic: 投资1亿元 has none, 启动水厂扩建，投资1亿元 has.
        let talked = slot.clause.start > gap && self.words_between(gap, slot.clause.start);
        let topic = if talked { self.topic(slot) } else { None };
        let relative =
            matches!(sort.aspect, Aspect::Change | Aspect::Share | Aspect::Rank | Aspect::Multiple);
        // 营收增长5%、利润增长6%: a head of its own in a row of changes.
        let own = slot.left.start > 0
            && self.chars[slot.left.start..slot.left.end].first() == Some(&'、')
            && head.chars().count() >= 2
            && !self.total(left);
        if topic.is_none()
            && own
            && before.is_some_and(|elder| elder.aspect == Aspect::Change && sort.aspect == Aspect::Change)
        {
            return (Indicator { entry: None, label: head.clone(), text: head }, rule::BEFORE);
        }
        if topic.is_none()
            && self.residence(left)
            && let Some(label) = before.and_then(|elder| self.without_residence(&elder.indicator.label))
        {
            return (Indicator { entry: None, label: join(label, &head), text: head }, rule::COMPOSED);
        }
        if topic.is_none()
            && let Some(elder) = before.filter(|_| head.is_empty() || relative)
        {
            return (elder.indicator.clone(), rule::INHERITED);
        }
        let next = self.object_behind(slot, sentence);
        let topic =
            topic.or_else(|| next.filter(|_| before.is_none() && !relative)).or_else(|| self.topic.clone());
        let topic = topic.or_else(|| {
            let last =
                self.figures.last().filter(|figure| sentence.span.start.saturating_sub(figure.span.end) < 60);
            last.map(|figure| figure.indicator.text.clone())
        });
        if let Some(topic) = topic {
            let label = join(&topic, &head);
            if let Some(concept) = self.concept_named(&label, unit, sort).or_else(|| {
                self.concept_named(&topic, unit, sort)
                    .filter(|_| relative || head.is_empty() || self.total(left))
            }) {
                return (self.known(concept, if head.is_empty() { label } else { head }), rule::COMPOSED);
            }
            let text = match head.chars().count() {
                0 => topic,
                1..4 => label.clone(),
                _ => head,
            };
            (Indicator { entry: None, label, text }, rule::COMPOSED)
        } else {
            let label = if head.is_empty() {
                wording.name(self.quote(slot.clause)).chars().take(LONGEST).collect()
            } else {
                head.clone()
            };
            (
                Indicator { entry: None, text: if head.is_empty() { label.clone() } else { head }, label },
                rule::BEFORE,
            )
        }
    }

    /// A label without the town or country that it ends in.
    fn without_residence<'l>(&self, label: &'l str) -> Option<&'l str> {
        let chars: Vec<char> = label.chars().collect();
        let len = self.lexicon.cues.residence.before(&chars, chars.len());
        let end = label.char_indices().nth(chars.len() - len)?.0;
        (len > 0 && end > 0).then(|| &label[..end])
    }

    pub(super) fn words_between(&self, from: usize, to: usize) -> bool {
        self.chars[from.min(to)..to]
            .iter()
            .filter(|c| !c.is_whitespace() && !matches!(c, '，' | ',' | '、' | '。' | '）' | '；'))
            .count()
            >= 4
    }

    /// The object of the next clause: 投资1亿元，启动实施…工程.
    pub(super) fn object_behind(&self, slot: &Slot<'_>, sentence: &Sentence) -> Option<String> {
        let next = sentence.clauses.iter().find(|clause| clause.start > slot.quantity.span.end)?;
        let wording = self.wording();
        let span = wording.strip_start(self.quote(*next));
        let object = wording.object(span);
        let object = wording.uncounted(object);
        let digits = self.chars[object.start..object.end].iter().position(char::is_ascii_digit);
        let object = digits.map_or(object, |at| Span::new(object.start, object.start + at));
        let name = wording.name(wording.shorten_back(object));
        (name.chars().count() >= 3).then_some(name)
    }
}
