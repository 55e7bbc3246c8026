//! A turn at the evaluator: every query takes one, whoever asks it.

use super::Problem;
use super::app::Shared;
use super::service::Others;
use crate::query::{QueryError, Question};
use oxigraph::sparql::{CancellationToken, QueryEvaluationError, SparqlEvaluator};
use std::cell::Cell;
use std::sync::Arc;
use tokio::sync::{Notify, oneshot};
use tokio::time::{Instant, sleep_until, timeout_at};

/// What an evaluation is held to.
#[derive(Clone)]
pub(super) struct Turn {
    /// When its time is up.
    pub(super) deadline: Option<Instant>,
    stop: Stop,
    app: Shared,
}

impl Turn {
    /// An evaluator for a question, which stops, where it next reads the graph, when the turn is over.
    ///
    /// A server that may not be asked is refused before: inside of EXISTS and MINUS the evaluator takes an error for
    /// a match.
    pub(super) fn evaluator(&self, question: &Question) -> Result<SparqlEvaluator, Problem> {
        let limit = self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let others = Others { allowed: self.app.access.services.clone(), limit };
        if question.services().iter().any(|name| !others.may_ask(name)) {
            return Err(not_asked());
        }
        let evaluator = SparqlEvaluator::new().with_cancellation_token(self.stop.token.clone());
        Ok(evaluator.with_default_service_handler(others))
    }

    /// Ends the turn.
    pub(super) fn end(&self) {
        self.stop.pull();
    }

    /// Waits until the turn is over.
    pub(super) async fn over(&self) {
        let time = async {
            match self.deadline {
                Some(deadline) => sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = time => {}
            () = self.stop.pulled() => {}
        }
    }
}

/// What stops an evaluation, wherever it is.
#[derive(Clone, Default)]
pub(super) struct Stop {
    token: CancellationToken,
    bell: Arc<Notify>,
}

impl Stop {
    pub(super) fn pull(&self) {
        self.token.cancel();
        self.bell.notify_waiters();
    }

    pub(super) fn is_pulled(&self) -> bool {
        self.token.is_cancelled()
    }

    async fn pulled(&self) {
        let bell = self.bell.notified();
        tokio::pin!(bell);
        // Heard from here on; whether it has rung before, the token tells.
        bell.as_mut().enable();
        if !self.is_pulled() {
            bell.await;
        }
    }
}

/// Does some work on the graph, in a thread of its own, when there is a place for it; `work` says what it has found and
/// may go on after that. The turn ends with the deadline, or when nobody waits for the answer any more.
///
/// The evaluator does not look up while it joins or sorts what it has read. Such work runs on for as long as it takes;
/// it keeps its place meanwhile, so that there are never more of them than places.
pub(super) async fn take<T: Send + 'static>(
    app: &Shared,
    work: impl FnOnce(&Turn, &dyn Fn(Result<T, Problem>)) + Send + 'static,
) -> Result<T, Problem> {
    let place = app.gate.enter().await?;
    let deadline = app.limits.timeout.map(|timeout| Instant::now() + timeout);
    let turn = Turn { deadline, stop: Stop::default(), app: app.clone() };
    let guard = Guard(Some(turn.clone()));
    let running = app.metrics.running();
    let overdue = running.clock();
    let (sender, receiver) = oneshot::channel();
    let number = app.turns.begin(turn.stop.clone());
    tokio::task::spawn_blocking(move || {
        // Given back even when the evaluator breaks down.
        let _held = (place, running, Begun(turn.app.clone(), number));
        let sender = Cell::new(Some(sender));
        work(&turn, &|found| {
            // Nobody waits any more when it cannot be sent.
            let _ = sender.take().map(|sender| sender.send(found));
        });
    });
    let found = match deadline {
        Some(deadline) => timeout_at(deadline, receiver).await.map_err(|_| {
            app.metrics.late.inc();
            overdue();
            Problem::from(QueryError::Timeout(app.limits.timeout.unwrap_or_default().as_secs()))
        })?,
        None => receiver.await,
    };
    let found = found.map_err(|_| Problem::new(500, "evaluation").detail("the evaluation broke down"))??;
    guard.release();
    Ok(found)
}

/// A turn that is in the list of turns.
struct Begun(Shared, u64);

impl Drop for Begun {
    fn drop(&mut self) {
        self.0.turns.end(self.1);
    }
}

/// Ends a turn when it is dropped.
struct Guard(Option<Turn>);

impl Guard {
    fn release(mut self) {
        self.0 = None;
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(turn) = &self.0 {
            turn.end();
        }
    }
}

fn not_asked() -> Problem {
    Problem::new(403, "service")
        .detail("this server does not ask others (SERVICE) but those that --allow-service names")
}

impl From<QueryEvaluationError> for Problem {
    fn from(error: QueryEvaluationError) -> Self {
        use QueryEvaluationError as E;
        let detail = format!("the query failed: {error}");
        match error {
            E::UnsupportedService(_) | E::UnboundService | E::InvalidServiceName(_) => not_asked(),
            E::Service(_) => Self::new(502, "service").detail(detail),
            E::UnsupportedCustomFunction(_) | E::UnsupportedCustomFunctionArity { .. } => {
                Self::new(400, "unknown-function").detail(detail)
            }
            // For other reasons there is nobody to read it.
            E::Cancelled => Self::new(503, "memory")
                .detail("the query was stopped because the server ran short of memory; narrow it down"),
            _ => Self::new(500, "evaluation").detail(detail),
        }
    }
}
