//! The reference of the ontology: every term and concept with what the Turtle says of it, as a page.
//!
//! ```
//! use cetu::ontology::{Ontology, reference::Reference};
//!
//! let reference = Reference::of(&Ontology::builtin().unwrap());
//! assert!(reference.markdown().contains("cetu:Observation"));
//! assert!(reference.html().starts_with("<!DOCTYPE html>"));
//! ```

mod html;
mod index;
mod markdown;
mod name;
mod scheme;
mod slot;
mod term;
#[cfg(test)]
mod tests;

pub(crate) use html::{POLICY, STYLE};
pub use name::Name;
pub use scheme::{Entry, Scheme};
pub use slot::Slot;
pub use term::{Kind, Term};

use super::{DEF, ID, Ontology};
use index::Index;
use name::Names;
use oxigraph::model::vocab::rdf;
use std::collections::BTreeMap;

/// Words in both languages; a language that is missing is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// What the ontology and its vocabularies say, in the order in which it is shown.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Name of the ontology.
    pub title: Words,
    /// What it is for.
    pub description: Words,
    /// Its version.
    pub version: String,
    /// IRI of its licence.
    pub license: String,
    /// Classes, by name.
    pub classes: Vec<Term>,
    /// Properties, by name.
    pub properties: Vec<Term>,
    /// Vocabularies, in file order.
    pub schemes: Vec<Scheme>,
    /// How many concepts there are of each class.
    pub counts: Vec<(Name, usize)>,
}

impl Reference {
    /// Gathers the reference of an ontology.
    #[must_use]
    pub fn of(ontology: &Ontology) -> Self {
        let index = Index::new(ontology.triples());
        let names = Names::new();
        let head = DEF.trim_end_matches('#');
        let text = |predicate: &str| index.text(head, predicate).unwrap_or_default().to_owned();
        let mut terms: Vec<Term> =
            index.subjects().filter_map(|iri| Term::read(iri, &index, &names)).collect();
        terms.sort_by(|a, b| a.name.short.cmp(&b.name.short));
        let properties: Vec<Term> = terms.iter().filter(|term| term.kind != Kind::Class).cloned().collect();
        let mut classes: Vec<Term> = terms.into_iter().filter(|term| term.kind == Kind::Class).collect();
        slot::fill(&mut classes, &properties, &names);
        Self {
            title: index.words(head, "http://purl.org/dc/terms/title"),
            description: index.words(head, "http://purl.org/dc/terms/description"),
            version: text("http://www.w3.org/2002/07/owl#versionInfo"),
            license: index.node(head, "http://purl.org/dc/terms/license").unwrap_or_default().to_owned(),
            classes,
            properties,
            schemes: scheme::read(&index, &names),
            counts: counts(&index, &names),
        }
    }

    /// How many object properties there are, and how many datatype properties.
    #[must_use]
    pub fn property_counts(&self) -> (usize, usize) {
        let object = self.properties.iter().filter(|term| term.kind == Kind::ObjectProperty).count();
        (object, self.properties.len() - object)
    }

    /// The page as HTML that needs nothing from elsewhere.
    #[must_use]
    pub fn html(&self) -> String {
        html::page(self).into_string()
    }

    /// The page as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::page(self)
    }
}

fn counts(index: &Index<'_>, names: &Names) -> Vec<(Name, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for subject in index.subjects().filter(|iri| iri.starts_with(ID)) {
        for class in index.nodes(subject, rdf::TYPE.as_str()) {
            *counts.entry(class).or_default() += 1;
        }
    }
    counts.into_iter().map(|(class, count)| (names.of(class), count)).collect()
}
