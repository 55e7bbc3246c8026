use super::Words;
use super::index::Index;
use super::name::{Name, Names};
use oxigraph::model::Literal;
use oxigraph::model::vocab::rdf;
use std::collections::HashMap;

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// A vocabulary.
#[derive(Debug, Clone)]
pub struct Scheme {
    /// Its name.
    pub name: Name,
    /// Its labels.
    pub label: Words,
    /// Its concepts, in file order.
    pub entries: Vec<Entry>,
}

/// A concept of a vocabulary.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name.
    pub name: Name,
    /// The code that JSON Lines print.
    pub notation: String,
    /// Its preferred labels.
    pub label: Words,
    /// Other Chinese words for it that a text may use.
    pub others: Vec<String>,
    /// Wider concepts.
    pub broader: Vec<Name>,
}

pub(super) fn read(index: &Index<'_>, names: &Names) -> Vec<Scheme> {
    let mut members: HashMap<&str, Vec<&str>> = HashMap::new();
    for subject in index.subjects() {
        for scheme in index.nodes(subject, &format!("{SKOS}inScheme")) {
            members.entry(scheme).or_default().push(subject);
        }
    }
    let is_scheme = |iri: &&str| {
        let mut types = index.nodes(iri, rdf::TYPE.as_str());
        types.any(|class| class.ends_with("#ConceptScheme") || class.ends_with("#EvaluationScheme"))
    };
    let scheme = |iri: &str| Scheme {
        name: names.of(iri),
        label: index.words(iri, &format!("{SKOS}prefLabel")),
        entries: members.get(iri).into_iter().flatten().map(|iri| entry(iri, index, names)).collect(),
    };
    index.subjects().filter(is_scheme).map(scheme).collect()
}

fn entry(iri: &str, index: &Index<'_>, names: &Names) -> Entry {
    let others = index.literals(iri, &format!("{SKOS}altLabel"));
    Entry {
        name: names.of(iri),
        notation: index.text(iri, &format!("{SKOS}notation")).unwrap_or_default().to_owned(),
        label: index.words(iri, &format!("{SKOS}prefLabel")),
        others: others.map(Literal::value).map(str::to_owned).collect(),
        broader: names.all(index.nodes(iri, &format!("{SKOS}broader"))),
    }
}
