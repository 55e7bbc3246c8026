use crate::catalogue::Catalogue;
use crate::graph::terms::PREFIXES;
use crate::ontology::reference::Reference;
use crate::query::short;
use serde_json::json;

/// What an editor completes: `prefixes` with their namespaces, and `terms` with their labels in both languages.
pub(super) fn json(reference: &Reference, catalogue: &Catalogue) -> String {
    let mut terms: Vec<[String; 3]> = Vec::new();
    for term in reference.classes.iter().chain(&reference.properties) {
        terms.push([term.name.short.clone(), term.label.zh.clone(), term.label.en.clone()]);
    }
    for entry in reference.schemes.iter().flat_map(|scheme| &scheme.entries) {
        // Thousands of counties would bury the rest; those that the graph tells of follow below.
        if !entry.name.iri.contains("/region/") {
            terms.push([short(&entry.name.iri), entry.label.zh.clone(), entry.label.en.clone()]);
        }
    }
    for (iri, _) in catalogue.regions() {
        let label = catalogue.label(iri);
        let (zh, en) = label.map_or_else(Default::default, |label| (label.zh().to_owned(), label.en.clone()));
        terms.push([short(iri), zh, en]);
    }
    json!({ "prefixes": PREFIXES, "terms": terms }).to_string()
}
