//! Answering a query over HTTP: from what is kept, or by an evaluation whose answer is sent as it comes.

use super::app::Shared;
use super::asked::mark;
use super::offers::{ROWS, TRIPLES};
use super::protocol::Query;
use super::stream::{End, Held};
use super::turn::{self, Turn};
use super::write::{self, Form};
use super::{Asked, Finished, Problem, Snapshot, notes};
use crate::query::Question;
use axum::body::Body;
use axum::http::{HeaderValue, Response, header};
use oxigraph::model::NamedNode;
use std::sync::Arc;

/// Answers a query. What is asked in the same words and the same form is answered alike until the graph changes.
pub(super) async fn answer(app: Shared, asked: Asked, query: Query) -> Result<Response<Body>, Problem> {
    let snapshot = app.snapshot();
    let tag = tag(&snapshot, &asked, &query);
    if let Some(unchanged) = asked.unchanged(&tag) {
        return Ok(unchanged);
    }
    if let Some(finished) = app.cache.get(&tag) {
        app.metrics.cached.inc();
        return Ok(asked.reply(&finished));
    }
    let task = Task { app: app.clone(), asked, snapshot, query, tag };
    turn::take(&app, move |turn, say| {
        if let Err(problem) = task.run(turn, say) {
            say(Err(problem));
        }
    })
    .await
}

fn tag(snapshot: &Snapshot, asked: &Asked, query: &Query) -> String {
    let graphs = |graphs: &[NamedNode]| graphs.iter().map(NamedNode::as_str).collect::<Vec<_>>().join("\n");
    let (default, named) = (graphs(&query.default_graphs), graphs(&query.named_graphs));
    let (accept, format) =
        (asked.accept.as_deref().unwrap_or("*/*"), asked.format.as_deref().unwrap_or_default());
    snapshot.tag(&[
        b"query",
        query.text.as_bytes(),
        default.as_bytes(),
        named.as_bytes(),
        accept.as_bytes(),
        format.as_bytes(),
    ])
}

/// An evaluation with all that it needs.
struct Task {
    app: Shared,
    asked: Asked,
    snapshot: Arc<Snapshot>,
    query: Query,
    tag: String,
}

impl Task {
    /// Says the answer as soon as it is known to be one; then sends the rest of it.
    fn run(&self, turn: &Turn, say: &dyn Fn(Result<Response<Body>, Problem>)) -> Result<(), Problem> {
        let question = self.question()?;
        let (media_type, form) = self.form(&question)?;
        let tag = Some(&self.tag).filter(|_| question.is_steady());
        let coding = self.asked.coding.streamed();
        let notes = notes::of(&question, &self.app, &self.snapshot);
        let begin = |body| {
            let mut response = Response::new(body);
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
            mark(response.headers_mut(), tag.map(String::as_str), coding);
            notes::attach(response.headers_mut(), notes.as_deref());
            say(Ok(response));
        };
        let (limits, cache) = (&self.app.limits, &self.app.cache);
        let mut out = Held::new(begin, coding, turn.clone(), limits.result, cache.largest());
        let results = question.evaluate(&self.snapshot.memory, turn.evaluator(&question)?)?;
        write::write(results, form, question.prefixes(), &mut out)?;
        let keep = |bytes: Vec<u8>| {
            let finished = Finished::new(media_type, bytes).noted(notes.clone());
            let finished =
                Arc::new(if let Some(tag) = tag { finished.tagged(tag.clone()) } else { finished });
            cache.keep(&finished);
            finished
        };
        match out.finish() {
            Ok(End::Whole(bytes)) => say(Ok(self.asked.reply(&keep(bytes)))),
            Ok(End::Sent(copy, rest)) => {
                // Kept before the client knows that it has all, so that the next request finds it.
                copy.map(keep);
                // An error is that the client has gone.
                let _ = rest.finish();
            }
            // The client has gone.
            Err(_) => {}
        }
        Ok(())
    }

    fn question(&self) -> Result<Question, Problem> {
        let mut question = Question::parse(&self.query.text)?;
        let Query { default_graphs, named_graphs, .. } = &self.query;
        if !default_graphs.is_empty() || !named_graphs.is_empty() {
            question.set_graphs(default_graphs.clone(), named_graphs.clone());
        }
        Ok(question)
    }

    fn form(&self, question: &Question) -> Result<(&'static str, Form), Problem> {
        use spargebra::Query::{Construct, Describe};
        Ok(if matches!(question.query(), Construct { .. } | Describe { .. }) {
            let offer = self.asked.choose(TRIPLES)?;
            (offer.media_type, Form::Triples(offer.form))
        } else {
            let offer = self.asked.choose(ROWS)?;
            (offer.media_type, Form::Rows(offer.form))
        })
    }
}

impl From<write::Failure> for Problem {
    fn from(failure: write::Failure) -> Self {
        match failure {
            write::Failure::Evaluation(error) => error.into(),
            write::Failure::Io(error) => Self::new(500, "writing").detail(error.to_string()),
        }
    }
}
