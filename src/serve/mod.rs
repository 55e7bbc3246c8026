//! A read-only SPARQL endpoint: `/sparql`, `/healthz`, and a page to ask from at `/`.
//!
//! It follows the query part of the SPARQL 1.1 Protocol. It takes no updates and no uploads.

mod negotiate;
mod page;
mod protocol;
mod router;

use crate::query::SavedQueries;
use crate::store::Memory;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

/// A server over one graph.
#[derive(Debug, Clone)]
pub struct Server {
    memory: Memory,
    saved: SavedQueries,
    timeout: Option<Duration>,
}

impl Server {
    /// A server with the usual limit of 30 seconds a query.
    #[must_use]
    pub fn new(memory: Memory, saved: SavedQueries) -> Self {
        Self { memory, saved, timeout: Some(Duration::from_secs(30)) }
    }

    /// Sets the time after which a query is stopped; none is never.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Option<Duration>) -> Self {
        self.timeout = timeout;
        self
    }

    /// Serves until Ctrl-C or a termination signal; says when it listens, and where.
    ///
    /// # Errors
    /// When the address cannot be taken.
    pub fn run(self, bind: SocketAddr, listening: impl FnOnce(SocketAddr)) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let served = runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(bind).await.map_err(|error| {
                io::Error::new(
                    error.kind(),
                    format!("{bind} cannot be taken: {error}; choose another with --bind"),
                )
            })?;
            listening(listener.local_addr()?);
            axum::serve(listener, router::router(self)).with_graceful_shutdown(stopped()).await
        });
        // A query that is still running does not hold the process back.
        runtime.shutdown_timeout(Duration::from_secs(1));
        served
    }
}

/// Waits for Ctrl-C or, on Unix, a termination signal.
async fn stopped() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
