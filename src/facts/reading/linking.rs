use super::aspect::Sort;
use super::reader::Reader;
use crate::facts::figure::{Aspect, Indicator};
use crate::lexicon::Unit;
use crate::ontology::{ConceptId, Entry};
use crate::text::Span;

impl Reader<'_> {
    pub(super) fn known(&self, entry: Entry, text: String) -> Indicator {
        Indicator {
            entry: Some(entry),
            label: self.lexicon.ontology.concept(entry.concept).label.clone(),
            text,
        }
    }

    /// The indicator of the vocabulary that the words name as a whole.
    pub(super) fn linked(&self, span: Span, unit: &Unit, sort: Sort) -> Option<Entry> {
        let wording = self.wording();
        let mut tries = vec![span, wording.object(span)];
        for tail in
            ["涨幅", "增速", "增幅", "降幅", "增长率", "人数", "总数", "数量", "数", "总量", "总额", "规模"]
        {
            let len = tail.chars().count();
            let ends =
                span.len() > len + 2 && self.chars[span.end - len..span.end].iter().copied().eq(tail.chars());
            if ends {
                let cut = Span::new(span.start, span.end - len);
                tries.push(cut);
                tries.push(wording.object(cut));
            }
        }
        let bare = |name: &str| {
            ["年末", "年底", "总体", "全部", "累计", "共"]
                .iter()
                .fold(name.to_owned(), |name, word| name.replace(word, ""))
        };
        tries.iter().map(|span| wording.name(*span)).find_map(|name| {
            let direct = self.concept_named(&name, unit, sort);
            let direct = direct.or_else(|| self.concept_named(&bare(&name), unit, sort));
            direct.or_else(|| self.concept_named(of_kinds(&name)?, unit, sort))
        })
    }

    pub(super) fn concept_named(&self, name: &str, unit: &Unit, sort: Sort) -> Option<Entry> {
        let fits = |id: &&ConceptId| {
            let own = self.lexicon.ontology.concept(**id).unit;
            let relative = matches!(
                sort.aspect,
                Aspect::Change | Aspect::Share | Aspect::Rank | Aspect::Multiple | Aspect::Ratio
            );
            own == Some(unit.concept) || relative || own.is_some_and(|own| self.same_kind(own, unit))
        };
        let found = self.lexicon.indicators.exact(name).iter().find(fits);
        found.map(|id| self.lexicon.ontology.entry(*id, name))
    }

    /// Whether an indicator's unit and a printed one count the same kind of thing.
    pub(super) fn same_kind(&self, own: ConceptId, unit: &Unit) -> bool {
        let code = self.lexicon.ontology.concept(own).code();
        code == unit.code
            || matches!((code, unit.code.as_str()), ("count", "household") | ("household", "count"))
    }
}

/// The head behind 等各类: 大学生、返乡农民工等各类专业化创业孵化基地 are 创业孵化基地.
fn of_kinds(name: &str) -> Option<&str> {
    let at = ["等各类", "等各级", "各类", "等"]
        .iter()
        .find_map(|word| name.rfind(word).map(|at| at + word.len()))?;
    Some(name[at..].trim_start_matches("专业化"))
}
