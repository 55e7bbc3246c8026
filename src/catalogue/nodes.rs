use super::Name;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};
use std::collections::{HashMap, HashSet};

/// Statements by subject, over all graphs; blank nodes are left out.
pub(super) struct Nodes<'a> {
    statements: HashMap<&'a str, Vec<(&'a str, &'a Term)>>,
    names: HashSet<Name>,
}

impl<'a> Nodes<'a> {
    pub(super) fn of(quads: impl Iterator<Item = &'a Quad>) -> Self {
        let mut statements: HashMap<&str, Vec<_>> = HashMap::new();
        for quad in quads {
            let NamedOrBlankNode::NamedNode(subject) = &quad.subject else { continue };
            statements.entry(subject.as_str()).or_default().push((quad.predicate.as_str(), &quad.object));
        }
        Self { statements, names: HashSet::new() }
    }

    /// The subjects of a class, sorted.
    pub(super) fn of_class(&self, class: NamedNodeRef<'_>) -> Vec<&'a str> {
        let is = |(predicate, object): &(&str, &Term)| {
            *predicate == rdf::TYPE.as_str()
                && matches!(object, Term::NamedNode(node) if node.as_str() == class.as_str())
        };
        let mut found: Vec<&str> = self
            .statements
            .iter()
            .filter(|(_, said)| said.iter().any(is))
            .map(|(subject, _)| *subject)
            .collect();
        found.sort_unstable();
        found
    }

    pub(super) fn subjects(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.statements.keys().copied()
    }

    pub(super) fn said(&self, subject: &str) -> &[(&'a str, &'a Term)] {
        self.statements.get(subject).map_or(&[], Vec::as_slice)
    }

    /// The IRI with its letters shared.
    pub(super) fn name(&mut self, iri: &str) -> Name {
        if let Some(known) = self.names.get(iri) {
            return known.clone();
        }
        let name = Name::from(iri);
        self.names.insert(name.clone());
        name
    }

    fn iris(&self, subject: &str, property: NamedNodeRef<'_>) -> Vec<&'a str> {
        let mut found: Vec<&str> = self
            .said(subject)
            .iter()
            .filter(|(predicate, _)| *predicate == property.as_str())
            .filter_map(|(_, object)| match object {
                Term::NamedNode(node) => Some(node.as_str()),
                _ => None,
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What a property of a subject leads to, sorted, each once.
    pub(super) fn all(&mut self, subject: &str, property: NamedNodeRef<'_>) -> Vec<Name> {
        self.iris(subject, property).into_iter().map(|iri| self.name(iri)).collect()
    }

    /// The first thing that a property of a subject leads to.
    pub(super) fn one(&mut self, subject: &str, property: NamedNodeRef<'_>) -> Option<Name> {
        self.iris(subject, property).first().map(|iri| self.name(iri))
    }

    /// A literal of a property, the least when there are several.
    pub(super) fn text(&self, subject: &str, property: NamedNodeRef<'_>) -> Option<&'a str> {
        self.said(subject)
            .iter()
            .filter(|(predicate, _)| *predicate == property.as_str())
            .filter_map(|(_, object)| match object {
                Term::Literal(literal) => Some(literal.value()),
                _ => None,
            })
            .min()
    }

    /// A literal that can be read as something.
    pub(super) fn parsed<T: std::str::FromStr>(
        &self,
        subject: &str,
        property: NamedNodeRef<'_>,
    ) -> Option<T> {
        self.text(subject, property)?.parse().ok()
    }
}
