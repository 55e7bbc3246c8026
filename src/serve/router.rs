use super::app::Shared;
use super::{Problem, graphs, health, page, protocol};
use axum::Router;

/// The routes of a server; each module has those of its own.
pub(super) fn router(app: Shared) -> Router {
    Router::new()
        .merge(protocol::routes())
        .merge(graphs::routes())
        .merge(health::routes())
        .merge(page::routes())
        .fallback(|| async {
            Problem::new(404, "not-found").detail("nothing here; SPARQL is answered at /sparql")
        })
        .with_state(app)
}
