use super::Named;
use super::code::code;
use super::statements::{Statements, zh};
use super::terms::{cetu, dcterms};
use super::{evidence, iri};
use crate::correct::{Action, Target};
use oxigraph::model::Literal;
use oxigraph::model::vocab::{rdf, rdfs, xsd};

/// Writes a correction, by whom and why, and ties it to the fact that it made or changed.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let applied = &context.reading.corrections.applied;
    let made = &applied[index];
    let from = context.names.document(made.document);
    // Several corrections of one number are told apart by their order.
    let before = applied[..index].iter().filter(|other| other.span == made.span).count();
    let tail = if before == 0 { String::new() } else { format!("-{}", before + 1) };
    let key = format!("{}-{}{tail}", made.span.start, made.span.end);
    let subject = iri::inside(from, "correction", &key);
    let correction = &made.correction;
    out.add(&subject, rdf::TYPE, cetu::CORRECTION_CLASS);
    out.add(&subject, rdfs::LABEL, zh(&made.told));
    out.add(
        &subject,
        cetu::KIND,
        code(match correction.action {
            Action::Change => "correction-change",
            Action::Reject => "correction-reject",
            Action::Add => "correction-add",
        }),
    );
    out.maybe(&subject, dcterms::CREATOR, correction.by.as_deref().map(Literal::from));
    out.maybe(&subject, dcterms::DESCRIPTION, correction.why.as_deref().map(zh));
    let date = correction.date.as_ref().and_then(|date| date.date);
    out.maybe(
        &subject,
        dcterms::DATE,
        date.map(|date| Literal::new_typed_literal(date.to_string(), xsd::DATE)),
    );
    let section = context.reading.outline.documents.get(made.document);
    let section = section.and_then(|document| document.section_at(made.quote.start));
    let quoted = evidence::state(context, made.document, section, made.quote, out);
    out.add(&subject, cetu::PROP_EVIDENCE, quoted);
    let fact = match made.target {
        Target::Figure(index) => context.names.figures.get(index),
        Target::Program(index) => context.names.programs.get(index),
        Target::Gone => None,
    };
    if let Some(fact) = fact {
        out.add(fact, cetu::CORRECTION, subject);
    }
}
