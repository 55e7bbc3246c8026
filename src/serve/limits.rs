use std::time::Duration;

/// What a request may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Time for a query, from its arrival to the last byte of its answer; none is without end.
    pub timeout: Option<Duration>,
    /// Queries that are evaluated at a time; more wait for a moment and are then sent away.
    pub concurrency: usize,
    /// Bytes of a request's body.
    pub request: usize,
    /// Bytes of the answer to a query, before compression.
    pub result: u64,
    /// Bytes of finished answers that are kept for the next who asks the same.
    pub cache: u64,
    /// Bytes of memory that the process may hold before queries are stopped; by default three quarters of the machine's.
    pub memory: Option<u64>,
    /// Connections at a time.
    pub connections: usize,
    /// Time for a client to send a request's head, to send its body, and to take some of an answer.
    pub patience: Duration,
}

/// Bytes of a request's head, which holds a query in Chinese at nine bytes a character.
pub(super) const HEAD: usize = 64 * 1024;

impl Default for Limits {
    fn default() -> Self {
        Self {
            timeout: Some(Duration::from_secs(30)),
            concurrency: 32,
            request: 2 << 20,
            result: 1 << 30,
            cache: 128 << 20,
            memory: None,
            connections: 1024,
            patience: Duration::from_secs(10),
        }
    }
}
