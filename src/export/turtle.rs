//! Pretty Turtle.

use super::{Content, Exporter, Rdf};
use oxigraph::io::RdfFormat;
use std::io::{self, Write};

/// Turtle: prefixes that are used, one block a subject, `a` first, label second.
#[derive(Debug, Clone, Copy)]
pub struct Turtle;

impl Exporter for Turtle {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        Rdf::new(RdfFormat::Turtle).write(content, out)
    }
}
