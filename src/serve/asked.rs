use super::app::Shared;
use super::coding::Coding;
use super::negotiate::{Offer, choose};
use super::reader::Reader;
use super::{Finished, Problem};
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use std::convert::Infallible;

/// How a request wants its answer, whatever it asks for.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// The Accept headers, joined.
    pub(super) accept: Option<String>,
    /// The `format` parameter of the address.
    pub(super) format: Option<String>,
    /// Where the server stands for this client, without a slash at its end: `http://127.0.0.1:7878`.
    pub(super) home: String,
    pub(super) coding: Coding,
    pub(super) reader: Reader,
    known: Option<String>,
}

impl Asked {
    /// The offer that the client likes best.
    pub(super) fn choose<'a, T>(&self, offers: &'a [Offer<T>]) -> Result<&'a Offer<T>, Problem> {
        choose(self.accept.as_deref(), self.format.as_deref(), offers)
    }

    /// The short answer for a client that holds what this tag stands for.
    pub(super) fn unchanged(&self, tag: &str) -> Option<Response<Body>> {
        let known = self.known.as_deref()?;
        // The tags of the compressed forms differ in their ends only.
        let ours = |held: &str| held.trim().trim_start_matches("W/").trim_matches('"').starts_with(tag);
        known.split(',').any(ours).then(|| {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            mark(response.headers_mut(), Some(tag), self.coding);
            response
        })
    }

    /// A finished answer, in the coding that the client likes best; 304 when the client holds it.
    pub(super) fn reply(&self, finished: &Finished) -> Response<Body> {
        if let Some(unchanged) = finished.tag().and_then(|tag| self.unchanged(tag)) {
            return unchanged;
        }
        let (coding, bytes) = finished.bytes(self.coding);
        let mut response = Response::new(Body::from(bytes));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(finished.media_type()));
        if let Some(links) = finished.links().and_then(|links| HeaderValue::from_str(links).ok()) {
            headers.insert(header::LINK, links);
        }
        super::notes::attach(headers, finished.notes());
        mark(headers, finished.tag(), coding);
        response
    }
}

impl FromRequestParts<Shared> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Infallible> {
        let headers = &parts.headers;
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        let format = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes())
            .find_map(|(name, value)| (name == "format").then(|| value.into_owned()));
        Ok(Self {
            reader: Reader::of(&parts.uri, headers),
            accept: joined(headers, &header::ACCEPT),
            format,
            home: app.access.url.clone().unwrap_or_else(|| format!("http://{host}")),
            coding: joined(headers, &header::ACCEPT_ENCODING)
                .map_or(Coding::Plain, |accepted| Coding::of(&accepted)),
            known: joined(headers, &header::IF_NONE_MATCH),
        })
    }
}

/// All values of a header in one.
pub(super) fn joined(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let values: Vec<&str> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
    (!values.is_empty()).then(|| values.join(","))
}

/// The headers that caches go by.
pub(super) fn mark(headers: &mut HeaderMap, tag: Option<&str>, coding: Coding) {
    if let Some(name) = coding.name() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    let tag = tag.map(|tag| format!("\"{tag}{}\"", coding.suffix()));
    if let Some(tag) = tag.and_then(|tag| HeaderValue::from_str(&tag).ok()) {
        headers.insert(header::ETAG, tag);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    } else {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
