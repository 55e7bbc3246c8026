use super::Finished;
use quick_cache::Weighter;
use quick_cache::sync::Cache as Kept;
use std::sync::Arc;

/// Finished answers by their entity tag, up to a number of bytes; those that nobody asks for again make room.
#[derive(Debug)]
pub(super) struct Cache {
    kept: Kept<String, Arc<Finished>, Size>,
    largest: usize,
}

#[derive(Debug, Clone)]
struct Size;

impl Weighter<String, Arc<Finished>> for Size {
    fn weight(&self, tag: &String, finished: &Arc<Finished>) -> u64 {
        // The compressed forms come later; a quarter is more than they take.
        let size = finished.size();
        (tag.len() + size + size / 4 + 256) as u64
    }
}

impl Cache {
    /// A cache of so many bytes; of none, it keeps nothing.
    pub(super) fn new(bytes: u64) -> Self {
        // An answer that would push many others out is not kept.
        let largest = usize::try_from(bytes / 16).unwrap_or(usize::MAX);
        Self { kept: Kept::with_weighter(1024, bytes, Size), largest }
    }

    pub(super) fn get(&self, tag: &str) -> Option<Arc<Finished>> {
        self.kept.get(tag)
    }

    /// Keeps an answer under its tag, when it has one.
    pub(super) fn keep(&self, finished: &Arc<Finished>) {
        if let Some(tag) = finished.tag().filter(|_| finished.size() <= self.largest) {
            self.kept.insert(tag.to_owned(), finished.clone());
        }
    }

    /// Bytes of the largest answer that is kept.
    pub(super) const fn largest(&self) -> usize {
        self.largest
    }

    pub(super) fn clear(&self) {
        self.kept.clear();
    }

    pub(super) fn bytes(&self) -> u64 {
        self.kept.weight()
    }
}
