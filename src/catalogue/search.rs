use super::{Catalogue, Initials, Name};
use std::collections::HashMap;

/// Finds things by name, and figures by their words. It looks through everything; an index may take its place.
#[derive(Debug, Default)]
pub struct Search {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    kind: Kind,
    iri: Name,
    /// All names, in lower case, a line each, the Chinese label first.
    names: String,
    initials: Initials,
    /// Figures behind it.
    weight: usize,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A region.
    Region,
    /// An indicator.
    Indicator,
    /// A program.
    Program,
    /// A document.
    Document,
    /// A figure, by the words that it was read from.
    Figure,
}

impl Kind {
    /// All of them, in the order of showing.
    pub const ALL: [Self; 5] = [Self::Region, Self::Indicator, Self::Program, Self::Document, Self::Figure];
}

/// A thing that fits.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its IRI.
    pub iri: &'a Name,
    rank: u8,
    weight: usize,
}

impl Search {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let mut entries = Vec::new();
        let mut add = |kind, iri: &Name, weight| {
            let Some(label) = catalogue.label(iri) else { return };
            let mut names = vec![label.zh().to_lowercase(), label.en.to_lowercase()];
            names.extend(label.others.iter().map(|other| other.to_lowercase()));
            let initials = Initials::of(label.zh());
            entries.push(Entry { kind, iri: iri.clone(), names: names.join("\n"), initials, weight });
        };
        for (iri, figures) in catalogue.regions() {
            add(Kind::Region, iri, figures);
        }
        for (iri, spread) in catalogue.indicators() {
            add(Kind::Indicator, iri, spread.figures);
        }
        for program in &catalogue.programs {
            add(Kind::Program, &program.iri, program.evidence.len());
        }
        let mut figures: HashMap<&Name, usize> = HashMap::new();
        for document in catalogue.figures.iter().filter_map(|figure| figure.document()) {
            *figures.entry(document).or_default() += 1;
        }
        for document in &catalogue.documents {
            add(Kind::Document, &document.iri, figures.get(&document.iri).copied().unwrap_or_default());
        }
        Self { entries }
    }

    /// What fits all the words: at most so many of each kind, the best first.
    pub(super) fn find<'a>(&'a self, words: &str, most: usize, catalogue: &'a Catalogue) -> Vec<Hit<'a>> {
        let lower = words.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let named = self.entries.iter().filter_map(|entry| {
            // No word may miss.
            let rank = words.iter().map(|word| entry.rank(word)).max().filter(|rank| *rank < MISS)?;
            Some(Hit { kind: entry.kind, iri: &entry.iri, rank, weight: entry.weight })
        });
        let mut hits: Vec<Hit<'_>> = named.collect();
        let quoted = catalogue.figures.iter().filter(|figure| {
            let quote = figure.quote();
            words.iter().all(|word| quote.contains(word))
        });
        hits.extend(quoted.map(|figure| Hit { kind: Kind::Figure, iri: &figure.iri, rank: 0, weight: 0 }));
        hits.sort_by(|a, b| {
            (a.kind, a.rank, std::cmp::Reverse(a.weight), a.iri).cmp(&(
                b.kind,
                b.rank,
                std::cmp::Reverse(b.weight),
                b.iri,
            ))
        });
        let mut counts: HashMap<u8, usize> = HashMap::new();
        hits.retain(|hit| {
            let count = counts.entry(hit.kind as u8).or_default();
            *count += 1;
            *count <= most
        });
        hits
    }
}

/// The rank of a word that does not fit.
const MISS: u8 = u8::MAX;

impl Entry {
    /// How well a word fits: 0 is a whole name, [`MISS`] is not at all.
    fn rank(&self, word: &str) -> u8 {
        let letters = word.chars().all(|c| c.is_ascii_alphanumeric());
        let initials = self.initials.as_str();
        if self.names.lines().any(|name| name == word) {
            0
        } else if self.names.starts_with(word) {
            1
        } else if self.names.lines().any(|name| name.starts_with(word)) {
            2
        } else if letters && initials.starts_with(word) {
            3
        } else if self.names.contains(word) {
            4
        } else if letters && word.len() > 2 && initials.contains(word) {
            5
        } else {
            MISS
        }
    }
}
