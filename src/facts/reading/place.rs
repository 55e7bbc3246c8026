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
}

impl Places<'_> {
    /// The place of a figure: the last place that its sentence names as subject before it, otherwise the document's.
    ///
    /// A place that opens a clause holds for the clauses behind it; one named inside a clause, for that clause.
    pub(crate) fn of(&self, document: &Document, sentence: &Sentence, before: usize) -> (Place, PlaceReason) {
        let own = document.own_place(self.lexicon);
        let clause = sentence.clauses[sentence.clause_at(before)];
        let from = self.labels.partition_point(|label| label.span.start < sentence.span.start);
        let mut place: Option<(ConceptId, Span)> = None;
        let mut last: Option<(usize, ConceptId, bool)> = None;
        for label in self.labels[from..].iter().take_while(|label| label.span.end <= before) {
            let Some(id) = self.concept(label, &own, last.map(|(_, id, _)| id)) else { continue };
            // 浙江 湖州: the second name stands where the first one did.
            let glued = last
                .is_some_and(|(end, outer, _)| end == label.span.start && self.within(Some(id), Some(outer)));
            let opens = if glued { last.is_some_and(|(_, _, opens)| opens) } else { self.opens(label.span) };
            let told = self.told(label.span, id, &own, glued);
            last = Some((label.span.end, id, opens));
            if told && (opens || self.copula(label.span) || clause.contains(label.span.start)) {
                place = Some((id, label.span));
            }
        }
        match place {
            Some((id, span)) => (Place::of(id, self.lexicon), PlaceReason::Named(span)),
            None => (own, PlaceReason::own(document)),
        }
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

    /// Whether a name opens its clause, after a mark, a time or an opening word.
    fn opens(&self, span: Span) -> bool {
        matches!(
            self.before(span.start),
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
    fn told(&self, span: Span, id: ConceptId, own: &Place, glued: bool) -> bool {
        let before = self.before(span.start);
        let behind: String = self.chars[span.end..(span.end + 3).min(self.chars.len())].iter().collect();
        let named =
            self.lexicon.cues.institution.inside(self.chars, span.end, (span.end + 7).min(self.chars.len()));
        let listed = matches!(
            behind.chars().next(),
            Some('、' | '至' | '到' | '－' | '—' | '前' | '首' | '第' | '与' | '和')
        );
        if named || listed {
            return false;
        }
        let inner = self.within(Some(id), own.region);
        if glued {
            return inner || own.region == self.lexicon.country;
        }
        if matches!(
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
        ) {
            return false;
        }
        if self.lexicon.country == Some(id) {
            // 全国首创, 全国平均 measure by the country; a figure of the country names it at the head of a clause.
            let named: String = self.chars[span.start..span.end].iter().collect();
            let title = [
                "平均", "人大", "重点", "道德", "文明", "政协", "劳动", "先进", "优秀", "示范", "百强",
                "统一", "十大",
            ];
            return self.opens(span) && named == "全国" && !title.iter().any(|word| behind.starts_with(word));
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
