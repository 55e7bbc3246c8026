use super::hash::{CharHash, Firsts, Pairs};
use crate::ontology::{Concept, ConceptId, Ontology};
use crate::text::{Span, Text};
use rustc_hash::FxHashMap;
use std::collections::HashMap;

/// A label found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    /// Where it stands.
    pub(crate) span: Span,
    /// Index of the label, see [`Labels::concepts`].
    pub(crate) label: usize,
}

/// Labels that begin with the same two characters, the longest first, each with its index.
type Bucket = Vec<(Box<[char]>, usize)>;

/// The labels of some branches of the ontology, found by the two characters that they begin with.
#[derive(Debug)]
pub(crate) struct Labels {
    firsts: Firsts,
    known: Pairs,
    pairs: HashMap<(char, char), Bucket, CharHash>,
    singles: HashMap<char, usize, CharHash>,
    exact: FxHashMap<String, usize>,
    concepts: Vec<Vec<ConceptId>>,
}

impl Labels {
    pub(crate) fn new(ontology: &Ontology, paths: &[&str]) -> Self {
        Self::of(paths.iter().flat_map(|path| ontology.below(path)))
    }

    /// The labels of some concepts.
    pub(crate) fn of<'o>(chosen: impl Iterator<Item = (ConceptId, &'o Concept)>) -> Self {
        let mut labels = Self {
            firsts: Firsts::default(),
            known: Pairs::default(),
            pairs: HashMap::default(),
            singles: HashMap::default(),
            exact: FxHashMap::default(),
            concepts: Vec::new(),
        };
        for (id, concept) in chosen {
            for word in &concept.words {
                let at = labels.label(word);
                labels.concepts[at].push(id);
            }
        }
        for bucket in labels.pairs.values_mut() {
            bucket.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        labels
    }

    /// Index of a word, which becomes a label when it is none yet.
    fn label(&mut self, word: &str) -> usize {
        if let Some(known) = self.exact.get(word) {
            return *known;
        }
        let index = self.concepts.len();
        self.concepts.push(Vec::new());
        self.exact.insert(word.to_owned(), index);
        let chars: Box<[char]> = word.chars().collect();
        match *chars {
            [] => {}
            [only] => {
                self.firsts.insert(only);
                self.singles.insert(only, index);
            }
            [first, second, ..] => {
                self.firsts.insert(first);
                self.known.insert(first, second);
                self.pairs.entry((first, second)).or_default().push((chars, index));
            }
        }
        index
    }

    /// All labels of a text, leftmost longest, in order.
    pub(crate) fn find(&self, text: &Text) -> Vec<Label> {
        let chars = text.chars();
        let mut found = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            match self.longest(&chars[at..]) {
                Some((len, label)) => {
                    found.push(Label { span: Span::new(at, at + len), label });
                    at += len;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest label that some characters start with: its length and index.
    pub(super) fn longest(&self, rest: &[char]) -> Option<(usize, usize)> {
        let first = *rest.first().filter(|first| self.firsts.may(**first))?;
        let second = rest.get(1).filter(|second| self.known.may(first, **second));
        let bucket = second.and_then(|second| self.pairs.get(&(first, *second)));
        let long = bucket.and_then(|bucket| bucket.iter().find(|(word, _)| rest.starts_with(word)));
        match long {
            Some((word, label)) => Some((word.len(), *label)),
            None => self.singles.get(&first).map(|label| (1, *label)),
        }
    }

    /// The concepts that bear a label; more than one when units tell them apart.
    pub(crate) fn concepts(&self, label: usize) -> &[ConceptId] {
        &self.concepts[label]
    }

    /// Length in characters of the longest label that a string starts with, 0 when none does.
    pub(crate) fn prefix(&self, words: &str) -> usize {
        let chars: Vec<char> = words.chars().collect();
        self.longest(&chars).map_or(0, |(len, _)| len)
    }

    /// Index of a word that is a label.
    pub(crate) fn index(&self, word: &str) -> Option<usize> {
        self.exact.get(word).copied()
    }

    /// The concepts whose label a word is.
    pub(crate) fn exact(&self, word: &str) -> &[ConceptId] {
        self.exact.get(word).map_or(&[], |label| &self.concepts[*label])
    }
}
