use super::StoreError;
use super::generation::{is_generation, is_unfinished};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Name of the file that says which generation is current.
pub(super) const POINTER: &str = "current";

/// The folder of the current generation; `None` when no build has made this folder.
///
/// # Errors
/// When the pointer names no generation, or a build began here and none has finished.
pub fn current(graph: &Path) -> Result<Option<PathBuf>, StoreError> {
    let pointer = graph.join(POINTER);
    match fs::read_to_string(&pointer) {
        Ok(name) => {
            let name = name.trim();
            let folder = graph.join(name);
            if is_generation(name) && folder.is_dir() {
                Ok(Some(folder))
            } else {
                Err(StoreError::Dangling { pointer, name: name.to_owned() })
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let built = |name: &str| is_generation(name) || is_unfinished(name);
            let entries = fs::read_dir(graph).into_iter().flatten().flatten();
            let begun = entries.into_iter().any(|entry| {
                built(&entry.file_name().to_string_lossy())
                    && entry.file_type().is_ok_and(|kind| kind.is_dir())
            });
            if begun { Err(StoreError::Unfinished(graph.to_owned())) } else { Ok(None) }
        }
        Err(error) => Err(StoreError::io(pointer)(error)),
    }
}
