use super::cache::Cache;
use super::gate::Gate;
use super::log::Log;
use super::memory::Turns;
use super::metrics::Metrics;
use super::{Limits, Snapshot};
use crate::ontology::Ontology;
use crate::query::{SavedQueries, Terms};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Semaphore;

/// Graphs and data sets that are sent at a time.
const TRANSFERS: usize = 16;

/// What every request handler is given.
pub(super) type Shared = Arc<App>;

/// The state of a running server.
pub(super) struct App {
    current: RwLock<Arc<Snapshot>>,
    pub(super) saved: SavedQueries,
    pub(super) ontology: Ontology,
    pub(super) terms: Terms,
    pub(super) limits: Limits,
    pub(super) access: Access,
    pub(super) gate: Gate,
    /// Places for graphs that are being sent.
    pub(super) transfers: Arc<Semaphore>,
    pub(super) turns: Turns,
    pub(super) cache: Cache,
    pub(super) metrics: Metrics,
    pub(super) log: Log,
}

/// Who may ask, and under which names.
#[derive(Debug, Clone, Default)]
pub(super) struct Access {
    /// Origins whose scripts may read answers; `*` is all.
    pub(super) cors: Vec<String>,
    /// The address under which the world knows the server, without a slash at its end.
    pub(super) url: Option<String>,
    /// Hosts that queries may ask by SERVICE.
    pub(super) services: Vec<String>,
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
        log: Log,
    ) -> Self {
        let (gate, cache) = (Gate::new(&limits), Cache::new(limits.cache));
        let (metrics, transfers) = (Metrics::new(), Arc::new(Semaphore::new(TRANSFERS)));
        Self {
            transfers,
            current: RwLock::new(Arc::new(snapshot)),
            saved,
            terms: Terms::of(&ontology),
            ontology,
            limits,
            access,
            gate,
            cache,
            turns: Turns::default(),
            metrics,
            log,
        }
    }

    /// The graph as it is now. A request keeps the one it began with.
    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts another graph in its place.
    pub(super) fn swap(&self, snapshot: Snapshot) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        // No request asks for the answers of the old graph any more.
        self.cache.clear();
    }
}
