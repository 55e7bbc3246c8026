use super::{Content, Exporter};
use std::io::{self, Write};

/// JSON Lines: one fact a line, all kinds, in reading order.
#[derive(Debug, Clone, Copy)]
pub struct JsonLines;

impl Exporter for JsonLines {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        for fact in &content.facts {
            serde_json::to_writer(&mut *out, fact)?;
            out.write_all(b"\n")?;
        }
        out.flush()
    }
}
