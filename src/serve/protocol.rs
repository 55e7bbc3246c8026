use super::router::reply;
use super::{Server, negotiate};
use crate::query::{Answer, QueryError, Question};
use axum::body::{Body, Bytes};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Response, header};
use oxigraph::model::NamedNode;
use std::sync::Arc;

const TEXT: &str = "text/plain; charset=utf-8";

/// A request of the SPARQL 1.1 Protocol.
#[derive(Debug, Default)]
struct Request {
    query: String,
    default_graphs: Vec<NamedNode>,
    named_graphs: Vec<NamedNode>,
}

/// A request that is refused: status and reason.
type Refusal = (u16, String);

pub(super) async fn get(
    State(server): State<Arc<Server>>,
    RawQuery(parameters): RawQuery,
    headers: HeaderMap,
) -> Response<Body> {
    let request = from_parameters(parameters.unwrap_or_default().as_bytes());
    answer(server, request, &headers).await
}

pub(super) async fn post(
    State(server): State<Arc<Server>>,
    RawQuery(parameters): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let content_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (kind, rest) = content_type.split_once(';').unwrap_or((content_type, ""));
    let charset = rest.split(';').find_map(|part| part.trim().strip_prefix("charset="));
    let request = match kind.trim().to_ascii_lowercase().as_str() {
        _ if charset.is_some_and(|charset| !charset.trim_matches('"').eq_ignore_ascii_case("utf-8")) => {
            Err((415, "send the query in UTF-8".to_owned()))
        }
        "application/x-www-form-urlencoded" => from_parameters(&body),
        "application/sparql-query" => from_query(&body, parameters.unwrap_or_default().as_bytes()),
        "application/sparql-update" => Err(read_only()),
        _ => Err((
            415,
            "send the query as application/sparql-query or application/x-www-form-urlencoded".to_owned(),
        )),
    };
    answer(server, request, &headers).await
}

/// What a browser asks before a script of another site may ask.
pub(super) async fn options() -> Response<Body> {
    let mut response = open(reply(204, TEXT, Vec::new()));
    let headers = response.headers_mut();
    headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, POST, OPTIONS"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST, OPTIONS"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type, accept"));
    response
}

fn from_parameters(encoded: &[u8]) -> Result<Request, Refusal> {
    let (mut request, mut queries) = (Request::default(), 0);
    for (name, value) in form_urlencoded::parse(encoded) {
        match &*name {
            "query" => {
                queries += 1;
                request.query = value.into_owned();
            }
            "default-graph-uri" => request.default_graphs.push(graph(&value)?),
            "named-graph-uri" => request.named_graphs.push(graph(&value)?),
            "update" | "using-graph-uri" | "using-named-graph-uri" => return Err(read_only()),
            _ => {}
        }
    }
    match queries {
        1 => Ok(request),
        0 => Err((400, "no query: give it in the parameter query".to_owned())),
        _ => Err((400, "more than one query; give one".to_owned())),
    }
}

fn from_query(body: &[u8], parameters: &[u8]) -> Result<Request, Refusal> {
    let query = std::str::from_utf8(body).map_err(|_| (400, "the query is not UTF-8".to_owned()))?;
    let mut request = Request { query: query.to_owned(), ..Request::default() };
    for (name, value) in form_urlencoded::parse(parameters) {
        match &*name {
            "default-graph-uri" => request.default_graphs.push(graph(&value)?),
            "named-graph-uri" => request.named_graphs.push(graph(&value)?),
            "query" => {
                return Err((400, "a query in the body and another in the address; give one".to_owned()));
            }
            "update" => return Err(read_only()),
            _ => {}
        }
    }
    Ok(request)
}

fn graph(iri: &str) -> Result<NamedNode, Refusal> {
    NamedNode::new(iri).map_err(|error| (400, format!("{iri}: no IRI of a graph: {error}")))
}

fn read_only() -> Refusal {
    (403, "this endpoint is read-only; change the reports and build the graph again".to_owned())
}

async fn answer(
    server: Arc<Server>,
    request: Result<Request, Refusal>,
    headers: &HeaderMap,
) -> Response<Body> {
    let accept: Vec<&str> = headers.get_all(header::ACCEPT).iter().filter_map(|v| v.to_str().ok()).collect();
    let accept = (!accept.is_empty()).then(|| accept.join(","));
    let answered = match request {
        Ok(request) => tokio::task::spawn_blocking(move || evaluate(&server, request, accept.as_deref()))
            .await
            .unwrap_or_else(|_| Err((500, "the query could not be answered".to_owned()))),
        Err(refusal) => Err(refusal),
    };
    open(match answered {
        Ok((media_type, body)) => reply(200, media_type, body),
        Err((status, reason)) => reply(status, TEXT, format!("{reason}\n").into_bytes()),
    })
}

fn evaluate(
    server: &Server,
    request: Request,
    accept: Option<&str>,
) -> Result<(&'static str, Vec<u8>), Refusal> {
    let refused = |error: QueryError| match error {
        QueryError::Syntax(_) | QueryError::Nested(_) => (400, error.to_string()),
        QueryError::Timeout(_) => (503, error.to_string()),
        _ => (500, error.to_string()),
    };
    let mut question = Question::parse(&request.query).map_err(refused)?;
    if !request.default_graphs.is_empty() || !request.named_graphs.is_empty() {
        question.set_graphs(request.default_graphs, request.named_graphs);
    }
    let triples =
        matches!(question.query(), spargebra::Query::Construct { .. } | spargebra::Query::Describe { .. });
    let offers = if triples { negotiate::TRIPLES } else { negotiate::ROWS };
    let (format, media_type) = negotiate::choose(accept, offers).ok_or_else(|| {
        let known: Vec<&str> = offers.iter().map(|(_, media_type)| *media_type).collect();
        (
            406,
            format!("nothing that the Accept header allows; this query is answered as {}", known.join(", ")),
        )
    })?;
    let answer: Answer = question.ask(&server.memory, server.timeout).map_err(refused)?;
    let mut body = Vec::new();
    answer.write(Some(format), &mut body).map_err(refused)?;
    Ok((media_type, body))
}

/// Lets scripts of any site read the answer: there is nothing here but public data.
fn open(mut response: Response<Body>) -> Response<Body> {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    response
}
