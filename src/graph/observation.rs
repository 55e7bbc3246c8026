use super::code::{self, code};
use super::named::Named;
use super::number::{self, Bounds};
use super::statements::{Statements, zh};
use super::terms::{cetu, dcterms};
use super::{evidence, period, place};
use crate::facts::Figure;
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNode};

/// Writes a figure as an observation with its evidence.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let Named { reading, ontology, base, names } = context;
    let figure = &reading.facts.figures[index];
    let iri = &names.figures[index];
    let text = &reading.source.text;
    out.add(iri, rdf::TYPE, cetu::OBSERVATION);
    out.add(iri, rdfs::LABEL, zh(&text.slice(figure.quote)));
    indicator(context, index, out);
    if let Some(region) = place::state(&figure.place, ontology, base, out) {
        out.add(iri, cetu::REGION, region);
    }
    let bounds = Bounds::of(figure);
    out.add(iri, cetu::VALUE, number::literal(bounds.value));
    out.maybe(iri, cetu::MIN_VALUE, bounds.min.map(number::literal));
    out.maybe(iri, cetu::MAX_VALUE, bounds.max.map(number::literal));
    out.add(iri, cetu::VALUE_TEXT, Literal::from(text.slice(figure.hedged)));
    out.add(iri, cetu::VALUE_START, number::whole(figure.span.start));
    out.add(iri, cetu::VALUE_END, number::whole(figure.span.end));
    out.concept(iri, cetu::UNIT, ontology, figure.unit);
    out.add(iri, cetu::APPROXIMATION, code(code::approximation(figure.comparator)));
    out.add(iri, cetu::VALUE_ROLE, code(code::role(figure.status)));
    out.add(iri, cetu::TIME_BASIS, code(code::basis(figure.basis)));
    out.add(iri, cetu::ASPECT, code(code::aspect(figure.aspect)));
    let (start, end) = period::days(figure);
    out.maybe(iri, cetu::PERIOD_START, start);
    out.maybe(iri, cetu::PERIOD_END, end);
    for &group in &figure.groups {
        out.concept(iri, cetu::TARGET_GROUP, ontology, group);
    }
    if let Some(comparison) = figure.comparison {
        out.concept(iri, cetu::COMPARISON_BASIS, ontology, comparison);
    }
    out.maybe(iri, cetu::OF_PROGRAM, figure.program.and_then(|program| names.programs.get(program)).cloned());
    relations(context, figure, iri, out);
    let quoted = evidence::state(context, figure.document, figure.section, figure.quote, out);
    out.add(iri, cetu::PROP_EVIDENCE, quoted);
    out.add(iri, dcterms::PROVENANCE, Literal::from(figure.rule.name()));
}

/// The indicator; one that no vocabulary has is described here, as a candidate.
fn indicator(context: &Named<'_>, index: usize, out: &mut Statements) {
    let figure = &context.reading.facts.figures[index];
    let (iri, indicator) = (&context.names.figures[index], &context.names.indicators[index]);
    out.add(iri, cetu::INDICATOR, indicator.clone());
    if figure.indicator.entry.is_none() {
        out.add(indicator, rdf::TYPE, cetu::CANDIDATE_INDICATOR);
        out.add(indicator, rdfs::LABEL, zh(&figure.indicator.label));
        out.concept(indicator, cetu::UNIT, context.ontology, figure.unit);
    }
}

fn relations(context: &Named<'_>, figure: &Figure, iri: &NamedNode, out: &mut Statements) {
    let other = |index: Option<usize>| index.and_then(|index| context.names.figures.get(index)).cloned();
    let relations = figure.relations;
    out.maybe(iri, cetu::SUBSET_OF, other(relations.part_of));
    out.maybe(iri, cetu::SHARE_OF, other(relations.share_of));
    out.maybe(iri, cetu::SHARE_OF_PART, other(relations.share_of_part));
    out.maybe(iri, cetu::CHANGE_OF, other(relations.change_of));
    if let Some(actual) = other(relations.target_of) {
        out.add(&actual, cetu::TARGET, iri.clone());
    }
}
