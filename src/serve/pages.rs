//! The site over HTTP: the first page, lists, search, comparisons, the query editor, and the files that they load.
//! Pages about things are answered at the paths of the things, see [`super::thing`].

use super::app::{App, Shared};
use super::layout::{self, HTML};
use super::negotiate::Offer;
use super::turn::{self, Turn};
use super::{Asked, Finished, Problem, Snapshot, rdf, thing};
use crate::describe;
use crate::export::{Content, Exporter, Turtle, sorted};
use crate::query::{Answer, Question};
use crate::site::{self, Asking, Failure, Narrowed, Statements, View};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Response, StatusCode, Uri, header};
use axum::routing::get;
use oxigraph::io::{JsonLdProfileSet, RdfFormat};
use oxigraph::model::{NamedNode, Quad};
use std::sync::Arc;

/// Statements that lead to a thing and are shown.
const INCOMING: usize = 50;
/// Rows that a query on a page is asked for.
const ROWS: usize = 1001;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(home))
        .route("/search", get(search))
        .route("/compare", get(compare))
        .route("/figures", get(figures))
        .route("/programs", get(programs))
        .route("/documents", get(documents))
        .route("/regions", get(regions))
        .route("/indicators", get(indicators))
        .route("/query", get(query))
        .route("/describe", get(lead))
        .route("/completions.json", get(completions))
        .route("/site.css", get(style))
        .route("/site.js", get(script))
        .route("/icon.svg", get(icon))
}

/// What the pages of a request are made with.
fn view<'a>(snapshot: &'a Snapshot, asked: &'a Asked) -> View<'a> {
    View {
        frame: asked.reader.frame(layout::path_of(&asked.home)),
        catalogue: &snapshot.site.catalogue,
        base: &snapshot.about.base,
        local: thing::local,
    }
}

