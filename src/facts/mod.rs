//! What the words of a document say: figures and programs, each with the span it was read from.
//!
//! Facts refer to concepts of the ontology by [`ConceptId`](crate::ontology::ConceptId) and to each other by
//! index; they know nothing of IRIs or RDF, which belong to [`crate::graph`].

mod figure;
mod naming;
mod number;
mod program;
mod reading;
mod results;

pub use figure::{
    Aspect, Comparator, Direction, Figure, Indicator, Month, Period, Relations, Status, TimeBasis,
};
pub use program::Program;

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
}

impl Facts {
    /// Reads the facts of a text whose outline is known.
    #[must_use]
    pub fn read(text: &Text, outline: &Outline, lexicon: &Lexicon<'_>) -> Self {
        let found = number::scan(text, lexicon);
        let mut figures = reading::figures(text, outline, lexicon, &found);
        let programs = naming::programs(text, outline, lexicon);
        results::link(text, lexicon, &mut figures, &programs);
        results::targets(&mut figures);
        Self { figures, programs }
    }
}
