use super::Names;
use super::iri::Base;
use super::statements::Statements;
use super::terms::{cetu, dcterms, prov, schema};
use crate::Reading;
use crate::document::{Copy, Source, sha256};
use crate::ontology::Ontology;
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNode, Quad};

/// Who made which graph from which file: the graph `meta`. A run is named by what went into it, not by its time.
#[must_use]
pub fn metadata(readings: &[Reading], ontology: &Ontology, base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(base.graph("meta", None));
    let agent =
        NamedNode::new_unchecked(format!("{}agent/cetu-{}", crate::ontology::ID, env!("CARGO_PKG_VERSION")));
    out.add(&agent, rdf::TYPE, prov::SOFTWARE_AGENT);
    out.add(&agent, rdfs::LABEL, Literal::from("Cetu"));
    out.add(&agent, schema::SOFTWARE_VERSION, Literal::from(env!("CARGO_PKG_VERSION")));
    let mut hashes: Vec<&str> = readings.iter().map(|reading| reading.source.sha256.as_str()).collect();
    hashes.sort_unstable();
    let inputs = format!("{}\n{}\n{}", env!("CARGO_PKG_VERSION"), base.as_str(), hashes.join("\n"));
    let run = base.run(&sha256(inputs.as_bytes())[..16]);
    out.add(&run, rdf::TYPE, prov::ACTIVITY);
    out.add(&run, rdfs::LABEL, Literal::from("cetu build"));
    out.add(&run, prov::WAS_ASSOCIATED_WITH, agent);
    for reading in readings {
        let names = Names::new(reading, ontology, base);
        let source = &reading.source;
        out.add(&names.file, rdf::TYPE, prov::ENTITY);
        out.add(&names.file, schema::SHA256, Literal::from(source.sha256.as_str()));
        out.add(&names.file, schema::CONTENT_URL, Literal::from(source.path.as_str()));
        out.maybe(&names.file, cetu::TEXT_SHA256, source.text_sha256().map(Literal::from));
        files(source, &names.file, base, &mut out);
        for (document, graph) in names.documents.iter().zip(&names.graphs) {
            out.add(graph, rdf::TYPE, prov::ENTITY);
            out.add(graph, prov::WAS_DERIVED_FROM, document.clone());
            out.add(graph, prov::WAS_GENERATED_BY, run.clone());
            if *document != names.file {
                out.add(document, dcterms::IS_PART_OF, names.file.clone());
            }
        }
    }
    out.quads
}

/// Where a document comes from, beside its own file: the address it was saved from, and, when several files have its
/// text, each of them.
fn files(source: &Source, document: &NamedNode, base: &Base, out: &mut Statements) {
    let address = source.stated.address.as_deref().filter(|address| address.starts_with("http"));
    out.maybe(document, dcterms::SOURCE, address.and_then(|address| NamedNode::new(address).ok()));
    if source.copies.is_empty() {
        return;
    }
    let own = Copy { path: source.path.clone(), sha256: source.sha256.clone() };
    for file in [&own].into_iter().chain(&source.copies) {
        let node = base.file(&file.sha256);
        out.add(document, dcterms::SOURCE, node.clone());
        out.add(&node, rdf::TYPE, prov::ENTITY);
        out.add(&node, schema::SHA256, Literal::from(file.sha256.as_str()));
        out.add(&node, schema::CONTENT_URL, Literal::from(file.path.as_str()));
    }
}
