mod count;
mod multiset;
mod total;

use multiset::Multiset;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What graphs add to the [`Statistics`](super::Statistics) of the whole: small enough to be kept with them, so that the
/// whole need not be counted again when one of them changes.
///
/// Things that stand inside a document, its figures and quotations, are counted for good. What several graphs may speak
/// of, programs, places and the documents themselves, is kept triple by triple, in digests. Graphs come in and go out
/// in any order: once settled, the tallies of the same graphs are the same.
///
/// ```
/// use cetu::describe::Tally;
/// use cetu::graph::Base;
/// let (mut all, graph) = (Tally::default(), Tally::of(&[], &Base::default()));
/// all.add(&graph);
/// all.remove(&graph);
/// all.settle();
/// assert_eq!(all, Tally::default());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// IRIs of classes, properties and datatypes, and lists of classes, parted by spaces. Numbers stand for them.
    names: Names,
    /// Triples of each named graph, by IRI.
    graphs: Multiset<String>,
    /// Days that figures of a graph begin with: of each graph the first.
    firsts: Multiset<String>,
    /// Days that figures of a graph end with: of each graph the last.
    lasts: Multiset<String>,
    /// Of each graph the first figure.
    examples: Multiset<String>,
    /// Triples about what stands inside a document.
    triples: i64,
    /// Things that stand inside a document and that triples are about.
    subjects: i64,
    /// Objects that stand inside a document.
    inside: i64,
    /// Digests of all other objects.
    objects: Multiset<u64>,
    /// Things of each class.
    entities: Multiset<Name>,
    /// Triples by class of the subject, none being any, and property.
    uses: Multiset<(Option<Name>, Name)>,
    /// The same by datatype of the object.
    datatypes: Multiset<(Option<Name>, Name, Name)>,
    /// The same by class of an object that stands inside the document.
    targets: Multiset<(Option<Name>, Name, Name)>,
    /// The same by digest of an object that does not.
    foreign: Multiset<(u64, Option<Name>, Name)>,
    /// Triples about what several graphs may speak of.
    shared: Multiset<Shared>,
}

/// The number of a name.
type Name = u32;

/// A triple that other graphs may have too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Shared {
    #[serde(with = "postcard::fixint::le")]
    subject: u64,
    #[serde(with = "postcard::fixint::le")]
    object: u64,
    property: Name,
    kind: Kind,
}

/// What the object of a triple is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Kind {
    /// A thing whose classes another graph may state.
    Thing,
    /// The class that the triple states.
    Class(Name),
    /// A literal of a datatype.
    Literal(Name),
    /// A thing inside the document that has these classes.
    Inside(Name),
}

/// Names and their numbers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Names {
    known: Vec<String>,
    #[serde(skip)]
    numbers: HashMap<String, Name>,
}

impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.known == other.known
    }
}

impl Eq for Names {}

impl Names {
    fn number(&mut self, name: &str) -> Name {
        if self.numbers.len() < self.known.len() {
            let numbers = self.known.iter().cloned().zip(0..);
            self.numbers = numbers.collect();
        }
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = Name::try_from(self.known.len()).unwrap_or(Name::MAX);
        self.known.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// The number of a name, once they are sorted.
    fn find(&self, name: &str) -> Option<Name> {
        self.known.binary_search_by(|known| known.as_str().cmp(name)).ok().and_then(|at| at.try_into().ok())
    }

    fn of(&self, number: Name) -> &str {
        self.known.get(number as usize).map_or("", String::as_str)
    }
}

impl Kind {
    fn rename(self, name: impl Fn(Name) -> Name) -> Self {
        match self {
            Self::Thing => Self::Thing,
            Self::Class(class) => Self::Class(name(class)),
            Self::Literal(datatype) => Self::Literal(name(datatype)),
            Self::Inside(classes) => Self::Inside(name(classes)),
        }
    }

    fn name(self) -> Option<Name> {
        match self {
            Self::Thing => None,
            Self::Class(name) | Self::Literal(name) | Self::Inside(name) => Some(name),
        }
    }
}

impl Tally {
    /// Takes graphs in.
    pub fn add(&mut self, other: &Self) {
        self.merge(other, 1);
    }

    /// Takes graphs out again that were taken in.
    pub fn remove(&mut self, other: &Self) {
        self.merge(other, -1);
    }

