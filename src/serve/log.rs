use serde::Serialize;
use std::io::Write;
use std::net::IpAddr;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::{Duration, SystemTime};

/// The form of the access log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// One JSON object a line.
    Json,
    /// One line of text.
    Text,
}

/// Lines that may wait to be written; more are left out, so that a full disk stops no answer.
const WAITING: usize = 4096;

/// The access log on standard output: a line for each request, when its answer has ended. Addresses are written without
/// their parameters, for questions may be private.
#[derive(Debug, Default)]
pub(super) struct Log(Option<(LogFormat, SyncSender<String>)>);

/// A request and how it was answered.
#[derive(Debug, Serialize)]
pub(super) struct Record {
    pub(super) time: String,
    pub(super) client: Option<IpAddr>,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) status: u16,
    pub(super) bytes: u64,
    pub(super) ms: f64,
    /// Whether all of the answer was taken.
    pub(super) whole: bool,
}

impl Log {
    pub(super) fn new(format: Option<LogFormat>) -> Self {
        Self(format.map(|format| {
            let (sender, receiver) = sync_channel::<String>(WAITING);
            std::thread::spawn(move || {
                for line in receiver {
                    // Nobody who reads it is no reason to stop.
                    let _ = writeln!(std::io::stdout(), "{line}");
                }
            });
            (format, sender)
        }))
    }

    pub(super) const fn is_on(&self) -> bool {
        self.0.is_some()
    }

    pub(super) fn write(&self, record: &Record) {
        let Some((format, lines)) = &self.0 else { return };
        let line = match format {
            LogFormat::Json => serde_json::to_string(record).unwrap_or_default(),
            LogFormat::Text => {
                let client = record.client.map(|client| client.to_string()).unwrap_or_default();
                let Record { time, method, path, status, bytes, ms, whole, .. } = record;
                let path = path.escape_debug();
                let cut = if *whole { "" } else { " cut" };
                format!("{time} {client} {method} {path} {status} {bytes} B {ms:.1} ms{cut}")
            }
        };
        let _ = lines.try_send(line);
    }
}

/// Now, as RFC 3339 writes it.
pub(super) fn now() -> String {
    humantime::format_rfc3339_millis(SystemTime::now()).to_string()
}

/// Milliseconds with three decimals.
pub(super) fn milliseconds(took: Duration) -> f64 {
    (took.as_secs_f64() * 1e6).round() / 1e3
}
