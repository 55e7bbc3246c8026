use super::StoreError;
use oxigraph::model::{NamedNodeRef, Quad};
use oxigraph::store::Store;

/// A graph in memory, ready for queries. Cloning it is cheap: the clones share the graph.
#[derive(Clone)]
pub struct Memory {
    store: Store,
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Memory").finish_non_exhaustive()
    }
}

impl Memory {
    /// Takes quads.
    ///
    /// # Errors
    /// When the store fails.
    pub fn of<'a>(quads: impl IntoIterator<Item = &'a Quad>) -> Result<Self, StoreError> {
        let store = Store::new().map_err(|error| StoreError::Memory(error.to_string()))?;
        let mut loader = store.bulk_loader();
        loader
            .load_quads(quads.into_iter().cloned())
            .and_then(|()| loader.commit())
            .map_err(|error| StoreError::Memory(error.to_string()))?;
        Ok(Self { store })
    }

    /// Whether there are statements about an IRI.
    #[must_use]
    pub fn knows(&self, iri: &str) -> bool {
        let Ok(node) = NamedNodeRef::new(iri) else { return false };
        self.store.quads_for_pattern(Some(node.into()), None, None, None).next().is_some()
    }

    /// The oxigraph store.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }
}
