use super::{Partition, Statistics, Use};
use crate::graph::terms::cetu;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, NamedNodeRef, NamedOrBlankNode, Quad, Term};
use std::collections::{BTreeMap, HashMap};

/// [`Statistics`] in the making: quads are added one by one and need not be kept.
#[derive(Debug, Default)]
pub struct Counter {
    /// Terms by how they are written, see [`Counter::term`].
    ids: HashMap<String, Id>,
    kinds: Vec<Kind>,
    triples: Vec<[Id; 3]>,
    graphs: BTreeMap<String, usize>,
    /// The term at hand.
    text: String,
}

type Id = u32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Iri,
    Blank,
    /// A literal, by its datatype.
    Literal(Id),
}

impl Counter {
    /// Takes a quad in.
    pub fn add(&mut self, quad: &Quad) {
        if let GraphName::NamedNode(name) = &quad.graph_name {
            match self.graphs.get_mut(name.as_str()) {
                Some(count) => *count += 1,
                None => drop(self.graphs.insert(name.as_str().to_owned(), 1)),
            }
        }
        let subject = match &quad.subject {
            NamedOrBlankNode::NamedNode(node) => self.term(&[node.as_str()], Kind::Iri),
            NamedOrBlankNode::BlankNode(node) => self.term(&["_:", node.as_str()], Kind::Blank),
        };
        let property = self.term(&[quad.predicate.as_str()], Kind::Iri);
        let object = match &quad.object {
            Term::NamedNode(node) => self.term(&[node.as_str()], Kind::Iri),
            Term::BlankNode(node) => self.term(&["_:", node.as_str()], Kind::Blank),
            Term::Literal(literal) => {
                let datatype = self.term(&[literal.datatype().as_str()], Kind::Iri);
                let mark = literal.language().unwrap_or_else(|| literal.datatype().as_str());
                self.term(&[mark, "\"", literal.value()], Kind::Literal(datatype))
            }
        };
        self.triples.push([subject, property, object]);
    }

    /// The number of a term, written in parts: an IRI, `_:` and a label, or the language or datatype of a literal,
    /// a quotation mark, which none of these has, and its text.
    fn term(&mut self, parts: &[&str], kind: Kind) -> Id {
        self.text.clear();
        self.text.extend(parts.iter().copied());
        if let Some(id) = self.ids.get(self.text.as_str()) {
            return *id;
        }
        let id = Id::try_from(self.kinds.len()).unwrap_or(Id::MAX);
        self.ids.insert(self.text.clone(), id);
        self.kinds.push(kind);
        id
    }

    /// Counts what has been taken in.
    #[must_use]
    pub fn finish(mut self) -> Statistics {
        self.triples.sort_unstable();
        self.triples.dedup();
        let mut names = vec![""; self.kinds.len()];
        for (text, id) in &self.ids {
            names[*id as usize] = text;
        }
        let sums = Sums::of(&self.triples, &self.kinds, self.ids.get(rdf::TYPE.as_str()).copied());
        let id = |term: NamedNodeRef<'_>| self.ids.get(term.as_str()).copied();
        let day = |term| objects(&self.triples, id(term)).map(|id| day(names[id as usize]));
        let period = day(cetu::PERIOD_START).min().zip(day(cetu::PERIOD_END).max());
        let observation = id(cetu::OBSERVATION);
        let figures =
            sums.types.iter().filter(|(_, classes)| classes.iter().any(|class| Some(*class) == observation));
        let example =
            figures.map(|(subject, _)| names[*subject as usize]).filter(|name| !name.starts_with("_:")).min();
        let owned = |counts: &HashMap<Id, usize>| -> BTreeMap<String, usize> {
            counts.iter().map(|(id, count)| (names[*id as usize].to_owned(), *count)).collect()
        };
        let entities = sums.entities.iter().map(|(class, &entities)| {
            (names[*class as usize].to_owned(), Partition { entities, ..Partition::default() })
        });
        let mut statistics = Statistics {
            triples: self.triples.len(),
            subjects: self.triples.chunk_by(|a, b| a[0] == b[0]).count(),
            objects: sums.objects,
            properties: BTreeMap::new(),
            classes: entities.collect(),
            mentions: owned(&sums.mentions),
            period: period.map(|(first, last)| (first.to_owned(), last.to_owned())),
            example: example.map(str::to_owned),
            graphs: BTreeMap::new(),
        };
        for ((class, property), uses) in &sums.uses {
            let uses = Use {
                triples: uses.triples,
                classes: owned(&uses.classes),
                datatypes: owned(&uses.datatypes),
            };
            let properties = match class {
                None => &mut statistics.properties,
                Some(class) => {
                    &mut statistics.classes.entry(names[*class as usize].to_owned()).or_default().properties
                }
            };
            properties.insert(names[*property as usize].to_owned(), uses);
        }
        statistics.graphs = self.graphs;
        statistics
    }
}

/// The text of a literal.
fn day(written: &str) -> &str {
    written.split_once('"').map_or(written, |(_, text)| text)
}

/// How a property is used, by numbers of terms.
#[derive(Default)]
struct Uses {
    triples: usize,
    classes: HashMap<Id, usize>,
    datatypes: HashMap<Id, usize>,
}

/// Counts by numbers of terms.
#[derive(Default)]
struct Sums {
    types: HashMap<Id, Vec<Id>>,
    entities: HashMap<Id, usize>,
    /// By class of the subject, none being any, and property.
    uses: HashMap<(Option<Id>, Id), Uses>,
    mentions: HashMap<Id, usize>,
    objects: usize,
}

impl Sums {
    fn of(triples: &[[Id; 3]], kinds: &[Kind], is_a: Option<Id>) -> Self {
        let mut sums = Self::default();
        for &[subject, property, object] in triples {
            if Some(property) == is_a && kinds[object as usize] == Kind::Iri {
                sums.types.entry(subject).or_default().push(object);
                *sums.entities.entry(object).or_default() += 1;
            }
        }
        let mut objects = vec![false; kinds.len()];
        for &[subject, property, object] in triples {
            objects[object as usize] = true;
            let classes = sums.types.get(&subject).map_or(&[][..], Vec::as_slice);
            let targets = sums.types.get(&object).map_or(&[][..], Vec::as_slice);
            for class in classes.iter().copied().map(Some).chain([None]) {
                let uses = sums.uses.entry((class, property)).or_default();
                uses.triples += 1;
                match kinds[object as usize] {
                    Kind::Literal(datatype) => *uses.datatypes.entry(datatype).or_default() += 1,
                    Kind::Iri | Kind::Blank => {
                        for target in targets {
                            *uses.classes.entry(*target).or_default() += 1;
                        }
                    }
                }
            }
            if Some(property) != is_a && kinds[object as usize] == Kind::Iri && !targets.is_empty() {
                *sums.mentions.entry(object).or_default() += 1;
            }
        }
        sums.objects = objects.iter().filter(|seen| **seen).count();
        sums
    }
}

/// The objects of a property.
fn objects(triples: &[[Id; 3]], property: Option<Id>) -> impl Iterator<Item = Id> {
    triples.iter().filter(move |triple| Some(triple[1]) == property).map(|triple| triple[2])
}
