use super::format::Format;
use super::{Beside, Problem, Reason, SIDECAR, Source, Stated, Told, id, limit};
use crate::text::Text;
use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The file of a graph folder that names the current one of its folders, which begin with `gen-` and hold a manifest.
const POINTER: &str = "current";
const GENERATION: &str = "gen-";
const MANIFEST: &str = "manifest.jsonl";

/// How the name of a file with corrections ends.
const CORRECTIONS: &str = ".corrections.toml";

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The id that a document in it gets.
    pub id: String,
    /// Path relative to the folder that it was found in, `/`-separated; `-` for standard input.
    pub name: String,
    place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// A file, and the folder that was named or that it stands in.
    File { path: PathBuf, root: PathBuf },
    /// Standard input can be read only once.
    Read(Vec<u8>),
}

impl Input {
    /// Its bytes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bytes(&self) -> Result<Vec<u8>, Reason> {
        match &self.place {
            Place::File { path, .. } => bytes(&mut File::open(path)?),
            Place::Read(bytes) => Ok(bytes.clone()),
        }
    }

    /// Reads all documents in the bytes of this file, and says what was left out.
    ///
    /// # Errors
    /// When none of it can be read as text.
    pub fn read(&self, bytes: Vec<u8>) -> Result<(Vec<Source>, Vec<Reason>), Reason> {
        let (mut sources, reasons) = Source::all_from_bytes(&self.id, &self.name, bytes)?;
        let beside = self.beside();
        for source in &mut sources {
            source.corrections.clone_from(&beside);
        }
        Ok((sources, reasons))
    }

    /// A document of this file without its text, to be told from others by digests.
    #[must_use]
    pub fn known(&self, sha256: &str) -> Source {
        Source {
            id: self.id.clone(),
            path: self.name.clone(),
            sha256: sha256.to_owned(),
            text: Text::default(),
            body: 0,
            stated: Stated::default(),
            told: Told::default(),
            copies: Vec::new(),
            corrections: self.beside(),
        }
    }

    /// The file of corrections, when there is one.
    fn beside(&self) -> Option<Beside> {
        let path = self.corrections()?;
        let bytes = std::fs::read(&path).ok()?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned();
        Some(Beside { path: path.to_string_lossy().into_owned(), text })
    }

    /// Where corrections of this file stand: `report.corrections.toml` beside `report.txt`.
    #[must_use]
    pub fn corrections(&self) -> Option<PathBuf> {
        match &self.place {
            Place::File { path, .. } => Some(beside(path)),
            Place::Read(_) => None,
        }
    }

    /// Its path, and the folder up to which something may be stated beside it.
    pub(super) fn location(&self) -> Option<(&Path, &Path)> {
        match &self.place {
            Place::File { path, root } => Some((path, root)),
            Place::Read(_) => None,
        }
    }

    /// Whether something is stated beside it.
    pub(crate) fn is_stated(&self) -> bool {
        self.location().is_some_and(|(path, root)| {
            let mut folders = path.ancestors().skip(1).take_while(|folder| folder.starts_with(root));
            folders.any(|folder| folder.join(SIDECAR).is_file())
        })
    }

    /// Something that is wrong with it.
    #[must_use]
    pub fn problem(&self, reason: Reason) -> Problem {
        Problem::new(self.shown(), reason)
    }

    /// The file, as the user named it.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.place {
            Place::File { path, .. } => path.to_string_lossy().into_owned(),
            Place::Read(_) => "standard input".to_owned(),
        }
    }
}

/// Where the corrections of a report stand.
#[must_use]
pub fn beside(report: &Path) -> PathBuf {
    let stem = report.file_stem().unwrap_or_default().to_string_lossy();
    report.with_file_name(format!("{stem}{CORRECTIONS}"))
}

/// The files in the order given, those of a folder sorted by path, and what was passed over. For `-`, `stdin` is read.
pub fn find(paths: &[PathBuf], stdin: &mut dyn Read) -> (Vec<Input>, Vec<Problem>) {
    let mut finder = Finder::default();
    for path in paths {
        if path.as_os_str() == "-" {
            finder.stdin(stdin);
        } else if path.is_dir() {
            finder.walk(path);
        } else {
            let name = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            finder.file(path, &name, path.parent().unwrap_or(Path::new("")));
        }
    }
    (finder.inputs, finder.problems)
}

#[derive(Default)]
struct Finder {
    inputs: Vec<Input>,
    problems: Vec<Problem>,
    seen: HashSet<PathBuf>,
}

impl Finder {
    fn stdin(&mut self, stdin: &mut dyn Read) {
        match bytes(stdin) {
            Ok(bytes) => {
                let id = id::with_hash("stdin", &id::sha256(&bytes));
                self.inputs.push(Input { id, name: "-".to_owned(), place: Place::Read(bytes) });
            }
            Err(reason) => self.problems.push(Problem::new("standard input", reason)),
        }
    }

    fn walk(&mut self, folder: &Path) {
        let (mut found, before) = (false, self.problems.len());
        let mut entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() && entry.depth() > 0 => {
                    if is_generation(entry.path()) {
                        self.graph(entry.path().parent().unwrap_or(folder));
                        entries.skip_current_dir();
                    } else if entry.file_name().to_string_lossy().starts_with('.') {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) if entry.file_type().is_file() && !passed_over(entry.path()) => {
                    if Format::of_extension(entry.path()).is_some() {
                        found = true;
                        let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                        self.file(entry.path(), relative, folder);
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

    /// Says of a graph folder, once, that it is not read.
    fn graph(&mut self, folder: &Path) {
        let problem = Problem::new(folder.to_string_lossy(), Reason::Graph);
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Takes a file that is called `relative` below the folder `root` that was named.
    fn file(&mut self, path: &Path, relative: &Path, root: &Path) {
        if path.canonicalize().is_ok_and(|real| !self.seen.insert(real)) {
            self.problems.push(Problem::new(path.to_string_lossy(), Reason::Twice));
            return;
        }
        self.inputs.push(Input {
            id: id::of_path(relative),
            name: id::portable(relative),
            place: Place::File { path: path.to_owned(), root: root.to_owned() },
        });
    }
}

/// All bytes of an input, or one more than is read of one.
fn bytes(input: &mut dyn Read) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    input.take(limit::BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Hidden files, those that only tell of others, and the pointer of a graph folder.
fn passed_over(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        name.starts_with('.')
            || name == SIDECAR
            || name.ends_with(CORRECTIONS)
            || (name == POINTER && is_pointer(path))
    })
}

/// Whether a folder is what a build has made inside a graph folder.
fn is_generation(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(GENERATION) && folder.join(MANIFEST).is_file()
}

fn is_pointer(path: &Path) -> bool {
    let small = path.metadata().is_ok_and(|found| found.len() < 100);
    let name = std::fs::read_to_string(path).ok().filter(|_| small);
    name.is_some_and(|name| is_generation(&path.with_file_name(name.trim())))
}
