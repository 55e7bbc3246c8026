use super::{DISTRIBUTIONS, Statistics, partition};
use crate::document::sha256;
use crate::graph::terms::{PREFIXES, dcat, dcterms, sd, void};
use crate::graph::{Base, Statements};
use crate::ontology::DEF;
use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{Literal, NamedNode, Quad};

/// The graph that a description stands in.
#[must_use]
pub fn graph_name(base: &Base) -> NamedNode {
    base.graph("description", None)
}

/// A graph as a data set: `VoID` with class and property partitions, DCAT, and its named graphs.
#[must_use]
pub fn dataset(statistics: &Statistics, base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(graph_name(base));
    let dataset = base.dataset();
    for class in [void::DATASET, dcat::DATASET, sd::DATASET] {
        out.add(&dataset, rdf::TYPE, class);
    }
    let title = [("策图：政策报告图谱", "zh"), ("Cetu: a graph of policy reports", "en")];
    let about = [
        ("从中文政策报告中读出的数据、举措、项目及其原文依据。", "zh"),
        ("Figures, measures and programs read from Chinese policy reports, each with its words.", "en"),
    ];
    for (text, tag) in title {
        let text = Literal::new_language_tagged_literal_unchecked(text, tag);
        out.add(&dataset, dcterms::TITLE, text.clone());
        out.add(&dataset, rdfs::LABEL, text);
    }
    for (text, tag) in about {
        out.add(&dataset, dcterms::DESCRIPTION, Literal::new_language_tagged_literal_unchecked(text, tag));
    }
    out.add(&dataset, dcterms::LANGUAGE, Literal::from("zh"));
    out.add(&dataset, dcterms::CONFORMS_TO, NamedNode::new_unchecked(DEF.trim_end_matches('#')));
    out.add(&dataset, void::URI_SPACE, Literal::from(base.as_str()));
    if let Some(example) = &statistics.example {
        out.add(&dataset, void::EXAMPLE_RESOURCE, NamedNode::new_unchecked(example));
    }
    numbers(statistics, &dataset, &mut out);
    vocabularies(statistics, &dataset, &mut out);
    period(statistics, &dataset, &mut out);
    for distribution in DISTRIBUTIONS {
        let node = distribution.node(&dataset);
        out.add(&dataset, dcat::DISTRIBUTION, node.clone());
        out.add(&dataset, void::FEATURE, distribution.format_node());
        out.add(&node, rdf::TYPE, dcat::DISTRIBUTION_CLASS);
        out.add(&node, rdfs::LABEL, Literal::from(distribution.format.replace('_', "/")));
        out.add(&node, dcat::MEDIA_TYPE, distribution.media_type_node());
        out.add(&node, dcterms::FORMAT, distribution.format_node());
    }
    graphs(statistics, base, &dataset, &mut out);
    partition::state(statistics, &dataset, &mut out);
    out.quads
}

fn numbers(statistics: &Statistics, dataset: &NamedNode, out: &mut Statements) {
    let documents = statistics.entities(crate::graph::terms::cetu::SOURCE_DOCUMENT);
    for (property, number) in [
        (void::TRIPLES, statistics.triples),
        (void::ENTITIES, statistics.subjects),
        (void::DISTINCT_SUBJECTS, statistics.subjects),
        (void::DISTINCT_OBJECTS, statistics.objects),
        (void::CLASSES, statistics.classes.len()),
        (void::PROPERTIES, statistics.properties.len()),
        (void::DOCUMENTS, documents),
    ] {
        out.add(dataset, property, count(number));
    }
}

/// The namespaces of the properties and classes in use, as far as they are known.
fn vocabularies(statistics: &Statistics, dataset: &NamedNode, out: &mut Statements) {
    let used = |space: &str| {
        let mut terms = statistics.properties.keys().chain(statistics.classes.keys());
        terms.any(|iri| iri.strip_prefix(space).is_some_and(|local| !local.contains(['/', '#'])))
    };
    for (_, space) in PREFIXES.iter().filter(|(_, space)| used(space)) {
        out.add(dataset, void::VOCABULARY, NamedNode::new_unchecked(*space));
    }
}

fn period(statistics: &Statistics, dataset: &NamedNode, out: &mut Statements) {
    let Some((first, last)) = &statistics.period else { return };
    let node = NamedNode::new_unchecked(format!("{}/period", dataset.as_str()));
    out.add(dataset, dcterms::TEMPORAL, node.clone());
    out.add(&node, rdf::TYPE, dcterms::PERIOD_OF_TIME);
    out.add(&node, dcat::START_DATE, Literal::new_typed_literal(first, xsd::DATE));
    out.add(&node, dcat::END_DATE, Literal::new_typed_literal(last, xsd::DATE));
}

/// The default graph, which is the union, and every named graph.
fn graphs(statistics: &Statistics, base: &Base, dataset: &NamedNode, out: &mut Statements) {
    let default = NamedNode::new_unchecked(format!("{}/default", dataset.as_str()));
    out.add(dataset, sd::DEFAULT_GRAPH, default.clone());
    out.add(&default, rdf::TYPE, sd::GRAPH_CLASS);
    out.add(&default, void::TRIPLES, count(statistics.triples));
    let own = format!("{}graph/", base.as_str());
    for (iri, triples) in &statistics.graphs {
        let key =
            iri.strip_prefix(&own).map_or_else(|| sha256(iri.as_bytes())[..16].to_owned(), str::to_owned);
        let named = NamedNode::new_unchecked(format!("{}/graph/{key}", dataset.as_str()));
        let name = NamedNode::new_unchecked(iri);
        out.add(dataset, sd::NAMED_GRAPH, named.clone());
        out.add(&named, rdf::TYPE, sd::NAMED_GRAPH_CLASS);
        out.add(&named, sd::NAME, name.clone());
        out.add(&named, sd::GRAPH, name.clone());
        out.add(&name, rdf::TYPE, sd::GRAPH_CLASS);
        out.add(&name, void::TRIPLES, count(*triples));
    }
}

/// A number of things.
pub(super) fn count(number: usize) -> Literal {
    Literal::new_typed_literal(number.to_string(), xsd::INTEGER)
}
