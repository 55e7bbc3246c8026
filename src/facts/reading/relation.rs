use super::reader::Reader;
use crate::facts::figure::{Aspect, Figure};
use crate::text::Sentence;

impl Reader<'_> {
    /// Links figures of one sentence: 其中, shares and changes to what they belong to.
    pub(super) fn relate(&mut self, first: usize, sentence: &Sentence) {
        let cues = &self.lexicon.cues;
        for index in first..self.figures.len() {
            let figure = &self.figures[index];
            let level = |other: &Figure| matches!(other.aspect, Aspect::Level | Aspect::Rate);
            let elder = (first..index).rev().find(|other| level(&self.figures[*other]));
            let clause = figure.quote;
            let mut relations = figure.relations;
            match figure.aspect {
                Aspect::Change => {
                    relations.change_of =
                        elder.filter(|other| self.figures[*other].indicator == figure.indicator);
                }
                Aspect::Share => {
                    let part = elder.filter(|other| self.figures[*other].indicator == figure.indicator);
                    relations.share_of_part = part;
                    relations.share_of = part.and_then(|part| self.figures[part].relations.part_of);
                }
                Aspect::Level => {
                    let before = figure.span.start;
                    let of_which =
                        cues.of_which.rfind(self.chars, sentence.span.start, before).map(|(at, _)| at);
                    if let Some(at) =
                        of_which.filter(|at| *at + 3 >= clause.start || self.same_run(*at, index, first))
                    {
                        let whole = (first..index).rev().find(|other| {
                            let other = &self.figures[*other];
                            other.span.end <= at
                                && other.aspect == Aspect::Level
                                && other.unit == figure.unit
                                && other.value >= figure.value
                        });
                        relations.part_of = whole;
                    }
                }
                _ => {}
            }
            self.figures[index].relations = relations;
        }
    }

    pub(super) fn same_run(&self, at: usize, index: usize, first: usize) -> bool {
        (first..index).any(|other| {
            self.figures[other].span.start > at && self.figures[other].relations.part_of.is_some()
        })
    }
}
