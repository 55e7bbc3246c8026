//! Evaluating a query under the limits of the server.

use super::app::Shared;
use super::offers::{ROWS, TRIPLES};
use super::protocol::Query;
use super::stream::{End, Held};
use super::write::{self, Form};
use super::{Asked, Finished, Problem, Snapshot};
use crate::query::{QueryError, Question};
use axum::body::Body;
use axum::http::{HeaderValue, Response, header};
use oxigraph::sparql::{CancellationToken, QueryEvaluationError, SparqlEvaluator};
use std::cell::Cell;
use std::sync::Arc;
use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

/// Answers a query that came as text.
pub(super) async fn answer(app: Shared, asked: Asked, query: Query) -> Result<Response<Body>, Problem> {
    let graphs = |graphs: &[oxigraph::model::NamedNode]| {
        graphs.iter().map(|graph| graph.as_str().to_owned() + "\n").collect::<String>()
    };
    let (default, named) = (graphs(&query.default_graphs), graphs(&query.named_graphs));
    let key = [query.text.clone(), default, named];
    let key: Vec<&[u8]> = key.iter().map(String::as_bytes).collect();
    let own = !query.default_graphs.is_empty() || !query.named_graphs.is_empty();
    ask(app, asked, &key, move |_| {
        let mut question = Question::parse(&query.text)?;
        if own {
            question.set_graphs(query.default_graphs, query.named_graphs);
        }
        Ok(question)
    })
    .await
}

/// Answers a question that `make` makes, if nothing is known of it yet: what is asked with the same key in the same form
/// is answered alike until the graph changes.
pub(super) async fn ask(
    app: Shared,
    asked: Asked,
    key: &[&[u8]],
    make: impl FnOnce(&Snapshot) -> Result<Question, Problem> + Send + 'static,
) -> Result<Response<Body>, Problem> {
    let snapshot = app.snapshot();
    let (accept, format) =
        (asked.accept.as_deref().unwrap_or("*/*"), asked.format.as_deref().unwrap_or_default());
    let mut parts: Vec<&[u8]> = vec![b"query", accept.as_bytes(), format.as_bytes()];
    parts.extend(key);
    let tag = snapshot.tag(&parts);
    if let Some(unchanged) = asked.unchanged(&tag) {
        return Ok(unchanged);
    }
    if let Some(finished) = app.cache.get(&tag) {
        app.metrics.cached.inc();
        return Ok(asked.reply(&finished));
    }
    let place = app.gate.enter().await?;
    let deadline = app.limits.timeout.map(|timeout| Instant::now() + timeout);
    let (sender, receiver) = oneshot::channel();
    let alive = Alive::default();
    let task = Task { app: app.clone(), asked, snapshot, tag, deadline, alive: alive.clone() };
    let running = app.metrics.running();
    let overdue = running.clock();
    tokio::task::spawn_blocking(move || {
        let sender = Cell::new(Some(sender));
        let say = |answer| sender.take().is_some_and(|sender| sender.send(answer).is_ok());
        if let Err(problem) = task.run(make, &say) {
            say(Err(problem));
        }
        drop((place, running));
    });
    // Dropped while it waits, when the client goes away, or at the end of this function.
    let guard = Guard(Some(alive));
    let begun = match deadline {
        Some(deadline) => timeout_at(deadline, receiver).await.map_err(|_| {
            app.metrics.late.inc();
            overdue();
            Problem::from(QueryError::Timeout(app.limits.timeout.unwrap_or_default().as_secs()))
        })?,
        None => receiver.await,
    };
    let response =
        begun.map_err(|_| Problem::new(500, "evaluation").detail("the evaluation broke down"))??;
    // From here on the body holds it.
    guard.release();
    Ok(response)
}

/// Whether somebody waits for an evaluation still.
#[derive(Clone, Default)]
pub(super) struct Alive(CancellationToken);

impl Alive {
    /// Stops it where it next reads the graph or writes.
    pub(super) fn cancel(&self) {
        self.0.cancel();
    }
}

/// Stops an evaluation when it is dropped.
struct Guard(Option<Alive>);

impl Guard {
    fn release(mut self) {
        self.0 = None;
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(alive) = &self.0 {
            alive.cancel();
        }
    }
}

/// An evaluation, in a thread of its own.
struct Task {
    app: Shared,
    asked: Asked,
    snapshot: Arc<Snapshot>,
    tag: String,
    deadline: Option<Instant>,
    alive: Alive,
}

impl Task {
    fn run(
        &self,
        make: impl FnOnce(&Snapshot) -> Result<Question, Problem>,
        say: &dyn Fn(Result<Response<Body>, Problem>) -> bool,
    ) -> Result<(), Problem> {
        let question = make(&self.snapshot)?;
        let (media_type, form) = self.form(&question)?;
        let tag = Some(&self.tag).filter(|_| question.is_steady()).cloned();
        let evaluator = SparqlEvaluator::new().with_cancellation_token(self.alive.0.clone());
        let results = question.evaluate(&self.snapshot.memory, evaluator).map_err(|error| failed(&error))?;
        let begin = |body| {
            let mut response = Response::new(body);
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
            super::asked::mark(headers, tag.as_deref(), self.asked.coding.streamed());
            say(Ok(response));
        };
        let (limits, cache) = (&self.app.limits, &self.app.cache);
        let coding = self.asked.coding.streamed();
        let mut out =
            Held::new(begin, coding, self.alive.clone(), self.deadline, limits.result, cache.largest());
        write::write(results, form, question.prefixes(), &mut out).map_err(|failure| match failure {
            write::Failure::Evaluation(error) => failed(&error),
            write::Failure::Io(error) => Problem::new(500, "evaluation").detail(error.to_string()),
        })?;
        let finished = |bytes: Vec<u8>| {
            let finished = Finished::new(media_type, bytes);
            Arc::new(if let Some(tag) = &tag { finished.tagged(tag.clone()) } else { finished })
        };
        // A client that has gone needs no answer; the answer is kept all the same.
        match out.finish() {
            Ok(End::Whole(bytes)) => {
                let finished = finished(bytes);
                cache.keep(&finished);
                say(Ok(self.asked.reply(&finished)));
            }
            Ok(End::Sent(Some(bytes))) => cache.keep(&finished(bytes)),
            Ok(End::Sent(None)) | Err(_) => {}
        }
        Ok(())
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

fn failed(error: &QueryEvaluationError) -> Problem {
    use QueryEvaluationError as E;
    let detail = format!("the query failed: {error}");
    match error {
        E::UnsupportedService(_) | E::UnboundService | E::InvalidServiceName(_) => {
            Problem::new(403, "service")
                .detail("this server asks no other server (SERVICE); see --allow-service")
        }
        E::Service(_) => Problem::new(502, "service").detail(detail),
        E::UnsupportedCustomFunction(_) | E::UnsupportedCustomFunctionArity { .. } => {
            Problem::new(400, "unknown-function").detail(detail)
        }
        // Nobody is there to read it.
        E::Cancelled => Problem::new(503, "cancelled").detail(detail),
        _ => Problem::new(500, "evaluation").detail(detail),
    }
}
