use super::app::Shared;
use super::offers::{ROWS, TRIPLES};
use super::protocol::Query;
use super::{Asked, Finished, Problem};
use crate::query::{Question, ResultFormat};
use axum::body::Body;
use axum::http::Response;

/// Answers a query.
pub(super) async fn answer(app: Shared, asked: Asked, query: Query) -> Result<Response<Body>, Problem> {
    let evaluated = tokio::task::spawn_blocking(move || {
        let finished = evaluate(&app, &asked, query)?;
        Ok(asked.reply(&finished))
    });
    evaluated
        .await
        .unwrap_or_else(|_| Err(Problem::new(500, "evaluation").detail("the query could not be answered")))
}

fn evaluate(app: &Shared, asked: &Asked, query: Query) -> Result<Finished, Problem> {
    let mut question = Question::parse(&query.text)?;
    if !query.default_graphs.is_empty() || !query.named_graphs.is_empty() {
        question.set_graphs(query.default_graphs, query.named_graphs);
    }
    let triples =
        matches!(question.query(), spargebra::Query::Construct { .. } | spargebra::Query::Describe { .. });
    let (name, media_type) = if triples {
        let offer = asked.choose(TRIPLES)?;
        (offer.name, offer.media_type)
    } else {
        let offer = asked.choose(ROWS)?;
        (offer.name, offer.media_type)
    };
    let format = <ResultFormat as clap::ValueEnum>::from_str(name, true).ok();
    let answer = question.ask(&app.snapshot().memory, app.limits.timeout)?;
    let mut body = Vec::new();
    answer.write(format, &mut body)?;
    Ok(Finished::new(media_type, body))
}
