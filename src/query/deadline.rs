use oxigraph::sparql::CancellationToken;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// Stops a query when its time is up; dropping it calls the watch off.
pub(super) struct Deadline {
    token: CancellationToken,
    _done: Option<Sender<()>>,
}

impl Deadline {
    pub(super) fn new(limit: Option<Duration>) -> Self {
        let token = CancellationToken::new();
        let done = limit.map(|limit| {
            let (done, wait) = mpsc::channel::<()>();
            let token = token.clone();
            thread::spawn(move || {
                if wait.recv_timeout(limit) == Err(RecvTimeoutError::Timeout) {
                    token.cancel();
                }
            });
            done
        });
        Self { token, _done: done }
    }

    pub(super) fn token(&self) -> CancellationToken {
        self.token.clone()
    }
}
