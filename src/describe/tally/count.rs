use super::{Kind, Name, Shared, Tally};
use crate::graph::Base;
use crate::graph::terms::cetu;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term, TermRef};
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{Hash, Hasher};

/// What stands inside a document: figures, and all that has the IRI of the document and more.
struct Homes {
    observation: String,
    documents: BTreeSet<String>,
}

impl Homes {
    fn has(&self, iri: &str) -> bool {
        iri.starts_with(&self.observation) || self.documents.iter().any(|home| iri.starts_with(home))
    }
}

impl Tally {
    /// Counts the quads of a graph whose IRIs begin with a base.
    #[must_use]
    pub fn of(quads: &[Quad], base: &Base) -> Self {
        let mut tally = Self::default();
        let homes = tally.homes(quads, base);
        let types = tally.types(quads);
        let mut seen: HashSet<(u64, Name, u64)> = HashSet::new();
        let mut subjects: HashSet<u64> = HashSet::new();
        let mut objects: HashSet<u64> = HashSet::new();
        let mut within: HashSet<u64> = HashSet::new();
        for quad in quads {
            let (text, subject) = match &quad.subject {
                NamedOrBlankNode::NamedNode(node) => (node.as_str(), digest(node.as_ref().into())),
                NamedOrBlankNode::BlankNode(node) => (node.as_str(), digest(node.as_ref().into())),
            };
            let property = tally.names.number(quad.predicate.as_str());
            let object = digest(quad.object.as_ref());
            if !seen.insert((subject, property, object)) {
                continue;
            }
            let iri = match &quad.object {
                Term::Literal(_) => None,
                Term::NamedNode(node) => Some(node.as_str()),
                Term::BlankNode(node) => Some(node.as_str()),
            };
            let inside = iri.filter(|iri| homes.has(iri));
            if inside.is_some() {
                within.insert(object)
            } else {
                objects.insert(object)
            };
            let targets = inside.and_then(|iri| types.get(iri)).map_or(&[][..], Vec::as_slice);
            if homes.has(text) {
                tally.triples += 1;
                subjects.insert(subject);
                let classes = types.get(text).map_or(&[][..], Vec::as_slice);
                for class in classes.iter().copied().map(Some).chain([None]) {
                    tally.uses.add((class, property), 1);
                    if let Term::Literal(literal) = &quad.object {
                        let datatype = tally.names.number(literal.datatype().as_str());
                        tally.datatypes.add((class, property, datatype), 1);
                    }
                    for &target in targets {
                        tally.targets.add((class, property, target), 1);
                    }
                    if iri.is_some() && inside.is_none() {
                        tally.foreign.add((object, class, property), 1);
                    }
                }
            } else {
                let kind = tally.kind(quad, inside.is_some(), targets);
                tally.shared.add(Shared { subject, object, property, kind }, 1);
            }
        }
        tally.figures(quads, &types, &homes);
        tally.subjects = count(subjects.len());
        tally.inside = count(within.len());
        for object in objects {
            tally.objects.add(object, 1);
        }
        tally.settle();
        tally
    }

    /// Counts the triples of named graphs, and tells what stands inside their documents.
    fn homes(&mut self, quads: &[Quad], base: &Base) -> Homes {
        let graph = format!("{}graph/", base.as_str());
        let mut triples: HashMap<&str, i64> = HashMap::new();
        for quad in quads {
            if let GraphName::NamedNode(name) = &quad.graph_name {
                *triples.entry(name.as_str()).or_default() += 1;
            }
        }
        let keys = triples.keys().filter_map(|name| name.strip_prefix(&graph));
        let documents = keys.map(|key| format!("{}doc/{key}/", base.as_str())).collect();
        for (name, triples) in triples {
            self.graphs.add(name.to_owned(), triples);
        }
        Homes { observation: format!("{}obs/", base.as_str()), documents }
    }

    /// The classes that are stated of each thing, sorted by number.
    fn types<'a>(&mut self, quads: &'a [Quad]) -> HashMap<&'a str, Vec<Name>> {
        let mut types: HashMap<&str, Vec<Name>> = HashMap::new();
        for quad in quads {
            if let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(class)) =
                (&quad.subject, &quad.object)
                && quad.predicate.as_ref() == rdf::TYPE
            {
                types.entry(subject.as_str()).or_default().push(self.names.number(class.as_str()));
            }
        }
        for classes in types.values_mut() {
            classes.sort_unstable();
            classes.dedup();
        }
        types
    }

    fn kind(&mut self, quad: &Quad, inside: bool, targets: &[Name]) -> Kind {
        match &quad.object {
            Term::Literal(literal) => Kind::Literal(self.names.number(literal.datatype().as_str())),
            Term::NamedNode(class) if quad.predicate.as_ref() == rdf::TYPE => {
                Kind::Class(self.names.number(class.as_str()))
            }
            _ if inside => {
                let mut classes: Vec<&str> = targets.iter().map(|class| self.names.of(*class)).collect();
                classes.sort_unstable();
                let list = classes.join(" ");
                Kind::Inside(self.names.number(&list))
            }
            _ => Kind::Thing,
        }
    }

    /// Counts things by class, and notes the first figure and the days that figures are about.
    fn figures(&mut self, quads: &[Quad], types: &HashMap<&str, Vec<Name>>, homes: &Homes) {
        let observation = self.names.number(cetu::OBSERVATION.as_str());
        let mut example: Option<&str> = None;
        for (iri, classes) in types.iter().filter(|(iri, _)| homes.has(iri)) {
            for class in classes {
                self.entities.add(*class, 1);
            }
            if classes.contains(&observation) {
                example = example.into_iter().chain([*iri]).min();
            }
        }
        let days = |property| {
            quads.iter().filter(move |quad| quad.predicate.as_ref() == property).filter_map(
                |quad| match &quad.object {
                    Term::Literal(literal) => Some(literal.value()),
                    _ => None,
                },
            )
        };
        let first = days(cetu::PERIOD_START).min();
        let last = days(cetu::PERIOD_END).max();
        for (texts, text) in
            [(&mut self.examples, example), (&mut self.firsts, first), (&mut self.lasts, last)]
        {
            if let Some(text) = text {
                texts.add(text.to_owned(), 1);
            }
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn digest(term: TermRef<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match term {
        TermRef::NamedNode(node) => (0_u8, node.as_str()).hash(&mut hasher),
        TermRef::BlankNode(node) => (1_u8, node.as_str()).hash(&mut hasher),
        TermRef::Literal(literal) => {
            (2_u8, literal.value(), literal.datatype().as_str(), literal.language()).hash(&mut hasher);
        }
    }
    hasher.finish()
}
