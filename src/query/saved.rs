use super::{Header, QueryError, Question};
use crate::ontology::Ontology;
use crate::store::Memory;
use crate::text::nearest;
use std::collections::BTreeMap;
use std::path::Path;

/// The queries of `queries/`, by name.
const BUILTIN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/queries.rs"));

/// A query that is kept under a name.
#[derive(Debug, Clone)]
pub struct Saved {
    /// Its name: the file's, without `.rq`.
    pub name: String,
    /// What its header says.
    pub header: Header,
    /// Its text.
    pub text: String,
    /// Its file, for messages.
    pub file: String,
    question: Question,
}

/// Names that the addresses of saved queries use themselves.
const RESERVED: [&str; 4] = ["format", "lang", "limit", "offset"];

/// Saved queries, sorted by name.
#[derive(Debug, Clone, Default)]
pub struct SavedQueries(BTreeMap<String, Saved>);

impl SavedQueries {
    /// The queries that come with Cetu.
    ///
    /// # Errors
    /// When one is broken, which a test rules out.
    pub fn builtin() -> Result<Self, QueryError> {
        let mut saved = Self::default();
        for (name, text) in BUILTIN {
            saved.add(name, format!("queries/{name}.rq"), (*text).to_owned())?;
        }
        Ok(saved)
    }

    /// Adds the `.rq` files of a folder; one with the name of an earlier query takes its place.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, or a file is broken: a header that is not in order, text that is
    /// not SPARQL, a parameter that is declared and not used, or used and not declared.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), QueryError> {
        let unreadable = |path: &Path, error: &std::io::Error| QueryError::Unreadable {
            name: path.display().to_string(),
            reason: error.to_string(),
        };
        let entries = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "rq"));
        paths.sort();
        for path in paths {
            let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            self.add(&name, path.display().to_string(), text)?;
        }
        Ok(())
    }

    fn add(&mut self, name: &str, file: String, text: String) -> Result<(), QueryError> {
        let broken = |line: usize, reason: String| QueryError::File { file: file.clone(), line, reason };
        let header = Header::parse(&text).map_err(|error| broken(error.line, error.reason))?;
        let question = Question::parse(&text).map_err(|error| {
            let at = match &error {
                QueryError::Syntax(syntax) => syntax.at,
                _ => None,
            };
            broken(at.map_or(1, |(line, _)| line), error.to_string())
        })?;
        let used = question.parameters();
        for (index, parameter) in header.params.iter().enumerate() {
            let name = &parameter.name;
            let line = || line_of(&text, |line| line.starts_with("#+") && declares(line, name));
            if !used.contains(name) {
                let nearest = nearest(name, used.iter().map(String::as_str));
                let hint = nearest.map(|known| format!("; did you mean {known}?")).unwrap_or_default();
                return Err(broken(
                    line(),
                    format!("parameter {name} is not used in the query as ?_{name}{hint}"),
                ));
            }
            if RESERVED.contains(&name.as_str()) {
                return Err(broken(
                    line(),
                    format!("no parameter can be called {name}; choose another name"),
                ));
            }
            if header.params[..index].iter().any(|earlier| earlier.name == *name) {
                return Err(broken(line(), format!("parameter {name} is declared twice")));
            }
        }
        if let Some(name) = used.iter().find(|name| header.params.iter().all(|known| known.name != **name)) {
            let line = line_of(&text, |line| !line.starts_with('#') && line.contains(&format!("?_{name}")));
            return Err(broken(line, format!("?_{name} is not declared in the #+ header under params")));
        }
        self.0.insert(name.to_owned(), Saved { name: name.to_owned(), header, text, file, question });
        Ok(())
    }

    /// The queries in order.
    pub fn iter(&self) -> impl Iterator<Item = &Saved> {
        self.0.values()
    }

    /// The query with a name, or the only one whose name begins or ends with it (`07` or `7` for `07-results`).
    ///
    /// # Errors
    /// When there is none: the nearest name.
    pub fn find(&self, name: &str) -> Result<&Saved, QueryError> {
        if let Some(saved) = self.0.get(name) {
            return Ok(saved);
        }
        let number: Option<u32> = name.parse().ok();
        let mut like = self.0.values().filter(|saved| {
            let begins = saved.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
            begins
                || (number.is_some() && saved.number() == number)
                || saved.name.strip_suffix(name).is_some_and(|rest| rest.ends_with('-'))
        });
        match (like.next(), like.next()) {
            (Some(saved), None) => Ok(saved),
            _ => Err(QueryError::UnknownQuery {
                name: name.to_owned(),
                nearest: self.nearest(name).map(str::to_owned),
            }),
        }
    }
}

