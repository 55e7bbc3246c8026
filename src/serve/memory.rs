//! Memory that queries take. The evaluator has no bound of its own; what it does is to stop when it next reads the graph.

use super::app::Shared;
use super::turn::Stop;
use std::collections::BTreeMap;
use std::fs;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How often the memory is looked at.
const EVERY: Duration = Duration::from_millis(50);

/// Time in which no query takes much; what people ask is mostly answered by then.
const GRACE: Duration = Duration::from_millis(200);

/// Memory that queries have in any case, above what the graph takes.
const LEAST: u64 = 256 << 20;

/// Turns by their numbers, with the number of the last one and the time when each began.
type Numbered = (u64, BTreeMap<u64, (Instant, Stop)>);

/// The queries that are being evaluated, the oldest first.
#[derive(Default)]
pub(super) struct Turns(Mutex<Numbered>);

impl Turns {
    fn lock(&self) -> MutexGuard<'_, Numbered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn begin(&self, stop: Stop) -> u64 {
        let mut turns = self.lock();
        turns.0 += 1;
        let number = turns.0;
        turns.1.insert(number, (Instant::now(), stop));
        number
    }

    pub(super) fn end(&self, number: u64) {
        self.lock().1.remove(&number);
    }

    /// Stops the older half of those that still run: a query that takes much takes long.
    fn stop_some(&self) {
        let turns = self.lock();
        let running: Vec<&Stop> = turns
            .1
            .values()
            .filter(|(began, stop)| began.elapsed() >= GRACE && !stop.is_pulled())
            .map(|(_, stop)| stop)
            .collect();
        for stop in running.iter().take(running.len().div_ceil(2)) {
            stop.pull();
        }
    }
}

/// Stops queries while the process holds more memory than it may. Does nothing where the system does not tell.
pub(super) async fn watch(app: Shared) {
    let Some(rest) = resident() else { return };
    let Some(limit) = app.limits.memory.or_else(|| available().map(|all| all / 4 * 3)) else { return };
    let limit = limit.max(rest + LEAST);
    loop {
        tokio::time::sleep(EVERY).await;
        if resident().is_some_and(|resident| resident > limit) {
            app.turns.stop_some();
        }
    }
}

/// Bytes of memory that the process holds.
fn resident() -> Option<u64> {
    kilobytes(&fs::read_to_string("/proc/self/status").ok()?, "VmRSS:")
}

/// Bytes of memory that the machine has, or that the process may take of it.
fn available() -> Option<u64> {
    let machine = kilobytes(&fs::read_to_string("/proc/meminfo").ok()?, "MemTotal:")?;
    let group =
        fs::read_to_string("/sys/fs/cgroup/memory.max").ok().and_then(|text| text.trim().parse().ok());
    Some(group.map_or(machine, |group: u64| group.min(machine)))
}

fn kilobytes(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
