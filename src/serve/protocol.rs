//! The query operation of the SPARQL 1.1 Protocol, at `/sparql`.

use super::app::Shared;
use super::negotiate::essence;
use super::{Asked, Problem, description, evaluate};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, Response, header};
use axum::routing::get;
use oxigraph::model::NamedNode;

/// A query with the graphs to ask it of.
#[derive(Debug, Default)]
pub(super) struct Query {
    pub(super) text: String,
    pub(super) default_graphs: Vec<NamedNode>,
    pub(super) named_graphs: Vec<NamedNode>,
    /// The `format` parameter of a form.
    pub(super) format: Option<String>,
}

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/sparql", get(by_get).post(by_post).fallback(by_query))
}

async fn by_get(
    State(app): State<Shared>,
    mut asked: Asked,
    request: Request,
) -> Result<Response<Body>, Problem> {
    let parameters = request.uri().query().unwrap_or_default();
    if form_urlencoded::parse(parameters.as_bytes()).all(|(name, _)| name == "format") {
        return description::show(&app, &asked);
    }
    let query = from_parameters(parameters.as_bytes())?;
    asked.format = asked.format.or(query.format.clone());
    evaluate::answer(app, asked, query).await
}

async fn by_post(
    State(app): State<Shared>,
    mut asked: Asked,
    request: Request,
) -> Result<Response<Body>, Problem> {
    let (head, body) = request.into_parts();
    let form = kind(&head.headers)?;
    let body = read(&app, &head.headers, body).await?;
    let parameters = head.uri.query().unwrap_or_default().as_bytes();
    let query = if form { from_form(&body, parameters)? } else { from_query(&body, parameters)? };
    asked.format = query.format.clone().or(asked.format);
    evaluate::answer(app, asked, query).await
}

/// The method QUERY is a POST that may be repeated.
async fn by_query(state: State<Shared>, asked: Asked, request: Request) -> Result<Response<Body>, Problem> {
    if request.method() == Method::from_bytes(b"QUERY").unwrap_or_default() {
        return by_post(state, asked, request).await;
    }
    Err(Problem::new(405, "method").detail("queries are asked by GET or POST"))
}

/// Whether a body is a form; otherwise it is a query as it stands.
fn kind(headers: &HeaderMap) -> Result<bool, Problem> {
    let content_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let charset = content_type.split(';').skip(1).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
    });
    if charset.is_some_and(|charset| !charset.eq_ignore_ascii_case("utf-8")) {
        return Err(Problem::new(415, "charset").detail("send the query in UTF-8"));
    }
    if headers.get(header::CONTENT_ENCODING).is_some_and(|coding| coding != "identity") {
        return Err(Problem::new(415, "coding").detail("send the query uncompressed"));
    }
    match essence(content_type).to_ascii_lowercase().as_str() {
        "application/x-www-form-urlencoded" => Ok(true),
        "application/sparql-query" => Ok(false),
        "application/sparql-update" => Err(read_only()),
        _ => Err(Problem::new(415, "media-type")
            .detail("send the query as application/sparql-query or application/x-www-form-urlencoded")),
    }
}

/// The body of a request, as far as it may go and within the time that it may take.
async fn read(app: &Shared, headers: &HeaderMap, body: Body) -> Result<Bytes, Problem> {
    let limit = app.limits.request;
    let too_large = || {
        Problem::new(413, "too-large")
            .detail(format!("a query may have {limit} bytes, form and all; this has more"))
    };
    let length =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > limit as u64) {
        return Err(too_large());
    }
    match tokio::time::timeout(app.limits.patience, axum::body::to_bytes(body, limit)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => {
            let limited =
                std::error::Error::source(&error).is_some_and(|cause| cause.to_string().contains("limit"));
            Err(if limited { too_large() } else { Problem::new(400, "body").detail("the body broke off") })
        }
        Err(_) => Err(Problem::new(408, "slow").detail("the body came too slowly")),
    }
}

fn from_parameters(encoded: &[u8]) -> Result<Query, Problem> {
    let (mut request, mut queries) = (Query::default(), 0);
    for (name, value) in pairs(encoded)? {
        match &*name {
            "query" => {
                queries += 1;
                request.text = value;
            }
            _ => request.take(&name, value)?,
        }
    }
    match queries {
        1 => Ok(request),
        0 => Err(Problem::new(400, "no-query").detail("no query: give it in the parameter query")),
        _ => Err(Problem::new(400, "two-queries").detail("more than one query; give one")),
    }
}

/// A form; the graphs may stand in the address too.
fn from_form(body: &[u8], parameters: &[u8]) -> Result<Query, Problem> {
    let mut request = from_parameters(body)?;
    for (name, value) in pairs(parameters)? {
        match &*name {
            "query" => return Err(twice()),
            _ => request.take(&name, value)?,
        }
    }
    Ok(request)
}

fn from_query(body: &[u8], parameters: &[u8]) -> Result<Query, Problem> {
    let text = std::str::from_utf8(body).map_err(|error| {
        Problem::new(400, "utf-8").detail(format!("the query is not UTF-8 at byte {}", error.valid_up_to()))
    })?;
    let mut request = Query { text: text.to_owned(), ..Query::default() };
    for (name, value) in pairs(parameters)? {
        match &*name {
            "query" => return Err(twice()),
            _ => request.take(&name, value)?,
        }
    }
    Ok(request)
}

impl Query {
    fn take(&mut self, name: &str, value: String) -> Result<(), Problem> {
        match name {
            "default-graph-uri" => self.default_graphs.push(graph(&value)?),
            "named-graph-uri" => self.named_graphs.push(graph(&value)?),
            // Clients send several: a name first, then media types.
            "format" => self.format = self.format.take().or(Some(value)),
            "update" | "using-graph-uri" | "using-named-graph-uri" => return Err(read_only()),
            _ => {}
        }
        Ok(())
    }
}

/// The pairs of a form; its escapes must be UTF-8.
fn pairs(encoded: &[u8]) -> Result<Vec<(String, String)>, Problem> {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(encoded)
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    // What is not UTF-8 would be asked as something else than was meant.
    let lost = |text: &str| text.contains(char::REPLACEMENT_CHARACTER);
    let meant = || {
        let written = percent_encoding::percent_decode(encoded).decode_utf8();
        written.is_ok()
    };
    if pairs.iter().any(|(name, value)| lost(name) || lost(value)) && !meant() {
        return Err(Problem::new(400, "utf-8").detail("the parameters are not percent-encoded UTF-8"));
    }
    Ok(pairs)
}

pub(super) fn graph(iri: &str) -> Result<NamedNode, Problem> {
    NamedNode::new(iri)
        .map_err(|error| Problem::new(400, "graph").detail(format!("{iri}: no IRI of a graph: {error}")))
}

fn twice() -> Problem {
    Problem::new(400, "two-queries").detail("a query in the body and another in the address; give one")
}

pub(super) fn read_only() -> Problem {
    Problem::new(403, "read-only")
        .detail("this endpoint is read-only; change the reports and build the graph again")
}