/// A page that follows from the graph and the address alone: made once, then kept.
pub(super) fn kept(
    app: &App,
    snapshot: &Snapshot,
    asked: &Asked,
    media_type: &'static str,
    make: impl FnOnce(&View<'_>) -> Vec<u8>,
) -> Response<Body> {
    let key = asked.reader.key();
    let tag = snapshot.tag(&[b"page", media_type.as_bytes(), key.as_bytes(), asked.home.as_bytes()]);
    if let Some(unchanged) = asked.unchanged(&tag) {
        return layout::guarded(unchanged);
    }
    let finished = app.cache.get(&tag).unwrap_or_else(|| {
        let finished = Arc::new(Finished::new(media_type, make(&view(snapshot, asked))).tagged(tag));
        app.cache.keep(&finished);
        finished
    });
    layout::guarded(asked.reply(&finished))
}

fn page(app: &App, asked: &Asked, make: impl FnOnce(&View<'_>) -> String) -> Response<Body> {
    kept(app, &app.snapshot(), asked, HTML, |view| make(view).into_bytes())
}

async fn home(State(app): State<Shared>, asked: Asked, uri: Uri) -> Response<Body> {
    // Words to search for belong to the search, whichever page they are sent to.
    if let Some(query) = uri.query().filter(|_| asked.reader.value("q").is_some())
        && let Some(response) = elsewhere(&format!("{}/search?{query}", layout::path_of(&asked.home)))
    {
        return response;
    }
    page(&app, &asked, site::home)
}

/// Leads to another address of this server.
fn elsewhere(target: &str) -> Option<Response<Body>> {
    // Two slashes would lead to another server.
    let target = HeaderValue::from_str(target).ok()?;
    let own = target.as_bytes().starts_with(b"/") && !target.as_bytes().starts_with(b"//");
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(header::LOCATION, target);
    own.then_some(response)
}

/// What the things found can be had as.
const FOUND: &[Offer<Form>] = &[
    Offer::new("html", HTML, Form::Page),
    Offer::new("csv", CSV, Form::Csv),
    Offer::new("turtle", "text/turtle; charset=utf-8", Form::Rdf(RdfFormat::Turtle)),
    Offer::new(
        "jsonld",
        "application/ld+json",
        Form::Rdf(RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }),
    ),
];

async fn search(State(app): State<Shared>, asked: Asked) -> Result<Response<Body>, Problem> {
    let offer = asked.choose(FOUND)?;
    let words = asked.reader.value("q").unwrap_or_default();
    let snapshot = app.snapshot();
    if let Form::Rdf(format) = offer.form {
        let found = snapshot.site.catalogue.search(words, site::MOST_FOUND).into_iter();
        let nodes = found.filter_map(|hit| NamedNode::new(&**hit.iri).ok());
        let quads = nodes.flat_map(|node| describe::thing(node.as_ref(), &snapshot.memory)).collect();
        return Ok(asked.reply(&rdf::finished(quads, &Offer::new(offer.name, offer.media_type, format))?));
    }
    Ok(kept(&app, &snapshot, &asked, offer.media_type, |view| match offer.form {
        Form::Csv => site::search_csv(words, view.catalogue),
        _ => site::search(words, view).into_bytes(),
    }))
}

/// What figures can be had as.
#[derive(Debug, Clone, Copy)]
enum Form {
    Page,
    Csv,
    Json,
    Rdf(RdfFormat),
}

const CSV: &str = "text/csv; charset=utf-8";
const COMPARISONS: &[Offer<Form>] = &[
    Offer::new("html", HTML, Form::Page),
    Offer::new("csv", CSV, Form::Csv),
    Offer::new("json", "application/json", Form::Json),
];
const LISTS: &[Offer<Form>] = &[Offer::new("html", HTML, Form::Page), Offer::new("csv", CSV, Form::Csv)];

async fn compare(State(app): State<Shared>, asked: Asked) -> Result<Response<Body>, Problem> {
    let offer = asked.choose(COMPARISONS)?;
    let wanted = asked.reader.value("indicator").unwrap_or_default();
    let snapshot = app.snapshot();
    let catalogue = &snapshot.site.catalogue;
    let data = match offer.form {
        Form::Page | Form::Rdf(_) => {
            let year = asked.reader.value("year");
            return Ok(page(&app, &asked, |view| site::compare(wanted, year, view)));
        }
        Form::Csv => site::compare_csv(wanted, catalogue),
        Form::Json => site::compare_json(wanted, catalogue),
    };
    let data = data.ok_or_else(|| {
        let near = catalogue.nearest_indicator(wanted).filter(|name| *name != wanted);
        let near = near.map(|name| format!(" (did you mean {name}?)")).unwrap_or_default();
        Problem::new(404, "unknown-indicator")
            .detail(format!("{wanted}: no indicator or several are called so{near}; /indicators lists them"))
    })?;
    Ok(kept(&app, &snapshot, &asked, offer.media_type, |_| data))
}

fn narrowed(asked: &Asked) -> Narrowed {
    let value = |name| asked.reader.value(name).map(str::to_owned);
    Narrowed {
        region: value("region"),
        document: value("document"),
        indicator: value("indicator"),
        program: value("program"),
        iri: value("iri"),
        year: asked.reader.number("year"),
        page: asked.reader.number("page").unwrap_or(1),
    }
}

async fn figures(State(app): State<Shared>, asked: Asked) -> Result<Response<Body>, Problem> {
    let offer = asked.choose(LISTS)?;
    let narrowed = narrowed(&asked);
    Ok(kept(&app, &app.snapshot(), &asked, offer.media_type, |view| match offer.form {
        Form::Page | Form::Json | Form::Rdf(_) => site::figures(&narrowed, view).into_bytes(),
        Form::Csv => site::figures_csv(&narrowed, view.catalogue),
    }))
}

async fn programs(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    let narrowed = narrowed(&asked);
    page(&app, &asked, |view| site::programs(&narrowed, view))
}

async fn documents(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    page(&app, &asked, |view| site::documents(narrowed(&asked).page, view))
}

async fn regions(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    page(&app, &asked, |view| site::regions(narrowed(&asked).page, view))
}

async fn indicators(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    page(&app, &asked, |view| site::indicators(narrowed(&asked).page, view))
}

/// The page about a thing.
pub(super) fn about(
    app: &App,
    snapshot: &Snapshot,
    asked: &Asked,
    node: &NamedNode,
    quads: &[Quad],
) -> Response<Body> {
    kept(app, snapshot, asked, HTML, |view| {
        let statistics = &snapshot.about.statistics;
        let page = |told: &Statements<'_>| snapshot.site.thing(node.as_str(), told, statistics, view);
        told(snapshot, asked, node, quads, page).into_bytes()
    })
}

/// Leads to the table of a thing: the CSV that its page names.
pub(super) fn table(
    snapshot: &Snapshot,
    asked: &Asked,
    node: &NamedNode,
    quads: &[Quad],
) -> Result<Response<Body>, Problem> {
    let (statistics, view) = (&snapshot.about.statistics, view(snapshot, asked));
    let named = |told: &Statements<'_>| snapshot.site.table(node.as_str(), told, statistics, &view);
    let address = told(snapshot, asked, node, quads, named);
    let missing = || Problem::new(404, "no-table").detail(format!("{node}: there is no table of it"));
    address.as_deref().and_then(elsewhere).ok_or_else(missing)
}

/// Hands on what the graph says of a thing.
fn told<T>(
    snapshot: &Snapshot,
    asked: &Asked,
    node: &NamedNode,
    quads: &[Quad],
    make: impl FnOnce(&Statements<'_>) -> T,
) -> T {
    let own: Vec<Quad> = sorted(quads).into_iter().cloned().collect();
    let (leading, more) = describe::incoming(node.as_ref(), INCOMING, &snapshot.memory);
    make(&Statements {
        own: &own,
        leading: &leading,
        more,
        turtle: &turtle(quads.to_vec()),
        page: asked.reader.number("part").or_else(|| asked.reader.number("page")).unwrap_or(1),
        year: asked.reader.value("year"),
    })
}

/// The page of the ontology.
pub(super) fn ontology(app: &App, asked: &Asked) -> Response<Body> {
    let snapshot = app.snapshot();
    let statistics = &snapshot.about.statistics;
    kept(app, &snapshot, asked, HTML, |view| snapshot.site.ontology(statistics, view).into_bytes())
}

/// Leads to the table of the ontology.
pub(super) fn ontology_table(app: &App, asked: &Asked) -> Result<Response<Body>, Problem> {
    let snapshot = app.snapshot();
    let address = snapshot.site.ontology_table(&snapshot.about.statistics, &view(&snapshot, asked));
    let missing = || Problem::new(404, "no-table").detail("there is no table of the ontology");
    address.as_deref().and_then(elsewhere).ok_or_else(missing)
}

fn turtle(quads: Vec<Quad>) -> String {
    let mut body = Vec::new();
    // Writing to memory cannot fail.
    let _ = Turtle::default().write(&Content { quads, facts: Vec::new() }, &mut body);
    String::from_utf8_lossy(&body).into_owned()
}

/// Leads from an IRI to its page: for scripts, which do not know where things stand.
async fn lead(State(app): State<Shared>, asked: Asked) -> Result<Response<Body>, Problem> {
    let iri = asked.reader.value("iri").unwrap_or_default();
    let snapshot = app.snapshot();
    let unknown = || Problem::new(404, "unknown-thing").detail(format!("{iri}: nothing on this server"));
    let node = NamedNode::new(iri).map_err(|_| unknown())?;
    let target = thing::link(&node, &snapshot, layout::path_of(&asked.home));
    elsewhere(&thing::encoded(&target)).ok_or_else(unknown)
}

/// The query editor; with an answer when the address has a query, for those without script.
async fn query(State(app): State<Shared>, asked: Asked) -> Result<Response<Body>, Problem> {
    let text = asked.reader.value("query").map(str::to_owned);
    let Some(text) = text else {
        return Ok(page(&app, &asked, |view| {
            site::query(&Asking { text: None, answer: None, turtle: "", saved: &app.saved }, view)
        }));
    };
    let (work, asked, snapshot) = (app.clone(), asked.clone(), app.snapshot());
    let (tried, shown) = (text.clone(), snapshot.clone());
    let answer = turn::take(&app, move |turn, say| say(Ok(evaluate(&tried, &shown, turn)))).await;
    let answer = answer.unwrap_or_else(|problem| Err(problem.into()));
    let triples = match &answer {
        Ok(Answer::Triples(quads)) => turtle(quads.clone()),
        _ => String::new(),
    };
    let asking = Asking {
        text: Some(&text),
        answer: Some(answer.as_ref().map_err(Clone::clone)),
        turtle: &triples,
        saved: &work.saved,
    };
    let body = site::query(&asking, &view(&snapshot, &asked));
    Ok(layout::guarded(asked.reply(&Finished::new(HTML, body))))
}

fn evaluate(text: &str, snapshot: &Snapshot, turn: &Turn) -> Result<Answer, Failure> {
    let mut question = Question::parse(text).map_err(Problem::from)?;
    question.slice(0, ROWS);
    Ok(question.answer(&snapshot.memory, turn.evaluator(&question)?).map_err(Problem::from)?)
}

async fn completions(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    let snapshot = app.snapshot();
    kept(&app, &snapshot, &asked, "application/json", |_| snapshot.site.completions().into())
}

async fn style(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    file(&app, &asked, "text/css; charset=utf-8", site::STYLE)
}

async fn script(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    file(&app, &asked, "text/javascript; charset=utf-8", site::SCRIPT)
}

async fn icon(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    file(&app, &asked, "image/svg+xml", site::ICON)
}

/// A file that only another program changes.
fn file(app: &App, asked: &Asked, media_type: &'static str, text: &'static str) -> Response<Body> {
    let tag = app.snapshot().tag(&[b"file", text.as_bytes()]);
    asked.reply(&Finished::new(media_type, text).tagged(tag))
}
