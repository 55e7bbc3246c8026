use super::{Misstated, Stated};
use crate::document::{Problem, Reason};
use crate::ontology::Ontology;
use glob::{MatchOptions, Pattern};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Name of the file that says what is known of the files beside it and below.
pub(in crate::document) const NAME: &str = "cetu.toml";

/// The `cetu.toml` files that were looked for, by folder.
#[derive(Debug, Default)]
pub(in crate::document) struct Sidecars(HashMap<PathBuf, Option<Sidecar>>);

/// What one `cetu.toml` states; a table that something is wrong with states nothing.
#[derive(Debug, Default)]
struct Sidecar {
    default: Option<Stated>,
    /// Tables by the names that they are for, the longest pattern first.
    files: Vec<(Pattern, Option<Stated>)>,
}

/// What is said of a file whose table cannot be used: the mistake itself was told already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) struct Unusable;

impl Sidecars {
    /// What is stated of a file by the `cetu.toml` of its folder, then by those of the folders around it up to `root`.
    pub(in crate::document) fn of(
        &mut self,
        path: &Path,
        root: &Path,
        ontology: &Ontology,
        problems: &mut Vec<Problem>,
    ) -> Result<Stated, Unusable> {
        let mut stated = Stated::default();
        for folder in path.ancestors().skip(1).take_while(|folder| folder.starts_with(root)) {
            let sidecar =
                self.0.entry(folder.to_owned()).or_insert_with(|| Sidecar::load(folder, ontology, problems));
            if let Some(sidecar) = sidecar {
                let name = path.strip_prefix(folder).unwrap_or(path);
                stated = stated.or(sidecar.of(name)?);
            }
        }
        Ok(stated)
    }
}

impl Sidecar {
    /// Loads the `cetu.toml` of a folder, when there is one.
    fn load(folder: &Path, ontology: &Ontology, problems: &mut Vec<Problem>) -> Option<Self> {
        let path = folder.join(NAME);
        if !path.is_file() {
            return None;
        }
        let name = path.to_string_lossy().into_owned();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                problems.push(Problem::new(name, error.into()));
                return Some(Self::default());
            }
        };
        let mut told = |at: usize, wrong: Misstated| {
            let line = text[..at.min(text.len())].matches('\n').count() + 1;
            problems.push(Problem::new(format!("{name}:{line}"), Reason::Stated(wrong)));
        };
        match DeTable::parse(&text) {
            Ok(tables) => Some(Self::read(tables.get_ref(), folder, ontology, &mut told)),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                told(at, Misstated::Syntax(format!("this is no TOML: {}", error.message().trim())));
                Some(Self::default())
            }
        }
    }

    fn read(
        tables: &DeTable<'_>,
        folder: &Path,
        ontology: &Ontology,
        told: &mut dyn FnMut(usize, Misstated),
    ) -> Self {
        let mut sidecar = Self { default: Some(Stated::default()), files: Vec::new() };
        for (key, value) in tables {
            let at = key.span().start;
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("default", DeValue::Table(table)) => sidecar.default = read(table, ontology, told),
                ("files", DeValue::Table(table)) => {
                    for (name, value) in table {
                        sidecar.files.extend(file(name, value, folder, ontology, told));
                    }
                }
                (other, _) => told(at, Misstated::Table(other.to_owned())),
            }
        }
        sidecar.files.sort_by_key(|(pattern, _)| {
            (pattern.as_str().contains(['*', '?']), std::cmp::Reverse(pattern.as_str().len()))
        });
        sidecar
    }

    /// What is stated of a file, by its path below the folder.
    fn of(&self, name: &Path) -> Result<Stated, Unusable> {
        let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
        let mut stated = Stated::default();
        for (_, table) in self.files.iter().filter(|(pattern, _)| pattern.matches_path_with(name, options)) {
            stated = stated.or(table.clone().ok_or(Unusable)?);
        }
        Ok(stated.or(self.default.clone().ok_or(Unusable)?))
    }
}

/// One table of `[files]`, with the names that it is for.
fn file(
    name: &Spanned<impl AsRef<str>>,
    value: &Spanned<DeValue<'_>>,
    folder: &Path,
    ontology: &Ontology,
    told: &mut dyn FnMut(usize, Misstated),
) -> Option<(Pattern, Option<Stated>)> {
    let (at, words) = (name.span().start, name.get_ref().as_ref());
    let Ok(pattern) = Pattern::new(words) else {
        told(at, Misstated::Pattern(words.to_owned()));
        return None;
    };
    if !words.contains(['*', '?', '[']) && !folder.join(words).is_file() {
        told(at, Misstated::File(words.to_owned()));
    }
    let DeValue::Table(table) = value.get_ref() else {
        told(at, Misstated::Table(format!("files.{words}")));
        return Some((pattern, None));
    };
    Some((pattern, read(table, ontology, told)))
}

/// The statements of a table; none when one of them is wrong.
fn read(table: &DeTable<'_>, ontology: &Ontology, told: &mut dyn FnMut(usize, Misstated)) -> Option<Stated> {
    let (mut stated, mut right) = (Stated::default(), true);
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let taken = match value.get_ref() {
            DeValue::String(text) => stated.set(name, text, ontology),
            DeValue::Integer(number) => stated.set(name, number.as_str(), ontology),
            DeValue::Datetime(date) => stated.set(name, &date.to_string(), ontology),
            _ => Err(Misstated::Value(name.to_owned())),
        };
        if let Err(wrong) = taken {
            told(key.span().start, wrong);
            right = false;
        }
    }
    right.then_some(stated)
}
