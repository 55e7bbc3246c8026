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
///
/// A dot before digits at its end becomes a hyphen: `a.2` is the second material of `a`.
pub(super) fn of_path(path: &Path) -> String {
    let mut id = portable(&path.with_extension(""));
    if let Some((stem, number)) = id.rsplit_once('.')
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        id = format!("{stem}-{number}");
    }
    id
}

/// The id of a source whose name another one has too, or that has none.
pub(super) fn with_hash(id: &str, sha256: &str) -> String {
    format!("{id}-{}", &sha256[..8])
}

/// The id of a document that is one row of a file: the row's own id, or a hash of what it names itself by.
pub(super) fn of_row(file: &str, key: &str) -> String {
    let plain = key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    if plain && (1..=64).contains(&key.chars().count()) {
        format!("{file}-{key}")
    } else {
        with_hash(file, &sha256(key.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_has_the_id_of_a_material() {
        assert_eq!(of_path(Path::new("x/a.2.txt")), "x/a-2");
        assert_eq!(of_path(Path::new("x/2019.1-6.docx")), "x/2019.1-6");
    }

    #[test]
    fn a_row_keeps_its_own_id_when_it_is_plain() {
        assert_eq!(of_row("t", "nx-2026"), "t-nx-2026");
        assert!(of_row("t", "../x").starts_with("t-") && of_row("t", "../x").len() == 10);
    }
}
