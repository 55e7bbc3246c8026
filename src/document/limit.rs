//! Bounds on what one file may cost.

use super::Reason;
use super::format::Decoded;
use std::sync::Once;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// Most bytes read of one file.
pub(super) const BYTES: u64 = 64 << 20;
/// Most bytes that a part of a file may unpack to.
pub(super) const PART: u64 = 48 << 20;
/// Most bytes of text in one document.
pub(super) const TEXT: usize = 8 << 20;
/// Longest time to decode a file, in seconds.
const SECONDS: u64 = 8;
/// Stack of a decoder, in bytes: some of them recurse.
const STACK: usize = 64 << 20;
/// Name of the threads that decode.
const NAME: &str = "decode";

/// When a decoder has to give up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deadline(Instant);

impl Deadline {
    /// The deadline of a file whose decoding begins now.
    pub(super) fn begin() -> Self {
        Self(Instant::now() + Duration::from_secs(SECONDS))
    }

    /// Fails when the time is over.
    pub(super) fn check(self) -> Result<(), Reason> {
        if Instant::now() < self.0 { Ok(()) } else { Err(Reason::Slow(SECONDS)) }
    }
}

/// Runs a decoder on a thread of its own: one that panics is an unsound file, one that does not end is given up.
pub(super) fn guard(
    format: &'static str,
    decode: impl FnOnce(Deadline) -> Result<Decoded, Reason> + Send + 'static,
) -> Result<Decoded, Reason> {
    quiet();
    let (sender, receiver) = mpsc::channel();
    let deadline = Deadline::begin();
    let thread = thread::Builder::new().name(NAME.to_owned()).stack_size(STACK).spawn(move || {
        // Nobody listens any more when the time was over.
        let _ = sender.send(decode(deadline));
    })?;
    match receiver.recv_timeout(Duration::from_secs(SECONDS + 1)) {
        Ok(decoded) => decoded,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Reason::Slow(SECONDS)),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            let said = thread.join().err();
            let why = said.and_then(|said| {
                said.downcast_ref::<String>()
                    .cloned()
                    .or_else(|| said.downcast_ref::<&str>().map(|why| (*why).to_owned()))
            });
            let why = why.unwrap_or_default().lines().next().unwrap_or("its decoder failed").to_owned();
            Err(Reason::Broken { format, why })
        }
    }
}

/// A panic of a decoder is told as a problem of its file, not on standard error.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(NAME) {
                told(info);
            }
        }));
    });
}
