use super::app::Shared;
use super::{api, description, graphs, health, pages, protocol, thing};
use axum::Router;

/// The routes of a server; each module has those of its own.
pub(super) fn router(app: Shared) -> Router {
    Router::new()
        .merge(protocol::routes())
        .merge(graphs::routes())
        .merge(health::routes())
        .merge(pages::routes())
        .merge(description::routes())
        .merge(api::routes())
        .merge(thing::routes())
        .with_state(app)
}