impl SavedQueries {
    /// The name most like another one, as a whole, without its number, or in one of its words.
    fn nearest(&self, name: &str) -> Option<&str> {
        let parts = |whole: &'_ str| {
            let words = whole.split('-').filter(|word| word.len() > 3).map(str::to_owned);
            let bare = whole.split_once('-').map(|(_, rest)| rest.to_owned());
            words.chain(bare).chain([whole.to_owned()]).collect::<Vec<_>>()
        };
        let known: Vec<(String, &str)> = self
            .0
            .keys()
            .flat_map(|whole| parts(whole).into_iter().map(move |part| (part, whole.as_str())))
            .collect();
        let near = nearest(name, known.iter().map(|(part, _)| part.as_str()))?;
        known.iter().find(|(part, _)| part == near).map(|(_, whole)| *whole)
    }
}

impl Saved {
    /// The number that its name begins with.
    fn number(&self) -> Option<u32> {
        self.name.split_once('-')?.0.parse().ok()
    }

    /// The query as parsed, its parameters open.
    #[must_use]
    pub const fn question(&self) -> &Question {
        &self.question
    }

    /// Whether it answers with triples, by CONSTRUCT or DESCRIBE.
    #[must_use]
    pub const fn gives_triples(&self) -> bool {
        matches!(
            self.question.query(),
            spargebra::Query::Construct { .. } | spargebra::Query::Describe { .. }
        )
    }

    /// Its text without the header.
    #[must_use]
    pub fn body(&self) -> String {
        let lines: Vec<&str> = self.text.lines().filter(|line| !line.starts_with("#+")).collect();
        lines.join("\n").trim().to_owned()
    }

    /// The query with its parameters: those given as (name, value), the defaults for the rest.
    /// An empty value leaves a parameter open.
    ///
    /// # Errors
    /// When the query has no such parameter, or a value does not fit.
    pub fn with(
        &self,
        given: &[(String, String)],
        ontology: &Ontology,
        memory: &Memory,
    ) -> Result<Question, QueryError> {
        let mut question = self.question.clone();
        let params = &self.header.params;
        if let Some((name, _)) = given.iter().find(|(name, _)| params.iter().all(|p| p.name != *name)) {
            let known = params.iter().map(|parameter| parameter.name.clone()).collect();
            return Err(QueryError::UnknownParameter { name: name.clone(), known });
        }
        for parameter in params {
            let value = given.iter().rev().find(|(name, _)| *name == parameter.name).map(|(_, value)| value);
            let Some(value) = value.or(parameter.default.as_ref()).filter(|value| !value.is_empty()) else {
                continue;
            };
            let term = parameter.term(value, ontology, memory).map_err(|reason| QueryError::BadValue {
                name: parameter.name.clone(),
                value: value.clone(),
                reason,
            })?;
            question.bind(&parameter.name, term);
        }
        Ok(question)
    }
}

/// Whether a line of a header gives a parameter its name.
fn declares(line: &str, name: &str) -> bool {
    let named = line.split_once("name:").map(|(_, value)| value.trim());
    named.is_some_and(|value| value.trim_matches(['"', '\'', '}', ' ']).split(',').next() == Some(name))
}

/// The first line of a sort, from 1; the first of all when there is none.
fn line_of(text: &str, is: impl Fn(&str) -> bool) -> usize {
    text.lines().position(is).map_or(1, |index| index + 1)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_saved_query_is_in_order() {
        for saved in SavedQueries::builtin().unwrap().iter() {
            assert!(!saved.header.summary.zh().is_empty(), "{}", saved.name);
        }
    }
}
