//! Lists the saved queries of `queries/` so that the binary carries them, and names the version of the extractor by a
//! digest of what it is made from, so that a graph read by another one is read anew.

use std::collections::hash_map::DefaultHasher;
use std::fmt::Write;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What decides how a report is read and written.
const EXTRACTOR: [&str; 4] = ["Cargo.toml", "Cargo.lock", "ontology", "src"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    extractor()?;
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("queries");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "rq") {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut list = String::from("&[\n");
    for path in files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        println!("cargo::rerun-if-changed={}", path.display());
        writeln!(list, "    ({name:?}, include_str!({:?})),", path.display().to_string())?;
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("queries.rs"), list)?;
    Ok(())
}

/// Hands the digest over as `CETU_EXTRACTOR`.
fn extractor() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut files = Vec::new();
    for name in EXTRACTOR {
        println!("cargo::rerun-if-changed={}", root.join(name).display());
        walk(&root.join(name), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(&root)?.to_string_lossy().replace('\\', "/").hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    println!("cargo::rustc-env=CETU_EXTRACTOR={}-{:016x}", env::var("CARGO_PKG_VERSION")?, hasher.finish());
    Ok(())
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            walk(&entry?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_owned());
    }
    Ok(())
}
