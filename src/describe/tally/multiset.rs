use serde::{Deserialize, Serialize};

/// Fewest keys that are put in order before all are.
const FEW: usize = 1 << 16;

/// How often each key is there, in the order of keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Multiset<K> {
    counted: Vec<(K, i64)>,
    /// What came or went since, in any order.
    #[serde(skip, default = "Vec::new")]
    pending: Vec<(K, i64)>,
}

impl<K> Default for Multiset<K> {
    fn default() -> Self {
        Self { counted: Vec::new(), pending: Vec::new() }
    }
}

impl<K: Ord + Clone> Multiset<K> {
    /// Takes a key in so many times; fewer than none take it away.
    pub(super) fn add(&mut self, key: K, times: i64) {
        self.pending.push((key, times));
        // Keys that come again and again would take much memory.
        if self.pending.len() >= FEW.max(self.counted.len()) {
            self.settle();
        }
    }

    /// Puts all keys in order, each once, and leaves out those that are gone.
    pub(super) fn settle(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let mut pending = std::mem::take(&mut self.pending);
        pending.sort_unstable();
        self.counted.reserve_exact(pending.len());
        self.counted.append(&mut pending);
        // Two runs that are in order: the stable sort merges them.
        self.counted.sort_by(|(a, _), (b, _)| a.cmp(b));
        self.counted.dedup_by(|later, first| {
            let same = later.0 == first.0;
            first.1 += if same { later.1 } else { 0 };
            same
        });
        self.counted.retain(|(_, times)| *times != 0);
    }

    /// Keys and how often each came or went; once settled, each once and in order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, i64)> {
        self.counted.iter().chain(&self.pending).map(|(key, times)| (key, *times))
    }

    /// The keys; once settled, each once and in order.
    pub(super) fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// How many different keys there are, as far as they are settled.
    pub(super) fn len(&self) -> usize {
        self.counted.len()
    }

    /// Changes every settled key.
    pub(super) fn rename(&mut self, name: impl Fn(&K) -> K) {
        for (key, _) in &mut self.counted {
            *key = name(key);
        }
        self.counted.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_and_goes_leaves_nothing() {
        let mut set = Multiset::default();
        for key in [3, 1, 2, 1] {
            set.add(key, 1);
        }
        set.settle();
        set.add(2, -1);
        set.add(1, 1);
        set.settle();
        assert_eq!(set.iter().collect::<Vec<_>>(), [(&1, 3), (&3, 1)]);
        assert_eq!((set.len(), set.keys().next_back()), (2, Some(&3)));
    }
}
