use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::Path;

/// Lower-case hexadecimal SHA-256.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A relative path with `/` between its parts, whatever the platform.
pub(super) fn portable(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The id of a relative path: the path without its extension.
pub(super) fn of_path(path: &Path) -> String {
    portable(&path.with_extension(""))
}

/// The id of a source whose name another one has too, or that has none.
pub(super) fn with_hash(id: &str, sha256: &str) -> String {
    format!("{id}-{}", &sha256[..8])
}
