use super::current::POINTER;
use super::lock::Lock;
use super::{StoreError, current};
use crate::document::sha256;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;
use walkdir::WalkDir;

const PREFIX: &str = "gen-";
const UNFINISHED: &str = ".new-";

/// The files of a graph folder in the making, written beside the old ones and then put in their place at one stroke.
///
/// Until the pointer is switched, by a rename, readers see the old graph whole. Files that stay as they are become
/// links to the old ones. Only one build at a time works on a folder; another one waits.
///
/// ```no_run
/// let generation = cetu::store::Generation::begin("graph".as_ref()).unwrap();
/// generation.write("documents/report.trig", b"").unwrap();
/// generation.finish().unwrap();
/// ```
#[derive(Debug)]
pub struct Generation {
    out: PathBuf,
    unfinished: PathBuf,
    old: Option<PathBuf>,
    /// When the old graph became current: what was written before is as it was written.
    switched: Option<SystemTime>,
    files: Mutex<BTreeMap<String, (Stored, Place)>>,
    _lock: Lock,
}

/// A file of a generation: how many bytes it has and which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// Lower-case hexadecimal SHA-256 of its bytes.
    pub sha256: String,
    /// Number of bytes.
    pub size: u64,
    /// CRC-32 of the bytes: told at once, and enough to see damage by.
    pub crc32: u32,
}

impl Stored {
    fn of(bytes: &[u8]) -> Self {
        Self { sha256: sha256(bytes), size: bytes.len() as u64, crc32: crc32fast::hash(bytes) }
    }

    /// Whether a file has these bytes still.
    fn is(&self, path: &Path) -> bool {
        self.found(path).is_some() && self.bytes(path).is_some()
    }

    /// The file, when it is as long as this one.
    fn found(&self, path: &Path) -> Option<fs::Metadata> {
        fs::metadata(path).ok().filter(|found| found.is_file() && found.len() == self.size)
    }

    /// The bytes of a file, when they are these.
    fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        fs::read(path).ok().filter(|bytes| crc32fast::hash(bytes) == self.crc32)
    }
}

/// Where the bytes of a file stand before the generation is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    New,
    Old,
}

impl Generation {
    /// Begins a generation in the graph folder `out`, which is made if need be.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn begin(out: &Path) -> Result<Self, StoreError> {
        let lock = Lock::take(out)?;
        let unfinished = out.join(format!("{UNFINISHED}{}", std::process::id()));
        remove(&unfinished)?;
        // A pointer to nothing has no old graph to keep.
        let old = current(out).unwrap_or_default();
        let switched = fs::metadata(out.join(POINTER)).and_then(|pointer| pointer.modified()).ok();
        Ok(Self { out: out.to_owned(), unfinished, old, switched, files: Mutex::default(), _lock: lock })
    }

    /// The folder of the graph that is to be replaced.
    #[must_use]
    pub fn old(&self) -> Option<&Path> {
        self.old.as_deref()
    }

    /// Writes a file under a relative path, `/`-separated.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<Stored, StoreError> {
        write_file(&self.unfinished.join(path), bytes)?;
        let stored = Stored::of(bytes);
        self.add(path, &stored, Place::New);
        Ok(stored)
    }

    /// Keeps a file of the old graph; false when that has no such file, or not with these bytes.
    ///
    /// A file that nobody has written to since the old graph became current is not read for that.
    #[must_use]
    pub fn keep(&self, path: &str, stored: &Stored) -> bool {
        let kept = self.old.as_ref().map(|old| old.join(path)).is_some_and(|path| {
            let Some(found) = stored.found(&path) else { return false };
            let untouched = found.modified().ok().zip(self.switched).is_some_and(|(file, all)| file < all);
            untouched || stored.bytes(&path).is_some()
        });
        if kept {
            self.add(path, stored, Place::Old);
        }
        kept
    }

    /// Whether a file of the old graph is kept.
    #[must_use]
    pub fn is_kept(&self, path: &str) -> bool {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        matches!(files.get(path), Some((_, Place::Old)))
    }

    /// The bytes of a file of the old graph, when they are what they were.
    #[must_use]
    pub fn was(&self, path: &str, stored: &Stored) -> Option<Vec<u8>> {
        stored.bytes(&self.old.as_ref()?.join(path))
    }

    /// Reads a file that was written or kept.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, StoreError> {
        let folder = self.old.as_deref().filter(|_| self.is_kept(path)).unwrap_or(&self.unfinished);
        let path = folder.join(path);
        fs::read(&path).map_err(StoreError::io(path))
    }

    fn add(&self, path: &str, stored: &Stored, place: Place) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.to_owned(), (stored.clone(), place));
    }

    /// Makes these files the current graph, and removes the old one.
    ///
    /// # Errors
    /// When a file cannot be written; the old graph stays current.
    pub fn finish(self) -> Result<PathBuf, StoreError> {
        let files = std::mem::take(&mut *self.files.lock().unwrap_or_else(PoisonError::into_inner));
        let name = name(&files);
        let folder = self.out.join(&name);
        if self.old.as_ref() == Some(&folder) {
            self.mend(&folder, &files)?;
        } else {
            self.link(&files)?;
            // What a killed build left under this name was never current.
            remove(&folder)?;
            fs::rename(&self.unfinished, &folder).map_err(StoreError::io(&folder))?;
            let pointer = self.out.join(format!(".{POINTER}-{}", std::process::id()));
            write_file(&pointer, format!("{name}\n").as_bytes())?;
            let place = self.out.join(POINTER);
            fs::rename(&pointer, &place).map_err(StoreError::io(place))?;
        }
        sweep(&self.out, &name)?;
        Ok(folder)
    }

    /// Brings the files that stay to the new ones.
    fn link(&self, files: &BTreeMap<String, (Stored, Place)>) -> Result<(), StoreError> {
        let Some(old) = &self.old else { return Ok(()) };
        let kept: Vec<&String> =
            files.iter().filter(|(_, (_, place))| *place == Place::Old).map(|(path, _)| path).collect();
        let mut folders: Vec<&Path> =
            kept.iter().filter_map(|path| Path::new(path.as_str()).parent()).collect();
        folders.sort_unstable();
        folders.dedup();
        for folder in folders {
            let folder = self.unfinished.join(folder);
            fs::create_dir_all(&folder).map_err(StoreError::io(folder))?;
        }
        kept.par_iter().try_for_each(|path| {
            let (from, to) = (old.join(path), self.unfinished.join(path));
            // Not every disk has links.
            let linked = fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(drop));
            linked.map_err(StoreError::io(to))
        })
    }

    /// Puts the files of the current generation right, one by one: what it lacks, what is damaged, what is no part of it.
    fn mend(&self, folder: &Path, files: &BTreeMap<String, (Stored, Place)>) -> Result<(), StoreError> {
        for (path, (stored, place)) in files {
            let to = folder.join(path);
            if *place == Place::New && !stored.is(&to) {
                if let Some(parent) = to.parent() {
                    fs::create_dir_all(parent).map_err(StoreError::io(parent))?;
                }
                fs::rename(self.unfinished.join(path), &to).map_err(StoreError::io(to))?;
            }
        }
        for entry in WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let path: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            if !files.contains_key(&path.join("/")) {
                fs::remove_file(entry.path()).map_err(StoreError::io(entry.path()))?;
            }
        }
        Ok(())
    }
}

