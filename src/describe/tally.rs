use super::{Statistics, Use};
use crate::graph::Base;
use crate::graph::terms::cetu;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term, TermRef};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::num::NonZeroU32;

/// What one graph adds to the [`Statistics`] of the whole: small enough to be kept, and summed without the graph.
///
/// Things that stand inside a document, its figures and quotations, are counted here for good. What several graphs may
/// speak of, programs, places and the documents themselves, is kept triple by triple, in digests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Triples of each named graph, by IRI.
    graphs: BTreeMap<String, usize>,
    /// IRIs of classes, properties and datatypes.
    names: Vec<String>,
    triples: usize,
    subjects: usize,
    /// How many objects stand inside the document.
    inside: usize,
    /// Digests of all other objects.
    objects: Vec<u64>,
    /// Things of each class.
    entities: BTreeMap<u16, usize>,
    /// Triples by class of the subject, none being any, and property.
    uses: BTreeMap<(Option<u16>, u16), usize>,
    /// The same by datatype of the object.
    datatypes: BTreeMap<(Option<u16>, u16, u16), usize>,
    /// The same by class of an object that stands inside the document.
    targets: BTreeMap<(Option<u16>, u16, u16), usize>,
    /// The same by digest of an object that does not.
    foreign: BTreeMap<(Option<u16>, u16, u64), usize>,
    /// Triples about what several graphs may speak of.
    shared: Vec<Shared>,
    /// The first day that a figure begins and the last that one ends.
    days: (Option<String>, Option<String>),
    example: Option<String>,
}

/// A triple that other graphs may have too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Shared {
    subject: u64,
    property: u16,
    object: u64,
    /// The class that it states.
    class: Option<u16>,
    /// Datatype of a literal.
    datatype: Option<u16>,
    /// Classes of an object that stands inside the document.
    targets: Vec<u16>,
    /// Whether the object is a thing, whose classes another graph may state.
    thing: bool,
}

