use super::Named;
use super::iri::Base;
use super::statements::Statements;
use super::terms::{dcterms, prov, schema};
use crate::document::sha256;
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNode, Quad};

/// Who made which graph from which file: the graph `meta`. A run is named by what went into it, not by its time.
#[must_use]
pub fn metadata(all: &[Named<'_>], base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(base.graph("meta", None));
    let agent =
        NamedNode::new_unchecked(format!("{}agent/cetu-{}", crate::ontology::ID, env!("CARGO_PKG_VERSION")));
    out.add(&agent, rdf::TYPE, prov::SOFTWARE_AGENT);
    out.add(&agent, rdfs::LABEL, Literal::from("Cetu"));
    out.add(&agent, schema::SOFTWARE_VERSION, Literal::from(env!("CARGO_PKG_VERSION")));
    let mut hashes: Vec<&str> = all.iter().map(|named| named.reading.source.sha256.as_str()).collect();
    hashes.sort_unstable();
    let inputs = format!("{}\n{}\n{}", env!("CARGO_PKG_VERSION"), base.as_str(), hashes.join("\n"));
    let run = base.run(&sha256(inputs.as_bytes())[..16]);
    out.add(&run, rdf::TYPE, prov::ACTIVITY);
    out.add(&run, rdfs::LABEL, Literal::from("cetu build"));
    out.add(&run, prov::WAS_ASSOCIATED_WITH, agent);
    for Named { reading, names, .. } in all {
        let source = &reading.source;
        out.add(&names.file, rdf::TYPE, prov::ENTITY);
        out.add(&names.file, schema::SHA256, Literal::from(source.sha256.as_str()));
        out.add(&names.file, schema::CONTENT_URL, Literal::from(source.path.as_str()));
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
