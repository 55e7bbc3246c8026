//! What the words of a document say: figures and programs, each with the span it was read from.
//!
//! Facts refer to concepts of the ontology by [`ConceptId`](crate::ontology::ConceptId) and to each other by
//! index; they know nothing of IRIs or RDF, which belong to [`crate::graph`].

mod claim;
mod enumeration;
mod evaluation;
mod figure;
mod naming;
mod number;
mod organisation;
mod policy;
mod program;
mod reading;
mod reason;
mod recognition;
mod relating;
mod results;
pub(crate) mod rule;
mod stating;

pub use claim::{About, Claim};
pub use enumeration::Enumeration;
pub use evaluation::{Evaluation, Factor, Step};
pub use figure::{
    Aspect, Comparator, Direction, Figure, Indicator, Month, Period, Relations, Status, TimeBasis,
};
pub use number::numerals;
pub use organisation::Organisation;
pub use policy::PolicyDocument;
pub use program::Program;
pub use reason::{PeriodReason, PlaceReason, Reasons, StatusReason};
pub use recognition::Recognition;
pub use rule::Rule;

use crate::lexicon::Lexicon;
use crate::outline::Outline;
use crate::text::Text;

/// The facts of one file, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Figures; relations between them are indices into this list.
    pub figures: Vec<Figure>,
    /// Programs, one entry a name and document.
    pub programs: Vec<Program>,
    /// Bodies, one entry a name and document.
    pub organisations: Vec<Organisation>,
    /// Policy documents, one entry a title and document that names it.
    pub policies: Vec<PolicyDocument>,
    /// Rows that announce their number.
    pub enumerations: Vec<Enumeration>,
    /// Evaluation schemes.
    pub evaluations: Vec<Evaluation>,
    /// Awards, commendations and incentives.
    pub recognitions: Vec<Recognition>,
    /// Claims; what they are about are indices into the lists above.
    pub claims: Vec<Claim>,
}

impl Facts {
    /// Reads the facts of a text whose outline is known.
    #[must_use]
    pub fn read(text: &Text, outline: &Outline, lexicon: &Lexicon<'_>) -> Self {
        let found = number::scan(text, lexicon);
        let places = lexicon.places(text);
        let mut figures = reading::figures(text, outline, lexicon, &found, &places);
        let reader = stating::Reader::new(text, outline, lexicon, &places);
        let mut programs = naming::programs(text, outline, lexicon, &places);
        relating::rows(&reader, &mut programs);
        results::link(text, lexicon, &mut figures, &programs);
        results::targets(&mut figures);
        let mut organisations = stating::organisations(&reader, &programs);
        let policies = stating::policies(&reader, &organisations);
        let enumerations = stating::enumerations(&reader);
        let evaluations = stating::evaluations(&reader, &organisations);
        let recognitions = stating::recognitions(&reader, &organisations, &policies);
        relating::link(&reader, &mut programs, &mut organisations, &enumerations);
        let known = stating::Known {
            figures: &figures,
            programs: &programs,
            policies: &policies,
            organisations: &organisations,
        };
        let claims = stating::claims(&reader, &known);
        Self { figures, programs, organisations, policies, enumerations, evaluations, recognitions, claims }
    }
    /// The rules that read them, one a fact.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let figures = self.figures.iter().map(|fact| fact.rule);
        let programs = self.programs.iter().map(|fact| fact.rule);
        let stated = self.organisations.iter().map(|fact| fact.rule);
        let stated = stated.chain(self.policies.iter().map(|fact| fact.rule));
        let stated = stated.chain(self.enumerations.iter().map(|fact| fact.rule));
        let stated = stated.chain(self.evaluations.iter().map(|fact| fact.rule));
        let stated = stated.chain(self.recognitions.iter().map(|fact| fact.rule));
        figures.chain(programs).chain(stated).chain(self.claims.iter().map(|fact| fact.rule))
    }
}
