use super::head::Kind;
use super::reader::Reader;
use crate::facts::reading::plan_period;
use crate::facts::rule::programs as rule;
use crate::outline::Document;
use crate::text::{Sentence, Span};

/// A quotation inside a sentence: its content without the marks.
#[derive(Clone, Copy)]
pub(super) struct Quoted {
    pub(super) content: Span,
    pub(super) title: bool,
}

impl Reader<'_> {
    pub(super) fn quotes(&self, within: Span) -> Vec<Quoted> {
        let mut list = Vec::new();
        let mut open: Option<(usize, bool)> = None;
        for at in within.start..within.end {
            match (self.chars[at], open) {
                ('“', _) => open = Some((at + 1, false)),
                ('《', None) => open = Some((at + 1, true)),
                ('”', Some((start, false))) => {
                    list.push(Quoted { content: Span::new(start, at), title: false });
                    open = None;
                }
                ('》', Some((start, true))) => {
                    list.push(Quoted { content: Span::new(start, at), title: true });
                    open = None;
                }
                _ => {}
            }
        }
        list
    }

    /// A document named by its title.
    pub(super) fn title(&mut self, index: usize, document: &Document, sentence: &Sentence, content: Span) {
        let len = self.lexicon.cues.document_noun.before(&self.chars[..content.end], content.end);
        if len == 0 || content.len() < 4 {
            return;
        }
        if let Some(concept) = self.lexicon.document_kind {
            let noun = Span::new(content.end - len, content.end);
            let kind = Kind { concept, told: Some(noun) };
            self.push(index, document, sentence, content, kind, rule::TITLE);
        }
    }

    /// Whether a quotation only quotes: a sentence, a slogan, a number, a plan period.
    fn said(&self, content: Span) -> bool {
        let words = &self.chars[content.start..content.end];
        let digits = words.iter().filter(|c| c.is_ascii_digit()).count();
        words.is_empty()
            || words.iter().any(|c| matches!(c, '，' | '。' | '；' | '：' | ','))
            || (digits > 2 && !words.contains(&'、'))
            || self.lexicon.cues.slogan.at(&self.chars[..content.end], content.start) == content.len()
            || plan_name(words)
    }

    /// A name in quotation marks.
    pub(super) fn quotation(
        &mut self,
        index: usize,
        document: &Document,
        sentence: &Sentence,
        quotes: &[Quoted],
        at: usize,
    ) {
        let content = quotes[at].content;
        let words = &self.chars[content.start..content.end];
        let list = words.contains(&'、');
        if self.said(content) {
            return;
        }
        let after = self.head_after(content.end + 1);
        let joint = self.joint_head(quotes, at);
        let own = self.head_at_end(content);
        // “甲”为中心 and the like go on in the sentence.
        let numbered = words.iter().any(|c| {
            matches!(
                c,
                '一' | '二'
                    | '三'
                    | '四'
                    | '五'
                    | '六'
                    | '七'
                    | '八'
                    | '九'
                    | '十'
                    | '两'
                    | '双'
                    | '多'
                    | '百'
                    | '零'
                    | '+'
                    | '＋'
            )
        });
        let kind = own.map(|(kind, _)| kind).or(after.map(|(kind, _)| kind)).or(joint);
        if list {
            // “甲、乙、丙”六大专项行动: each member is a program of that kind.
            if let Some(kind) = after.map(|(kind, _)| kind).filter(|_| self.counted_head(content.end + 1)) {
                for member in parts(self.chars, content) {
                    self.push(index, document, sentence, member, kind, rule::MEMBER);
                }
            }
            return;
        }
        let clause = sentence.clauses[sentence.clause_at(content.start)];
        // 坚决反对…“…”: what is fought is no program; 开展防止返贫攻坚行动和“…” is not fought.
        let cues = &self.lexicon.cues;
        let fought = cues.oppose.rfind(self.chars, clause.start, content.start);
        if fought.is_some_and(|(at, _)| cues.introduce.before(&self.chars[..at], at) == 0) {
            return;
        }
        let practice = self
            .lexicon
            .cues
            .method
            .find(self.chars, content.end, (content.end + 24).min(sentence.span.end))
            .is_some();
        if content.len() > 12 {
            let named = own.and_then(|(kind, at)| {
                Some((kind, self.name_before(Span::new(at, content.end), content)?.0))
            });
            if let Some((kind, name)) = named {
                self.push(index, document, sentence, name, kind, rule::QUOTED);
            } else if let Some(kind) =
                self.lexicon.practice_kind.filter(|_| practice && content.len() <= 30).map(Kind::untold)
            {
                self.push(index, document, sentence, content, kind, rule::QUOTED_PRACTICE);
            }
            return;
        }
        let kind = match kind.or_else(|| self.kind_of_verb(sentence, content.start)) {
            Some(kind) => Some(kind),
            None if numbered
                && content.len() >= 2
                && self.verb_in(Span::new(clause.start, content.start)) =>
            {
                self.lexicon.standard_kind.map(Kind::untold)
            }
            None if content.len() >= 4 && self.introduced_closely(content.start, clause) => {
                self.lexicon.kind_of_code("brand").map(Kind::untold)
            }
            None => None,
        };
        let vague = kind.is_some() && own.is_none() && after.is_none() && joint.is_none() && !numbered;
        if vague && self.chars[clause.start..content.start].ends_with(&['实', '现', '“']) {
            return;
        }
        let Some(kind) = kind else { return };
        if content.len() <= 2 {
            // A short name needs its head: “两山”实践创新基地.
            match after {
                Some((kind, end)) => self.push(
                    index,
                    document,
                    sentence,
                    Span::new(content.start, end),
                    kind,
                    rule::QUOTED_WITH_HEAD,
                ),
                None if numbered => self.push(index, document, sentence, content, kind, rule::QUOTED),
                None => {}
            }
            return;
        }
        self.push(index, document, sentence, content, kind, rule::QUOTED);
    }

    /// “甲”、“乙”等专项行动: the head behind the last of a row of quotations.
    pub(super) fn joint_head(&self, quotes: &[Quoted], at: usize) -> Option<Kind> {
        let mut last = at;
        while let Some(next) = quotes.get(last + 1) {
            let gap = &self.chars[quotes[last].content.end + 1
                ..next.content.start.saturating_sub(1).max(quotes[last].content.end + 1)];
            if !gap.iter().all(|c| matches!(c, '、' | '和' | '及' | '与')) {
                break;
            }
            last += 1;
        }
        let mut from = quotes[last].content.end + 1;
        if self.char(from) == '等' {
            from += 1;
        }
        while matches!(
            self.char(from),
            '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '大' | '个' | '项' | '特' | '色'
        ) {
            from += 1;
        }
        self.head_after(from).map(|(kind, _)| kind)
    }

    pub(super) fn counted_head(&self, from: usize) -> bool {
        crate::facts::number::is_chinese_numeral(self.char(from))
            || self.char(from).is_ascii_digit()
            || self.char(from) == '等'
    }

    /// The kind that the verb before a quoted name tells: 打造 a brand, 开展 an activity.
    pub(super) fn kind_of_verb(&self, sentence: &Sentence, before: usize) -> Option<Kind> {
        let from = before.saturating_sub(14).max(sentence.span.start);
        let words: String = self.chars[from..before].iter().collect();
        let last = [
            ("打造", "brand"),
            ("形成", "brand"),
            ("叫响", "brand"),
            ("擦亮", "brand"),
            ("开展", "event"),
            ("举办", "event"),
            ("实施", "plan"),
            ("推行", "policy"),
            ("实行", "standard"),
            ("实现", "standard"),
            ("推进", "plan"),
            ("建立", "mechanism"),
            ("构建", "system"),
            ("落实", "policy"),
            ("推出", "brand"),
            ("开发", "platform"),
            ("培育", "brand"),
            ("出台", "policy"),
        ]
        .iter()
        .filter_map(|(verb, kind)| words.rfind(verb).map(|at| (at, *kind, *verb)))
        .max()?;
        let (at, code, verb) = last;
        let start = from + words[..at].chars().count();
        let told = Span::new(start, start + verb.chars().count());
        self.lexicon.kind_of_code(code).map(|concept| Kind { concept, told: Some(told) })
    }

    /// Whether a verb that introduces programs stands right before an opening mark.
    pub(super) fn introduced_closely(&self, content: usize, clause: Span) -> bool {
        self.verb_in(Span::new(clause.start.max(content.saturating_sub(8)), content))
    }
}

pub(super) fn parts(chars: &[char], span: Span) -> Vec<Span> {
    let mut start = span.start;
    let mut list = Vec::new();
    for part in chars[span.start..span.end].split(|c| *c == '、') {
        if !part.is_empty() {
            list.push(Span::new(start, start + part.len()));
        }
        start += part.len() + 1;
    }
    list
}

/// “十四五” names a plan period.
pub(super) fn plan_name(words: &[char]) -> bool {
    plan_period(words).is_some() && words.len() <= 3
}
