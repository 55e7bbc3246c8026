use super::named::Named;
use super::statements::{Statements, zh};
use super::terms::{cetu, dcterms};
use super::{evidence, place};
use oxigraph::model::Literal;
use oxigraph::model::vocab::{rdf, rdfs};

/// Writes a policy document.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let Named { reading, ontology, base, names } = context;
    let policy = &reading.facts.policies[index];
    let subject = &names.policies[index];
    let text = &reading.source.text;
    out.add(subject, rdf::TYPE, cetu::POLICY_DOCUMENT);
    out.add(subject, rdfs::LABEL, zh(&text.slice(policy.title)));
    out.add(subject, dcterms::TITLE, zh(&text.slice(policy.title)));
    out.maybe(subject, dcterms::IDENTIFIER, policy.number.map(|number| Literal::from(text.slice(number))));
    out.concept(subject, cetu::KIND, ontology, policy.kind);
    let region = place::state(&policy.place, ontology, base, out);
    out.maybe(subject, cetu::REGION, region);
    for issuer in policy.issuers.iter().filter_map(|by| names.organisations.get(*by)) {
        out.add(subject, dcterms::PUBLISHER, issuer.clone());
    }
    let quoted = evidence::state(context, policy.document, policy.section, policy.quote, out);
    out.add(subject, cetu::PROP_EVIDENCE, quoted);
}
