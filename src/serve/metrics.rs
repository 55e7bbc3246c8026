use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

/// What is counted, for Prometheus to collect.
#[derive(Debug)]
pub(super) struct Metrics {
    registry: Registry,
    requests: Family<Status, Counter>,
    seconds: Histogram,
    /// Answers out of the cache.
    pub(super) cached: Counter,
    /// Queries that ran out of time.
    pub(super) late: Counter,
    running: Gauge,
    overdue: Gauge,
    pub(super) connections: Gauge,
    cache_bytes: Gauge,
    /// Graphs that took the place of an older one.
    pub(super) reloads: Counter,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Status {
    status: u16,
}

impl Metrics {
    pub(super) fn new() -> Self {
        let mut new = Self {
            registry: Registry::with_prefix("cetu"),
            requests: Family::default(),
            seconds: Histogram::new(exponential_buckets(0.0001, 4.0, 10)),
            cached: Counter::default(),
            late: Counter::default(),
            running: Gauge::default(),
            overdue: Gauge::default(),
            connections: Gauge::default(),
            cache_bytes: Gauge::default(),
            reloads: Counter::default(),
        };
        let all = &mut new.registry;
        all.register("requests", "Requests by status", new.requests.clone());
        all.register_with_unit("request", "Time to the end of an answer", Unit::Seconds, new.seconds.clone());
        all.register("answers_cached", "Answers out of the cache", new.cached.clone());
        all.register("queries_late", "Queries that ran out of time", new.late.clone());
        all.register("queries_running", "Queries that are being evaluated", new.running.clone());
        all.register("queries_overdue", "Queries that run on after their time", new.overdue.clone());
        all.register("connections", "Open connections", new.connections.clone());
        all.register_with_unit(
            "cache",
            "Size of the finished answers kept",
            Unit::Bytes,
            new.cache_bytes.clone(),
        );
        all.register("reloads", "Graphs that took the place of an older one", new.reloads.clone());
        new
    }

    /// Counts a request that has been answered.
    pub(super) fn answered(&self, status: u16, took: Duration) {
        self.requests.get_or_create(&Status { status }).inc();
        self.seconds.observe(took.as_secs_f64());
    }

    /// Counts an evaluation for as long as the value lives.
    pub(super) fn running(&self) -> Running {
        self.running.inc();
        Running { all: self.running.clone(), overdue: self.overdue.clone(), state: Arc::default() }
    }

    /// All counts in the text format of Prometheus.
    pub(super) fn text(&self, cache_bytes: u64) -> String {
        self.cache_bytes.set(i64::try_from(cache_bytes).unwrap_or(i64::MAX));
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

/// An evaluation under way.
pub(super) struct Running {
    all: Gauge,
    overdue: Gauge,
    state: Arc<AtomicU8>,
}

const IN_TIME: u8 = 0;
const OVERDUE: u8 = 1;
const ENDED: u8 = 2;

impl Running {
    /// What says that its time is up.
    pub(super) fn clock(&self) -> impl FnOnce() + Send + use<> {
        let (overdue, state) = (self.overdue.clone(), self.state.clone());
        move || {
            if state.compare_exchange(IN_TIME, OVERDUE, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
                overdue.inc();
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.all.dec();
        if self.state.swap(ENDED, Ordering::Relaxed) == OVERDUE {
            self.overdue.dec();
        }
    }
}
