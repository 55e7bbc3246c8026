//! What the server says of itself and of its data: the service description at `/sparql` and `/.well-known/void`, and
//! the schema card at `/schema`.

use super::app::{App, Shared};
use super::coding::Coding;
use super::layout::{self, HTML};
use super::negotiate::Offer;
use super::offers::TRIPLES;
use super::{Asked, Finished, Problem, rdf};
use crate::describe::{self, Card, Service};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::Response;
use axum::routing::get;
use maud::html;
use oxigraph::io::RdfFormat;
use oxigraph::model::{GraphName, NamedNode};
use std::sync::LazyLock;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/.well-known/void", get(void))
        .route("/schema", get(schema))
        .route("/schema.md", get(schema))
}

/// Triples, and for people the same as Turtle on a page.
static DESCRIPTION: LazyLock<Vec<Offer<Option<RdfFormat>>>> = LazyLock::new(|| {
    let triples = TRIPLES.iter().map(|offer| Offer::new(offer.name, offer.media_type, Some(offer.form)));
    triples.chain([Offer::new("html", HTML, None)]).collect()
});

/// What `/sparql` answers when it is asked no query: the service, and all that is known of its data set.
pub(super) fn show(app: &App, asked: &Asked) -> Result<Response<Body>, Problem> {
    let offer = asked.choose(&DESCRIPTION)?;
    let snapshot = app.snapshot();
    let tag = snapshot.tag(&[
        b"description",
        offer.media_type.as_bytes(),
        asked.home.as_bytes(),
        asked.reader.key().as_bytes(),
    ]);
    if let Some(unchanged) = asked.unchanged(&tag) {
        return Ok(unchanged);
    }
    let address = |path: &str| {
        NamedNode::new(format!("{}{path}", asked.home))
            .map_err(|error| Problem::new(400, "host").detail(format!("{}: no address: {error}", asked.home)))
    };
    let service = Service {
        endpoint: address("/sparql")?,
        downloads: address("/store")?,
        federated: !app.access.services.is_empty(),
    };
    let mut quads = describe::service(&service, &snapshot.about.base);
    quads.extend(snapshot.about.description.iter().cloned());
    for quad in &mut quads {
        quad.graph_name = GraphName::DefaultGraph;
    }
    let form = offer.form.unwrap_or(RdfFormat::Turtle);
    let finished = rdf::finished(quads, &Offer::new(offer.name, offer.media_type, form))?;
    if offer.form.is_some() {
        return Ok(asked.reply(&finished.tagged(tag)));
    }
    let turtle = finished.bytes(Coding::Plain).1;
    let body = html! { pre tabindex="0" lang="en" { (String::from_utf8_lossy(&turtle)) } };
    let page = layout::page("服务与数据集 Service", asked, &body);
    Ok(layout::guarded(asked.reply(&Finished::new(HTML, page).tagged(tag))))
}

async fn void(State(app): State<Shared>, asked: Asked) -> Result<Response<Body>, Problem> {
    show(&app, &asked)
}

/// The card: Markdown for programs, the same on a page for browsers.
const CARD: &[Offer<bool>] = &[
    Offer::new("md", "text/markdown; charset=utf-8", false),
    Offer::new("html", HTML, true),
    Offer::new("text", "text/plain; charset=utf-8", false),
];

async fn schema(State(app): State<Shared>, asked: Asked) -> Result<Response<Body>, Problem> {
    let offer = asked.choose(CARD)?;
    let snapshot = app.snapshot();
    let tag = snapshot.tag(&[
        b"schema",
        offer.media_type.as_bytes(),
        asked.home.as_bytes(),
        asked.reader.key().as_bytes(),
    ]);
    if let Some(unchanged) = asked.unchanged(&tag) {
        return Ok(unchanged);
    }
    let card = Card::of(&app.ontology).with_counts(&snapshot.about.statistics).markdown();
    if !offer.form {
        return Ok(asked.reply(&Finished::new(offer.media_type, card).tagged(tag)));
    }
    let body = html! { pre tabindex="0" lang="en" { (card) } };
    let page = layout::page("图谱结构 Schema", &asked, &body);
    Ok(layout::guarded(asked.reply(&Finished::new(HTML, page).tagged(tag))))
}
