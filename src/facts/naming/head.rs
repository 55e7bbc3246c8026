use super::reader::Reader;
use crate::lexicon::Label;
use crate::ontology::ConceptId;
use crate::text::Span;

/// A kind of program and the words that tell it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    pub(super) concept: ConceptId,
    pub(super) told: Option<Span>,
}

impl Kind {
    /// A kind that no word of the text names.
    pub(super) const fn untold(concept: ConceptId) -> Self {
        Self { concept, told: None }
    }
}

impl Reader<'_> {
    /// The head noun that follows a closing mark within a few characters: “政担银”机制.
    pub(super) fn head_after(&self, from: usize) -> Option<(Kind, usize)> {
        let first = self.heads.partition_point(|label| label.span.start < from);
        let label = self.heads[first..]
            .iter()
            .take_while(|label| label.span.start <= from + 8)
            .last_in_phrase(self.chars, from)?;
        Some((self.kind(label)?, label.span.end))
    }

    pub(super) fn head_at_end(&self, span: Span) -> Option<(Kind, usize)> {
        let first = self.heads.partition_point(|label| label.span.start < span.start);
        let label = self.heads[first..]
            .iter()
            .take_while(|label| label.span.end <= span.end)
            .find(|label| label.span.end == span.end)?;
        Some((self.kind(label)?, label.span.start))
    }

    pub(super) fn kind(&self, label: &Label) -> Option<Kind> {
        let top = self.lexicon.program_kinds;
        let concepts = self.lexicon.kinds.concepts(label.label).iter();
        let program = |id: &ConceptId| self.lexicon.ontology.concept(*id).broader.first().copied() == top;
        concepts.copied().find(program).map(|concept| Kind { concept, told: Some(label.span) })
    }

    /// Whether a head noun ends a name: a mark, a number, a verb or a particle must follow.
    pub(super) fn ends_name(&self, at: usize) -> bool {
        let next = self.char(at);
        let cues = &self.lexicon.cues;
        !next.is_alphabetic()
            || matches!(
                next,
                '超' | '正'
                    | '近'
                    | '等'
                    | '和'
                    | '与'
                    | '及'
                    | '的'
                    | '共'
                    | '达'
                    | '已'
                    | '在'
                    | '为'
                    | '由'
                    | '以'
                    | '从'
                    | '将'
                    | '中'
                    | '上'
                    | '是'
                    | '有'
                    | '余'
                    | '对'
                    | '向'
            )
            || crate::facts::number::is_chinese_numeral(next)
            || [
                "建设", "工作", "改革", "试点", "模式", "项目", "政策", "资金", "创建", "制度", "标准",
                "覆盖", "余额", "落地", "项", "升级",
            ]
            .iter()
            .any(|word| self.chars[at..].starts_with(&word.chars().collect::<Vec<_>>()))
            || cues.introduce.at(self.chars, at) > 0
            || cues.act.at(self.chars, at) >= 2
            || cues.tail.at(self.chars, at) >= 2
            || cues.lead.at(self.chars, at) >= 2
            || cues.told_adverb.at(self.chars, at) >= 2
    }

    /// Whether a head noun of a kind, with so many characters before it, names something of its own.
    pub(super) fn tells(&self, kind: Kind, head: usize, modifiers: usize, introduced: bool) -> bool {
        let concept = self.lexicon.ontology.concept(kind.concept);
        match concept.code() {
            "subsidy" | "loan" | "insurance" | "tax" => modifiers >= 2 || head >= 5,
            "fund" => modifiers >= 2 && (head > 2 || head + modifiers >= 6) && introduced,
            "workshop" => introduced && head + modifiers >= 4,
            "post" => introduced && head >= 4 && (head >= 5 || modifiers >= 2),
            "practice" => head >= 4 && (modifiers == 0 || (introduced && modifiers <= 4)),
            "policy" | "brand" => false,
            "platform" | "system" | "mechanism" => introduced && modifiers >= 2 && head + modifiers >= 5,
            "standard" => introduced && head >= 3 && modifiers >= 2,
            "event" | "training" | "organisation" | "cooperation" | "project" if head <= 2 => {
                introduced && modifiers >= 3
            }
            _ => introduced && modifiers >= 2,
        }
    }
}

/// The head noun that begins at an offset.
pub(super) fn labels_at(heads: &[Label], at: usize) -> Option<&Label> {
    let index = heads.partition_point(|label| label.span.start < at);
    heads.get(index).filter(|label| label.span.start == at)
}

/// The last head of an unbroken phrase that starts at `from`.
trait LastInPhrase<'l> {
    fn last_in_phrase(self, chars: &[char], from: usize) -> Option<&'l Label>;
}

impl<'l, I: Iterator<Item = &'l Label>> LastInPhrase<'l> for I {
    fn last_in_phrase(self, chars: &[char], from: usize) -> Option<&'l Label> {
        let mut last = None;
        for label in self {
            let broken = chars[from.min(label.span.end)..label.span.end]
                .iter()
                .any(|c| matches!(c, '，' | '、' | '。' | '“' | ',' | '；' | '的' | '和' | '\n' | '与'));
            if broken {
                break;
            }
            last = Some(label);
        }
        last
    }
}
