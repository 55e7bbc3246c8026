use super::Asked;
use crate::site;
use axum::body::Body;
use axum::http::{HeaderValue, Response, header};
use maud::{Markup, html};

/// The media type of a page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// Style, script, icon and data of this server, and nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// A page with a body in Chinese, in the frame of the site.
pub(super) fn page(title: &str, asked: &Asked, body: &Markup) -> String {
    let body = html! { div lang="zh-Hans" { (body) } };
    site::framed(title, body, &asked.reader.frame(path_of(&asked.home)))
}

/// Says what a page may load.
pub(super) fn guarded(mut response: Response<Body>) -> Response<Body> {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

/// The path in an address: `/data` of `https://example.org/data`.
pub(super) fn path_of(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.find('/').map_or("", |at| &host[at..])
}
