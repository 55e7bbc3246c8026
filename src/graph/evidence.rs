use super::named::Named;
use super::statements::Statements;
use super::terms::{cetu, dcterms, oa, prov};
use super::{iri, number};
use crate::text::Span;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{Literal, NamedNode};

/// Code points quoted before and after.
const AROUND: usize = 12;

/// Writes a quotation and gives its IRI.
pub(super) fn state(
    context: &Named<'_>,
    document: usize,
    section: Option<usize>,
    span: Span,
    out: &mut Statements,
) -> NamedNode {
    let text = &context.reading.source.text;
    let from = context.names.document(document);
    let subject = iri::inside(from, "evidence", &format!("{}-{}", span.start, span.end));
    let before = Span::new(span.start.saturating_sub(AROUND), span.start);
    let after = Span::new(span.end, span.end + AROUND);
    out.add(&subject, rdf::TYPE, cetu::EVIDENCE);
    out.add(&subject, oa::EXACT, Literal::from(text.slice(span)));
    out.add(&subject, oa::PREFIX, Literal::from(text.slice(before)));
    out.add(&subject, oa::SUFFIX, Literal::from(text.slice(after)));
    out.add(&subject, oa::START, number::whole(span.start));
    out.add(&subject, oa::END, number::whole(span.end));
    out.add(&subject, prov::WAS_QUOTED_FROM, from.clone());
    out.maybe(&subject, dcterms::IS_PART_OF, context.names.section(document, section).cloned());
    subject
}
