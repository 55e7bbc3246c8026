use crate::ontology::{Concept, ConceptId, Ontology};
use crate::text::{Span, Text};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::HashMap;

/// A label found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    /// Where it stands.
    pub(crate) span: Span,
    /// Index of the label, see [`Labels::concepts`].
    pub(crate) label: usize,
}

/// The labels of some branches of the ontology in one automaton.
#[derive(Debug)]
pub(crate) struct Labels {
    automaton: Option<AhoCorasick>,
    concepts: Vec<Vec<ConceptId>>,
}

impl Labels {
    pub(crate) fn new(ontology: &Ontology, paths: &[&str]) -> Self {
        Self::of(paths.iter().flat_map(|path| ontology.below(path)))
    }

    /// The labels of some concepts.
    pub(crate) fn of<'o>(chosen: impl Iterator<Item = (ConceptId, &'o Concept)>) -> Self {
        let mut index: HashMap<&'o str, usize> = HashMap::new();
        let mut words: Vec<&'o str> = Vec::new();
        let mut concepts: Vec<Vec<ConceptId>> = Vec::new();
        for (id, concept) in chosen {
            for word in &concept.words {
                let at = *index.entry(word.as_str()).or_insert_with(|| {
                    words.push(word);
                    concepts.push(Vec::new());
                    words.len() - 1
                });
                concepts[at].push(id);
            }
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words).ok();
        Self { automaton, concepts }
    }

    /// All labels of a text, leftmost longest, in order.
    pub(crate) fn find(&self, text: &Text) -> Vec<Label> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let string = text.as_str();
        let (mut byte, mut offset) = (0, 0);
        let mut found = Vec::new();
        for hit in automaton.find_iter(string) {
            offset += string[byte..hit.start()].chars().count();
            let len = string[hit.start()..hit.end()].chars().count();
            found.push(Label { span: Span::new(offset, offset + len), label: hit.pattern().as_usize() });
            offset += len;
            byte = hit.end();
        }
        found
    }

    /// The concepts that bear a label; more than one when units tell them apart.
    pub(crate) fn concepts(&self, label: usize) -> &[ConceptId] {
        &self.concepts[label]
    }

    /// Length in characters of the longest label that a string starts with, 0 when none does.
    pub(crate) fn prefix(&self, words: &str) -> usize {
        let hit = self.automaton.as_ref().and_then(|automaton| automaton.find(words));
        hit.filter(|hit| hit.start() == 0).map_or(0, |hit| words[..hit.end()].chars().count())
    }

    /// The concepts whose label a word is.
    pub(crate) fn exact(&self, word: &str) -> &[ConceptId] {
        let whole = self
            .automaton
            .as_ref()
            .and_then(|automaton| automaton.find(word))
            .filter(|hit| hit.start() == 0 && hit.end() == word.len());
        whole.map_or(&[], |hit| self.concepts(hit.pattern().as_usize()))
    }
}
