use super::named::Named;
use super::statements::{Statements, zh};
use super::terms::{cetu, org};
use super::{evidence, place};
use oxigraph::model::vocab::{rdf, rdfs};

/// Writes a body; one of the vocabulary is described there, its evidence is here.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let Named { reading, ontology, base, names } = context;
    let body = &reading.facts.organisations[index];
    let subject = &names.organisations[index];
    out.add(subject, rdf::TYPE, org::ORGANIZATION);
    if body.concept.is_none() {
        out.add(subject, rdfs::LABEL, zh(&body.label));
        out.concept(subject, cetu::KIND, ontology, body.kind);
        let region = place::state(&body.place, ontology, base, out);
        out.maybe(subject, cetu::REGION, region);
    }
    let quoted = evidence::state(context, body.document, body.section, body.quote, out);
    out.add(subject, cetu::PROP_EVIDENCE, quoted);
}
