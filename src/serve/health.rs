use super::app::Shared;
use axum::Router;
use axum::routing::get;

/// `/healthz`: the process is up. `/readyz`: it can take a query now.
pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/healthz", get(|| async { "ok\n" })).route("/readyz", get(|| async { "ok\n" }))
}
