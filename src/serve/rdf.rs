use super::negotiate::Offer;
use super::{Finished, Problem};
use crate::export::{Content, Exporter, Rdf, Turtle};
use oxigraph::io::RdfFormat;
use oxigraph::model::Quad;

/// Quads, whole, in the form of an offer; sorted, with the prefixes that they use.
pub(super) fn finished(quads: Vec<Quad>, offer: &Offer<RdfFormat>) -> Result<Finished, Problem> {
    let mut body = Vec::new();
    let content = Content { quads, facts: Vec::new() };
    let written = match offer.form {
        RdfFormat::Turtle => Turtle::default().write(&content, &mut body),
        format => Rdf::new(format).write(&content, &mut body),
    };
    written.map_err(|error| Problem::new(500, "writing").detail(error.to_string()))?;
    Ok(Finished::new(offer.media_type, body))
}
