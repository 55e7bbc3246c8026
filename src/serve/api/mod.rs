//! Saved queries as a REST interface: each one at `/api/{name}`, all of them described in `/openapi.json` and, for
//! people, at `/api`.

mod openapi;
mod page;
mod paging;
mod table;

use super::app::Shared;
use super::layout::{self, HTML};
use super::negotiate::{Offer, essence};
use super::offers::TRIPLES;
use super::turn::{self, Turn};
use super::{App, Asked, Finished, Problem, Snapshot, rdf};
use crate::query::{Answer, ResultFormat, Saved};
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::Response;
use axum::routing::get;
use paging::Paging;
use std::sync::Arc;

/// What rows are written as; none is a page.
type Form = Option<ResultFormat>;

const ROWS: &[Offer<Form>] = &[
    Offer::new("json", "application/sparql-results+json", Some(ResultFormat::Json)),
    Offer::new("html", HTML, None),
    Offer::new("csv", "text/csv; charset=utf-8", Some(ResultFormat::Csv)),
    Offer::new("tsv", "text/tab-separated-values; charset=utf-8", Some(ResultFormat::Tsv)),
    Offer::new("xml", "application/sparql-results+xml", Some(ResultFormat::Xml)),
    Offer::new("json", "application/json", Some(ResultFormat::Json)),
    Offer::new("xml", "application/xml", Some(ResultFormat::Xml)),
    Offer::new("xml", "text/xml; charset=utf-8", Some(ResultFormat::Xml)),
];

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/api", get(index))
        .route("/api/{name}", get(ask))
        .route("/openapi.json", get(description))
}

async fn index(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    let page = page::show(&app.saved, &asked);
    layout::guarded(asked.reply(&Finished::new(HTML, page)))
}

async fn description(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    let document = openapi::document(&app.saved, &asked.home);
    let text = serde_json::to_string_pretty(&document).unwrap_or_default() + "\n";
    let tag = app.snapshot().tag(&[b"openapi", text.as_bytes()]);
    asked.reply(&Finished::new("application/json", text).tagged(tag))
}

async fn ask(
    State(app): State<Shared>,
    Path(name): Path<String>,
    RawQuery(parameters): RawQuery,
    asked: Asked,
) -> Result<Response<Body>, Problem> {
    let (saved, parameters) = (app.saved.find(&name)?.clone(), parameters.unwrap_or_default());
    let snapshot = app.snapshot();
    let media_type = if saved.gives_triples() {
        asked.choose(TRIPLES)?.media_type
    } else {
        asked.choose(ROWS)?.media_type
    };
    let (home, kind) = (asked.home.as_bytes(), media_type.as_bytes());
    let tag = snapshot.tag(&[
        b"api",
        saved.name.as_bytes(),
        parameters.as_bytes(),
        kind,
        home,
        asked.reader.language.code().as_bytes(),
    ]);
    if let Some(unchanged) = asked.unchanged(&tag) {
        return Ok(unchanged);
    }
    let finished = if let Some(finished) = app.cache.get(&tag) {
        app.metrics.cached.inc();
        finished
    } else {
        let (work, asked) = (app.clone(), asked.clone());
        let finished = turn::take(&app, move |turn, say| {
            say(answer(&work, &saved, &parameters, &asked, &snapshot, turn)
                .map(|(finished, steady)| Arc::new(if steady { finished.tagged(tag) } else { finished })));
        });
        let finished = finished.await?;
        app.cache.keep(&finished);
        finished
    };
    Ok(layout::guarded(asked.reply(&finished)))
}

/// The answer, and whether it will be the same the next time.
fn answer(
    app: &App,
    saved: &Saved,
    parameters: &str,
    asked: &Asked,
    snapshot: &Snapshot,
    turn: &Turn,
) -> Result<(Finished, bool), Problem> {
    let (paging, values) = paging::read(parameters)?;
    let mut question = saved.with(&values, &app.ontology, &snapshot.memory)?;
    // One row more than is shown tells whether there is a next page; of triples nothing can be left out.
    let rows = if saved.gives_triples() { paging.limit } else { paging.limit + 1 };
    question.slice(paging.offset, rows);
    let mut answer = question.answer(&snapshot.memory, turn.evaluator(&question)?)?;
    let (finished, more) = if saved.gives_triples() {
        let Answer::Triples(quads) = answer else { return Err(unexpected()) };
        (rdf::finished(quads, asked.choose(TRIPLES)?)?, false)
    } else {
        let more = paging.cut(&mut answer);
        let offer = asked.choose(ROWS)?;
        let finished = if let Some(format) = offer.form {
            let mut body = Vec::new();
            answer.write(Some(format), &mut body)?;
            Finished::new(offer.media_type, body)
        } else {
            let view = table::View { saved, values: &values, snapshot, paging, more };
            Finished::new(HTML, view.page(&answer, asked))
        };
        (finished, more)
    };
    Ok((finished.linked(links(saved, &values, asked, paging, more)), question.is_steady()))
}

fn unexpected() -> Problem {
    Problem::new(500, "evaluation").detail("the query did not answer with triples")
}

/// The pages beside this one, and where the query is described.
fn links(saved: &Saved, values: &[(String, String)], asked: &Asked, paging: Paging, more: bool) -> String {
    let format = asked.format.as_deref();
    let address = |offset| format!("{}{}", asked.home, paging.address(&saved.name, values, format, offset));
    let mut links = Vec::new();
    if more {
        links.push(format!("<{}>; rel=\"next\"", address(paging.offset + paging.limit)));
    }
    if paging.offset > 0 {
        links.push(format!("<{}>; rel=\"prev\"", address(paging.offset.saturating_sub(paging.limit))));
        links.push(format!("<{}>; rel=\"first\"", address(0)));
    }
    let openapi = essence("application/json");
    links.push(format!("<{}/openapi.json>; rel=\"service-desc\"; type=\"{openapi}\"", asked.home));
    links.join(", ")
}
