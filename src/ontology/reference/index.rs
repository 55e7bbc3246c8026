use super::Words;
use oxigraph::model::{Literal, NamedOrBlankNode, Term, Triple};
use std::collections::HashMap;

/// Statements by subject, in file order.
pub(super) struct Index<'a> {
    order: Vec<&'a str>,
    statements: HashMap<&'a str, Vec<(&'a str, &'a Term)>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(triples: &'a [Triple]) -> Self {
        let (mut order, mut statements) = (Vec::new(), HashMap::<_, Vec<_>>::new());
        for triple in triples {
            let NamedOrBlankNode::NamedNode(subject) = &triple.subject else { continue };
            let known = statements.entry(subject.as_str()).or_default();
            if known.is_empty() {
                order.push(subject.as_str());
            }
            let said = (triple.predicate.as_str(), &triple.object);
            if !known.contains(&said) {
                known.push(said);
            }
        }
        Self { order, statements }
    }

    pub(super) fn subjects(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.order.iter().copied()
    }

    /// The IRIs that a property of a subject leads to.
    pub(super) fn nodes(&self, subject: &str, predicate: &str) -> impl Iterator<Item = &'a str> + '_ {
        self.objects(subject, predicate).filter_map(|object| match object {
            Term::NamedNode(node) => Some(node.as_str()),
            _ => None,
        })
    }

    pub(super) fn node(&self, subject: &str, predicate: &str) -> Option<&'a str> {
        self.nodes(subject, predicate).next()
    }

    pub(super) fn literals(&self, subject: &str, predicate: &str) -> impl Iterator<Item = &'a Literal> + '_ {
        self.objects(subject, predicate).filter_map(|object| match object {
            Term::Literal(literal) => Some(literal),
            _ => None,
        })
    }

    pub(super) fn text(&self, subject: &str, predicate: &str) -> Option<&'a str> {
        self.literals(subject, predicate).map(Literal::value).next()
    }

    pub(super) fn words(&self, subject: &str, predicate: &str) -> Words {
        let tagged = |tag: &str| {
            let mut literals = self.literals(subject, predicate);
            let found = literals.find(|text| text.language().is_some_and(|known| known.starts_with(tag)));
            found.map(|text| text.value().to_owned()).unwrap_or_default()
        };
        Words { zh: tagged("zh"), en: tagged("en") }
    }

    fn objects(&self, subject: &str, predicate: &str) -> impl Iterator<Item = &'a Term> + '_ {
        let known = self.statements.get(subject).map_or(&[][..], Vec::as_slice);
        let wanted = predicate.to_owned();
        known.iter().filter(move |(name, _)| *name == wanted).map(|(_, object)| *object)
    }
}
