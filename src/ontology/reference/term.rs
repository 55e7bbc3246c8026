use super::index::Index;
use super::name::{Name, Names};
use super::{Slot, Words};
use crate::ontology::DEF;
use oxigraph::model::Literal;
use oxigraph::model::vocab::{rdf, rdfs};

/// What sort of term it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `owl:Class`.
    Class,
    /// `owl:ObjectProperty`: leads to a thing.
    ObjectProperty,
    /// `owl:DatatypeProperty`: leads to a value.
    DatatypeProperty,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Class, Self::ObjectProperty, Self::DatatypeProperty];

    /// Its name in OWL.
    #[must_use]
    pub const fn owl(self) -> &'static str {
        match self {
            Self::Class => "Class",
            Self::ObjectProperty => "ObjectProperty",
            Self::DatatypeProperty => "DatatypeProperty",
        }
    }
}

/// A class or a property.
#[derive(Debug, Clone)]
pub struct Term {
    /// What sort of term it is.
    pub kind: Kind,
    /// Its name.
    pub name: Name,
    /// Its labels.
    pub label: Words,
    /// Its comments.
    pub comment: Words,
    /// Examples, in Turtle.
    pub examples: Vec<String>,
    /// Superclasses or superproperties.
    pub supers: Vec<Name>,
    /// Classes of the things that a property is used on; none means any.
    pub domain: Vec<Name>,
    /// Classes or datatypes of its values; none means any.
    pub range: Vec<Name>,
    /// Similar terms elsewhere.
    pub see_also: Vec<Name>,
    /// Properties of a class.
    pub slots: Vec<Slot>,
}

impl Term {
    /// Reads a term; none when the IRI is not one of the ontology's own.
    pub(super) fn read(iri: &str, index: &Index<'_>, names: &Names) -> Option<Self> {
        let name = names.of(iri);
        name.local()?;
        let types: Vec<&str> = index.nodes(iri, rdf::TYPE.as_str()).collect();
        let owl = |kind: Kind| types.iter().any(|class| class.rsplit('#').next() == Some(kind.owl()));
        let kind = Kind::ALL.into_iter().find(|kind| owl(*kind))?;
        let list = |predicate: &str| names.all(index.nodes(iri, predicate));
        let mut supers = list(rdfs::SUB_CLASS_OF.as_str());
        supers.extend(list(rdfs::SUB_PROPERTY_OF.as_str()));
        let examples = index.literals(iri, "http://www.w3.org/2004/02/skos/core#example");
        Some(Self {
            kind,
            label: index.words(iri, rdfs::LABEL.as_str()),
            comment: index.words(iri, rdfs::COMMENT.as_str()),
            examples: examples.map(Literal::value).map(str::to_owned).collect(),
            supers,
            domain: list(rdfs::DOMAIN.as_str()),
            range: list(rdfs::RANGE.as_str()),
            see_also: list(rdfs::SEE_ALSO.as_str()),
            slots: Vec::new(),
            name,
        })
    }

    /// The name without its prefix.
    #[must_use]
    pub fn local(&self) -> &str {
        self.name.iri.strip_prefix(DEF).unwrap_or(&self.name.iri)
    }
}
