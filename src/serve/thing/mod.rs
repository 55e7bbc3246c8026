//! Linked data: every IRI of the graph answers at its own path, wherever the server stands.
//!
//! A thing is not a document: its own path leads on (303) to a document about it, in the form that the client likes
//! best, whose path ends in `.ttl`, `.html` and so on. Graphs and the ontology are documents and answer themselves.

mod address;
mod link;

pub(super) use address::{encoded, local, segment};
pub(super) use link::{label, link};

use super::about::{is_graph, knows, named_graph};
use super::app::{App, Shared};
use super::layout::{self, HTML};
use super::negotiate::Offer;
use super::{Asked, Problem, Snapshot, pages, rdf};
use crate::describe;
use crate::ontology::{DEF, Ontology};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Response, StatusCode, Uri, header};
use axum::routing::get;
use oxigraph::io::{JsonLdProfileSet, RdfFormat};
use oxigraph::model::{NamedNode, Quad};

/// What a document is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Rdf(RdfFormat),
    Page,
    /// The table that the page names.
    Table,
}

const JSON_LD: RdfFormat = RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() };

/// Documents about a thing; the name is also the ending of the path.
const FORMS: &[Offer<Form>] = &[
    Offer::new("ttl", "text/turtle; charset=utf-8", Form::Rdf(RdfFormat::Turtle)),
    Offer::new("html", HTML, Form::Page),
    Offer::new("nt", "application/n-triples", Form::Rdf(RdfFormat::NTriples)),
    Offer::new("rdf", "application/rdf+xml", Form::Rdf(RdfFormat::RdfXml)),
    Offer::new("jsonld", "application/ld+json", Form::Rdf(JSON_LD)),
    Offer::new("csv", "text/csv; charset=utf-8", Form::Table),
    Offer::new("html", "application/xhtml+xml", Form::Page),
    Offer::new("jsonld", "application/json", Form::Rdf(JSON_LD)),
    Offer::new("turtle", "text/turtle; charset=utf-8", Form::Rdf(RdfFormat::Turtle)),
    Offer::new("ntriples", "application/n-triples", Form::Rdf(RdfFormat::NTriples)),
    Offer::new("rdfxml", "application/rdf+xml", Form::Rdf(RdfFormat::RdfXml)),
];

/// How many of them have an ending of their own.
const ENDINGS: usize = 6;

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/def", get(ontology)).route("/cetu/def", get(ontology)).route("/{*path}", get(thing))
}

/// The terms of the ontology are parts of one document.
async fn ontology(State(app): State<Shared>, asked: Asked, uri: Uri) -> Result<Response<Body>, Problem> {
    let form = asked.choose(FORMS)?;
    let Some(offer) = rdf_offer(form) else {
        let mut response = match form.form {
            Form::Table => pages::ontology_table(&app, &asked)?,
            _ => pages::ontology(&app, &asked),
        };
        name_forms(&mut response, &own_path(&asked, uri.path()), DEF.trim_end_matches('#'), Ending::Query);
        return Ok(response);
    };
    let finished = rdf::finished(terms(&app.ontology), &offer)?;
    let tag = app.snapshot().tag(&[b"def", form.media_type.as_bytes()]);
    let mut response = asked.reply(&finished.tagged(tag));
    name_forms(&mut response, &own_path(&asked, uri.path()), DEF.trim_end_matches('#'), Ending::Query);
    Ok(layout::guarded(response))
}

