use super::stated::{self, SIDECAR, Sidecars, Stated};
use super::{Problem, Reason, Source, id};
use crate::ontology::Ontology;
use std::collections::{BTreeMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Extensions that are read when a folder is given.
const EXTENSIONS: [&str; 2] = ["txt", "md"];
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

/// Loads files, folders (walked in sorted order) and `-`, for which `stdin` is read, with what is stated about them in
/// the words of an ontology.
pub fn load(paths: &[PathBuf], stdin: &mut dyn Read, ontology: &Ontology) -> Inputs {
    let mut loader =
        Loader { inputs: Inputs::default(), seen: HashSet::new(), sidecars: Sidecars::default(), ontology };
    for path in paths {
        if path.as_os_str() == "-" {
            loader.read_stdin(stdin);
        } else if path.is_dir() {
            loader.walk(path);
        } else {
            let name = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            let folder = path.parent().unwrap_or(Path::new(""));
            loader.read_file(path, &name, folder);
        }
    }
    loader.inputs.settle_ids();
    loader.inputs
}

/// Collects inputs.
struct Loader<'o> {
    inputs: Inputs,
    seen: HashSet<PathBuf>,
    sidecars: Sidecars,
    ontology: &'o Ontology,
}

impl Loader<'_> {
    fn read_stdin(&mut self, stdin: &mut dyn Read) {
        let mut bytes = Vec::new();
        let read = stdin.read_to_end(&mut bytes).map_err(Reason::from);
        match read.and_then(|_| Source::from_bytes("stdin", "-", bytes)) {
            Ok(mut source) => {
                source.id = id::with_hash("stdin", &source.sha256);
                self.take(source, "standard input", Stated::default());
            }
            Err(reason) => self.fail("standard input", reason),
        }
    }

    fn walk(&mut self, folder: &Path) {
        let (mut found, before) = (false, self.inputs.problems.len());
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && !passed_over(entry.path()) => {
                    if readable(entry.path()) {
                        found = true;
                        let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                        self.read_file(entry.path(), relative, folder);
                    } else {
                        self.fail(entry.path().to_string_lossy(), Reason::Extension);
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    let file = error.path().unwrap_or(folder).to_string_lossy().into_owned();
                    let reason = error.into_io_error().map_or(Reason::Missing, Reason::from);
                    self.fail(file, reason);
                }
            }
        }
        if !found && self.inputs.problems[before..].iter().all(Problem::is_warning) {
            self.fail(folder.to_string_lossy(), Reason::EmptyFolder);
        }
    }

    /// Reads a file that is called `relative` below the folder `root` that was named.
    fn read_file(&mut self, path: &Path, relative: &Path, root: &Path) {
        let file = path.to_string_lossy();
        if path.canonicalize().is_ok_and(|real| !self.seen.insert(real)) {
            return self.fail(file, Reason::Twice);
        }
        let source = std::fs::read(path)
            .map_err(Reason::from)
            .and_then(|bytes| Source::from_bytes(&id::of_path(relative), &id::portable(relative), bytes));
        match source {
            Ok(source) => {
                let beside = self.sidecars.of(path, root, self.ontology, &mut self.inputs.problems);
                // What is wrong beside a file was told when it was found.
                if let Ok(beside) = beside {
                    self.take(source, &file, beside);
                }
            }
            Err(reason) => self.fail(file, reason),
        }
    }

    /// Takes a source with what its front matter states, and what is stated beside it.
    fn take(&mut self, mut source: Source, file: &str, beside: Stated) {
        match stated::front_matter(source.text.as_str(), self.ontology) {
            Ok(stated) => {
                source.stated = stated.or(beside);
                self.inputs.sources.push(source);
            }
            Err((line, wrong)) => self.fail(format!("{file}:{line}"), Reason::Stated(wrong)),
        }
    }

    fn fail(&mut self, file: impl Into<String>, reason: Reason) {
        self.inputs.problems.push(Problem::new(file, reason));
    }
}

impl Inputs {
    /// Gives sources that share an id their hash as well; of two that share even that, the first stays.
    fn settle_ids(&mut self) {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for source in &self.sources {
            *count.entry(source.id.clone()).or_default() += 1;
        }
        let mut kept: Vec<Source> = Vec::with_capacity(self.sources.len());
        let mut taken: BTreeMap<String, String> = BTreeMap::new();
        for mut source in std::mem::take(&mut self.sources) {
            if count[&source.id] > 1 || RESERVED.contains(&source.id.as_str()) {
                source.id = id::with_hash(&source.id, &source.sha256);
            }
            if let Some(other) = taken.get(&source.id) {
                self.problems.push(Problem::new(source.path, Reason::SameId(other.clone())));
            } else {
                taken.insert(source.id.clone(), source.path.clone());
                kept.push(source);
            }
        }
        self.sources = kept;
    }
}

fn readable(path: &Path) -> bool {
    path.extension().is_some_and(|ext| EXTENSIONS.iter().any(|known| ext.eq_ignore_ascii_case(known)))
}

/// Hidden files, and those that only tell of others.
fn passed_over(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == SIDECAR || name.to_string_lossy().starts_with('.'))
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
        let inputs = load(&[folder.path().to_owned()], &mut std::io::empty(), &Ontology::default());
        let ids: Vec<_> = inputs.sources.iter().map(|s| (s.id.as_str(), s.path.as_str())).collect();
        assert_eq!(ids[..2], [("a/c", "a/c.md"), ("b", "b.txt")]);
        assert!(ids[2].0.starts_with("meta-"));
        assert_eq!(inputs.problems.len(), 1);
        assert!(inputs.problems[0].is_warning());
    }

    #[test]
    fn two_files_of_one_name_both_take_their_hash() {
        let folder = folder(&[("a/r.txt", "甲"), ("b/r.txt", "乙"), ("c/r.txt", "甲")]);
        let paths: Vec<_> = ["a", "b", "c"].map(|d| folder.path().join(d).join("r.txt")).to_vec();
        let inputs = load(&paths, &mut std::io::empty(), &Ontology::default());
        assert_eq!(inputs.sources.len(), 2);
        assert!(inputs.sources.iter().all(|s| s.id.starts_with("r-") && s.id.len() == 10));
        assert_eq!(inputs.problems[0].reason, Reason::SameId("r.txt".into()));
    }

    #[test]
    fn standard_input_is_named_by_its_hash() {
        let inputs = load(&["-".into()], &mut "甲".as_bytes(), &Ontology::default());
        assert!(inputs.sources[0].id.starts_with("stdin-"));
    }
}
