use super::app::Shared;
use super::{Asked, Finished, Problem};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::Response;
use axum::routing::get;

const TEXT: &str = "text/plain; charset=utf-8";

/// `/healthz`: the process is up. `/readyz`: a query would be let in now. `/metrics`: counts for Prometheus.
pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/healthz", get(healthy)).route("/readyz", get(ready)).route("/metrics", get(metrics))
}

async fn healthy(asked: Asked) -> Response<Body> {
    asked.reply(&Finished::new(TEXT, "ok\n"))
}

async fn ready(State(app): State<Shared>, asked: Asked) -> Result<Response<Body>, Problem> {
    if app.gate.is_open() {
        return Ok(asked.reply(&Finished::new(TEXT, "ok\n")));
    }
    Err(Problem::new(503, "busy").detail("every place for a query is taken").retry_after(1))
}

async fn metrics(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    let text = app.metrics.text(app.cache.bytes());
    asked.reply(&Finished::new("application/openmetrics-text; version=1.0.0; charset=utf-8", text))
}
