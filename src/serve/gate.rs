use super::{Limits, Problem};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long a query waits for its turn.
const TURN: Duration = Duration::from_secs(1);

/// Lets so many queries be evaluated at a time. A place is given back when the evaluation has really ended, so that
/// those that no longer answer to their deadline count too.
#[derive(Debug)]
pub(super) struct Gate {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
    longest: usize,
}

impl Gate {
    pub(super) fn new(limits: &Limits) -> Self {
        let places = limits.concurrency.max(1);
        Self { places: Arc::new(Semaphore::new(places)), waiting: AtomicUsize::new(0), longest: places * 16 }
    }

    /// A place, at once or after a short wait.
    pub(super) async fn enter(&self) -> Result<OwnedSemaphorePermit, Problem> {
        if let Ok(place) = self.places.clone().try_acquire_owned() {
            return Ok(place);
        }
        let place = if self.waiting.fetch_add(1, Ordering::Relaxed) < self.longest {
            tokio::time::timeout(TURN, self.places.clone().acquire_owned()).await.ok().and_then(Result::ok)
        } else {
            None
        };
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        place.ok_or_else(|| {
            Problem::new(503, "busy")
                .detail("too many queries are being answered; try again in a moment")
                .retry_after(1)
        })
    }

    /// Whether a query would be let in at once.
    pub(super) fn is_open(&self) -> bool {
        self.places.available_permits() > 0
    }
}
