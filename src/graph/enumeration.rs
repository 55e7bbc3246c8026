use super::named::Named;
use super::statements::{Statements, zh};
use super::terms::cetu;
use super::{evidence, number};
use oxigraph::model::Literal;
use oxigraph::model::vocab::{rdf, rdfs};

/// Writes a row that announces its number, and whether the number holds.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let row = &context.reading.facts.enumerations[index];
    let subject = &context.names.enumerations[index];
    let text = &context.reading.source.text;
    out.add(subject, rdf::TYPE, cetu::ENUMERATION);
    out.add(subject, rdfs::LABEL, zh(&text.slice(row.span)));
    out.add(subject, cetu::ANNOUNCED_COUNT, number::whole(row.number));
    out.add(subject, cetu::MEMBER_COUNT, number::whole(row.members.len()));
    out.add(subject, cetu::COUNT_HOLDS, Literal::from(row.holds()));
    for member in &row.members {
        out.add(subject, cetu::MEMBER_NAME, zh(&text.slice(*member)));
    }
    let quoted = evidence::state(context, row.document, row.section, row.quote, out);
    out.add(subject, cetu::PROP_EVIDENCE, quoted);
}
