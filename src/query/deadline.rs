use super::{Answer, QueryError};
use oxigraph::sparql::CancellationToken;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Runs an evaluation, for as long as `limit` allows.
///
/// The token stops it wherever oxigraph reads the graph. Inside of a product of patterns that share no variable
/// oxigraph 0.5.13 reads nothing and does not look at the token, so the evaluation has a thread of its own, which
/// is left to itself when the time is up.
pub(super) fn within(
    limit: Option<Duration>,
    evaluate: impl FnOnce(CancellationToken) -> Result<Answer, QueryError> + Send + 'static,
) -> Result<Answer, QueryError> {
    let token = CancellationToken::new();
    let Some(limit) = limit else { return evaluate(token) };
    let (done, wait) = mpsc::channel();
    let watched = token.clone();
    thread::spawn(move || {
        // Nobody waits any more when the time is up.
        let _ = done.send(evaluate(watched));
    });
    match wait.recv_timeout(limit) {
        Ok(answer) => answer,
        Err(mpsc::RecvTimeoutError::Timeout) => {
            token.cancel();
            Err(QueryError::Timeout(limit.as_secs()))
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(QueryError::Evaluation("the evaluator stopped unexpectedly".to_owned()))
        }
    }
}
