use super::named::Named;
use super::statements::{Statements, zh};
use super::terms::{cetu, dcterms};
use super::{evidence, place};
use oxigraph::model::vocab::{rdf, rdfs};

/// Writes a program.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let Named { reading, ontology, base, names } = context;
    let program = &reading.facts.programs[index];
    let iri = &names.programs[index];
    out.add(iri, rdf::TYPE, cetu::PROGRAM);
    out.add(iri, rdfs::LABEL, zh(&program.label(&reading.source.text)));
    out.concept(iri, cetu::KIND, ontology, program.kind);
    if let Some(region) = place::state(&program.place, ontology, base, out) {
        out.add(iri, cetu::REGION, region);
    }
    for &group in &program.groups {
        out.concept(iri, cetu::TARGET_GROUP, ontology, group);
    }
    for &instrument in &program.instruments {
        out.concept(iri, cetu::INSTRUMENT, ontology, instrument);
    }
    for body in program.run_by.iter().filter_map(|body| names.organisations.get(*body)) {
        out.add(iri, cetu::IMPLEMENTED_BY, body.clone());
    }
    for body in program.partners.iter().filter_map(|body| names.organisations.get(*body)) {
        out.add(iri, cetu::PARTNER, body.clone());
    }
    let parent =
        program.part_of.and_then(|parent| names.programs.get(parent)).filter(|parent| *parent != iri);
    out.maybe(iri, dcterms::IS_PART_OF, parent.cloned());
    out.maybe(iri, dcterms::RELATION, names.section(program.document, program.section).cloned());
    let quoted = evidence::state(context, program.document, program.section, program.quote, out);
    out.add(iri, cetu::PROP_EVIDENCE, quoted);
}
