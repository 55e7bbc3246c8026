use super::app::Shared;
use super::log::{self, Record};
use axum::body::{Body, Bytes};
use axum::http::{Request, Response};
use http_body::{Frame, SizeHint};
use std::net::IpAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;

/// A request from its arrival to the last byte of its answer, which is counted and logged then.
pub(super) struct Visit {
    app: Shared,
    began: Instant,
    /// Only when there is a log.
    record: Option<Box<Record>>,
    status: u16,
    bytes: u64,
    whole: bool,
}

impl Visit {
    pub(super) fn new(app: &Shared, peer: IpAddr, request: &Request<Body>) -> Self {
        let record = app.log.is_on().then(|| {
            Box::new(Record {
                time: log::now(),
                client: Some(peer),
                method: request.method().to_string(),
                path: request.uri().path().to_owned(),
                status: 0,
                bytes: 0,
                ms: 0.0,
                whole: false,
            })
        });
        Self { app: app.clone(), began: Instant::now(), record, status: 0, bytes: 0, whole: false }
    }

    /// Goes along with the body of the response.
    pub(super) fn follow(mut self, response: Response<Body>) -> Response<Body> {
        self.status = response.status().as_u16();
        response.map(|body| {
            self.whole = http_body::Body::is_end_stream(&body);
            Body::new(Followed { body, visit: self })
        })
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        // 499: the client went away before there was an answer.
        let status = if self.status == 0 { 499 } else { self.status };
        let took = self.began.elapsed();
        self.app.metrics.answered(status, took);
        if let Some(mut record) = self.record.take() {
            (record.status, record.bytes, record.whole) = (status, self.bytes, self.whole);
            record.ms = log::milliseconds(took);
            self.app.log.write(&record);
        }
    }
}

struct Followed {
    body: Body,
    visit: Visit,
}

impl http_body::Body for Followed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        match &polled {
            Poll::Ready(Some(Ok(frame))) => {
                self.visit.bytes += frame.data_ref().map_or(0, Bytes::len) as u64;
                self.visit.whole = self.body.is_end_stream();
            }
            Poll::Ready(None) => self.visit.whole = true,
            Poll::Ready(Some(Err(_))) | Poll::Pending => {}
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
