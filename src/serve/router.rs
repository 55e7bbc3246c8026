use super::{Server, page, protocol};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Response, header};
use axum::routing::get;
use std::sync::Arc;

/// The routes of a server.
pub(super) fn router(server: Server) -> Router {
    let server = Arc::new(server);
    Router::new()
        .route("/", get(page::show))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/sparql", get(protocol::get).post(protocol::post).options(protocol::options))
        .fallback(|| async {
            reply(404, "text/plain; charset=utf-8", "nothing here; SPARQL is answered at /sparql\n".into())
        })
        .with_state(server)
}

/// A response with a body of a media type.
pub(super) fn reply(status: u16, media_type: &'static str, body: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = axum::http::StatusCode::from_u16(status).unwrap_or_default();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
