use std::fmt;

/// Why a question has no answer, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// The text is not a SPARQL query.
    #[error("{0}")]
    Syntax(Syntax),
    /// Its groups, brackets or signs are nested deeper than the parser can follow.
    #[error("the query is nested more than {0} levels deep; write it flatter")]
    Nested(usize),
    /// No saved query has this name.
    #[error("no saved query is called {name}{}; `cetu query --list` shows them all", did_you_mean(nearest.as_deref()))]
    UnknownQuery {
        /// The name asked for.
        name: String,
        /// The name most like it.
        nearest: Option<String>,
    },
    /// The query has no such parameter.
    #[error("the query has no parameter {name}; {}", known_parameters(name, known))]
    UnknownParameter {
        /// The name given.
        name: String,
        /// The parameters it has.
        known: Vec<String>,
    },
    /// A parameter's value is of the wrong sort.
    #[error("{name}={value}: {reason}")]
    BadValue {
        /// The parameter.
        name: String,
        /// The value given.
        value: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The file of a saved query is broken.
    #[error("{file}:{line}: {reason}")]
    File {
        /// The file.
        file: String,
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A file of queries cannot be read.
    #[error("{name}: {reason}")]
    Unreadable {
        /// The file or folder.
        name: String,
        /// What the system says.
        reason: String,
    },
    /// The query ran out of time.
    #[error("the query took longer than {0} seconds and was stopped; narrow it down or raise --timeout")]
    Timeout(u64),
    /// The evaluation failed.
    #[error("the query failed: {0}")]
    Evaluation(String),
    /// The answer cannot be written in the format asked for.
    #[error("{0}")]
    Format(String),
    /// The answer could not be written.
    #[error("the answer could not be written")]
    Io(#[from] std::io::Error),
}

/// A mistake in a query, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// Line and column, from 1.
    pub at: Option<(usize, usize)>,
    /// That line of the query.
    pub line: String,
    /// What the parser says.
    pub message: String,
    /// What may have been meant.
    pub hint: Option<String>,
}

impl Syntax {
    pub(super) fn new(text: &str, message: &str) -> Self {
        if text.trim().is_empty() {
            return Self { at: None, line: String::new(), message: "it is empty".to_owned(), hint: None };
        }
        let (at, message) = place(message);
        let line = at.and_then(|(line, _)| text.lines().nth(line - 1)).unwrap_or_default().to_owned();
        Self { at, line, message: plain(&message), hint: None }
    }
}

impl fmt::Display for Syntax {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some((line, column)) => {
                writeln!(f, "the query is not SPARQL at line {line}, column {column}: {}", self.message)?;
                let number = line.to_string();
                writeln!(f, "{number} | {}", self.line)?;
                let before: String = self.line.chars().take(column.saturating_sub(1)).collect();
                let width = unicode_width::UnicodeWidthStr::width(before.as_str());
                write!(f, "{:1$} | {2}^", "", number.len(), " ".repeat(width))?;
            }
            None => write!(f, "the query is not SPARQL: {}", self.message)?,
        }
        if let Some(hint) = &self.hint {
            write!(f, "\n{hint}")?;
        }
        Ok(())
    }
}

/// Leaves single characters and character classes out of what the parser would have taken instead.
fn plain(message: &str) -> String {
    let Some(list) = message.strip_prefix("expected one of ") else { return message.replace('\n', " ") };
    let words: Vec<&str> = list.split(", ").map(str::trim).collect();
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
    // A list with some of them left out would point the wrong way.
    if words.iter().all(|word| is_word(word)) { message.to_owned() } else { "not expected here".to_owned() }
}

/// Takes `error at 2:14: expected …` apart.
fn place(message: &str) -> (Option<(usize, usize)>, String) {
    let parse = || {
        let rest = message.strip_prefix("error at ")?;
        let (line, rest) = rest.split_once(':')?;
        let (column, rest) = rest.split_once(':')?;
        Some(((line.parse().ok()?, column.parse().ok()?), rest.trim().to_owned()))
    };
    match parse() {
        Some((at, message)) => (Some(at), message),
        None => (None, message.to_owned()),
    }
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|name| format!(" (did you mean {name}?)")).unwrap_or_default()
}

fn known_parameters(name: &str, known: &[String]) -> String {
    let nearest = crate::text::nearest(name, known.iter().map(String::as_str));
    match known {
        [] => "it takes none".to_owned(),
        _ => format!("it takes {}{}", known.join(", "), did_you_mean(nearest)),
    }
}