impl Drop for Generation {
    fn drop(&mut self) {
        // Gone already when the generation was finished.
        let _ = fs::remove_dir_all(&self.unfinished);
        // A folder that was made for nothing goes too; one with anything in it stays.
        let _ = fs::remove_dir(&self.out);
    }
}

/// `gen-` and a digest of all paths and bytes.
fn name(files: &BTreeMap<String, (Stored, Place)>) -> String {
    let mut listing = String::new();
    for (path, (stored, _)) in files {
        listing.push_str(&stored.sha256);
        listing.push_str("  ");
        listing.push_str(path);
        listing.push('\n');
    }
    format!("{PREFIX}{}", &sha256(listing.as_bytes())[..16])
}

/// Whether a build has given this name to a generation: `gen-` and a digest.
pub(super) fn is_generation(name: &str) -> bool {
    name.strip_prefix(PREFIX)
        .is_some_and(|rest| rest.len() >= 8 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether a build that has not finished has given this name to its files.
pub(super) fn is_unfinished(name: &str) -> bool {
    name.strip_prefix(UNFINISHED).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Removes the generations before the current one, and what a killed build left. No other build is at work here.
fn sweep(out: &Path, current: &str) -> Result<(), StoreError> {
    for entry in fs::read_dir(out).map_err(StoreError::io(out))?.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let old = is_generation(&name) && name != current;
        if (old || is_unfinished(&name)) && entry.path().is_dir() {
            // One folder beside the other: there are thousands of files.
            let inside: Vec<PathBuf> = fs::read_dir(entry.path())
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path())
                .collect();
            inside.par_iter().filter(|path| path.is_dir()).try_for_each(|folder| remove(folder))?;
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
        let first = Generation::begin(out.path()).unwrap();
        let stored = first.write("documents/a.trig", b"# a").unwrap();
        let old = first.finish().unwrap();
        assert_eq!(current(out.path()).unwrap(), Some(old.clone()));
        fs::create_dir(out.path().join(".new-1")).unwrap();
        fs::write(out.path().join(".new-1/half.trig"), "half").unwrap();
        assert_eq!(current(out.path()).unwrap(), Some(old.clone()));
        let second = Generation::begin(out.path()).unwrap();
        assert!(second.keep("documents/a.trig", &stored) && !second.keep("documents/b.trig", &stored));
        second.write("documents/b.trig", b"# b").unwrap();
        let new = second.finish().unwrap();
        assert_eq!(current(out.path()).unwrap(), Some(new.clone()));
        assert_eq!(fs::read(new.join("documents/a.trig")).unwrap(), b"# a");
        assert!(!old.exists() && !out.path().join(".new-1").exists());
    }

    #[test]
    fn a_damaged_generation_is_mended_and_a_pointer_to_nothing_is_an_error() {
        let out = tempfile::tempdir().unwrap();
        let write = || {
            let generation = Generation::begin(out.path()).unwrap();
            generation.write("a.trig", b"# a").unwrap();
            generation.write("b.trig", b"# b").unwrap();
            generation.finish().unwrap()
        };
        let folder = write();
        fs::write(folder.join("a.trig"), "").unwrap();
        fs::remove_file(folder.join("b.trig")).unwrap();
        fs::write(folder.join("c.trig"), "# stranger").unwrap();
        assert_eq!(write(), folder);
        assert_eq!(fs::read(folder.join("a.trig")).unwrap(), b"# a");
        assert!(folder.join("b.trig").exists() && !folder.join("c.trig").exists());
        fs::remove_dir_all(&folder).unwrap();
        assert!(matches!(current(out.path()), Err(StoreError::Dangling { .. })));
        fs::remove_file(out.path().join(POINTER)).unwrap();
        assert_eq!(current(out.path()).unwrap(), None);
        fs::create_dir(out.path().join(".new-7")).unwrap();
        assert!(matches!(current(out.path()), Err(StoreError::Unfinished(_))));
        assert!(write().join("b.trig").exists());
    }
}
