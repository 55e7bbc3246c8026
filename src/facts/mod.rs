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
mod table;
mod unread;

pub use claim::{About, Claim};
pub use enumeration::Enumeration;
pub use evaluation::{Evaluation, Factor, Step};
pub use figure::{
    Aspect, Comparator, Direction, Figure, Indicator, Month, Period, Relations, Status, TimeBasis,
};
pub use organisation::Organisation;
pub use policy::PolicyDocument;
pub use program::Program;
pub use reason::{PeriodReason, PlaceReason, Reasons, StatusReason};
pub use recognition::Recognition;
pub use rule::Rule;
pub use unread::Unread;

use crate::lexicon::Lexicon;
use crate::outline::Outline;
use crate::text::{Sentence, Span, Text, sentences};
pub(crate) use number::Quantity;
pub(crate) use results::targets;

/// The quantities that stand within a span, whether or not they became figures.
pub(crate) fn quantities(text: &Text, lexicon: &Lexicon<'_>, within: Span) -> Vec<Quantity> {
    let found = number::scan(text, lexicon).into_iter().filter_map(|item| match item {
        number::Found::Quantity(quantity) => Some(quantity),
        number::Found::Other(..) => None,
    });
    found.filter(|quantity| within.overlaps(quantity.span)).collect()
}

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
    /// Numbers that nothing was made of.
    pub unread: Vec<Unread>,
    /// How many numbers the text has in all.
    pub numbers: usize,
}

impl Facts {
    /// Reads the facts of a text whose outline is known.
    #[must_use]
    pub fn read(text: &Text, outline: &Outline, lexicon: &Lexicon<'_>) -> Self {
        let mut found = number::scan(text, lexicon);
        let tabled = table::figures(text, outline, lexicon);
        // What a table tells is told by the table alone.
        found.retain(|item| {
            let next = tabled.partition_point(|figure| figure.span.end <= item.span().start);
            tabled.get(next).is_none_or(|figure| !figure.span.overlaps(item.span()))
        });
        let places = lexicon.places(text);
        let cut: Vec<Vec<Sentence>> =
            outline.documents.iter().map(|document| sentences(text, document.span)).collect();
        let read = reading::figures(text, outline, lexicon, &found, &places, &cut);
        let mut figures = table::merge(tabled, read);
        let mut programs = naming::programs(text, outline, lexicon, &places, &cut);
        let reader = stating::Reader::new(text, outline, lexicon, &places, cut.clone());
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
        let mut facts = Self {
            figures,
            programs,
            organisations,
            policies,
            enumerations,
            evaluations,
            recognitions,
            claims,
            unread: Vec::new(),
            numbers: 0,
        };
        (facts.unread, facts.numbers) = unread::unread(text, outline, &facts, &found, &cut);
        facts
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
