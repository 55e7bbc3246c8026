use super::Origin;
use crate::graph::terms::PREFIXES;
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Term};
use shacl_rust::sh;
use std::fmt;

/// Prefixes of reports beside those of the graph.
const OWN: [(&str, &str); 2] =
    [("s", "https://w3id.org/cetu/id/shape/"), ("sh", "http://www.w3.org/ns/shacl#")];

/// How bad a violation is: only the worst makes a check fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// `sh:Violation`, and whatever severity a shape makes up.
    Violation,
    /// `sh:Warning`.
    Warning,
    /// `sh:Info`.
    Info,
}

impl Severity {
    pub(super) fn of(iri: NamedNodeRef<'_>) -> Self {
        match iri {
            iri if iri == sh::WARNING => Self::Warning,
            iri if iri == sh::INFO => Self::Info,
            _ => Self::Violation,
        }
    }

    /// Its IRI.
    #[must_use]
    pub const fn iri(self) -> NamedNodeRef<'static> {
        match self {
            Self::Violation => sh::VIOLATION,
            Self::Warning => sh::WARNING,
            Self::Info => sh::INFO,
        }
    }

    /// Its name: `violation`, `warning` or `info`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Violation => "violation",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A shape that a thing in the graph does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The thing.
    pub focus: Term,
    /// The property path, written as in SPARQL.
    pub path: Option<String>,
    /// The property, or the blank node of the shapes that describes the path.
    pub(super) path_term: Option<Term>,
    /// The value that is wrong, when it is one value.
    pub value: Option<Term>,
    /// The shape.
    pub shape: NamedOrBlankNode,
    /// The sort of constraint.
    pub component: Option<NamedNode>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in the languages that the shape has.
    pub messages: Vec<Literal>,
    /// Where the thing was read.
    pub origin: Origin,
}

impl Violation {
    /// What is wrong, all languages in one line.
    #[must_use]
    pub fn what(&self) -> String {
        self.messages.iter().map(Literal::value).collect::<Vec<_>>().join(" ")
    }

    /// The property path with the prefixes that the shapes and the graph use.
    #[must_use]
    pub fn short_path(&self) -> Option<String> {
        let path = self.path.as_deref()?;
        let mut short = path.to_owned();
        for part in path.split('<').skip(1).filter_map(|part| part.split_once('>')).map(|(iri, _)| iri) {
            short = short.replace(&format!("<{part}>"), &compact(part));
        }
        Some(short)
    }

    /// What violations are told apart and ordered by.
    pub(super) fn key(&self) -> (Option<String>, Option<usize>, [String; 5]) {
        let text = |term: Option<String>| term.unwrap_or_default();
        let place = self.origin.span.map(|span| span.start);
        let rest = [
            self.focus.to_string(),
            text(self.path.clone()),
            text(self.component.as_ref().map(ToString::to_string)),
            self.what(),
            text(self.value.as_ref().map(ToString::to_string)),
        ];
        (self.origin.file.clone(), place, rest)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.origin.file {
            write!(f, "{file}: ")?;
        }
        if self.severity != Severity::Violation {
            write!(f, "{}: ", self.severity.name())?;
        }
        write!(f, "{}", self.what())?;
        if let Some(quote) = &self.origin.quote {
            write!(f, ": “{}”", quote.replace('\n', " "))?;
        }
        let value = self.value.as_ref().filter(|value| **value != self.focus).map(short);
        match (self.short_path(), value) {
            (Some(path), Some(value)) => write!(f, " ({path} {value})")?,
            (Some(said), None) | (None, Some(said)) => write!(f, " ({said})")?,
            (None, None) => {}
        }
        write!(f, " {}", self.focus)
    }
}

/// The prefixes of a report.
pub(super) fn prefixes() -> impl Iterator<Item = (&'static str, &'static str)> {
    OWN.into_iter().chain(PREFIXES.iter().copied())
}

/// An IRI as a prefixed name where that can be written.
pub(super) fn compact(iri: &str) -> String {
    for (prefix, base) in prefixes() {
        let local = iri.strip_prefix(base).filter(|local| !local.is_empty());
        if let Some(local) =
            local.filter(|local| local.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')))
        {
            return format!("{prefix}:{local}");
        }
    }
    format!("<{iri}>")
}

fn short(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => compact(node.as_str()),
        Term::BlankNode(node) => node.to_string(),
        Term::Literal(literal) => literal.value().replace('\n', " "),
    }
}
