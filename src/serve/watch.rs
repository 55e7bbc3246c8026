use super::Snapshot;
use super::app::Shared;
use std::fmt;
use std::time::Duration;

/// How often a graph folder is looked at.
const EVERY: Duration = Duration::from_secs(1);

/// Where the graph comes from, so that a newer one can take its place.
pub struct Reload {
    stamp: Box<dyn Fn() -> Option<String> + Send + Sync>,
    load: Box<dyn Fn() -> Option<Snapshot> + Send + Sync>,
}

impl Reload {
    /// `stamp` changes when there is a new graph, `load` reads it; `load` tells people itself what goes wrong, and the
    /// old graph stays.
    #[must_use]
    pub fn new(
        stamp: impl Fn() -> Option<String> + Send + Sync + 'static,
        load: impl Fn() -> Option<Snapshot> + Send + Sync + 'static,
    ) -> Self {
        Self { stamp: Box::new(stamp), load: Box::new(load) }
    }
}

impl fmt::Debug for Reload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reload").finish_non_exhaustive()
    }
}

/// Puts a new graph in the place of the old one whenever the folder has been built again, or on SIGHUP. Requests under
/// way keep the graph that they began with.
pub(super) async fn watch(app: Shared, reload: Reload) {
    let reload = std::sync::Arc::new(reload);
    let mut hangups = Hangups::new();
    let mut last = (reload.stamp)();
    loop {
        let told = tokio::select! {
            () = tokio::time::sleep(EVERY) => false,
            () = hangups.next() => true,
        };
        let now = (reload.stamp)();
        if !told && (now.is_none() || now == last) {
            continue;
        }
        last = now;
        let source = reload.clone();
        if let Ok(Some(snapshot)) = tokio::task::spawn_blocking(move || (source.load)()).await {
            app.swap(snapshot);
            app.metrics.reloads.inc();
        }
    }
}

/// SIGHUP, where there is such a thing.
struct Hangups {
    #[cfg(unix)]
    signal: Option<tokio::signal::unix::Signal>,
}

impl Hangups {
    fn new() -> Self {
        #[cfg(unix)]
        return Self { signal: tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup()).ok() };
        #[cfg(not(unix))]
        Self {}
    }

    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some(signal) = &mut self.signal
            && signal.recv().await.is_some()
        {
            return;
        }
        std::future::pending::<()>().await;
    }
}
