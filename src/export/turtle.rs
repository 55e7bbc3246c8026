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
#[derive(Debug, Clone)]
pub struct Turtle(Rdf);

impl Default for Turtle {
    fn default() -> Self {
        Self(Rdf::new(RdfFormat::Turtle))
    }
}

impl Turtle {
    /// Takes further prefixes, as [`Rdf::with_prefixes`] does.
    #[must_use]
    pub fn with_prefixes(self, prefixes: &[(String, String)]) -> Self {
        Self(self.0.with_prefixes(prefixes))
    }
}

impl Exporter for Turtle {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        let mut spaced = Spaced { inner: out, head: Some(Vec::new()), last: [0; 2] };
        self.0.write(content, &mut spaced)?;
        spaced.end_head()?;
        out.flush()
    }
}

/// Sorts the prefixes and puts an empty line before every block. A line that ends in a full stop ends a block or
/// declares a prefix; line ends inside of literals are escaped.
struct Spaced<'a> {
    inner: &'a mut dyn Write,
    /// The prefixes, until the first block begins.
    head: Option<Vec<u8>>,
    last: [u8; 2],
}

impl Spaced<'_> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.head {
            Some(head) => head.extend_from_slice(bytes),
            None => self.inner.write_all(bytes)?,
        }
        Ok(())
    }

    fn end_head(&mut self) -> io::Result<()> {
        if let Some(head) = self.head.take() {
            let mut lines: Vec<&[u8]> = head.split_inclusive(|&byte| byte == b'\n').collect();
            lines.sort_unstable();
            self.inner.write_all(&lines.concat())?;
        }
        Ok(())
    }
}

impl Write for Spaced<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut from = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let starts = self.last == *b".\n" || self.last == [0; 2];
            if starts && byte != b'@' {
                self.put(&bytes[from..at])?;
                self.end_head()?;
                if self.last != [0; 2] {
                    self.inner.write_all(b"\n")?;
                }
                from = at;
            }
            self.last = [self.last[1], byte];
        }
        self.put(&bytes[from..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
