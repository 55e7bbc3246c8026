use super::format::Format;
use super::{Problem, Reason, Source, id, limit, same};
use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Ids that name graphs of their own and so are no document's.
const RESERVED: [&str; 4] = ["meta", "ontology", "regions", "vocab"];

/// The sources that could be read, and what was wrong with the others.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Sources in the order given, those of a folder sorted by path.
    pub sources: Vec<Source>,
    /// Inputs left out, with the reason.
    pub problems: Vec<Problem>,
}

/// Loads files, folders (walked in sorted order) and `-`, for which `stdin` is read.
pub fn load(paths: &[PathBuf], stdin: &mut dyn Read) -> Inputs {
    let mut inputs = Inputs::default();
    let mut seen = HashSet::new();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.read_stdin(stdin);
        } else if path.is_dir() {
            inputs.walk(path, &mut seen);
        } else {
            let name = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            inputs.read_file(path, &name, &mut seen);
        }
    }
    inputs.settle();
    inputs
}

impl Inputs {
    fn read_stdin(&mut self, stdin: &mut dyn Read) {
        let read = bytes(stdin).and_then(|bytes| {
            let id = id::with_hash("stdin", &id::sha256(&bytes));
            Source::all_from_bytes(&id, "-", bytes)
        });
        self.add("standard input", read);
    }

    fn add(&mut self, file: &str, read: Result<(Vec<Source>, Vec<Reason>), Reason>) {
        match read {
            Ok((sources, reasons)) => {
                self.sources.extend(sources);
                self.problems.extend(reasons.into_iter().map(|reason| Problem::new(file, reason)));
            }
            Err(reason) => self.problems.push(Problem::new(file, reason)),
        }
    }

    fn walk(&mut self, folder: &Path, seen: &mut HashSet<PathBuf>) {
        let (mut found, before) = (false, self.problems.len());
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && !hidden(entry.path()) => {
                    if Format::of_extension(entry.path()).is_some() {
                        found = true;
                        let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                        self.read_file(entry.path(), relative, seen);
                    } else {
                        self.problems.push(Problem::new(entry.path().to_string_lossy(), Reason::Extension));
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    let file = error.path().unwrap_or(folder).to_string_lossy().into_owned();
                    let reason = error.into_io_error().map_or(Reason::Missing, Reason::from);
                    self.problems.push(Problem::new(file, reason));
                }
            }
        }
        if !found && self.problems[before..].iter().all(Problem::is_warning) {
            self.problems.push(Problem::new(folder.to_string_lossy(), Reason::EmptyFolder));
        }
    }

    fn read_file(&mut self, path: &Path, relative: &Path, seen: &mut HashSet<PathBuf>) {
        let file = path.to_string_lossy();
        if path.canonicalize().is_ok_and(|real| !seen.insert(real)) {
            self.problems.push(Problem::new(file, Reason::Twice));
            return;
        }
        let read = File::open(path)
            .map_err(Reason::from)
            .and_then(|mut file| bytes(&mut file))
            .and_then(|bytes| Source::all_from_bytes(&id::of_path(relative), &id::portable(relative), bytes));
        self.add(&file, read);
    }

    /// Merges what has the same text, and gives sources that share an id a hash of their text as well.
    fn settle(&mut self) {
        self.sources = same::merge(std::mem::take(&mut self.sources), &mut self.problems);
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for source in &self.sources {
            *count.entry(source.id.clone()).or_default() += 1;
        }
        for source in &mut self.sources {
            if count[&source.id] > 1 || RESERVED.contains(&source.id.as_str()) {
                source.id = id::with_hash(&source.id, &id::sha256(source.text.as_str().as_bytes()));
            }
        }
    }
}

/// All bytes of an input, or one more than is read of one.
fn bytes(input: &mut dyn Read) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    input.take(limit::BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn a_folder_is_walked_in_order_and_names_relative_paths() {
        let folder = folder(&[("b.txt", "乙"), ("a/c.md", "丙"), ("x.png", "?"), ("meta.txt", "丁")]);
        let inputs = load(&[folder.path().to_owned()], &mut std::io::empty());
        let ids: Vec<_> = inputs.sources.iter().map(|s| (s.id.as_str(), s.path.as_str())).collect();
        assert_eq!(ids[..2], [("a/c", "a/c.md"), ("b", "b.txt")]);
        assert!(ids[2].0.starts_with("meta-"));
        assert_eq!(inputs.problems.len(), 1);
        assert!(inputs.problems[0].is_warning());
    }

    #[test]
    fn two_files_of_one_name_both_take_a_hash() {
        let folder = folder(&[("a/r.txt", "甲"), ("b/r.txt", "乙"), ("c/r.txt", "丙")]);
        let paths: Vec<_> = ["a", "b", "c"].map(|d| folder.path().join(d).join("r.txt")).to_vec();
        let inputs = load(&paths, &mut std::io::empty());
        assert_eq!(inputs.sources.len(), 3);
        assert!(inputs.sources.iter().all(|s| s.id.starts_with("r-") && s.id.len() == 10));
    }

    #[test]
    fn one_text_in_two_formats_is_one_source_whatever_the_order() {
        let page = "<!DOCTYPE html><p>城镇新增就业12万人。</p><p>二</p>";
        let folder =
            folder(&[("a.html", page), ("b.txt", "城镇新增就业12万人。\n\n　二\n"), ("c.txt", "三")]);
        let paths = ["a.html", "b.txt", "c.txt"].map(|name| folder.path().join(name));
        let forward = load(&paths, &mut std::io::empty());
        let backward = load(&[paths[2].clone(), paths[1].clone(), paths[0].clone()], &mut std::io::empty());
        let told = |inputs: &Inputs| {
            let mut told: Vec<_> = inputs
                .sources
                .iter()
                .map(|source| {
                    let copies = source.copies.iter().map(|copy| copy.path.clone()).collect::<Vec<_>>();
                    (source.id.clone(), source.path.clone(), copies)
                })
                .collect();
            told.sort();
            told
        };
        assert_eq!(told(&forward), told(&backward));
        assert_eq!(told(&forward)[0], ("b".into(), "b.txt".into(), vec!["a.html".to_owned()]));
        assert_eq!(forward.problems, [Problem::new("a.html", Reason::Copy("b.txt".into()))]);
    }

    #[test]
    fn standard_input_is_named_by_its_hash() {
        let inputs = load(&["-".into()], &mut "甲".as_bytes());
        assert!(inputs.sources[0].id.starts_with("stdin-"));
    }
}
