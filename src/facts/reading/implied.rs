use super::reader::Reader;
use super::slot::Slot;
use crate::facts::figure::Aspect;
use crate::facts::number::Form;
use crate::lexicon::Unit;
use crate::text::Span;
use rust_decimal::Decimal;

impl Reader<'_> {
    /// The printed unit, or the one that the words around a bare number imply.
    pub(super) fn unit(&self, slot: &Slot<'_>) -> Option<(Unit, Option<Aspect>)> {
        let quantity = slot.quantity;
        if let Some(unit) = &quantity.unit {
            return Some((unit.clone(), None));
        }
        let cues = &self.lexicon.cues;
        let code = |code: &str| self.lexicon.units.of_code(code).cloned();
        let noun = Span::new(quantity.span.end, slot.clause.end.min(quantity.span.end + 16));
        let head = self.chars[noun.start..noun.end]
            .iter()
            .position(|c| matches!(c, '、' | '，' | ',' | '。'))
            .map_or(noun, |at| Span::new(noun.start, noun.start + at));
        match quantity.form {
            Form::Elided => {
                let household = cues.household.find(self.chars, head.start, head.end);
                let person = cues.person.find(self.chars, head.start, head.end);
                let money = cues.money.inside(self.chars, slot.clause.start, quantity.hedged.start)
                    || self.sentence_money(slot);
                match (household, person) {
                    (Some((h, _)), Some((p, _))) if h < p => code("household").map(|unit| (unit, None)),
                    (_, Some(_)) => code("person").map(|unit| (unit, None)),
                    (Some(_), None) => code("household").map(|unit| (unit, None)),
                    (None, None) if cues.person.inside(self.chars, slot.left.start, slot.left.end) => {
                        code("person").map(|unit| (unit, None))
                    }
                    (None, None) if money => code("CNY").map(|unit| (unit, None)),
                    _ => None,
                }
            }
            Form::Bare => {
                let words: String = self.chars[slot.left.start..slot.left.end].iter().collect();
                let index = words.ends_with("指数为")
                    || words.ends_with("指数")
                    || words.ends_with("指数达")
                    || words.ends_with("指数达到");
                let ratio = ["比值", "收入比", "倍差", "系数"].iter().any(|noun| words.contains(noun))
                    && quantity.value.scale() > 0;
                if index {
                    code("index").map(|unit| (unit, None))
                } else if ratio {
                    code("ratio").map(|unit| (unit, Some(Aspect::Ratio)))
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    pub(super) fn sentence_money(&self, slot: &Slot<'_>) -> bool {
        let from = slot.clause.start.saturating_sub(20);
        self.lexicon.cues.money.inside(self.chars, from, slot.clause.start)
            && slot.quantity.value >= Decimal::from(100_000_000)
    }
}
