use super::{Copy, Problem, Reason, Source, format, id};
use std::collections::{BTreeMap, HashMap};
use unicode_normalization::UnicodeNormalization;

/// Ids that name graphs of their own and so are no document's.
const RESERVED: [&str; 4] = ["meta", "ontology", "regions", "vocab"];

/// A source with the digests of its text, by which it is known without the text.
#[derive(Debug, Clone)]
pub struct Item {
    /// The source; its text may be left empty.
    pub source: Source,
    /// Digests of the text.
    pub digests: Digests,
    /// What the caller knows it by.
    pub tag: usize,
}

impl Item {
    /// A source with the digests of the text that it has.
    #[must_use]
    pub fn of(source: Source) -> Self {
        let digests = Digests::of(source.text.as_str());
        Self { source, digests, tag: 0 }
    }
}

/// Digests of a text, in lower-case hexadecimal SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Digests {
    /// Of the text as it is.
    pub text: String,
    /// Of the characters that show, in their usual forms.
    pub shown: String,
}

impl Digests {
    /// The digests of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let shown: String = text.nfkc().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        Self { text: id::sha256(text.as_bytes()), shown: id::sha256(shown.as_bytes()) }
    }
}

/// Merges what has the same text, and gives sources that share an id a hash of their text as well.
pub fn settle(items: Vec<Item>, problems: &mut Vec<Problem>) -> Vec<Item> {
    let mut items = merge(items, problems);
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for item in &items {
        *count.entry(item.source.id.clone()).or_default() += 1;
    }
    for Item { source, digests, .. } in &mut items {
        if count[&source.id] > 1 || RESERVED.contains(&source.id.as_str()) {
            source.id = id::with_hash(&source.id, &digests.text);
        }
    }
    items
}

/// Merges sources that have the same text, white space and forms of characters apart.
///
/// The one that is kept comes from the format that keeps a text best, then from the first path; the order of the inputs
/// does not matter.
fn merge(items: Vec<Item>, problems: &mut Vec<Problem>) -> Vec<Item> {
    let mut groups: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Item> = Vec::with_capacity(items.len());
    for mut item in items {
        match groups.entry(item.digests.shown.clone()) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(kept.len());
                kept.push(item);
            }
            std::collections::hash_map::Entry::Occupied(place) => {
                let first = &mut kept[*place.get()];
                if rank(&item.source) < rank(&first.source) {
                    std::mem::swap(first, &mut item);
                    first.source.copies.append(&mut item.source.copies);
                }
                first.source.copies.push(Copy { path: item.source.path, sha256: item.source.sha256 });
            }
        }
    }
    for Item { source, .. } in &mut kept {
        source.copies.sort();
        source.copies.dedup();
        for copy in &source.copies {
            problems.push(Problem::new(copy.path.clone(), Reason::Copy(source.path.clone())));
        }
        source.copies.retain(|copy| copy.sha256 != source.sha256 || copy.path != source.path);
    }
    kept
}

fn rank(source: &Source) -> (u8, &str, &str, &str) {
    (format::rank(&source.path), &source.path, &source.sha256, &source.id)
}
