//! What every request and every answer passes: the check of the Host header, CORS, the one form of errors, and the
//! headers that keep browsers safe.

use super::Problem;
use super::app::{Access, Shared};
use super::asked::joined;
use super::layout;
use super::reader::Reader;
use super::visit::Visit;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use std::net::IpAddr;
use tower_service::Service;

/// Nothing from anywhere. A page that needs more sets its own.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// The names that a machine has for itself.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Answers a request.
pub(super) async fn answer(
    app: &Shared,
    routes: &mut Router,
    peer: IpAddr,
    request: Request<Body>,
) -> Response<Body> {
    let visit = Visit::new(app, peer, &request);

    let asked = request.headers();
    let accept = joined(asked, &header::ACCEPT);
    let origin = asked.get(header::ORIGIN).cloned();
    let method = request.method().clone();
    let reader = Reader::of(request.uri(), asked);
    let mut response = match known_host(&app.access, asked) {
        Ok(()) => {
            let Ok(response) = routes.call(request).await;
            response
        }
        Err(problem) => axum::response::IntoResponse::into_response(problem),
    };
    if method == Method::OPTIONS && response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response = options(response.headers());
    }
    if let Some(problem) = problem(&response) {
        let allow = response.headers_mut().remove(header::ALLOW);
        let home = app.access.url.as_deref().unwrap_or_default();
        response = problem.render(accept.as_deref(), &reader.frame(layout::path_of(home)));
        if let Some(allow) = allow {
            response.headers_mut().insert(header::ALLOW, allow);
        }
    }
    // An answer that nothing has changed leaves what a browser has as it was, its policy too.
    let unchanged = response.status() == StatusCode::NOT_MODIFIED;
    guard(response.headers_mut(), unchanged);
    share(&app.access, origin.as_ref(), response.headers_mut());
    visit.follow(response)
}

/// A page of another site can reach a server on this machine by giving it a name of its own; not with this.
fn known_host(access: &Access, headers: &HeaderMap) -> Result<(), Problem> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let end = host.rfind(':').filter(|&at| !host[at..].contains(']')).unwrap_or(host.len());
    let name = &host[..end];
    let public = access.url.as_deref().and_then(|url| url.split("://").nth(1)).unwrap_or_default();
    let public = public.split(['/', ':']).next().unwrap_or_default();
    let known = !access.loopback
        || LOOPBACK.iter().any(|known| known.eq_ignore_ascii_case(name))
        || (!public.is_empty() && public.eq_ignore_ascii_case(name));
    if known {
        return Ok(());
    }
    Err(Problem::new(421, "unknown-host").detail(
        "this server listens on its own machine only and does not go by this name; ask for localhost, or start it with --url",
    ))
}

/// The problem that a response stands for; axum's own refusals get the common form too.
fn problem(response: &Response<Body>) -> Option<Problem> {
    if let Some(problem) = response.extensions().get::<Problem>() {
        return Some(problem.clone());
    }
    let foreign = !response.headers().contains_key(header::CONTENT_TYPE);
    match response.status().as_u16() {
        405 => Some(
            Problem::new(405, "method")
                .detail("this address does not take the method; the Allow header has those that it takes"),
        ),
        status @ 400.. if foreign => Some(Problem::new(status, "http")),
        _ => None,
    }
}

/// What may be done at an address, as its refusal says.
fn options(refused: &HeaderMap) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let allow = refused.get(header::ALLOW).and_then(|allow| allow.to_str().ok()).unwrap_or_default();
    if let Ok(allow) = HeaderValue::from_str(&format!("{allow},OPTIONS")) {
        response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_METHODS, allow.clone());
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}

fn guard(headers: &mut HeaderMap, unchanged: bool) {
    if !unchanged {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
}

/// Lets scripts of the origins that may, and of no other, read the answer.
fn share(access: &Access, origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
    const ASKED: HeaderValue = HeaderValue::from_static("accept, content-type, if-none-match");
    const SHOWN: HeaderValue = HeaderValue::from_static("cetu-note, etag, link, retry-after");
    let any = access.cors.iter().any(|known| known == "*");
    let vary = if any || access.cors.is_empty() {
        "accept, accept-encoding, accept-language"
    } else {
        "accept, accept-encoding, accept-language, origin"
    };
    headers.insert(header::VARY, HeaderValue::from_static(vary));
    let Some(origin) = origin else { return };
    let allowed = match any {
        true => HeaderValue::from_static("*"),
        false if access.cors.iter().any(|known| known.as_bytes() == origin.as_bytes()) => origin.clone(),
        false => {
            headers.remove(header::ACCESS_CONTROL_ALLOW_METHODS);
            return;
        }
    };
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
    if headers.contains_key(header::ACCESS_CONTROL_ALLOW_METHODS) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, ASKED);
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from(86_400));
    }
}
