use super::layout;
use super::negotiate::{Offer, preferred};
use crate::query::QueryError;
use crate::site::{self, Failure, Frame};
use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use serde::Serialize;

/// Why a request is refused or failed, after RFC 9457: every error of the server has this one shape.
#[derive(Debug, Clone)]
pub(super) struct Problem(Box<Fields>);

#[derive(Debug, Clone, Serialize)]
struct Fields {
    /// Which sort of problem, as an IRI.
    #[serde(rename = "type")]
    kind: String,
    title: &'static str,
    status: u16,
    detail: String,
    /// Line and column of a mistake in a query, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    /// What may have been meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    /// Seconds after which it is worth trying again.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
}

#[derive(Debug, Clone, Copy)]
enum Form {
    Json,
    Page,
    Text,
}

/// JSON unless something else is liked better; an Accept header for RDF or rows gets JSON too.
const FORMS: &[Offer<Form>] = &[
    Offer::new("json", "application/problem+json", Form::Json),
    Offer::new("json", "application/json", Form::Json),
    Offer::new("html", "text/html; charset=utf-8", Form::Page),
    Offer::new("text", "text/plain; charset=utf-8", Form::Text),
];

impl Problem {
    /// A problem of a sort, named by a word; say more with [`Problem::detail`].
    pub(super) fn new(status: u16, kind: &str) -> Self {
        let title = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
        Self(Box::new(Fields {
            kind: format!("urn:cetu:problem:{kind}"),
            title: title.unwrap_or("Error"),
            status,
            detail: String::new(),
            line: None,
            column: None,
            hint: None,
            retry_after: None,
        }))
    }

    /// What happened and what to do about it.
    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = detail.into();
        self
    }

    /// When to try again.
    pub(super) fn retry_after(mut self, seconds: u64) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    /// Where in a query the mistake is, and what may have been meant.
    fn at(mut self, at: Option<(usize, usize)>, hint: Option<String>) -> Self {
        (self.0.line, self.0.column) = at.unzip();
        self.0.hint = hint;
        self
    }

    /// The answer that says so, in a form that the client can show.
    pub(super) fn render(&self, accept: Option<&str>, frame: &Frame<'_>) -> Response<Body> {
        let offer = preferred(accept, FORMS).unwrap_or(&FORMS[0]);
        let body = match offer.form {
            Form::Json => serde_json::to_string_pretty(&self.0).unwrap_or_default() + "\n",
            Form::Page => self.page(frame),
            Form::Text => self.text(),
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = StatusCode::from_u16(self.0.status).unwrap_or_default();
        let media_type =
            if matches!(offer.form, Form::Json) { FORMS[0].media_type } else { offer.media_type };
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if matches!(offer.form, Form::Page) {
            response = layout::guarded(response);
        }
        if let Some(seconds) = self.0.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }

    fn text(&self) -> String {
        let hint = self.0.hint.as_deref().map(|hint| format!("{hint}\n")).unwrap_or_default();
        format!("{} {}\n{}\n{hint}", self.0.status, self.0.title, self.0.detail)
    }

    fn page(&self, frame: &Frame<'_>) -> String {
        site::notice(self.0.status, self.0.title, &self.0.detail, self.0.hint.as_deref(), frame)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let Fields { detail, line, column, hint, .. } = *problem.0;
        Self { detail, at: line.zip(column), hint }
    }
}

impl From<QueryError> for Problem {
    fn from(error: QueryError) -> Self {
        let detail = error.to_string();
        match error {
            QueryError::Syntax(syntax) => Self::new(400, "syntax").detail(detail).at(syntax.at, syntax.hint),
            QueryError::Nested(_) => Self::new(400, "nested").detail(detail),
            QueryError::UnknownQuery { .. } => Self::new(404, "unknown-query").detail(detail),
            QueryError::UnknownParameter { .. } => Self::new(400, "unknown-parameter").detail(detail),
            QueryError::BadValue { .. } => Self::new(400, "bad-value").detail(detail),
            QueryError::Timeout(_) => Self::new(503, "timeout").detail(detail),
            QueryError::Format(_) => Self::new(406, "not-acceptable").detail(detail),
            QueryError::File { .. }
            | QueryError::Unreadable { .. }
            | QueryError::Evaluation(_)
            | QueryError::Io(_) => Self::new(500, "evaluation").detail(detail),
        }
    }
}

impl IntoResponse for Problem {
    /// Hands the problem to the gateway, which knows what the client accepts.
    fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::from_u16(self.0.status).unwrap_or_default();
        response.extensions_mut().insert(self);
        response
    }
}
