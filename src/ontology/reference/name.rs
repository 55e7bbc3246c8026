use crate::ontology::{DEF, FILES, ID};
use oxigraph::io::{RdfFormat, RdfParser};

/// An IRI and the short form that a reader is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// `cetu:Observation`, or what stands below the concepts' base.
    pub short: String,
    /// The IRI.
    pub iri: String,
}

impl Name {
    /// The part after the namespace, for a term of the ontology itself.
    #[must_use]
    pub fn local(&self) -> Option<&str> {
        self.iri.strip_prefix(DEF)
    }
}

/// The prefixes that the Turtle files declare.
pub(super) struct Names {
    prefixes: Vec<(String, String)>,
}

impl Names {
    pub(super) fn new() -> Self {
        let mut prefixes = Vec::new();
        for (_, turtle) in FILES {
            // The prefixes stand before everything else.
            let head = turtle.split("\n\n").next().unwrap_or_default();
            let mut parser = RdfParser::from_format(RdfFormat::Turtle).for_slice(head.as_bytes());
            while parser.next().is_some() {}
            prefixes.extend(parser.prefixes().map(|(name, iri)| (name.to_owned(), iri.to_owned())));
        }
        prefixes.sort();
        prefixes.dedup();
        Self { prefixes }
    }

    pub(super) fn of(&self, iri: &str) -> Name {
        let mut best: Option<(&str, &str)> = None;
        for (prefix, base) in &self.prefixes {
            let Some(local) = iri.strip_prefix(base.as_str()) else { continue };
            if best.is_none_or(|(_, known)| local.len() < known.len()) {
                best = Some((prefix, local));
            }
        }
        let short = match best {
            Some((prefix, local)) => format!("{prefix}:{local}"),
            None => iri.strip_prefix(ID).unwrap_or(iri).to_owned(),
        };
        Name { short, iri: iri.to_owned() }
    }

    pub(super) fn all(&self, iris: impl Iterator<Item = impl AsRef<str>>) -> Vec<Name> {
        let mut names: Vec<Name> = iris.map(|iri| self.of(iri.as_ref())).collect();
        names.sort();
        names
    }
}
