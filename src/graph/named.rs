use super::{Base, Names};
use crate::Reading;
use crate::ontology::Ontology;

/// A reading with the IRIs of everything in it: what RDF and tables of facts are written from.
#[derive(Debug, Clone)]
pub struct Named<'a> {
    /// The reading.
    pub reading: &'a Reading,
    /// The ontology that it was read by.
    pub ontology: &'a Ontology,
    /// Where the IRIs begin.
    pub base: &'a Base,
    /// The IRIs.
    pub names: Names,
}

impl<'a> Named<'a> {
    /// Names everything in a reading.
    #[must_use]
    pub fn new(reading: &'a Reading, ontology: &'a Ontology, base: &'a Base) -> Self {
        Self { reading, ontology, base, names: Names::new(reading, ontology, base) }
    }
}