impl Tally {
    /// Counts the quads of a graph whose IRIs begin with a base.
    #[must_use]
    #[allow(clippy::too_many_lines, reason = "one pass that fills every count")]
    pub fn of(quads: &[Quad], base: &Base) -> Self {
        let mut tally = Self::default();
        let mut ids: HashMap<String, u16> = HashMap::new();
        let mut homes: BTreeSet<String> = BTreeSet::new();
        let graph = format!("{}graph/", base.as_str());
        for quad in quads {
            if let GraphName::NamedNode(name) = &quad.graph_name {
                if let Some(count) = tally.graphs.get_mut(name.as_str()) {
                    *count += 1;
                } else {
                    let key = name.as_str().strip_prefix(&graph);
                    homes.extend(key.map(|key| format!("{}doc/{key}/", base.as_str())));
                    tally.graphs.insert(name.as_str().to_owned(), 1);
                }
            }
        }
        let observation = format!("{}obs/", base.as_str());
        let own = |iri: &str| iri.starts_with(&observation) || homes.iter().any(|home| iri.starts_with(home));
        let mut types: HashMap<&str, BTreeSet<u16>> = HashMap::new();
        let mut name = |iri: &str, names: &mut Vec<String>| -> u16 {
            if let Some(id) = ids.get(iri) {
                return *id;
            }
            let id = u16::try_from(names.len()).unwrap_or(u16::MAX);
            names.push(iri.to_owned());
            ids.insert(iri.to_owned(), id);
            id
        };
        for quad in quads {
            if let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(class)) =
                (&quad.subject, &quad.object)
                && quad.predicate.as_ref() == rdf::TYPE
            {
                types.entry(subject.as_str()).or_default().insert(name(class.as_str(), &mut tally.names));
            }
        }
        let mut seen: HashSet<(u64, u64, u64)> = HashSet::new();
        let mut subjects: HashSet<u64> = HashSet::new();
        let mut objects: HashSet<u64> = HashSet::new();
        let mut within: HashSet<u64> = HashSet::new();
        let mut days: (Option<&str>, Option<&str>) = (None, None);
        for quad in quads {
            let subject_text = match &quad.subject {
                NamedOrBlankNode::NamedNode(node) => node.as_str(),
                NamedOrBlankNode::BlankNode(node) => node.as_str(),
            };
            let subject = digest(Term::from(quad.subject.clone()).as_ref());
            let property = name(quad.predicate.as_str(), &mut tally.names);
            let object = digest(quad.object.as_ref());
            if !seen.insert((subject, u64::from(property), object)) {
                continue;
            }
            let (mut datatype, mut iri) = (None, None);
            match &quad.object {
                Term::Literal(literal) => {
                    datatype = Some(name(literal.datatype().as_str(), &mut tally.names));
                    let day = literal.value();
                    if quad.predicate.as_ref() == cetu::PERIOD_START {
                        days.0 = Some(days.0.map_or(day, |first| first.min(day)));
                    } else if quad.predicate.as_ref() == cetu::PERIOD_END {
                        days.1 = Some(days.1.map_or(day, |last| last.max(day)));
                    }
                }
                Term::NamedNode(node) => iri = Some(node.as_str()),
                Term::BlankNode(node) => iri = Some(node.as_str()),
            }
            let inside = iri.is_some_and(&own);
            if inside {
                within.insert(object);
            } else {
                objects.insert(object);
            }
            let targets: Vec<u16> = match iri.filter(|_| inside) {
                Some(iri) => types.get(iri).into_iter().flatten().copied().collect(),
                None => Vec::new(),
            };
            if !own(subject_text) {
                let class = (quad.predicate.as_ref() == rdf::TYPE && quad.object.is_named_node())
                    .then(|| iri.map(|iri| name(iri, &mut tally.names)))
                    .flatten();
                let thing = iri.is_some() && !inside;
                tally.shared.push(Shared { subject, property, object, class, datatype, targets, thing });
                continue;
            }
            tally.triples += 1;
            subjects.insert(subject);
            let classes = types.get(subject_text).into_iter().flatten().copied().map(Some);
            for class in classes.chain([None]) {
                *tally.uses.entry((class, property)).or_default() += 1;
                if let Some(datatype) = datatype {
                    *tally.datatypes.entry((class, property, datatype)).or_default() += 1;
                }
                for &target in &targets {
                    *tally.targets.entry((class, property, target)).or_default() += 1;
                }
                if iri.is_some() && !inside {
                    *tally.foreign.entry((class, property, object)).or_default() += 1;
                }
            }
        }
        for (iri, classes) in types.iter().filter(|(iri, _)| own(iri)) {
            for class in classes {
                *tally.entities.entry(*class).or_default() += 1;
                if tally.names[usize::from(*class)] == cetu::OBSERVATION.as_str()
                    && tally.example.as_deref().is_none_or(|example| *iri < example)
                {
                    tally.example = Some((*iri).to_owned());
                }
            }
        }
        tally.subjects = subjects.len();
        tally.inside = within.len();
        tally.objects = objects.into_iter().collect();
        tally.objects.sort_unstable();
        tally.days = (days.0.map(str::to_owned), days.1.map(str::to_owned));
        tally
    }

    /// The statistics of several graphs together; how often a thing is mentioned is not told.
    #[must_use]
    pub fn sum(tallies: impl IntoIterator<Item = Self>) -> Statistics {
        let mut sums = Sums::default();
        for tally in tallies {
            sums.add(tally);
        }
        sums.finish()
    }
}

/// The sum of tallies in the making. It holds digests and numbers, not the tallies.
#[derive(Default)]
pub struct Sums {
    statistics: Statistics,
    days: (Option<String>, Option<String>),
    /// Numbers of the IRIs of classes, properties and datatypes.
    ids: HashMap<String, u32>,
    known: Vec<String>,
    objects: Vec<u64>,
    shared: Vec<Found>,
    /// Classes that objects have together, and their numbers.
    lists: HashMap<Vec<u32>, u32>,
    listed: Vec<Vec<u32>>,
    /// Classes of what several graphs may speak of.
    types: HashMap<u64, BTreeSet<u32>>,
    entities: HashMap<u32, usize>,
    uses: HashMap<(Option<u32>, u32), usize>,
    datatypes: HashMap<(Option<u32>, u32, u32), usize>,
    targets: HashMap<(Option<u32>, u32, u32), usize>,
    foreign: HashMap<(Option<u32>, u32, u64), usize>,
}

