use super::{Kind, Name, Tally};
use crate::describe::{Statistics, Use};
use std::collections::HashMap;

/// Classes that things have together, by number: few lists for many things.
#[derive(Default)]
struct Lists {
    known: Vec<Vec<Name>>,
    numbers: HashMap<Vec<Name>, u32>,
}

impl Lists {
    fn number(&mut self, list: Vec<Name>) -> u32 {
        if let Some(number) = self.numbers.get(&list) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.push(list.clone());
        self.numbers.insert(list, number);
        number
    }
}

/// How the triples of the whole use a property, by numbers of names.
#[derive(Default)]
struct Total {
    entities: HashMap<Name, usize>,
    uses: HashMap<(Option<Name>, Name), usize>,
    datatypes: HashMap<(Option<Name>, Name, Name), usize>,
    targets: HashMap<(Option<Name>, Name, Name), usize>,
}

impl Tally {
    /// The statistics of these graphs together, once they are settled; how often a thing is mentioned is not told.
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        let mut statistics = Statistics {
            triples: size(self.triples),
            subjects: size(self.subjects),
            objects: size(self.inside) + self.objects.len(),
            graphs: self.graphs.iter().map(|(graph, times)| (graph.clone(), size(times))).collect(),
            period: self.firsts.keys().next().cloned().zip(self.lasts.keys().next_back().cloned()),
            example: self.examples.keys().next().cloned(),
            ..Statistics::default()
        };
        let mut total = Total {
            entities: self.entities.iter().map(|(class, times)| (*class, size(times))).collect(),
            uses: self.uses.iter().map(|(of, times)| (*of, size(times))).collect(),
            datatypes: self.datatypes.iter().map(|(of, times)| (*of, size(times))).collect(),
            targets: self.targets.iter().map(|(of, times)| (*of, size(times))).collect(),
        };
        self.shared_triples(&mut total, &mut statistics);
        let name = |number: Name| self.names.of(number);
        for (class, count) in &total.entities {
            statistics.classes.entry(name(*class).to_owned()).or_default().entities = *count;
        }
        for ((class, property), count) in &total.uses {
            statistics.used(class.map(name), name(*property)).triples = *count;
        }
        for ((class, property, datatype), count) in &total.datatypes {
            let used = statistics.used(class.map(name), name(*property));
            used.datatypes.insert(name(*datatype).to_owned(), *count);
        }
        for ((class, property, target), count) in &total.targets {
            let used = statistics.used(class.map(name), name(*property));
            used.classes.insert(name(*target).to_owned(), *count);
        }
        statistics
    }

    /// Counts what several graphs may speak of.
    fn shared_triples(&self, total: &mut Total, statistics: &mut Statistics) {
        let mut lists = Lists::default();
        let none = lists.number(Vec::new());
        let triples: Vec<_> = self.shared.keys().collect();
        let subjects = || triples.chunk_by(|a, b| a.subject == b.subject);
        let mut types: HashMap<u64, u32> = HashMap::new();
        for of in subjects() {
            let mut classes: Vec<Name> = of
                .iter()
                .filter_map(|triple| match triple.kind {
                    Kind::Class(class) => Some(class),
                    _ => None,
                })
                .collect();
            classes.sort_unstable();
            classes.dedup();
            if !classes.is_empty() {
                for class in &classes {
                    *total.entities.entry(*class).or_default() += 1;
                }
                types.insert(of[0].subject, lists.number(classes));
            }
        }
        let mut inside: HashMap<Name, u32> = HashMap::new();
        let mut shapes: HashMap<(u32, Name, Option<Name>, u32), usize> = HashMap::new();
        for of in subjects() {
            statistics.subjects += 1;
            let classes = types.get(&of[0].subject).copied().unwrap_or(none);
            // Two graphs that make one triple say the same of its object.
            for same in of.chunk_by(|a, b| (a.object, a.property) == (b.object, b.property)) {
                statistics.triples += 1;
                let triple = same[0];
                let (datatype, targets) = match triple.kind {
                    Kind::Literal(datatype) => (Some(datatype), none),
                    Kind::Inside(list) => {
                        (None, *inside.entry(list).or_insert_with(|| lists.number(self.listed(list))))
                    }
                    Kind::Thing | Kind::Class(_) => {
                        (None, types.get(&triple.object).copied().unwrap_or(none))
                    }
                };
                *shapes.entry((classes, triple.property, datatype, targets)).or_default() += 1;
            }
        }
        for ((classes, property, datatype, targets), count) in shapes {
            let classes = lists.known[classes as usize].iter().copied().map(Some);
            for class in classes.chain([None]) {
                *total.uses.entry((class, property)).or_default() += count;
                if let Some(datatype) = datatype {
                    *total.datatypes.entry((class, property, datatype)).or_default() += count;
                }
                for &target in &lists.known[targets as usize] {
                    *total.targets.entry((class, property, target)).or_default() += count;
                }
            }
        }
        for (&(thing, class, property), times) in self.foreign.iter() {
            for &target in types.get(&thing).into_iter().flat_map(|list| &lists.known[*list as usize]) {
                *total.targets.entry((class, property, target)).or_default() += size(times);
            }
        }
    }

    /// The classes of a list.
    fn listed(&self, list: Name) -> Vec<Name> {
        let classes = self.names.of(list).split(' ').filter(|class| !class.is_empty());
        classes.filter_map(|class| self.names.find(class)).collect()
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

/// A count that is never below zero once all is settled.
fn size(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}
