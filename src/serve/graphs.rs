//! Graphs as they are: the read side of the SPARQL 1.1 Graph Store Protocol at `/store`, and the whole data set at
//! `/download/`.
//!
//! They are written while the client takes them, without a thread of their own: a slow client costs a connection.

use super::app::Shared;
use super::coding::{Coding, Encoder};
use super::negotiate::Offer;
use super::offers::{GRAPHS, TRIPLES};
use super::protocol::graph;
use super::{Asked, Problem, Snapshot};
use crate::export::Rdf;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, Response, header};
use axum::routing::get;
use http_body::Frame;
use oxigraph::io::{RdfFormat, WriterQuadSerializer};
use oxigraph::model::{GraphNameRef, NamedNode};
use oxigraph::store::QuadIter;
use std::io::{self, Write};
use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use tokio::sync::OwnedSemaphorePermit;

/// Files of the whole data set, without their `.gz`: extension and form.
pub(super) const DOWNLOADS: &[Offer<RdfFormat>] = &[
    Offer::new("trig", "application/trig", RdfFormat::TriG),
    Offer::new("nq", "application/n-quads", RdfFormat::NQuads),
    Offer::new("ttl", "text/turtle; charset=utf-8", RdfFormat::Turtle),
    Offer::new("nt", "application/n-triples", RdfFormat::NTriples),
    Offer::new("rdf", "application/rdf+xml", RdfFormat::RdfXml),
    Offer::new("jsonld", "application/ld+json", super::offers::JSON_LD),
];

/// What the files are called.
pub(super) const STEM: &str = "cetu";

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/store", get(store)).route("/download/{file}", get(download))
}

/// Which quads of the store are meant.
enum Part {
    /// One graph.
    Named(NamedNode),
    /// All graphs in one. A triple that stands in several is written several times.
    Union,
    /// All graphs, each under its name.
    All,
}

async fn store(
    State(app): State<Shared>,
    asked: Asked,
    RawQuery(parameters): RawQuery,
) -> Result<Response<Body>, Problem> {
    let snapshot = app.snapshot();
    let mut part = part(parameters.unwrap_or_default().as_bytes(), &snapshot)?;
    let offer = asked.choose(if matches!(part, Part::All) { GRAPHS } else { TRIPLES })?;
    if matches!(part, Part::All) && !offer.form.supports_datasets() {
        part = Part::Union;
    }
    send(&app, &snapshot, &asked, &part, offer, asked.coding.streamed())
}

fn part(parameters: &[u8], snapshot: &Snapshot) -> Result<Part, Problem> {
    let (mut names, mut default) = (Vec::new(), false);
    for (name, value) in form_urlencoded::parse(parameters) {
        match &*name {
            "graph" => names.push(value),
            "default" => default = true,
            _ => {}
        }
    }
    match (names.as_slice(), default) {
        ([], true) => Ok(Part::Union),
        ([], false) => Ok(Part::All),
        ([name], false) => {
            let name = graph(name)?;
            let known = snapshot.memory.store().contains_named_graph(&name);
            if known.map_err(|error| Problem::new(500, "store").detail(error.to_string()))? {
                return Ok(Part::Named(name));
            }
            Err(Problem::new(404, "unknown-graph").detail(format!("there is no graph {}", name.as_str())))
        }
        _ => Err(Problem::new(400, "graphs").detail("name one graph, or give default")),
    }
}

async fn download(
    State(app): State<Shared>,
    asked: Asked,
    Path(file): Path<String>,
) -> Result<Response<Body>, Problem> {
    let (name, packed) = file.strip_suffix(".gz").map_or((file.as_str(), false), |name| (name, true));
    let extension = name.strip_prefix(STEM).and_then(|rest| rest.strip_prefix('.'));
    let offer = DOWNLOADS.iter().find(|offer| extension == Some(offer.name)).ok_or_else(|| {
        let known: Vec<String> = DOWNLOADS.iter().map(|offer| format!("{STEM}.{}", offer.name)).collect();
        Problem::new(404, "unknown-file")
            .detail(format!("there are {}, each also with .gz", known.join(", ")))
    })?;
    let part = if offer.form.supports_datasets() { Part::All } else { Part::Union };
    let coding = if packed { Coding::Gzip } else { asked.coding.streamed() };
    let mut response = send(&app, &app.snapshot(), &asked, &part, offer, coding)?;
    if packed && response.headers_mut().remove(header::CONTENT_ENCODING).is_some() {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/gzip"));
    }
    Ok(response)
}

fn send(
    app: &Shared,
    snapshot: &Snapshot,
    asked: &Asked,
    part: &Part,
    offer: &Offer<RdfFormat>,
    coding: Coding,
) -> Result<Response<Body>, Problem> {
    let what = match part {
        Part::Named(name) => name.as_str(),
        Part::Union => "default",
        Part::All => "all",
    };
    let tag = snapshot.tag(&[b"graphs", what.as_bytes(), offer.media_type.as_bytes()]);
    if let Some(unchanged) = asked.unchanged(&tag) {
        return Ok(unchanged);
    }
    let place = app.transfers.clone().try_acquire_owned().map_err(|_| {
        Problem::new(503, "busy")
            .detail("too many graphs are being sent; try again in a moment")
            .retry_after(5)
    })?;
    let store = snapshot.memory.store();
    let quads = match part {
        Part::Named(name) => {
            store.quads_for_pattern(None, None, None, Some(GraphNameRef::NamedNode(name.as_ref())))
        }
        Part::Union | Part::All => store.iter(),
    };
    let buffer = Buffer::default();
    let writer = Rdf::new(offer.form).serializer().for_writer(coding.encoder(buffer.clone()));
    let writing =
        Writing { quads, writer: Some(writer), buffer, graphs: matches!(part, Part::All), _place: place };
    let mut response = Response::new(Body::new(writing));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(offer.media_type));
    super::asked::mark(response.headers_mut(), Some(&tag), coding);
    Ok(response)
}

/// A body that writes the next quads when the client has taken the last ones.
struct Writing {
    quads: QuadIter<'static>,
    writer: Option<WriterQuadSerializer<Encoder<Buffer>>>,
    buffer: Buffer,
    graphs: bool,
    _place: OwnedSemaphorePermit,
}

/// Bytes of a part, and most quads that are written at a time, so that other clients get their turn.
const PART: usize = 64 * 1024;
const TURN: usize = 1000;

impl Writing {
    /// Writes some more; whether there was something to write.
    fn step(&mut self) -> io::Result<bool> {
        let Some(writer) = &mut self.writer else { return Ok(false) };
        for _ in 0..TURN {
            let Some(quad) = self.quads.next() else {
                if let Some(writer) = self.writer.take() {
                    writer.finish()?.finish()?;
                }
                break;
            };
            let quad = quad.map_err(io::Error::other)?;
            if self.graphs {
                writer.serialize_quad(&quad)?;
            } else {
                writer.serialize_triple(quad.as_ref())?;
            }
            if self.buffer.lock().len() >= PART {
                break;
            }
        }
        Ok(true)
    }
}

impl http_body::Body for Writing {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let more = match self.step() {
            Ok(more) => more,
            Err(error) => return Poll::Ready(Some(Err(error))),
        };
        let part = mem::take(&mut *self.buffer.lock());
        match (part.is_empty(), more) {
            (false, _) => Poll::Ready(Some(Ok(Frame::data(part.into())))),
            (true, false) => Poll::Ready(None),
            // The compressor holds it still.
            (true, true) => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
        }
    }
}

/// Bytes between the writer and the body that holds it.
#[derive(Debug, Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Buffer {
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.lock().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
