use super::Named;
use super::iri::Base;
use super::statements::Statements;
use super::terms::{dcterms, prov, schema};
use crate::document::{Source, Stated, sha256};
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
    // What is stated beside a file is not in its hash.
    let mut stated: Vec<String> = all.iter().map(said).collect();
    stated.retain(|said| !said.is_empty());
    stated.sort_unstable();
    let inputs = [env!("CARGO_PKG_VERSION"), base.as_str(), &hashes.join("\n"), &stated.join("\n")];
    let inputs = inputs[..if stated.is_empty() { 3 } else { 4 }].join("\n");
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

/// What is stated of a file, as words that change when it does; none when nothing is.
fn said(named: &Named<'_>) -> String {
    let Source { path, stated, .. } = &named.reading.source;
    if *stated == Stated::default() {
        return String::new();
    }
    let Stated { title, issuer, number, date, year, region, kind, source, retrieved } = stated;
    let [region, kind] = [region, kind].map(|id| id.map(|id| named.ontology.concept(id).iri.as_str()));
    let dates = [date, retrieved].map(|date| date.map(|date| date.to_string()));
    format!("{path} {:?}", (title, issuer, number, dates, year, region, kind, source))
}
