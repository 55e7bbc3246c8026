//! What a graph holds, in the shape that lists, pages and comparisons want it in: worked out once from the quads, then
//! only read.
//!
//! It needs no reading: any graph in the terms of the ontology will do, whoever wrote it. Statements that a thing lacks
//! are left empty.

mod build;
mod claim;
mod correction;
mod document;
mod figure;
mod indicator;
mod label;
mod nodes;
mod part;
mod program;
mod search;
mod signed;
mod unread;
mod words;

pub use claim::Claim;
pub use correction::Correction;
pub use document::{Document, Section};
pub use figure::{Evidence, Figure, Relation};
pub use label::Label;
pub use program::Program;
pub use search::{Hit, Kind, Search};
pub use unread::Unread;
pub use words::Initials;

use crate::text::Text;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// An IRI; things that share one share its letters.
pub type Name = Arc<str>;

/// The things of a graph, sorted by IRI, with the ways from one to the other.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Documents.
    pub documents: Vec<Document>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Programs.
    pub programs: Vec<Program>,
    /// Claims and awards.
    pub claims: Vec<Claim>,
    /// Corrections.
    pub corrections: Vec<Correction>,
    labels: HashMap<Name, Label>,
    texts: HashMap<Name, Text>,
    unread: HashMap<Name, Vec<Unread>>,
    places: Places,
    search: Search,
}

/// Where things stand in the lists.
#[derive(Debug, Default)]
struct Places {
    documents: HashMap<Name, usize>,
    figures: HashMap<Name, usize>,
    programs: HashMap<Name, usize>,
    claims: HashMap<Name, usize>,
    figures_by: HashMap<Name, Vec<usize>>,
    programs_by: HashMap<Name, Vec<usize>>,
    claims_by: HashMap<Name, Vec<usize>>,
    documents_by: HashMap<Name, Vec<usize>>,
    related: HashMap<Name, Vec<(Relation, usize)>>,
    indicators: BTreeMap<Name, Spread>,
    regions: BTreeMap<Name, usize>,
}

/// How far an indicator reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spread {
    /// Regions with a figure of it.
    pub regions: usize,
    /// Years with one.
    pub years: usize,
    /// Figures in all.
    pub figures: usize,
}

impl Catalogue {
    /// The document of an IRI.
    #[must_use]
    pub fn document(&self, iri: &str) -> Option<&Document> {
        self.places.documents.get(iri).map(|&at| &self.documents[at])
    }

    /// The figure of an IRI.
    #[must_use]
    pub fn figure(&self, iri: &str) -> Option<&Figure> {
        self.places.figures.get(iri).map(|&at| &self.figures[at])
    }

    /// The program of an IRI.
    #[must_use]
    pub fn program(&self, iri: &str) -> Option<&Program> {
        self.places.programs.get(iri).map(|&at| &self.programs[at])
    }

    /// The claim or award of an IRI.
    #[must_use]
    pub fn claim(&self, iri: &str) -> Option<&Claim> {
        self.places.claims.get(iri).map(|&at| &self.claims[at])
    }

    /// The correction of an IRI.
    #[must_use]
    pub fn correction(&self, iri: &str) -> Option<&Correction> {
        let at = self.corrections.binary_search_by(|known| (*known.iri).cmp(iri)).ok()?;
        self.corrections.get(at)
    }

    /// The figures of an indicator, a region, a document or a program, in the order of their IRIs.
    pub fn figures_of(&self, iri: &str) -> impl Iterator<Item = &Figure> + use<'_> {
        let places = self.places.figures_by.get(iri).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&at| &self.figures[at])
    }

    /// The programs of a region or a document, or those that are part of another.
    pub fn programs_of(&self, iri: &str) -> impl Iterator<Item = &Program> + use<'_> {
        let places = self.places.programs_by.get(iri).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&at| &self.programs[at])
    }

    /// The claims and awards of a region, of a document, or about something.
    pub fn claims_of(&self, iri: &str) -> impl Iterator<Item = &Claim> + use<'_> {
        let places = self.places.claims_by.get(iri).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&at| &self.claims[at])
    }

    /// The documents of a region.
    pub fn documents_of(&self, iri: &str) -> impl Iterator<Item = &Document> + use<'_> {
        let places = self.places.documents_by.get(iri).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&at| &self.documents[at])
    }

    /// The figures that point to this one, and how.
    pub fn related(&self, iri: &str) -> impl Iterator<Item = (Relation, &Figure)> + use<'_> {
        let places = self.places.related.get(iri).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&(relation, at)| (relation, &self.figures[at]))
    }

    /// Every indicator that a figure has, by IRI.
    pub fn indicators(&self) -> impl Iterator<Item = (&Name, Spread)> {
        self.places.indicators.iter().map(|(iri, spread)| (iri, *spread))
    }

    /// The indicators that most regions share, those with the most figures first among equals.
    #[must_use]
    pub fn shared(&self, most: usize) -> Vec<(&Name, Spread)> {
        let mut all: Vec<_> = self.indicators().collect();
        all.sort_by_key(|(iri, spread)| {
            (std::cmp::Reverse((spread.regions, spread.years, spread.figures)), (*iri).clone())
        });
        all.truncate(most);
        all
    }

    /// Every region that something is said of, by IRI, with the number of its figures.
    pub fn regions(&self) -> impl Iterator<Item = (&Name, usize)> {
        self.places.regions.iter().map(|(iri, figures)| (iri, *figures))
    }

    /// How a thing is called.
    #[must_use]
    pub fn label(&self, iri: &str) -> Option<&Label> {
        self.labels.get(iri)
    }

    /// The text that the offsets of a document refer to, when the graph keeps it.
    #[must_use]
    pub fn text(&self, document: &str) -> Option<&Text> {
        let file = &self.document(document)?.file;
        self.texts.get(file)
    }

    /// The numbers of a document that nothing was made of, in reading order.
    #[must_use]
    pub fn unread(&self, document: &str) -> &[Unread] {
        self.unread.get(document).map_or(&[], Vec::as_slice)
    }

    /// Finds things by their names and figures by their words.
    #[must_use]
    pub fn search(&self, words: &str, most: usize) -> Vec<Hit<'_>> {
        self.search.find(words, most, self)
    }

    /// The first and the last year that a figure tells of.
    #[must_use]
    pub fn years(&self) -> Option<(i32, i32)> {
        let years = || self.figures.iter().filter_map(Figure::year);
        Some((years().min()?, years().max()?))
    }
}