    fn merge(&mut self, other: &Self, sign: i64) {
        let names: Vec<Name> = other.names.known.iter().map(|name| self.names.number(name)).collect();
        let name = |number: Name| names[number as usize];
        self.triples += sign * other.triples;
        self.subjects += sign * other.subjects;
        self.inside += sign * other.inside;
        for (mine, others) in [
            (&mut self.graphs, &other.graphs),
            (&mut self.firsts, &other.firsts),
            (&mut self.lasts, &other.lasts),
            (&mut self.examples, &other.examples),
        ] {
            others.iter().for_each(|(text, times)| mine.add(text.clone(), sign * times));
        }
        other.objects.iter().for_each(|(object, times)| self.objects.add(*object, sign * times));
        other.entities.iter().for_each(|(class, times)| self.entities.add(name(*class), sign * times));
        for (&(class, property), times) in other.uses.iter() {
            self.uses.add((class.map(name), name(property)), sign * times);
        }
        for (mine, others) in [(&mut self.datatypes, &other.datatypes), (&mut self.targets, &other.targets)] {
            for (&(class, property, target), times) in others.iter() {
                mine.add((class.map(name), name(property), name(target)), sign * times);
            }
        }
        for (&(thing, class, property), times) in other.foreign.iter() {
            self.foreign.add((thing, class.map(name), name(property)), sign * times);
        }
        for (triple, times) in other.shared.iter() {
            let (property, kind) = (name(triple.property), triple.kind.rename(name));
            self.shared.add(Shared { property, kind, ..*triple }, sign * times);
        }
    }

    /// Puts everything in order: names that nothing has are left out, and the others numbered as they are sorted.
    pub fn settle(&mut self) {
        self.order();
        let mut used = vec![false; self.names.known.len()];
        let mut mark = |name: Name| used[name as usize] = true;
        self.entities.keys().for_each(|class| mark(*class));
        for (class, property) in self.uses.keys() {
            class.iter().chain([property]).for_each(|name| mark(*name));
        }
        for (class, property, target) in self.datatypes.keys().chain(self.targets.keys()) {
            class.iter().chain([property, target]).for_each(|name| mark(*name));
        }
        for (_, class, property) in self.foreign.keys() {
            class.iter().chain([property]).for_each(|name| mark(*name));
        }
        for triple in self.shared.keys() {
            triple.kind.name().iter().chain([&triple.property]).for_each(|name| mark(*name));
        }
        let mut sorted: Vec<usize> = (0..used.len()).filter(|&number| used[number]).collect();
        sorted.sort_by(|a, b| self.names.known[*a].cmp(&self.names.known[*b]));
        if sorted.len() < used.len() || !sorted.is_sorted() {
            self.renumber(&sorted);
        }
    }

    fn order(&mut self) {
        for texts in [&mut self.graphs, &mut self.firsts, &mut self.lasts, &mut self.examples] {
            texts.settle();
        }
        rayon::join(|| self.objects.settle(), || self.shared.settle());
        self.entities.settle();
        self.uses.settle();
        self.datatypes.settle();
        self.targets.settle();
        self.foreign.settle();
    }

    /// Numbers the names anew, in this order.
    fn renumber(&mut self, order: &[usize]) {
        let mut numbers = vec![Name::MAX; self.names.known.len()];
        order.iter().zip(0..).for_each(|(old, new)| numbers[*old] = new);
        let known = order.iter().map(|old| std::mem::take(&mut self.names.known[*old])).collect();
        self.names = Names { known, numbers: HashMap::new() };
        let name = |old: Name| numbers[old as usize];
        self.entities.rename(|class| name(*class));
        self.uses.rename(|&(class, property)| (class.map(name), name(property)));
        for counts in [&mut self.datatypes, &mut self.targets] {
            counts.rename(|&(class, property, target)| (class.map(name), name(property), name(target)));
        }
        self.foreign.rename(|&(thing, class, property)| (thing, class.map(name), name(property)));
        self.shared.rename(|triple| Shared {
            property: name(triple.property),
            kind: triple.kind.rename(name),
            ..*triple
        });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::describe::Statistics;
    use crate::document::Source;
    use crate::graph::{Base, Named, Origin, metadata, statements, vocabulary};
    use crate::lexicon::Lexicon;
    use crate::ontology::Ontology;
    use std::collections::BTreeMap;

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
        let sum = |order: &[usize]| {
            let mut sum = Tally::default();
            for number in order {
                sum.add(&tallies[*number]);
            }
            sum.settle();
            sum
        };
        let mut whole = sum(&[0, 1, 2, 3]);
        let counted = Statistics { mentions: BTreeMap::new(), ..Statistics::of(&all) };
        assert_eq!(whole.statistics(), counted);
        assert!(whole == sum(&[3, 1, 0, 2]), "the order of graphs decides nothing");
        let mut apart = Tally::default();
        apart.add(&tallies[1]);
        whole.remove(&apart);
        whole.settle();
        assert!(whole == sum(&[0, 2, 3]), "what is taken out leaves nothing");
    }
}
