use super::local::Local;
use crate::facts::reason::PlaceReason;
use crate::lexicon::{Label, Lexicon};
use crate::ontology::ConceptId;
use crate::outline::{Document, Place};
use crate::text::{Sentence, Span};

/// Finds whose figure a figure is.
pub(crate) struct Places<'a> {
    pub(crate) chars: &'a [char],
    pub(crate) labels: &'a [Label],
    pub(crate) lexicon: &'a Lexicon<'a>,
    /// Places that the gazetteer does not have.
    pub(crate) locals: &'a [Local],
}

/// How far back the beginning of a paragraph is looked for, in characters.
const PARAGRAPH: usize = 600;

/// A place as a sentence names it.
#[derive(Clone, Copy)]
struct Named {
    id: ConceptId,
    /// The name, with those of the places around it that stand before it.
    words: Span,
    told: bool,
}

impl Places<'_> {
    /// The place of a figure: the last place that its sentence names as subject before it, otherwise the document's.
    ///
    /// A place that opens a clause holds for the clauses behind it; one named inside a clause, for that clause.
    pub(crate) fn of(&self, document: &Document, sentence: &Sentence, before: usize) -> (Place, PlaceReason) {
        let own = document.own_place(self.lexicon);
        let clause = sentence.clauses[sentence.clause_at(before)];
        let from = self.labels.partition_point(|label| label.span.start < sentence.span.start);
        let mut named: Option<(ConceptId, Span)> = None;
        let mut last: Option<Named> = None;
        for label in self.labels[from..].iter().take_while(|label| label.span.end <= before) {
            let Some(id) = self.concept(label, &own, last.map(|last| last.id)) else { continue };
            // 浙江 湖州: the second name stands where the first one did.
            let outer = last
                .filter(|last| last.words.end == label.span.start && self.within(Some(id), Some(last.id)));
            let start = outer.map_or(label.span.start, |outer| outer.words.start);
            let words = Span::new(start, label.span.end);
            // 玉树3个县…, behind another clause, tells of these counties alone.
            let counted = words.start > sentence.clauses[0].end
                && self.chars.get(words.end).is_some_and(char::is_ascii_digit);
            // 在牦牛产区那曲，…
            let at = sentence.clauses[sentence.clause_at(words.start)].start;
            let placed = self.chars[at] == '在' && self.chars.get(words.end) == Some(&'，');
            let opens = placed || (self.opens(words) && !counted);
            let told = outer.is_some_and(|outer| outer.told) || self.told(label.span, id, &own);
            last = Some(Named { id, words, told });
            if told && (opens || self.copula(label.span) || clause.contains(label.span.start)) {
                named = Some((id, label.span));
            }
        }
        if let Some((place, span)) = self.local(document, sentence, before)
            && named.is_none_or(|(_, named)| named.start < span.start)
        {
            return (place, PlaceReason::Named(span));
        }
        let province = self.whole_province(sentence, before, &own);
        let named =
            province.filter(|(_, whole)| named.is_none_or(|(_, name)| name.start < whole.start)).or(named);
        match named {
            Some((id, span)) => (Place::of(id, self.lexicon), PlaceReason::Named(span)),
            None => match self
                .of_paragraph(document, sentence, &own)
                .or_else(|| self.spoken_of(document, sentence, before, &own))
            {
                Some((id, span)) => (Place::of(id, self.lexicon), PlaceReason::Named(span)),
                None => (own, PlaceReason::own(document)),
            },
        }
    }

    /// The province around a city whose report says 全省 of a figure: 截至2月底，全省共举办招聘会….
    fn whole_province(&self, sentence: &Sentence, before: usize, own: &Place) -> Option<(ConceptId, Span)> {
        let (at, len) = self.lexicon.cues.own_region.rfind(self.chars, sentence.span.start, before)?;
        let opens = self.opens(Span::new(at, at + len));
        let province = self.chars[at + len - 1] == '省' && opens;
        let outer = |id: &ConceptId| self.lexicon.ontology.concept(*id).part_of;
        let id = std::iter::successors(own.region.filter(|_| province), outer)
            .find(|id| self.lexicon.ontology.concept(*id).label.ends_with('省'))?;
        (Some(id) != own.region).then_some((id, Span::new(at, at + len)))
    }

    /// The place that a paragraph opens with, or a later sentence of it, until one speaks of the document's own
    /// region again: 在西安，… reported in several sentences.
    fn of_paragraph(
        &self,
        document: &Document,
        sentence: &Sentence,
        own: &Place,
    ) -> Option<(ConceptId, Span)> {
        // A report with headings speaks of its own region, whatever a paragraph begins with.
        if document.sections.iter().any(|section| section.level < 3) {
            return None;
        }
        let end = sentence.span.start;
        let start = (end.saturating_sub(PARAGRAPH)..end).rev().find(|at| self.chars[*at] == '\n')? + 1;
        let open = (start..end).find(|at| !self.chars[*at].is_whitespace())?;
        let from = self.labels.partition_point(|label| label.span.start < open);
        let mut held: Option<(ConceptId, Span)> = None;
        let mut last: Option<(ConceptId, Span)> = None;
        for label in self.labels[from..].iter().take_while(|label| label.span.end <= end) {
            let Some(id) = self.concept(label, own, last.map(|(id, _)| id)) else { continue };
            let inner = last
                .filter(|(outer, span)| span.end == label.span.start && self.within(Some(id), Some(*outer)));
            let heads = inner.is_some_and(|last| held == Some(last)) || self.heads_sentence(label.span, open);
            last = Some((id, label.span));
            if heads {
                // 甲县、乙县分别… speaks of two; what follows is neither's.
                let row = matches!(self.chars.get(label.span.end), Some('、' | '和' | '与'));
                held = (!row && self.lexicon.country != Some(id)).then_some((id, label.span));
            } else if held.is_none() {
                return None;
            }
        }
        let (id, span) = held?;
        let general = self.speaks_generally(Span::new(span.end, sentence.span.end));
        (!general && Some(id) != own.region).then_some((id, span))
    }

    /// The place that 当地 refers to: the last one that headed a sentence before.
    fn spoken_of(
        &self,
        document: &Document,
        sentence: &Sentence,
        before: usize,
        own: &Place,
    ) -> Option<(ConceptId, Span)> {
        let cues = &self.lexicon.cues;
        let there = cues.there.find(self.chars, sentence.span.start, before);
        // 全省, where the document speaks for none.
        let whole = || cues.own_region.find(self.chars, sentence.span.start, before);
        let national = own.region == self.lexicon.country;
        let (at, _) = there.or_else(|| if national { whole() } else { None })?;
        let from = at.saturating_sub(PARAGRAPH).max(document.span.start);
        let first = self.labels.partition_point(|label| label.span.start < from);
        let mut held: Option<(ConceptId, Span)> = None;
        let mut last: Option<(ConceptId, Span)> = None;
        for label in self.labels[first..].iter().take_while(|label| label.span.end <= at) {
            let Some(id) = self.concept(label, own, last.map(|(id, _)| id)) else { continue };
            let inner = last
                .filter(|(outer, span)| span.end == label.span.start && self.within(Some(id), Some(*outer)));
            let heads = inner.is_some_and(|last| held == Some(last)) || self.heads_sentence(label.span, from);
            last = Some((id, label.span));
            if heads {
                held = last;
            }
        }
        held.filter(|(id, _)| self.lexicon.country != Some(*id) && Some(*id) != own.region)
    }

    /// Whether words name the document's own region: 全省, but not 全省首个.
    pub(super) fn speaks_generally(&self, words: Span) -> bool {
        let mut at = words.start;
        while let Some((found, len)) = self.lexicon.cues.own_region.find(self.chars, at, words.end) {
            at = found + len;
            if !matches!(self.chars.get(at), Some('首' | '第' | '最' | '前' | '唯')) {
                return true;
            }
        }
        false
    }

    /// Whether a name opens its sentence, with 在, 位于 or a short time before it at the most.
    pub(super) fn heads_sentence(&self, name: Span, open: usize) -> bool {
        let cues = &self.lexicon.cues;
        let mark = |c: char| matches!(c, '。' | '！' | '？' | '；' | '\n');
        let start = (open..name.start).rev().find(|at| mark(self.chars[*at])).map_or(open, |at| at + 1);
        let lead = &self.chars[start..name.start];
        let located = cues.located.before(&self.chars[..name.start], name.start);
        let timed = lead.strip_suffix(&['在']).unwrap_or(lead);
        let timed = lead.len() <= 7 && timed.last() == Some(&'，');
        lead.is_empty()
            || lead == ['在']
            || lead == ['而', '在']
            || (located > 0 && located == lead.len())
            || timed
    }

    /// The region a label means: of several with one name, the one inside the place spoken of.
    fn concept(&self, label: &Label, own: &Place, before: Option<ConceptId>) -> Option<ConceptId> {
        match self.lexicon.regions.concepts(label.label) {
            [] => None,
            [id] => Some(*id),
            several => several
                .iter()
                .copied()
                .find(|id| self.within(Some(*id), before) || self.within(Some(*id), own.region)),
        }
    }

    fn before(&self, at: usize) -> char {
        if at == 0 { '\n' } else { self.chars[at - 1] }
    }

    /// Whether a name opens its clause, after a mark, a time or an opening word; 在 may stand between.
    fn opens(&self, span: Span) -> bool {
        // 在牦牛产区那曲，… and …在西安举行，… tell where, too.
        let held = self.lexicon.cues.take_place.at(self.chars, span.end) > 0;
        let at = match self.before(span.start) {
            '在' if held => return true,
            _ if self.lexicon.cues.located.before(self.chars, span.start) > 0 => return true,
            '在' => span.start - 1,
            _ => span.start,
        };
        matches!(
            self.before(at),
            '，' | ','
                | '。'
                | '；'
                | '\n'
                | '：'
                | ' '
                | '　'
                | '年'
                | '月'
                | '来'
                | '前'
                | '日'
                | '中'
                | '！'
                | '度'
                | '末'
                | '而'
        )
    }

    /// 花卉是临夏的特色产业 tells whose the sentence is.
    fn copula(&self, span: Span) -> bool {
        self.before(span.start) == '是' && self.chars.get(span.end) == Some(&'的')
    }

    /// Whether a region named here is what the sentence speaks of, not a partner, a direction, a yardstick or a part of a name.
    fn told(&self, span: Span, id: ConceptId, own: &Place) -> bool {
        let before = self.before(span.start);
        let behind: String = self.chars[span.end..(span.end + 3).min(self.chars.len())].iter().collect();
        let near = (span.end + 7).min(self.chars.len());
        let word = (span.end..near).find(|at| !self.chars[*at].is_alphabetic()).unwrap_or(near);
        let named = self.lexicon.cues.institution.inside(self.chars, span.end, word);
        let listed = matches!(
            behind.chars().next(),
            Some('、' | '至' | '到' | '－' | '—' | '前' | '首' | '第' | '与' | '和' | '等')
        );
        if named || listed {
            return false;
        }
        let inner = self.within(Some(id), own.region) || Some(id) == own.region;
        let located = self.lexicon.cues.located.before(self.chars, span.start) > 0;
        if !located
            && matches!(
                before,
                '与' | '和'
                    | '同'
                    | '对'
                    | '向'
                    | '入'
                    | '占'
                    | '居'
                    | '位'
                    | '列'
                    | '为'
                    | '赴'
                    | '到'
                    | '于'
                    | '比'
                    | '从'
                    | '“'
                    | '《'
                    | '·'
                    | '—'
                    | '持'
                    | '及'
            )
        {
            return false;
        }
        if self.lexicon.country == Some(id) {
            // 全国首创, 全国平均 measure by the country; a figure of the country names it at the head of a clause.
            let named: String = self.chars[span.start..span.end].iter().collect();
            let title = [
                "平均", "人大", "重点", "道德", "文明", "政协", "劳动", "先进", "优秀", "示范", "百强",
                "统一", "十大",
            ];
            let placed = (before == '在' && self.chars.get(span.end) != Some(&'，'))
                || self.chars.get(span.end) == Some(&'首');
            return self.opens(span)
                && !placed
                && matches!(named.as_str(), "全国" | "我国")
                && !title.iter().any(|word| behind.starts_with(word));
        }
        if matches!(before, '、') {
            return false;
        }
        self.opens(span) || own.region == self.lexicon.country || inner
    }

    fn within(&self, inner: Option<ConceptId>, outer: Option<ConceptId>) -> bool {
        let mut at = inner;
        while let Some(id) = at {
            at = self.lexicon.ontology.concept(id).part_of;
            if at.is_some() && at == outer {
                return true;
            }
        }
        false
    }
}
