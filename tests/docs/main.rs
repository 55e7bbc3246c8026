//! What the README shows and what other tools make of the output, held to the binary.

#![allow(clippy::unwrap_used)]
#![allow(clippy::format_push_string, clippy::format_collect, reason = "short texts read better so")]

mod peers;
mod readme;
mod reference;

use std::io::Write;
use std::path::Path;

/// The root of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Says that a test cannot run here; on a machine that must run everything, that is a failure.
fn skip(reason: &str) {
    assert!(std::env::var_os("CI").is_none(), "skipped, although CI is set: {reason}");
    // Not by a macro: what those print is shown only when a test fails.
    let _ = writeln!(std::io::stderr(), "skipped: {reason}");
}
