//! A read-only SPARQL endpoint over HTTP at `/sparql`, `/healthz`, `/readyz`, and the site for people at `/`.
//!
//! A request comes in through the listener (`listen`), which drops slow clients, and the gateway, which checks where
//! it comes from and gives every error the same form. The router hands it to one of the modules that answer. They
//! share the [`Snapshot`] of the graph and say what they have by [`Offer`](negotiate::Offer)s.

mod about;
mod api;
mod app;
mod asked;
mod cache;
mod coding;
mod description;
mod evaluate;
mod finished;
mod gate;
mod gateway;
mod graphs;
mod health;
mod layout;
mod limits;
mod listen;
mod log;
mod memory;
mod metrics;
mod negotiate;
mod notes;
mod offers;
mod pages;
mod problem;
mod protocol;
mod rdf;
mod reader;
mod router;
mod service;
mod snapshot;
mod stream;
mod thing;
mod turn;
mod visit;
mod watch;
mod write;

use app::{Access, App};
use asked::Asked;
use finished::Finished;
pub use limits::Limits;
pub use log::LogFormat;
use problem::Problem;
pub use snapshot::Snapshot;
pub use watch::Reload;

use crate::ontology::Ontology;
use crate::query::SavedQueries;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// A server over one graph.
#[derive(Debug)]
pub struct Server {
    snapshot: Snapshot,
    saved: SavedQueries,
    ontology: Ontology,
    limits: Limits,
    access: Access,
    log: Option<LogFormat>,
    reload: Option<Reload>,
}

impl Server {
    /// A server with the usual limits.
    #[must_use]
    pub fn new(snapshot: Snapshot, saved: SavedQueries, ontology: Ontology) -> Self {
        Self {
            snapshot,
            saved,
            ontology,
            limits: Limits::default(),
            access: Access::default(),
            log: None,
            reload: None,
        }
    }

    /// Sets what a request may cost.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Lets scripts of web pages of these origins (`https://example.org`) read answers; `*` lets all.
    #[must_use]
    pub fn with_cors(mut self, origins: Vec<String>) -> Self {
        self.access.cors = origins;
        self
    }

    /// Lets queries ask these hosts by SERVICE (`example.org`, `localhost:8080`).
    #[must_use]
    pub fn with_services(mut self, hosts: Vec<String>) -> Self {
        self.access.services = hosts;
        self
    }

    /// Sets the address under which the world knows the server (`https://example.org/data`).
    #[must_use]
    pub fn with_url(mut self, url: Option<String>) -> Self {
        self.access.url = url.map(|url| url.trim_end_matches('/').to_owned());
        self
    }

    /// Writes an access log to standard output.
    #[must_use]
    pub fn with_log(mut self, log: Option<LogFormat>) -> Self {
        self.log = log;
        self
    }

    /// Lets a newer graph take the place of this one while the server runs.
    #[must_use]
    pub fn with_reload(mut self, reload: Reload) -> Self {
        self.reload = Some(reload);
        self
    }

    /// Serves until Ctrl-C or a termination signal; says when it listens, and where.
    ///
    /// # Errors
    /// When the address cannot be taken.
    pub fn run(mut self, bind: SocketAddr, listening: impl FnOnce(SocketAddr)) -> io::Result<()> {
        self.access.loopback = bind.ip().is_loopback();
        let log = log::Log::new(self.log);
        let app = Arc::new(App::new(self.snapshot, self.saved, self.ontology, self.limits, self.access, log));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let served = runtime.block_on(async {
            if let Some(reload) = self.reload {
                tokio::spawn(watch::watch(app.clone(), reload));
            }
            tokio::spawn(memory::watch(app.clone()));
            listen::serve(app, bind, listening).await
        });
        // A query that is still running does not hold the process back.
        runtime.shutdown_timeout(Duration::from_millis(100));
        served
    }
}
