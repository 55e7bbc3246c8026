use super::named::Named;
use super::statements::{Statements, zh};
use super::terms::{cetu, dcterms, prov, schema, skos};
use super::{evidence, iri, number, period};
use crate::facts::{Evaluation, Factor};
use oxigraph::model::NamedNode;
use oxigraph::model::vocab::{rdf, rdfs};

/// Writes an evaluation scheme with its criteria and steps.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let Named { reading, ontology, names, .. } = context;
    let scheme = &reading.facts.evaluations[index];
    let subject = &names.evaluations[index];
    let text = &reading.source.text;
    out.add(subject, rdf::TYPE, cetu::EVALUATION_SCHEME);
    out.add(subject, rdfs::LABEL, zh(&text.slice(scheme.name)));
    if let Some((start, end)) = scheme.year.map(period::year) {
        out.add(subject, cetu::PERIOD_START, start);
        out.add(subject, cetu::PERIOD_END, end);
    }
    let appliers: Vec<&NamedNode> = scheme.by.iter().filter_map(|by| names.organisations.get(*by)).collect();
    for applier in &appliers {
        out.add(subject, prov::WAS_ATTRIBUTED_TO, (*applier).clone());
    }
    for factor in &scheme.factors {
        let criterion = criterion(context, scheme, factor, out);
        out.add(&criterion, skos::IN_SCHEME, subject.clone());
    }
    for (position, step) in scheme.steps.iter().enumerate() {
        let node = iri::inside(subject, "step", &(position + 1).to_string());
        out.add(&node, rdf::TYPE, cetu::EVALUATION_STEP);
        out.add(&node, rdfs::LABEL, zh(&text.slice(step.span)));
        out.concept(&node, cetu::KIND, ontology, step.kind);
        out.add(&node, schema::POSITION, number::whole(position + 1));
        out.add(&node, dcterms::IS_PART_OF, subject.clone());
        let quoted = evidence::state(context, scheme.document, scheme.section, step.quote, out);
        out.add(&node, cetu::PROP_EVIDENCE, quoted);
    }
    let quoted = evidence::state(context, scheme.document, scheme.section, scheme.quote, out);
    out.add(subject, cetu::PROP_EVIDENCE, quoted);
}

/// The criterion that a factor is; one that no vocabulary has becomes a criterion of the document.
fn criterion(context: &Named<'_>, scheme: &Evaluation, factor: &Factor, out: &mut Statements) -> NamedNode {
    if let Some(id) = factor.concept {
        return NamedNode::new_unchecked(context.ontology.concept(id).iri.clone());
    }
    let key = format!("{}-{}", factor.words.start, factor.words.end);
    let node = iri::inside(context.names.document(scheme.document), "criterion", &key);
    out.add(&node, rdf::TYPE, cetu::CRITERION);
    out.add(&node, rdfs::LABEL, zh(&context.reading.source.text.slice(factor.words)));
    node
}