/// A triple that several graphs may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    subject: u64,
    property: u32,
    object: u64,
    datatype: Option<NonZeroU32>,
    /// Number of the list of classes that its object has inside the document; none for a thing that others may speak of.
    list: Option<NonZeroU32>,
}

impl std::fmt::Debug for Sums {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sums").finish_non_exhaustive()
    }
}

impl Sums {
    /// Takes a tally in.
    pub fn add(&mut self, tally: Tally) {
        let names: Vec<u32> = tally.names.into_iter().map(|name| self.number(name)).collect();
        let name = |id: u16| names[usize::from(id)];
        let whole = &mut self.statistics;
        whole.triples += tally.triples;
        whole.subjects += tally.subjects;
        whole.objects += tally.inside;
        for (graph, triples) in tally.graphs {
            *whole.graphs.entry(graph).or_default() += triples;
        }
        whole.example = whole.example.take().into_iter().chain(tally.example).min();
        self.days.0 = self.days.0.take().into_iter().chain(tally.days.0).min();
        self.days.1 = self.days.1.take().into_iter().chain(tally.days.1).max();
        self.objects.extend(tally.objects);
        for (class, count) in tally.entities {
            *self.entities.entry(name(class)).or_default() += count;
        }
        for ((class, property), count) in tally.uses {
            *self.uses.entry((class.map(name), name(property))).or_default() += count;
        }
        for ((class, property, datatype), count) in tally.datatypes {
            *self.datatypes.entry((class.map(name), name(property), name(datatype))).or_default() += count;
        }
        for ((class, property, target), count) in tally.targets {
            *self.targets.entry((class.map(name), name(property), name(target))).or_default() += count;
        }
        for ((class, property, thing), count) in tally.foreign {
            *self.foreign.entry((class.map(name), name(property), thing)).or_default() += count;
        }
        for triple in tally.shared {
            if let Some(class) = triple.class {
                self.types.entry(triple.subject).or_default().insert(name(class));
            }
            let list: Vec<u32> = triple.targets.into_iter().map(name).collect();
            let list = (!triple.thing).then(|| self.list(list)).flatten();
            self.shared.push(Found {
                subject: triple.subject,
                property: name(triple.property),
                object: triple.object,
                datatype: triple.datatype.and_then(|datatype| NonZeroU32::new(name(datatype) + 1)),
                list,
            });
        }
    }

    fn number(&mut self, name: String) -> u32 {
        if let Some(id) = self.ids.get(&name) {
            return *id;
        }
        let id = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.push(name.clone());
        self.ids.insert(name, id);
        id
    }

    fn list(&mut self, list: Vec<u32>) -> Option<NonZeroU32> {
        if let Some(id) = self.lists.get(&list) {
            return NonZeroU32::new(*id);
        }
        self.listed.push(list.clone());
        let id = u32::try_from(self.listed.len()).unwrap_or(u32::MAX);
        self.lists.insert(list, id);
        NonZeroU32::new(id)
    }

