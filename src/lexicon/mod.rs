//! The lexicon: the labels of the ontology, made ready for finding them in text.
//!
//! Short closed lists (units, cue words) are [`Words`], matched at a position; the open ones
//! (indicators, groups, regions, kinds) are found in one pass over a document, see [`Labels`].

mod cues;
mod hash;
mod labels;
mod places;
mod statements;
mod units;
mod words;

pub(crate) use cues::Cues;
pub(crate) use labels::{Label, Labels};
pub(crate) use statements::StatementWords;
pub(crate) use units::{Unit, Units};
pub(crate) use words::Words;

use crate::ontology::{ConceptId, Ontology};
use std::collections::HashMap;

/// All word lists of an ontology.
#[derive(Debug)]
pub struct Lexicon<'a> {
    pub(crate) ontology: &'a Ontology,
    pub(crate) cues: Cues,
    pub(crate) units: Units,
    pub(crate) indicators: Labels,
    pub(crate) groups: Labels,
    pub(crate) regions: Labels,
    counties: places::Counties,
    pub(crate) country: Option<ConceptId>,
    pub(crate) year_on_year: Option<ConceptId>,
    pub(crate) kinds: Labels,
    pub(crate) program_kinds: Option<ConceptId>,
    kinds_of_codes: HashMap<&'a str, ConceptId>,
    pub(crate) document_kind: Option<ConceptId>,
    pub(crate) practice_kind: Option<ConceptId>,
    pub(crate) standard_kind: Option<ConceptId>,
    pub(crate) statements: StatementWords,
}

impl<'a> Lexicon<'a> {
    /// Prepares the words of an ontology.
    #[must_use]
    pub fn new(ontology: &'a Ontology) -> Self {
        let regions = Labels::new(ontology, &["region/"]);
        let cues = Cues::new(ontology);
        let program_kinds = ontology.at("vocab/program-kinds");
        let mut kinds_of_codes = HashMap::new();
        for (id, kind) in ontology.below("vocab/kind-") {
            if kind.broader.first().copied() == program_kinds {
                kinds_of_codes.entry(kind.code()).or_insert(id);
            }
        }
        let counties = places::Counties::new(ontology, &regions, &cues.people);
        Self {
            ontology,
            cues,
            units: Units::new(ontology),
            indicators: Labels::new(ontology, &["indicator/"]),
            groups: Labels::new(ontology, &["group/"]),
            regions,
            counties,
            country: ontology.at("region/100000"),
            year_on_year: ontology.at("vocab/cmp-year-on-year"),
            kinds: Labels::new(ontology, &["vocab/kind-"]),
            program_kinds,
            kinds_of_codes,
            document_kind: ontology.at("vocab/kind-circular"),
            practice_kind: ontology.at("vocab/kind-practice"),
            standard_kind: ontology.at("vocab/kind-standard"),
            statements: StatementWords::new(ontology),
        }
    }

    /// The ontology that the words come from.
    #[must_use]
    pub const fn ontology(&self) -> &'a Ontology {
        self.ontology
    }

    /// The first kind of program with a code of the JSON Lines interface.
    pub(crate) fn kind_of_code(&self, code: &str) -> Option<ConceptId> {
        self.kinds_of_codes.get(code).copied()
    }
}
