use super::{Content, Exporter, order};
use crate::graph::terms::PREFIXES;
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};
use std::io::{self, Write};

/// Datatypes of literals that are written without naming it.
const BARE: [NamedNodeRef<'static>; 4] = [xsd::STRING, xsd::INTEGER, xsd::DECIMAL, rdf::LANG_STRING];

/// An RDF format, as oxigraph writes it; formats without named graphs get every triple once.
#[derive(Debug, Clone, Copy)]
pub struct Rdf {
    format: RdfFormat,
}

impl Rdf {
    /// A writer of a format.
    #[must_use]
    pub const fn new(format: RdfFormat) -> Self {
        Self { format }
    }
}

impl Exporter for Rdf {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        let flat;
        let quads: Vec<&Quad> = if self.format.supports_datasets() {
            order::sorted(&content.quads)
        } else {
            flat = order::triples(&content.quads);
            flat.iter().collect()
        };
        let mut writer = serializer(self.format, &quads).for_writer(out);
        for quad in quads {
            writer.serialize_quad(quad)?;
        }
        writer.finish()?.flush()
    }
}

/// A serializer that declares the prefixes that the quads use.
fn serializer(format: RdfFormat, quads: &[&Quad]) -> RdfSerializer {
    let mut serializer = RdfSerializer::from_format(format);
    for (name, iri) in used_prefixes(format, quads) {
        // The list of prefixes is a constant; each is an IRI.
        serializer = match serializer.clone().with_prefix(name, iri) {
            Ok(with) => with,
            Err(_) => serializer,
        };
    }
    serializer
}

/// The known prefixes that at least one quad uses.
fn used_prefixes<'a>(
    format: RdfFormat,
    quads: &[&'a Quad],
) -> impl Iterator<Item = (&'static str, &'static str)> + use<'a> {
    let mut used = vec![false; PREFIXES.len()];
    let mut mark = |iri: &str| {
        for (index, (_, base)) in PREFIXES.iter().enumerate() {
            if !used[index] && iri.strip_prefix(base).is_some_and(|local| !local.contains(['/', '#'])) {
                used[index] = true;
            }
        }
    };
    for quad in quads {
        // `a` and the abbreviated numbers and strings are written without their prefix.
        if quad.predicate != rdf::TYPE || format != RdfFormat::Turtle && format != RdfFormat::TriG {
            mark(quad.predicate.as_str());
        }
        if let NamedOrBlankNode::NamedNode(node) = &quad.subject {
            mark(node.as_str());
        }
        match &quad.object {
            Term::NamedNode(node) => mark(node.as_str()),
            Term::Literal(literal) if !BARE.contains(&literal.datatype()) => {
                mark(literal.datatype().as_str());
            }
            Term::Literal(_) => {}
            Term::BlankNode(_) => {}
        }
    }
    PREFIXES.iter().copied().zip(used).filter(|(_, used)| *used).map(|(prefix, _)| prefix)
}
