use super::Named;
use super::statements::Statements;
use super::terms::{cetu, oa, prov};
use super::{evidence, iri, number};
use oxigraph::model::Literal;
use oxigraph::model::vocab::rdf;

/// Writes a number that nothing was made of, with its sentence.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let unread = context.reading.facts.unread[index];
    let from = context.names.document(unread.document);
    let subject = iri::inside(from, "unread", &format!("{}-{}", unread.span.start, unread.span.end));
    let text = &context.reading.source.text;
    out.add(&subject, rdf::TYPE, cetu::UNREAD_NUMBER);
    out.add(&subject, oa::EXACT, Literal::from(text.slice(unread.span)));
    out.add(&subject, oa::START, number::whole(unread.span.start));
    out.add(&subject, oa::END, number::whole(unread.span.end));
    out.add(&subject, prov::WAS_QUOTED_FROM, from.clone());
    let sentence = evidence::state(context, unread.document, unread.section, unread.sentence, out);
    out.add(&subject, cetu::PROP_EVIDENCE, sentence);
}
