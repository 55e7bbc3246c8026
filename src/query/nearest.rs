use crate::graph::terms::PREFIXES;
use crate::ontology::{DEF, ID, Ontology};
use crate::text::nearest;
use oxigraph::model::NamedOrBlankNode;
use std::collections::BTreeSet;

/// The terms that the ontology and its vocabularies have.
#[derive(Debug, Clone, Default)]
pub struct Terms(BTreeSet<String>);

impl Terms {
    /// Those of an ontology.
    #[must_use]
    pub fn of(ontology: &Ontology) -> Self {
        let subjects = ontology.triples().iter().filter_map(|triple| match &triple.subject {
            NamedOrBlankNode::NamedNode(node) => Some(node.as_str().to_owned()),
            NamedOrBlankNode::BlankNode(_) => None,
        });
        Self(subjects.collect())
    }

    /// Terms of Cetu's namespaces that a query uses, that are not among these and not known otherwise, each with the
    /// nearest that is.
    #[must_use]
    pub fn unknown(
        &self,
        query: &spargebra::Query,
        known: impl Fn(&str) -> bool,
    ) -> Vec<(String, Option<String>)> {
        let text = query.to_string();
        let used: BTreeSet<&str> = text
            .split('<')
            .filter_map(|part| part.split_once('>'))
            .map(|(iri, _)| iri)
            .filter(|iri| iri.starts_with(DEF) || ours(iri))
            .collect();
        let unknown = used.into_iter().filter(|iri| !self.0.contains(*iri) && !known(iri));
        unknown
            .map(|iri| {
                let (space, local) = split(iri);
                let same =
                    self.0.iter().filter_map(|other| Some(split(other)).filter(|(of, _)| *of == space));
                let nearest = nearest(local, same.map(|(_, local)| local));
                (short(iri), nearest.map(|local| short(&format!("{space}{local}"))))
            })
            .collect()
    }

    /// The same as a sentence for each, but for IRIs that are known otherwise. An unknown term finds nothing and says
    /// nothing.
    #[must_use]
    pub fn notes(&self, query: &spargebra::Query, known: impl Fn(&str) -> bool) -> Vec<String> {
        let note = |(term, nearest): (String, Option<String>)| {
            let nearest = nearest.map(|known| format!("; did you mean {known}?")).unwrap_or_default();
            format!("the ontology has no {term}{nearest}")
        };
        self.unknown(query, known).into_iter().map(note).collect()
    }
}

/// Concepts of the vocabularies; documents and facts are below the same base by default.
fn ours(iri: &str) -> bool {
    ["vocab/", "indicator/", "group/", "unit/", "criterion/"]
        .iter()
        .any(|path| iri.strip_prefix(ID).is_some_and(|rest| rest.starts_with(path)))
}

fn split(iri: &str) -> (&str, &str) {
    iri.split_at(iri.rfind(['#', '/']).map_or(0, |at| at + 1))
}

/// An IRI with a known prefix where there is one.
pub(crate) fn short(iri: &str) -> String {
    PREFIXES
        .iter()
        .find_map(|(prefix, base)| {
            let local = iri.strip_prefix(base)?;
            (!local.contains(['/', '#'])).then(|| format!("{prefix}:{local}"))
        })
        .unwrap_or_else(|| iri.to_owned())
}
