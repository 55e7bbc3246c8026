use crate::graph::terms::cetu;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, NamedNodeRef, NamedOrBlankNodeRef, Quad, TermRef};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a graph holds, counted over the union of its named graphs: a triple that stands in two of them counts once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Triples.
    pub triples: usize,
    /// Different subjects.
    pub subjects: usize,
    /// Different objects.
    pub objects: usize,
    /// Uses of each property, by IRI.
    pub properties: BTreeMap<String, Use>,
    /// Things of each class and how they use properties, by IRI of the class.
    pub classes: BTreeMap<String, Partition>,
    /// Triples of each named graph, by IRI.
    pub graphs: BTreeMap<String, usize>,
    /// How many triples other than types lead to each thing that has a type, by IRI.
    pub mentions: BTreeMap<String, usize>,
    /// First and last day that a figure is about, as `2017-12-31`.
    pub period: Option<(String, String)>,
    /// One figure, the first by IRI.
    pub example: Option<String>,
}

/// The things of one class.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Partition {
    /// How many there are.
    pub entities: usize,
    /// How they use properties, by IRI.
    pub properties: BTreeMap<String, Use>,
}

/// How a property is used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Use {
    /// Triples with it.
    pub triples: usize,
    /// Triples with it by the class of the object; an object of two classes counts in both.
    pub classes: BTreeMap<String, usize>,
    /// Triples with it by the datatype of the object.
    pub datatypes: BTreeMap<String, usize>,
}

impl Statistics {
    /// Counts quads.
    #[must_use]
    pub fn of<'a>(quads: impl IntoIterator<Item = &'a Quad>) -> Self {
        let mut graphs: HashMap<&str, usize> = HashMap::new();
        let mut triples: HashSet<Triple<'_>> = HashSet::new();
        for quad in quads {
            if let GraphName::NamedNode(name) = &quad.graph_name {
                *graphs.entry(name.as_str()).or_default() += 1;
            }
            triples.insert((quad.subject.as_ref(), quad.predicate.as_ref(), quad.object.as_ref()));
        }
        let types = types(&triples);
        let mut statistics = Self {
            triples: triples.len(),
            subjects: triples.iter().map(|(subject, ..)| subject).collect::<HashSet<_>>().len(),
            objects: triples.iter().map(|(.., object)| object).collect::<HashSet<_>>().len(),
            graphs: owned(graphs),
            period: period(&triples),
            example: example(&types),
            ..Self::default()
        };
        let mut entities: HashMap<&str, usize> = HashMap::new();
        for class in types.values().flatten() {
            *entities.entry(class).or_default() += 1;
        }
        let partition = |entities| Partition { entities, ..Partition::default() };
        let classes = entities.into_iter().map(|(class, count)| (class.to_owned(), partition(count)));
        statistics.classes = classes.collect();
        statistics.count(&triples, &types);
        statistics
    }

    /// Things of a class.
    #[must_use]
    pub fn entities(&self, class: NamedNodeRef<'_>) -> usize {
        self.classes.get(class.as_str()).map_or(0, |partition| partition.entities)
    }

    fn count<'a>(&mut self, triples: &HashSet<Triple<'a>>, types: &Types<'a>) {
        let mut uses: HashMap<(Option<&'a str>, &'a str), Counter<'a>> = HashMap::new();
        let mut mentions: HashMap<&str, usize> = HashMap::new();
        for &(subject, property, object) in triples {
            let classes = types.get(&subject).into_iter().flatten().map(|class| Some(*class));
            for class in classes.chain([None]) {
                uses.entry((class, property.as_str())).or_default().count(object, types);
            }
            if let TermRef::NamedNode(node) = object
                && property != rdf::TYPE
                && types.contains_key(&node.into())
            {
                *mentions.entry(node.as_str()).or_default() += 1;
            }
        }
        self.mentions = owned(mentions);
        for ((class, property), counter) in uses {
            let properties = match class {
                None => &mut self.properties,
                Some(class) => match self.classes.get_mut(class) {
                    Some(partition) => &mut partition.properties,
                    None => continue,
                },
            };
            properties.insert(property.to_owned(), counter.finish());
        }
    }
}

type Triple<'a> = (NamedOrBlankNodeRef<'a>, NamedNodeRef<'a>, TermRef<'a>);
type Types<'a> = HashMap<NamedOrBlankNodeRef<'a>, Vec<&'a str>>;

/// A [`Use`] in the making.
#[derive(Default)]
struct Counter<'a> {
    triples: usize,
    classes: HashMap<&'a str, usize>,
    datatypes: HashMap<&'a str, usize>,
}

impl<'a> Counter<'a> {
    fn count(&mut self, object: TermRef<'a>, types: &Types<'a>) {
        self.triples += 1;
        let node = match object {
            TermRef::NamedNode(node) => NamedOrBlankNodeRef::from(node),
            TermRef::BlankNode(node) => node.into(),
            TermRef::Literal(literal) => {
                return *self.datatypes.entry(literal.datatype().as_str()).or_default() += 1;
            }
        };
        for class in types.get(&node).into_iter().flatten() {
            *self.classes.entry(class).or_default() += 1;
        }
    }

    fn finish(self) -> Use {
        Use { triples: self.triples, classes: owned(self.classes), datatypes: owned(self.datatypes) }
    }
}

fn owned(counts: HashMap<&str, usize>) -> BTreeMap<String, usize> {
    counts.into_iter().map(|(iri, count)| (iri.to_owned(), count)).collect()
}

fn types<'a>(triples: &HashSet<Triple<'a>>) -> Types<'a> {
    let mut types: Types<'a> = HashMap::new();
    for &(subject, property, object) in triples {
        if let TermRef::NamedNode(class) = object
            && property == rdf::TYPE
        {
            types.entry(subject).or_default().push(class.as_str());
        }
    }
    types
}

fn period(triples: &HashSet<Triple<'_>>) -> Option<(String, String)> {
    let days = |wanted: NamedNodeRef<'static>| {
        triples.iter().filter_map(move |&(_, property, object)| match object {
            TermRef::Literal(day) if property == wanted => Some(day.value()),
            _ => None,
        })
    };
    let (first, last) = (days(cetu::PERIOD_START).min()?, days(cetu::PERIOD_END).max()?);
    Some((first.to_owned(), last.to_owned()))
}

fn example(types: &Types<'_>) -> Option<String> {
    let figures = types.iter().filter(|(_, classes)| classes.contains(&cetu::OBSERVATION.as_str()));
    let named = figures.filter_map(|(subject, _)| match subject {
        NamedOrBlankNodeRef::NamedNode(node) => Some(node.as_str()),
        NamedOrBlankNodeRef::BlankNode(_) => None,
    });
    named.min().map(str::to_owned)
}
