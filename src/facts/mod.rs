//! What the words of a document say: figures and programs, each with the span it was read from.
//!
//! Facts refer to concepts of the ontology by [`ConceptId`](crate::ontology::ConceptId) and to each other by
//! index; they know nothing of IRIs or RDF, which belong to [`crate::graph`].

mod figure;
mod program;

pub use figure::{Aspect, Comparator, Direction, Figure, Indicator, Month, Period, Relations, Status, TimeBasis};
pub use program::Program;

/// The facts of one file, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Figures; relations between them are indices into this list.
    pub figures: Vec<Figure>,
    /// Programs, one entry a name and document.
    pub programs: Vec<Program>,
}
