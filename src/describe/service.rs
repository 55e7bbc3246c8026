use super::distribution::format;
use super::{DISTRIBUTIONS, graph_name};
use crate::graph::terms::{dcat, sd, void};
use crate::graph::{Base, Statements};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNode, Quad};

/// Where a SPARQL service is reached, and what it can do.
#[derive(Debug, Clone)]
pub struct Service {
    /// Its address, as the client called it.
    pub endpoint: NamedNode,
    /// Address of the whole data set; `?format=` names the form.
    pub downloads: NamedNode,
    /// Whether it passes parts of a query on to other services.
    pub federated: bool,
}

/// The formats that results come in, by their names among the W3C's formats.
const RESULTS: [&str; 8] = [
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
];

/// A service in the terms of SPARQL 1.1 Service Description and DCAT, and where the data set is had.
#[must_use]
pub fn service(service: &Service, base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(graph_name(base));
    let (endpoint, dataset) = (&service.endpoint, base.dataset());
    out.add(endpoint, rdf::TYPE, sd::SERVICE);
    out.add(endpoint, rdf::TYPE, dcat::DATA_SERVICE);
    out.add(endpoint, rdfs::LABEL, Literal::from("SPARQL"));
    out.add(endpoint, sd::ENDPOINT, endpoint.clone());
    out.add(endpoint, dcat::ENDPOINT_URL, endpoint.clone());
    out.add(endpoint, dcat::ENDPOINT_DESCRIPTION, endpoint.clone());
    out.add(endpoint, dcat::SERVES_DATASET, dataset.clone());
    out.add(endpoint, sd::SUPPORTED_LANGUAGE, sd::SPARQL_11_QUERY);
    out.add(endpoint, sd::FEATURE, sd::UNION_DEFAULT_GRAPH);
    if service.federated {
        out.add(endpoint, sd::FEATURE, sd::BASIC_FEDERATED_QUERY);
    }
    for name in RESULTS {
        out.add(endpoint, sd::RESULT_FORMAT, format(name));
    }
    let simple = NamedNode::new_unchecked("http://www.w3.org/ns/entailment/Simple");
    out.add(endpoint, sd::DEFAULT_ENTAILMENT_REGIME, simple);
    out.add(endpoint, sd::DEFAULT_DATASET, dataset.clone());
    out.add(&dataset, void::SPARQL_ENDPOINT, endpoint.clone());
    for distribution in DISTRIBUTIONS {
        let node = distribution.node(&dataset);
        let address = format!("{}?format={}", service.downloads.as_str(), distribution.name);
        let address = NamedNode::new_unchecked(address);
        out.add(&dataset, void::DATA_DUMP, address.clone());
        out.add(&node, dcat::DOWNLOAD_URL, address.clone());
        out.add(&node, dcat::ACCESS_URL, address);
    }
    out.quads
}
