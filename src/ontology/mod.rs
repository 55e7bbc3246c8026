//! The ontology and its vocabularies, compiled into the library from `ontology/*.ttl`.
//!
//! This is the one source of terms: the labels of its concepts are the extractor's lexicon, and the
//! graph writes its IRIs. A user's own Turtle file adds concepts and labels in the same way.
//! Turtle is read by oxigraph's parser (`oxigraph::io`).

mod concept;
pub mod reference;

pub use concept::{Concept, ConceptId, Entry};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, NamedOrBlankNode, Term, Triple};
use std::collections::HashMap;

/// Namespace of the terms.
pub const DEF: &str = "https://w3id.org/cetu/def#";
/// Base of the concepts' IRIs; documents and facts stand below it too unless `--base` moves them.
pub const ID: &str = "https://w3id.org/cetu/id/";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// The files of `ontology/`, by name.
pub const FILES: &[(&str, &str)] = &[
    ("cetu.ttl", include_str!("../../ontology/cetu.ttl")),
    ("codes.ttl", include_str!("../../ontology/codes.ttl")),
    ("units.ttl", include_str!("../../ontology/units.ttl")),
    ("regions.ttl", include_str!("../../ontology/regions.ttl")),
    ("counties.ttl", include_str!("../../ontology/counties.ttl")),
    ("groups.ttl", include_str!("../../ontology/groups.ttl")),
    ("kinds.ttl", include_str!("../../ontology/kinds.ttl")),
    ("instruments.ttl", include_str!("../../ontology/instruments.ttl")),
    ("indicators.ttl", include_str!("../../ontology/indicators.ttl")),
    ("cues.ttl", include_str!("../../ontology/cues.ttl")),
    ("evaluation.ttl", include_str!("../../ontology/evaluation.ttl")),
    ("organisations.ttl", include_str!("../../ontology/organisations.ttl")),
];

/// The shapes of its classes, in SHACL: `ontology/shapes.ttl`.
pub const SHAPES: &str = include_str!("../../ontology/shapes.ttl");

/// A vocabulary file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {reason}")]
pub struct VocabularyError {
    /// File that was read.
    pub name: String,
    /// What the parser says, with line and column.
    pub reason: String,
}

/// The terms and concepts, with the triples that they come from.
#[derive(Debug, Clone, Default)]
pub struct Ontology {
    triples: Vec<Triple>,
    concepts: Vec<Concept>,
    by_iri: HashMap<String, ConceptId>,
}

impl Ontology {
    /// The ontology that comes with Cetu.
    ///
    /// # Errors
    /// When a file of `ontology/` is not Turtle, which a test rules out.
    pub fn builtin() -> Result<Self, VocabularyError> {
        Self::with_vocabularies(&[])
    }

    /// The built-in ontology together with a user's vocabularies, given as (name, Turtle).
    ///
    /// # Errors
    /// When one of them is not Turtle: its name, line and column.
    pub fn with_vocabularies(extra: &[(String, String)]) -> Result<Self, VocabularyError> {
        let mut ontology = Self::default();
        for (name, turtle) in FILES.iter().copied().chain(extra.iter().map(|(n, t)| (n.as_str(), t.as_str())))
        {
            for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle.as_bytes()) {
                let quad =
                    quad.map_err(|e| VocabularyError { name: name.to_owned(), reason: e.to_string() })?;
                ontology.triples.push(quad.into());
            }
        }
        ontology.index();
        Ok(ontology)
    }

    /// All triples, in file order.
    #[must_use]
    pub fn triples(&self) -> &[Triple] {
        &self.triples
    }

    /// A concept by its handle.
    #[must_use]
    pub fn concept(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.index()]
    }

    /// The wording of an entry.
    #[must_use]
    pub fn wording(&self, entry: Entry) -> &str {
        self.concept(entry.concept).words.get(entry.wording).map_or("", String::as_str)
    }

    /// The entry of a concept that is called so.
    pub(crate) fn entry(&self, concept: ConceptId, wording: &str) -> Entry {
        let words = &self.concept(concept).words;
        Entry { concept, wording: words.iter().position(|word| word == wording).unwrap_or_default() }
    }

    /// The concept with an IRI.
    #[must_use]
    pub fn find(&self, iri: &str) -> Option<ConceptId> {
        self.by_iri.get(iri).copied()
    }

    /// The concept at a path below the concepts' base: `unit/person`, `vocab/kind-brand`.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<ConceptId> {
        self.find(&format!("{ID}{path}"))
    }

    /// The concepts whose IRI stands below a path (`indicator/`, `region/`), in file order.
    pub fn below<'a>(&'a self, path: &str) -> impl Iterator<Item = (ConceptId, &'a Concept)> + use<'a> {
        let prefix = format!("{ID}{path}");
        self.concepts
            .iter()
            .enumerate()
            .filter(move |(_, concept)| concept.iri.starts_with(&prefix))
            .map(|(index, concept)| (ConceptId::new(index), concept))
    }

    fn index(&mut self) {
        fn subject(triple: &Triple) -> Option<&str> {
            match &triple.subject {
                NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
                NamedOrBlankNode::BlankNode(_) => None,
            }
        }
        for triple in &self.triples {
            if triple.predicate == rdf::TYPE && !is_schema(&triple.object) {
                let Some(iri) = subject(triple) else { continue };
                if !self.by_iri.contains_key(iri) {
                    self.by_iri.insert(iri.to_owned(), ConceptId::new(self.concepts.len()));
                    self.concepts.push(Concept::new(iri.to_owned()));
                }
            }
        }
        for triple in &self.triples {
            let Some(id) = subject(triple).and_then(|iri| self.by_iri.get(iri).copied()) else { continue };
            let target = match &triple.object {
                Term::NamedNode(node) => self.by_iri.get(node.as_str()).copied(),
                _ => None,
            };
            self.concepts[id.index()].take(&triple.predicate, &triple.object, target);
        }
    }
}

/// Classes of the schema itself, whose instances are terms and not concepts.
fn is_schema(class: &Term) -> bool {
    matches!(class, Term::NamedNode(node) if node.as_str().starts_with("http://www.w3.org/2002/07/owl#"))
}

fn label_predicate(predicate: &NamedNode) -> bool {
    *predicate == rdfs::LABEL || predicate.as_str().strip_prefix(SKOS) == Some("prefLabel")
}