    /// The statistics of all that was taken in.
    #[must_use]
    pub fn finish(mut self) -> Statistics {
        let mut statistics = std::mem::take(&mut self.statistics);
        self.shared.par_sort_unstable();
        // Two graphs that make one triple say the same of its object.
        let same = |a: &Found| (a.subject, a.property, a.object);
        self.shared.dedup_by(|a, b| same(a) == same(b));
        statistics.triples += self.shared.len();
        statistics.subjects += self.shared.chunk_by(|a, b| a.subject == b.subject).count();
        self.objects.par_sort_unstable();
        self.objects.dedup();
        statistics.objects += self.objects.len();
        statistics.period = self.days.0.take().zip(self.days.1.take());
        for triple in &self.shared {
            let things =
                self.types.get(&triple.object).filter(|_| triple.list.is_none() && triple.datatype.is_none());
            let inside = triple.list.and_then(|list| self.listed.get(list.get() as usize - 1));
            for class in
                self.types.get(&triple.subject).into_iter().flatten().copied().map(Some).chain([None])
            {
                *self.uses.entry((class, triple.property)).or_default() += 1;
                if let Some(datatype) = triple.datatype {
                    *self.datatypes.entry((class, triple.property, datatype.get() - 1)).or_default() += 1;
                }
                for &target in things.into_iter().flatten().chain(inside.into_iter().flatten()) {
                    *self.targets.entry((class, triple.property, target)).or_default() += 1;
                }
            }
        }
        for ((class, property, thing), count) in &self.foreign {
            for target in self.types.get(thing).into_iter().flatten() {
                *self.targets.entry((*class, *property, *target)).or_default() += count;
            }
        }
        for class in self.types.values().flatten() {
            *self.entities.entry(*class).or_default() += 1;
        }
        let name = |id: u32| self.known[id as usize].as_str();
        for (class, count) in &self.entities {
            statistics.classes.entry(name(*class).to_owned()).or_default().entities = *count;
        }
        for ((class, property), count) in &self.uses {
            statistics.used(class.map(name), name(*property)).triples = *count;
        }
        for ((class, property, datatype), count) in &self.datatypes {
            let used = statistics.used(class.map(name), name(*property));
            used.datatypes.insert(name(*datatype).to_owned(), *count);
        }
        for ((class, property, target), count) in &self.targets {
            let used = statistics.used(class.map(name), name(*property));
            used.classes.insert(name(*target).to_owned(), *count);
        }
        statistics
    }
}

impl Statistics {
    /// How a property is used by the things of a class, or by all.
    fn used(&mut self, class: Option<&str>, property: &str) -> &mut Use {
        let properties = match class {
            None => &mut self.properties,
            Some(class) => &mut self.classes.entry(class.to_owned()).or_default().properties,
        };
        properties.entry(property.to_owned()).or_default()
    }
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::document::Source;
    use crate::graph::{Named, Origin, metadata, statements, vocabulary};
    use crate::lexicon::Lexicon;
    use crate::ontology::Ontology;

    #[test]
    fn what_is_summed_is_what_is_counted() {
        let ontology = Ontology::builtin().unwrap();
        let lexicon = Lexicon::new(&ontology);
        let base = Base::default();
        let texts = [
            "浙江省2017年就业工作情况\n一、扩大就业\n全省城镇新增就业12.5万人，同比增长3.2%。实施“暖心岗位”计划，入驻团队80家。",
            "浙江省2018年就业工作情况\n一、扩大就业\n全省城镇新增就业13.5万人。继续实施“暖心岗位”计划，入驻团队90家。",
        ];
        let (mut all, mut tallies, mut origins) = (Vec::new(), Vec::new(), Vec::new());
        for (id, text) in ["a", "a/b"].into_iter().zip(texts) {
            let source = Source::from_bytes(id, &format!("{id}.txt"), text.into()).unwrap();
            let reading = crate::read(source, &lexicon);
            let quads = statements(&Named::new(&reading, &ontology, &base));
            tallies.push(Tally::of(&quads, &base));
            origins.push(Origin::of(&reading, &ontology));
            all.extend(quads);
        }
        for quads in [metadata(&origins, &base), vocabulary(&ontology)] {
            let tally = Tally::of(&quads, &base);
            tallies.push(postcard::from_bytes(&postcard::to_stdvec(&tally).unwrap()).unwrap());
            all.extend(quads);
        }
        let counted = Statistics { mentions: BTreeMap::new(), ..Statistics::of(&all) };
        assert_eq!(Tally::sum(tallies), counted);
    }
}
