use super::named::Named;
use super::statements::{Statements, zh};
use super::terms::{cetu, dcterms, schema};
use super::{evidence, iri, number, place};
use crate::facts::{About, Claim};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNode};

/// Writes a claim with what it is about.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let Named { reading, ontology, base, names } = context;
    let claim = &reading.facts.claims[index];
    let subject = &names.claims[index];
    out.add(subject, rdf::TYPE, cetu::CLAIM);
    out.add(subject, rdfs::LABEL, zh(&reading.source.text.slice(claim.quote)));
    out.concept(subject, cetu::KIND, ontology, claim.kind);
    let region = place::state(&claim.place, ontology, base, out);
    out.maybe(subject, cetu::REGION, region);
    let about = about(context, claim, out);
    out.maybe(subject, schema::ABOUT, about);
    out.maybe(subject, cetu::RANK, claim.rank.map(|rank| number::whole(rank as usize)));
    let among = claim.among.as_ref().and_then(|area| place::state(area, ontology, base, out));
    out.maybe(subject, cetu::RANKED_AMONG, among);
    out.maybe(subject, cetu::GRANTED_BY, claim.by.and_then(|by| names.organisations.get(by)).cloned());
    let quoted = evidence::state(context, claim.document, claim.section, claim.quote, out);
    out.add(subject, cetu::PROP_EVIDENCE, quoted);
    out.add(subject, dcterms::PROVENANCE, Literal::from(claim.rule.name()));
}

/// The node that a claim is about; words that name nothing else become a thing of the document.
fn about(context: &Named<'_>, claim: &Claim, out: &mut Statements) -> Option<NamedNode> {
    let names = &context.names;
    match claim.about {
        About::Program(index) => names.programs.get(index).cloned(),
        About::Figure(index) => names.indicators.get(index).cloned(),
        About::Policy(index) => names.policies.get(index).cloned(),
        About::Place => place::iri(&claim.place, context.ontology, context.base),
        About::Words(span) => {
            let key = format!("{}-{}", span.start, span.end);
            let thing = iri::inside(names.document(claim.document), "thing", &key);
            out.add(&thing, rdf::TYPE, schema::THING);
            out.add(&thing, rdfs::LABEL, zh(&context.reading.source.text.slice(span)));
            Some(thing)
        }
    }
}
