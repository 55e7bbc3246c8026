use super::StoreError;
use crate::document::sha256;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Name of the file that says which generation is current.
const POINTER: &str = "current";
const PREFIX: &str = "gen-";
const UNFINISHED: &str = ".new-";

/// The files of a graph folder, to be written beside the old ones and then put in their place at one stroke.
///
/// ```no_run
/// let mut generation = cetu::store::Generation::default();
/// generation.add("documents/report.trig", Vec::new());
/// generation.write("graph".as_ref()).unwrap();
/// ```
#[derive(Debug, Clone, Default)]
pub struct Generation {
    files: BTreeMap<String, Vec<u8>>,
}

impl Generation {
    /// Adds a file under a relative path, `/`-separated.
    pub fn add(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(path.into(), bytes);
    }

    /// The folder's name: `gen-` and a digest of all paths and bytes.
    #[must_use]
    pub fn name(&self) -> String {
        let mut listing = String::new();
        for (path, bytes) in &self.files {
            listing.push_str(&sha256(bytes));
            listing.push_str("  ");
            listing.push_str(path);
            listing.push('\n');
        }
        format!("{PREFIX}{}", &sha256(listing.as_bytes())[..16])
    }

    /// Writes the files into a new folder below `out`, makes it the current one, and removes the old ones.
    /// Until the pointer is switched, by a rename, readers see the old graph whole.
    ///
    /// # Errors
    /// When a file cannot be written; the old graph stays current.
    pub fn write(&self, out: &Path) -> Result<PathBuf, StoreError> {
        let name = self.name();
        let folder = out.join(&name);
        fs::create_dir_all(out).map_err(StoreError::io(out))?;
        if !folder.is_dir() {
            let unfinished = out.join(format!("{UNFINISHED}{}", std::process::id()));
            remove(&unfinished)?;
            for (path, bytes) in &self.files {
                write_file(&unfinished.join(path), bytes)?;
            }
            fs::rename(&unfinished, &folder).map_err(StoreError::io(&folder))?;
        }
        let pointer = out.join(format!(".{POINTER}-{}", std::process::id()));
        write_file(&pointer, format!("{name}\n").as_bytes())?;
        fs::rename(&pointer, out.join(POINTER)).map_err(StoreError::io(out.join(POINTER)))?;
        sweep(out, &name)?;
        Ok(folder)
    }
}

/// The folder of the current generation, when `graph` has one.
#[must_use]
pub fn current(graph: &Path) -> Option<PathBuf> {
    let name = fs::read_to_string(graph.join(POINTER)).ok()?;
    let name = name.trim();
    let sound = name.starts_with(PREFIX) && !name.contains(['/', '\\']);
    Some(graph.join(name)).filter(|folder| sound && folder.is_dir())
}

/// Removes the generations before the current one, and what a killed build left.
fn sweep(out: &Path, current: &str) -> Result<(), StoreError> {
    for entry in fs::read_dir(out).map_err(StoreError::io(out))?.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // Only what a build has made: gen- and a digest.
        let digest = name
            .strip_prefix(PREFIX)
            .is_some_and(|rest| rest.len() >= 8 && rest.bytes().all(|b| b.is_ascii_hexdigit()));
        let old = digest && name != current && entry.path().is_dir();
        if old || (name.starts_with(UNFINISHED) && entry.path().is_dir()) {
            remove(&entry.path())?;
        } else if name.starts_with(&format!(".{POINTER}-")) {
            fs::remove_file(entry.path()).map_err(StoreError::io(entry.path()))?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<(), StoreError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::io(folder)(error)),
        _ => Ok(()),
    }
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let write = || {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut file = fs::File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(StoreError::io(path))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_new_generation_replaces_the_old_one_and_clears_what_a_killed_build_left() {
        let out = tempfile::tempdir().unwrap();
        let mut first = Generation::default();
        first.add("documents/a.trig", b"# a".to_vec());
        let old = first.write(out.path()).unwrap();
        assert_eq!(current(out.path()), Some(old.clone()));
        fs::create_dir(out.path().join(".new-1")).unwrap();
        fs::write(out.path().join(".new-1/half.trig"), "half").unwrap();
        assert_eq!(current(out.path()), Some(old.clone()));
        first.add("documents/b.trig", b"# b".to_vec());
        let new = first.write(out.path()).unwrap();
        assert_eq!(current(out.path()), Some(new));
        assert!(!old.exists() && !out.path().join(".new-1").exists());
    }
}
