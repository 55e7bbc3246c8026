use super::{Copy, Problem, Reason, Source, format, id};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Merges sources that have the same text, white space and forms of characters apart.
///
/// The one that is kept comes from the format that keeps a text best, then from the first path; the order of the inputs
/// does not matter.
pub(super) fn merge(sources: Vec<Source>, problems: &mut Vec<Problem>) -> Vec<Source> {
    let mut groups: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Source> = Vec::with_capacity(sources.len());
    for mut source in sources {
        match groups.entry(digest(&source)) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(kept.len());
                kept.push(source);
            }
            std::collections::hash_map::Entry::Occupied(place) => {
                let first = &mut kept[*place.get()];
                if rank(&source) < rank(first) {
                    std::mem::swap(first, &mut source);
                    first.copies.append(&mut source.copies);
                }
                first.copies.push(Copy { path: source.path, sha256: source.sha256 });
            }
        }
    }
    for source in &mut kept {
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

/// A digest of the characters that show.
fn digest(source: &Source) -> String {
    let shown: String =
        source.text.as_str().nfkc().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    id::sha256(shown.as_bytes())
}
