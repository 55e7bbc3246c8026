use super::hash::{CharHash, Firsts};
use std::collections::HashMap;

/// A closed list of words, matched at or before a position.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    firsts: Firsts,
    lasts: Firsts,
    by_first: HashMap<char, Vec<Box<[char]>>, CharHash>,
    by_last: HashMap<char, Vec<Box<[char]>>, CharHash>,
}

impl Words {
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut list = Self::default();
        for word in words {
            let word: Box<[char]> = word.chars().collect();
            if let (Some(first), Some(last)) = (word.first(), word.last()) {
                list.firsts.insert(*first);
                list.lasts.insert(*last);
                list.by_first.entry(*first).or_default().push(word.clone());
                list.by_last.entry(*last).or_default().push(word);
            }
        }
        for bucket in list.by_first.values_mut().chain(list.by_last.values_mut()) {
            bucket.sort_by_key(|word| std::cmp::Reverse(word.len()));
            bucket.dedup();
        }
        list
    }

    /// Length of the longest word that starts at `at`, 0 when none does.
    pub(crate) fn at(&self, chars: &[char], at: usize) -> usize {
        let rest = chars.get(at..).unwrap_or_default();
        let first = rest.first().filter(|first| self.firsts.may(**first));
        let bucket = first.and_then(|first| self.by_first.get(first));
        let second = rest.get(1);
        let alike =
            |word: &&Box<[char]>| word.len() == 1 || (word.get(1) == second && rest.starts_with(word));
        bucket.and_then(|words| words.iter().find(alike)).map_or(0, |word| word.len())
    }

    /// Length of the longest word that ends before `end`, 0 when none does.
    pub(crate) fn before(&self, chars: &[char], end: usize) -> usize {
        let rest = chars.get(..end).unwrap_or_default();
        let last = rest.last().filter(|last| self.lasts.may(**last));
        let bucket = last.and_then(|last| self.by_last.get(last));
        bucket.and_then(|words| words.iter().find(|word| rest.ends_with(word))).map_or(0, |word| word.len())
    }

    /// Offset and length of the first word inside `from..to`.
    pub(crate) fn find(&self, chars: &[char], from: usize, to: usize) -> Option<(usize, usize)> {
        let inside = chars.get(..to.min(chars.len())).unwrap_or_default();
        (from..inside.len()).find_map(|at| match self.at(inside, at) {
            0 => None,
            len => Some((at, len)),
        })
    }

    /// Offset and length of the last word inside `from..to`.
    pub(crate) fn rfind(&self, chars: &[char], from: usize, to: usize) -> Option<(usize, usize)> {
        let inside = chars.get(..to.min(chars.len())).unwrap_or_default();
        (from + 1..=inside.len()).rev().find_map(|end| match self.before(inside, end) {
            0 => None,
            len if end - len >= from => Some((end - len, len)),
            _ => None,
        })
    }

    /// Whether a word stands inside `from..to`.
    pub(crate) fn inside(&self, chars: &[char], from: usize, to: usize) -> bool {
        self.find(chars, from, to).is_some()
    }
}
