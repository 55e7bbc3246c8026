use super::{Base, metadata, statements, vocabulary};
use crate::Reading;
use crate::ontology::Ontology;
use oxigraph::model::Quad;

/// Everything that is known from a set of documents, in three layers.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// What the documents say.
    pub facts: Vec<Quad>,
    /// Ontology, vocabularies and regions.
    pub vocabulary: Vec<Quad>,
    /// Which run made what from which file.
    pub metadata: Vec<Quad>,
}

impl Graph {
    /// The graph of some readings.
    #[must_use]
    pub fn of(readings: &[Reading], ontology: &Ontology, base: &Base) -> Self {
        Self {
            facts: readings.iter().flat_map(|reading| statements(reading, ontology, base)).collect(),
            vocabulary: vocabulary(ontology),
            metadata: metadata(readings, ontology, base),
        }
    }

    /// All quads: facts, vocabulary, metadata.
    pub fn quads(&self) -> impl Iterator<Item = &Quad> {
        self.facts.iter().chain(&self.vocabulary).chain(&self.metadata)
    }
}
