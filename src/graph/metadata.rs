use super::iri::Base;
use super::statements::Statements;
use super::terms::{cetu, dcterms, prov, schema};
use crate::Reading;
use crate::document::{Copy, Source, Stated, sha256};
use crate::ontology::Ontology;
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNode, Quad};
use serde::{Deserialize, Serialize};

/// What is recorded of a source: where it came from, and which documents it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Id of the source.
    pub id: String,
    /// Path of its file.
    pub path: String,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// SHA-256 of the plain text, when that is not what the bytes are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_sha256: Option<String>,
    /// Address that it was saved from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What a user states of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<String>,
    /// Other files that have the same text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<Copy>,
    /// Numbers of its documents; one without a number when the file is one document.
    pub numbers: Vec<Option<usize>>,
}

impl Origin {
    /// What is recorded of the source of a reading.
    #[must_use]
    pub fn of(reading: &Reading, ontology: &Ontology) -> Self {
        let source = &reading.source;
        Self {
            id: source.id.clone(),
            path: source.path.clone(),
            sha256: source.sha256.clone(),
            text_sha256: source.text_sha256(),
            // What a user states of it stands with the document.
            address: source.told.address.clone().filter(|_| source.stated.source.is_none()),
            stated: said(source, ontology),
            copies: source.copies.clone(),
            numbers: super::names::numbers(&reading.outline),
        }
    }
}

/// Who made which graph from which file: the graph `meta`. A run is named by what went into it, not by its time.
#[must_use]
pub fn metadata(origins: &[Origin], base: &Base) -> Vec<Quad> {
    let mut out = Statements::new(base.graph("meta", None));
    let agent =
        NamedNode::new_unchecked(format!("{}agent/cetu-{}", crate::ontology::ID, env!("CARGO_PKG_VERSION")));
    out.add(&agent, rdf::TYPE, prov::SOFTWARE_AGENT);
    out.add(&agent, rdfs::LABEL, Literal::from("Cetu"));
    out.add(&agent, schema::SOFTWARE_VERSION, Literal::from(env!("CARGO_PKG_VERSION")));
    let mut hashes: Vec<&str> = origins.iter().map(|origin| origin.sha256.as_str()).collect();
    hashes.sort_unstable();
    // What is stated beside a file is not in its hash.
    let mut stated: Vec<&str> = origins.iter().filter_map(|origin| origin.stated.as_deref()).collect();
    stated.sort_unstable();
    let inputs = [env!("CARGO_PKG_VERSION"), base.as_str(), &hashes.join("\n"), &stated.join("\n")];
    let inputs = inputs[..if stated.is_empty() { 3 } else { 4 }].join("\n");
    let run = base.run(&sha256(inputs.as_bytes())[..16]);
    out.add(&run, rdf::TYPE, prov::ACTIVITY);
    out.add(&run, rdfs::LABEL, Literal::from("cetu build"));
    out.add(&run, prov::WAS_ASSOCIATED_WITH, agent);
    for origin in origins {
        let file = base.document(&origin.id, None);
        out.add(&file, rdf::TYPE, prov::ENTITY);
        out.add(&file, schema::SHA256, Literal::from(origin.sha256.as_str()));
        out.add(&file, schema::CONTENT_URL, Literal::from(origin.path.as_str()));
        out.maybe(&file, cetu::TEXT_SHA256, origin.text_sha256.as_deref().map(Literal::from));
        files(origin, &file, base, &mut out);
        for &number in &origin.numbers {
            let (document, graph) = (base.document(&origin.id, number), base.graph(&origin.id, number));
            out.add(&graph, rdf::TYPE, prov::ENTITY);
            out.add(&graph, prov::WAS_DERIVED_FROM, document.clone());
            out.add(&graph, prov::WAS_GENERATED_BY, run.clone());
            if document != file {
                out.add(&document, dcterms::IS_PART_OF, file.clone());
            }
        }
    }
    out.quads
}

/// Where a document comes from, beside its own file: the address it was saved from, and, when several files have its
/// text, each of them.
fn files(source: &Origin, document: &NamedNode, base: &Base, out: &mut Statements) {
    let address = source.address.as_deref().filter(|address| address.starts_with("http"));
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

/// What is stated of a source, as words that change when it does; none when nothing is.
fn said(source: &Source, ontology: &Ontology) -> Option<String> {
    let Source { path, stated, .. } = source;
    if *stated == Stated::default() {
        return None;
    }
    let Stated { title, issuer, number, date, year, region, kind, source, retrieved } = stated;
    let [region, kind] = [region, kind].map(|id| id.map(|id| ontology.concept(id).iri.as_str()));
    let dates = [date, retrieved].map(|date| date.map(|date| date.to_string()));
    Some(format!("{path} {:?}", (title, issuer, number, dates, year, region, kind, source)))
}
