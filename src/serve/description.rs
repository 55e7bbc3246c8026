use super::app::App;
use super::{Asked, Problem};
use axum::body::Body;
use axum::http::Response;

/// What `/sparql` answers when it is asked no query.
pub(super) fn show(_app: &App, _asked: &Asked) -> Result<Response<Body>, Problem> {
    Err(Problem::new(400, "no-query").detail("no query: give it in the parameter query"))
}
