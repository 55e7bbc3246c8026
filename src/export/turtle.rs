//! Pretty Turtle.
//!
//! Oxigraph's serializer writes it from sorted triples, in one pass. Sophia's pretty writer was tried first: it
//! is deterministic too, but takes quadratic time (5,000 triples of the vocabularies 0.09 s, 50,000 triples
//! 16.8 s, where this takes 0.01 s and 0.16 s), and it orders properties by IRI only, so that labels
//! do not come second.

use super::{Content, Exporter, Rdf};
use oxigraph::io::RdfFormat;
use std::io::{self, Write};

/// Turtle: the prefixes that are used, one block a subject, `a` first, label second.
#[derive(Debug, Clone, Copy)]
pub struct Turtle;

impl Exporter for Turtle {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        Rdf::new(RdfFormat::Turtle).write(content, &mut Spaced { inner: out, last: [0; 2] })
    }
}

/// Puts an empty line before every block. A line that ends in a full stop ends a block or declares a prefix;
/// line ends inside of literals are escaped.
struct Spaced<'a> {
    inner: &'a mut dyn Write,
    last: [u8; 2],
}

impl Write for Spaced<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut from = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            if self.last == *b".\n" && byte != b'@' {
                self.inner.write_all(&bytes[from..at])?;
                self.inner.write_all(b"\n")?;
                from = at;
            }
            self.last = [self.last[1], byte];
        }
        self.inner.write_all(&bytes[from..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
