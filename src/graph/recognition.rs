use super::named::Named;
use super::statements::{Statements, zh};
use super::terms::{cetu, dcterms};
use super::{evidence, period, place};
use oxigraph::model::Literal;
use oxigraph::model::vocab::{rdf, rdfs};

/// Writes a recognition with its recipients, givers and ground.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let Named { reading, ontology, base, names } = context;
    let recognition = &reading.facts.recognitions[index];
    let subject = &names.recognitions[index];
    out.add(subject, rdf::TYPE, cetu::RECOGNITION);
    out.add(subject, rdfs::LABEL, zh(&reading.source.text.slice(recognition.quote)));
    out.concept(subject, cetu::KIND, ontology, recognition.kind);
    for recipient in &recognition.recipients {
        let region = place::state(recipient, ontology, base, out);
        out.maybe(subject, cetu::REGION, region);
    }
    for giver in recognition.by.iter().filter_map(|by| names.organisations.get(*by)) {
        out.add(subject, cetu::GRANTED_BY, giver.clone());
    }
    out.maybe(
        subject,
        cetu::BASED_ON,
        recognition.based_on.and_then(|index| names.policies.get(index)).cloned(),
    );
    if let Some((start, end)) = recognition.year.map(period::year) {
        out.add(subject, cetu::PERIOD_START, start);
        out.add(subject, cetu::PERIOD_END, end);
    }
    let quoted = evidence::state(context, recognition.document, recognition.section, recognition.quote, out);
    out.add(subject, cetu::PROP_EVIDENCE, quoted);
    out.add(subject, dcterms::PROVENANCE, Literal::from(recognition.rule.name()));
}
