//! The texts that are mutated.

use std::path::{Path, PathBuf};

/// All texts, sorted by path: the examples, then the corpus when it is there.
pub(crate) fn all() -> Vec<Vec<char>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = files(&root.join("examples/reports"));
    assert!(!files.is_empty());
    let shared = std::env::var_os("CETU_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    files.extend(self::files(&shared.join("corpus")));
    // A file that is not UTF-8 is no text.
    files.iter().filter_map(|path| Some(std::fs::read_to_string(path).ok()?.chars().collect())).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (folders, plain): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    let text = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "txt");
    let below = folders.iter().flat_map(|folder| files(folder));
    plain.into_iter().filter(text).chain(below).collect()
}
