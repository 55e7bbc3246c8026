//! An answer on its way from the thread that evaluates to the client.
//!
//! The first part is held back: what ends or fails within it gets a status and a length of its own. What is longer
//! goes out part by part, no faster than the client takes it; when it fails then, the connection is broken off, so
//! that nobody takes the part for the whole.

use super::coding::{Coding, Encoder};
use super::turn::Turn;
use axum::body::{Body, Bytes};
use http_body::Frame;
use std::io::{self, ErrorKind, Write};
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::{Sleep, sleep_until};

/// Bytes that are held back, and bytes of each part after them.
const HELD: usize = 256 * 1024;
const PART: usize = 64 * 1024;

/// Parts that may wait for the client.
const AHEAD: usize = 4;

/// What the evaluating thread writes to.
pub(super) struct Held<F: FnOnce(Body)> {
    buffer: Vec<u8>,
    /// Says that the answer begins; gone when it has.
    begin: Option<F>,
    encoder: Option<Encoder<Parts>>,
    coding: Coding,
    turn: Turn,
    written: u64,
    most: u64,
    /// A copy for those who ask the same later, until it grows too large.
    copy: Option<Vec<u8>>,
    largest: usize,
}

/// How an answer ended that nothing failed in.
pub(super) enum End {
    /// Nothing has been sent.
    Whole(Vec<u8>),
    /// All but the end has been sent; here is a copy, if it was small enough, and what sends the end.
    Sent(Option<Vec<u8>>, Parts),
}

impl<F: FnOnce(Body)> Held<F> {
    pub(super) fn new(begin: F, coding: Coding, turn: Turn, most: u64, largest: usize) -> Self {
        Self {
            buffer: Vec::new(),
            begin: Some(begin),
            encoder: None,
            coding,
            turn,
            written: 0,
            most,
            copy: Some(Vec::new()),
            largest,
        }
    }

    /// Gives out what is left.
    pub(super) fn finish(mut self) -> io::Result<End> {
        if self.encoder.is_some() {
            self.give()?;
        }
        match self.encoder.take() {
            Some(encoder) => Ok(End::Sent(self.copy, encoder.finish()?)),
            None => Ok(End::Whole(self.buffer)),
        }
    }

    fn give(&mut self) -> io::Result<()> {
        if let Some(begin) = self.begin.take() {
            let (sender, receiver) = mpsc::channel(AHEAD);
            let sleep = self.turn.deadline.map(|deadline| Box::pin(sleep_until(deadline)));
            begin(Body::new(Stream { receiver, sleep, ended: false, turn: self.turn.clone() }));
            let parts = Parts { buffer: Vec::with_capacity(PART), sender, turn: self.turn.clone() };
            self.encoder = Some(self.coding.encoder(parts));
        }
        if let Some(copy) = self.copy.as_mut().filter(|copy| copy.len() + self.buffer.len() <= self.largest) {
            copy.extend_from_slice(&self.buffer);
        } else {
            self.copy = None;
        }
        if let Some(encoder) = &mut self.encoder {
            encoder.write_all(&self.buffer)?;
        }
        self.buffer.clear();
        Ok(())
    }
}

impl<F: FnOnce(Body)> Write for Held<F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.written += bytes.len() as u64;
        if self.written > self.most {
            return Err(io::Error::other("the answer is larger than this server gives"));
        }
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= if self.begin.is_some() { HELD } else { PART } {
            self.give()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Sends part by part and waits for the client, but not beyond its turn.
pub(super) struct Parts {
    buffer: Vec<u8>,
    sender: mpsc::Sender<Option<Bytes>>,
    turn: Turn,
}

impl Parts {
    fn send(&self, part: Option<Bytes>) -> io::Result<()> {
        let gone = || io::Error::from(ErrorKind::BrokenPipe);
        match self.sender.try_send(part) {
            Ok(()) => Ok(()),
            Err(mpsc::error::TrySendError::Closed(_)) => Err(gone()),
            Err(mpsc::error::TrySendError::Full(part)) => Handle::current().block_on(async {
                tokio::select! {
                    sent = self.sender.send(part) => sent.map_err(|_| gone()),
                    () = self.turn.over() => Err(ErrorKind::TimedOut.into()),
                }
            }),
        }
    }

    /// Sends what is left, and that this was all.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.flush()?;
        self.send(None)
    }
}

impl Write for Parts {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(PART);
        self.buffer.extend_from_slice(&bytes[..taken]);
        if self.buffer.len() >= PART {
            self.flush()?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let part = mem::take(&mut self.buffer);
        self.send(Some(part.into()))
    }
}

/// The body that hands the parts on. Dropping it stops the evaluation.
struct Stream {
    receiver: mpsc::Receiver<Option<Bytes>>,
    sleep: Option<Pin<Box<Sleep>>>,
    ended: bool,
    turn: Turn,
}

impl http_body::Body for Stream {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        match self.receiver.poll_recv(context) {
            Poll::Ready(Some(Some(part))) => return Poll::Ready(Some(Ok(Frame::data(part)))),
            Poll::Ready(Some(None)) => {
                self.ended = true;
                return Poll::Ready(None);
            }
            Poll::Ready(None) => return Poll::Ready(Some(Err(io::Error::other("the answer broke off")))),
            Poll::Pending => {}
        }
        let late = self.sleep.as_mut().is_some_and(|sleep| sleep.as_mut().poll(context).is_ready());
        if late { Poll::Ready(Some(Err(ErrorKind::TimedOut.into()))) } else { Poll::Pending }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.turn.end();
    }
}
