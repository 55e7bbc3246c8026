use super::{Limits, Snapshot};
use crate::ontology::Ontology;
use crate::query::SavedQueries;
use std::sync::{Arc, PoisonError, RwLock};

/// What every request handler is given.
pub(super) type Shared = Arc<App>;

/// The state of a running server.
#[derive(Debug)]
pub(super) struct App {
    current: RwLock<Arc<Snapshot>>,
    pub(super) saved: SavedQueries,
    pub(super) ontology: Ontology,
    pub(super) limits: Limits,
    pub(super) access: Access,
}

/// Who may ask, and under which names.
#[derive(Debug, Clone, Default)]
pub(super) struct Access {
    /// Origins whose scripts may read answers; `*` is all.
    pub(super) cors: Vec<String>,
    /// The address under which the world knows the server, without a slash at its end.
    pub(super) url: Option<String>,
    /// Whether only names of this machine are taken in the Host header.
    pub(super) loopback: bool,
}

impl App {
    pub(super) fn new(
        snapshot: Snapshot,
        saved: SavedQueries,
        ontology: Ontology,
        limits: Limits,
        access: Access,
    ) -> Self {
        Self { current: RwLock::new(Arc::new(snapshot)), saved, ontology, limits, access }
    }

    /// The graph as it is now. A request keeps the one it began with.
    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts another graph in its place.
    pub(super) fn swap(&self, snapshot: Snapshot) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
    }
}
