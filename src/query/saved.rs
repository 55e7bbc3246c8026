use super::{Header, QueryError, Question, nearest};
use crate::ontology::Ontology;
use crate::store::Memory;
use std::collections::BTreeMap;
use std::path::Path;

/// The queries of `queries/`, by name.
const BUILTIN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/queries.rs"));

/// A query that is kept under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its name: the file's, without `.rq`.
    pub name: String,
    /// What its header says.
    pub header: Header,
    /// Its text.
    pub text: String,
}

/// Saved queries, sorted by name.
#[derive(Debug, Clone, Default)]
pub struct SavedQueries(BTreeMap<String, Saved>);

impl SavedQueries {
    /// The queries that come with Cetu.
    ///
    /// # Errors
    /// When one has a broken header, which a test rules out.
    pub fn builtin() -> Result<Self, QueryError> {
        let mut saved = Self::default();
        for (name, text) in BUILTIN {
            saved.add(name, (*text).to_owned())?;
        }
        Ok(saved)
    }

    /// Adds the `.rq` files of a folder; one with the name of an earlier query takes its place.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, or a header is broken.
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
            self.add(&path.file_stem().unwrap_or_default().to_string_lossy(), text)?;
        }
        Ok(())
    }

    fn add(&mut self, name: &str, text: String) -> Result<(), QueryError> {
        let header =
            Header::parse(&text).map_err(|reason| QueryError::Header { name: name.to_owned(), reason })?;
        self.0.insert(name.to_owned(), Saved { name: name.to_owned(), header, text });
        Ok(())
    }

    /// The queries in order.
    pub fn iter(&self) -> impl Iterator<Item = &Saved> {
        self.0.values()
    }

    /// The query with a name, or the only one whose name begins or ends with it (`07` for `07-results`).
    ///
    /// # Errors
    /// When there is none: the nearest name.
    pub fn find(&self, name: &str) -> Result<&Saved, QueryError> {
        if let Some(saved) = self.0.get(name) {
            return Ok(saved);
        }
        let mut like = self.0.values().filter(|saved| {
            let begins = saved.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
            begins || saved.name.strip_suffix(name).is_some_and(|rest| rest.ends_with('-'))
        });
        match (like.next(), like.next()) {
            (Some(saved), None) => Ok(saved),
            _ => Err(QueryError::UnknownQuery {
                name: name.to_owned(),
                nearest: nearest::nearest(name, self.0.keys().map(String::as_str)).map(str::to_owned),
            }),
        }
    }
}

impl Saved {
    /// The query with its parameters: those given as (name, value), the defaults for the rest.
    /// An empty value leaves a parameter open.
    ///
    /// # Errors
    /// When the query is not SPARQL, has no such parameter, or a value does not fit.
    pub fn with(
        &self,
        given: &[(String, String)],
        ontology: &Ontology,
        memory: &Memory,
    ) -> Result<Question, QueryError> {
        let mut question = Question::parse(&self.text)?;
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
            let term = parameter.kind.term(value, ontology, memory).map_err(|reason| {
                QueryError::BadValue { name: parameter.name.clone(), value: value.clone(), reason }
            })?;
            question.bind(&parameter.name, term);
        }
        Ok(question)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_saved_query_parses_and_declares_its_parameters() {
        for saved in SavedQueries::builtin().unwrap().iter() {
            let question = Question::parse(&saved.text).unwrap_or_else(|e| panic!("{}: {e}", saved.name));
            let mut declared: Vec<_> = saved.header.params.iter().map(|p| p.name.clone()).collect();
            declared.sort();
            assert_eq!(question.parameters(), declared, "{}", saved.name);
            assert!(!saved.header.summary.zh().is_empty(), "{}", saved.name);
        }
    }
}