async fn thing(State(app): State<Shared>, asked: Asked, uri: Uri) -> Result<Response<Body>, Problem> {
    let snapshot = app.snapshot();
    let missing = || {
        let detail = "nothing here; SPARQL is answered at /sparql, saved queries at /api, things of the graph at the path of their IRI";
        Problem::new(404, "not-found").detail(detail)
    };
    let path = address::decoded(uri.path()).ok_or_else(missing)?;
    let find = |path: &str| {
        let iris = address::candidates(path, &snapshot.about.base).into_iter();
        iris.filter_map(|iri| NamedNode::new(iri).ok()).find(|node| knows(&snapshot.memory, node.as_ref()))
    };
    if let Some(node) = find(&path) {
        let document = is_graph(&snapshot.memory, node.as_ref());
        let form = asked.choose(FORMS)?;
        if document || asked.format.is_some() {
            let ending = if document { Ending::Query } else { Ending::Path };
            return show(&app, &snapshot, &asked, &node, form, uri.path(), ending);
        }
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::SEE_OTHER;
        let target = format!("{}.{}", own_path(&asked, uri.path()), FORMS[position(form)].name);
        // A page keeps its language.
        let target = match uri.query().filter(|_| form.form == Form::Page) {
            Some(query) => format!("{target}?{query}"),
            None => target,
        };
        let target = HeaderValue::from_str(&target).map_err(|_| missing())?;
        response.headers_mut().insert(header::LOCATION, target);
        name_forms(&mut response, &own_path(&asked, uri.path()), node.as_str(), Ending::Path);
        return Ok(response);
    }
    let (stem, ending) = path.rsplit_once('.').ok_or_else(missing)?;
    let form = FORMS[..ENDINGS].iter().find(|form| form.name == ending).ok_or_else(missing)?;
    let node = find(stem).ok_or_else(missing)?;
    let own = uri.path().strip_suffix(ending).and_then(|path| path.strip_suffix('.')).ok_or_else(missing)?;
    show(&app, &snapshot, &asked, &node, form, own, Ending::Path)
}

/// The document about a node, `path` being that of the node.
fn show(
    app: &App,
    snapshot: &Snapshot,
    asked: &Asked,
    node: &NamedNode,
    form: &Offer<Form>,
    path: &str,
    ending: Ending,
) -> Result<Response<Body>, Problem> {
    let parts = [node.as_str().as_bytes(), form.media_type.as_bytes(), asked.home.as_bytes()];
    let tag = snapshot.tag(&parts);
    if let Some(unchanged) = asked.unchanged(&tag).filter(|_| form.form != Form::Page) {
        return Ok(unchanged);
    }
    let mut quads = describe::thing(node.as_ref(), &snapshot.memory);
    let mut response = if let Some(offer) = rdf_offer(form) {
        if is_graph(&snapshot.memory, node.as_ref()) {
            quads = named_graph(&snapshot.memory, node.as_ref());
        }
        asked.reply(&rdf::finished(quads, &offer)?.tagged(tag))
    } else if form.form == Form::Table {
        pages::table(snapshot, asked, node, &quads)?
    } else {
        pages::about(app, snapshot, asked, node, &quads)
    };
    name_forms(&mut response, &own_path(asked, path), node.as_str(), ending);
    Ok(response)
}

/// A path as the world knows it.
fn own_path(asked: &Asked, path: &str) -> String {
    format!("{}{path}", layout::path_of(&asked.home))
}

fn rdf_offer(form: &Offer<Form>) -> Option<Offer<RdfFormat>> {
    match form.form {
        Form::Rdf(format) => Some(Offer::new(form.name, form.media_type, format)),
        Form::Page | Form::Table => None,
    }
}

/// The entry of [`FORMS`] whose name is an ending.
fn position(form: &Offer<Form>) -> usize {
    FORMS[..ENDINGS].iter().position(|known| known.form == form.form).unwrap_or_default()
}

/// The ontology with its vocabularies and regions.
fn terms(ontology: &Ontology) -> Vec<Quad> {
    crate::graph::vocabulary(ontology)
}

/// How an address names the form of a document.
#[derive(Clone, Copy)]
enum Ending {
    /// By the end of its path.
    Path,
    /// By `?format=`.
    Query,
}

/// Names the other forms of a document and the thing that it is about.
fn name_forms(response: &mut Response<Body>, path: &str, iri: &str, ending: Ending) {
    let sign = match ending {
        Ending::Path => ".",
        Ending::Query => "?format=",
    };
    let mut links: Vec<String> = FORMS[..ENDINGS]
        .iter()
        .map(|form| {
            let media_type = super::negotiate::essence(form.media_type);
            format!("<{path}{sign}{}>; rel=\"alternate\"; type=\"{media_type}\"", form.name)
        })
        .collect();
    links.push(format!("<{}>; rel=\"describes\"", encoded(iri)));
    if let Ok(value) = HeaderValue::from_str(&links.join(", ")) {
        response.headers_mut().insert(header::LINK, value);
    }
}
