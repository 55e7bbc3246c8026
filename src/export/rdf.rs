use super::{Content, Exporter, order};
use crate::graph::terms::PREFIXES;
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};
use std::io::{self, Write};

/// Datatypes of literals that are written without naming it.
const BARE: [NamedNodeRef<'static>; 4] = [xsd::STRING, xsd::INTEGER, xsd::DECIMAL, rdf::LANG_STRING];

/// An RDF format, as oxigraph writes it; formats without named graphs get every triple once.
#[derive(Debug, Clone)]
pub struct Rdf {
    format: RdfFormat,
    prefixes: Vec<(String, String)>,
}

impl Rdf {
    /// A writer of a format.
    #[must_use]
    pub const fn new(format: RdfFormat) -> Self {
        Self { format, prefixes: Vec::new() }
    }

    /// Takes further prefixes, which go before the known ones of the same name or IRI.
    #[must_use]
    pub fn with_prefixes(mut self, prefixes: &[(String, String)]) -> Self {
        self.prefixes = prefixes.to_vec();
        self
    }

    /// The further prefixes and the known ones.
    fn prefixes(&self) -> Vec<(&str, &str)> {
        let own = self.prefixes.iter().map(|(name, iri)| (name.as_str(), iri.as_str()));
        let hidden = |name: &str, iri: &str| self.prefixes.iter().any(|(n, i)| n == name || i == iri);
        own.chain(PREFIXES.iter().copied().filter(|(name, iri)| !hidden(name, iri))).collect()
    }

    /// A serializer that declares all prefixes, for quads that are written as they come.
    pub fn serializer(&self) -> RdfSerializer {
        declare(RdfSerializer::from_format(self.format), self.prefixes())
    }

    /// The prefixes that at least one quad uses.
    fn used_prefixes(&self, quads: &[&Quad]) -> Vec<(&str, &str)> {
        let format = self.format;
        if matches!(format, RdfFormat::NTriples | RdfFormat::NQuads) {
            return Vec::new();
        }
        let prefixes = self.prefixes();
        let mut used = vec![false; prefixes.len()];
        let mut mark = |iri: &str| {
            // A local name has none of these.
            let local = iri.rfind(['/', '#']).map_or(0, |at| at + 1);
            for (index, (_, base)) in prefixes.iter().enumerate() {
                if !used[index] && base.len() >= local && iri.starts_with(base) {
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
        prefixes.into_iter().zip(used).filter(|(_, used)| *used).map(|(prefix, _)| prefix).collect()
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
        let mut writer =
            declare(RdfSerializer::from_format(self.format), self.used_prefixes(&quads)).for_writer(out);
        for quad in quads {
            writer.serialize_quad(quad)?;
        }
        writer.finish()?.flush()
    }
}

fn declare<'a>(
    mut serializer: RdfSerializer,
    prefixes: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> RdfSerializer {
    for (name, iri) in prefixes {
        // Each is an IRI: the known ones are constants, the others come out of a query that was parsed.
        serializer = match serializer.clone().with_prefix(name, iri) {
            Ok(with) => with,
            Err(_) => serializer,
        };
    }
    serializer
}
