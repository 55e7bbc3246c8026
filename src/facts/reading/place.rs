use crate::lexicon::{Label, Lexicon};
use crate::ontology::ConceptId;
use crate::outline::{Document, Place};
use crate::text::Span;

/// Finds whose figure a figure is.
pub(crate) struct Places<'a> {
    pub(crate) chars: &'a [char],
    pub(crate) labels: &'a [Label],
    pub(crate) lexicon: &'a Lexicon<'a>,
}

impl Places<'_> {
    /// The document's own place; the whole country when it names none.
    pub(crate) fn own(&self, document: &Document) -> Place {
        document.region.clone().unwrap_or_else(|| Place {
            region: self.lexicon.country,
            name: self
                .lexicon
                .country
                .map_or_else(String::new, |id| self.lexicon.ontology.concept(id).label.clone()),
            within: None,
        })
    }

    /// The place of a figure: the last place named as subject in its sentence before it, otherwise the document's.
    pub(crate) fn of(&self, document: &Document, sentence: Span, before: usize) -> Place {
        let own = self.own(document);
        let from = self.labels.partition_point(|label| label.span.start < sentence.start);
        let named = self.labels[from..].iter().take_while(|label| label.span.end <= before);
        let mut place = None;
        for label in named {
            let Some(id) = self.lexicon.regions.concepts(label.label).first().copied() else { continue };
            if self.subject(label.span, id, &own) {
                place = Some(id);
            }
        }
        match place {
            Some(id) => Place {
                region: Some(id),
                name: self.lexicon.ontology.concept(id).label.clone(),
                within: None,
            },
            None => own,
        }
    }

    /// Whether a region named here is what the sentence speaks of, not a partner, a direction or a yardstick.
    fn subject(&self, span: Span, id: ConceptId, own: &Place) -> bool {
        let before = if span.start == 0 { '\n' } else { self.chars[span.start - 1] };
        let behind: String = self.chars[span.end..(span.end + 3).min(self.chars.len())].iter().collect();
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
                | '在'
                | '为'
                | '赴'
                | '到'
                | '于'
                | '比'
                | '由'
                | '从'
                | '、'
                | '“'
                | '《'
                | '·'
                | '—'
        ) {
            return self.within(Some(id), own.region) && matches!(before, '在' | '、' | '由');
        }
        if behind.starts_with('、')
            || behind.starts_with("日报")
            || behind.starts_with("首")
            || behind.starts_with("第")
            || behind.starts_with('前')
        {
            return false;
        }
        let country = self.lexicon.country == Some(id);
        if country {
            // 全国首创, 全国平均 measure by the country; a figure of the country names it at the head of a clause.
            let head = matches!(
                before,
                '，' | ',' | '。' | '；' | '\n' | '：' | ' ' | '　' | '月' | '年' | '度' | '末'
            );
            let named: String = self.chars[span.start..span.end].iter().collect();
            return head && named == "全国" && !behind.starts_with("平均") && !behind.starts_with("人大");
        }
        let head = matches!(
            before,
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
                | '，'
                | '前'
                | '日'
                | '中'
                | '！'
        );
        head || own.region == self.lexicon.country || self.within(Some(id), own.region)
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
