use super::slug;
use crate::document::sha256;
use crate::ontology::{Concept, ID};
use oxigraph::model::{GraphName, IriParseError, NamedNode, Quad};

/// Where the IRIs of documents and facts begin; terms and vocabularies never move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

/// A base that no IRI can begin with.
#[derive(Debug, thiserror::Error)]
#[error("--base {base}: {reason}; give an absolute IRI such as https://example.org/policy/")]
pub struct BaseError {
    base: String,
    reason: IriParseError,
}

impl Default for Base {
    fn default() -> Self {
        Self(ID.to_owned())
    }
}

impl Base {
    /// A base of the user's own; a `/` is added unless it ends in `/` or `#`.
    ///
    /// # Errors
    /// When it is no absolute IRI.
    pub fn new(base: &str) -> Result<Self, BaseError> {
        NamedNode::new(base).map_err(|reason| BaseError { base: base.to_owned(), reason })?;
        let end = if base.ends_with(['/', '#']) { "" } else { "/" };
        Ok(Self(format!("{base}{end}")))
    }

    /// The base that metadata or a description was written with: their graphs are `{base}graph/meta` and
    /// `{base}graph/description`.
    #[must_use]
    pub fn of(metadata: &[Quad]) -> Option<Self> {
        let GraphName::NamedNode(name) = &metadata.first()?.graph_name else { return None };
        let name = name.as_str();
        let base = name.strip_suffix("graph/meta").or_else(|| name.strip_suffix("graph/description"))?;
        Some(Self(base.to_owned()))
    }

    /// The base itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `dataset`: the graph as a whole.
    #[must_use]
    pub fn dataset(&self) -> NamedNode {
        self.at("dataset")
    }

    pub(crate) fn at(&self, path: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{path}", self.0))
    }

    /// `doc/{id}`, or `doc/{id}.{n}` for one of several materials in a file.
    #[must_use]
    pub fn document(&self, id: &str, number: Option<usize>) -> NamedNode {
        self.at(&format!("doc/{}", numbered(id, number)))
    }

    /// `graph/{id}[.n]`: the named graph of a document's statements, or of `meta`.
    #[must_use]
    pub fn graph(&self, id: &str, number: Option<usize>) -> NamedNode {
        self.at(&format!("graph/{}", numbered(id, number)))
    }

    pub(super) fn run(&self, key: &str) -> NamedNode {
        self.at(&format!("run/{key}"))
    }

    pub(super) fn program(&self, region: &str, name: &str) -> NamedNode {
        self.at(&format!("program/{region}/{}", slug::slug(name)))
    }

    pub(super) fn organisation(&self, region: Option<&str>, name: &str) -> NamedNode {
        let name = slug::slug(name);
        self.at(&region.map_or_else(|| format!("org/{name}"), |region| format!("org/{region}/{name}")))
    }

    pub(super) fn policy(&self, region: &str, title: &str, number: Option<&str>) -> NamedNode {
        self.at(&number.map_or_else(
            || format!("policy/{region}/{}", slug::slug(title)),
            |number| format!("policy/{}", slug::slug(number)),
        ))
    }

    pub(super) fn candidate(&self, unit: &str, label: &str) -> NamedNode {
        self.at(&format!("candidate/{}/{}", slug::path(&unit.replace('/', "-per-")), slug::slug(label)))
    }

    pub(super) fn place(&self, within: &str, name: &str) -> NamedNode {
        self.at(&format!("region/{within}/{}", slug::slug(name)))
    }

    /// `obs/{region}/{indicator}/{time}/{k8}[.n]`.
    pub(super) fn observation(&self, region: &str, indicator: &str, time: &str, source: &str) -> String {
        format!("{}obs/{region}/{indicator}/{time}/{source}", self.0)
    }
}

/// First eight hex digits of the SHA-256 of a source's id, with the number of the material.
pub(super) fn source_key(id: &str, number: Option<usize>) -> String {
    numbered(&sha256(id.as_bytes())[..8], number)
}

/// A thing inside a document: `{document}/{kind}/{key}`.
pub(super) fn inside(document: &NamedNode, kind: &str, key: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{}/{kind}/{key}", document.as_str()))
}

/// The last part of a concept's IRI.
pub(super) fn local(concept: &Concept) -> &str {
    concept.iri.rsplit(['/', '#']).next().unwrap_or_default()
}

fn numbered(id: &str, number: Option<usize>) -> String {
    let id = slug::path(id);
    number.map_or_else(|| id.clone(), |n| format!("{id}.{n}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_base_moves_documents_and_gets_its_slash() {
        let base = Base::new("https://example.org/p").unwrap();
        assert_eq!(base.document("a b", Some(2)).as_str(), "https://example.org/p/doc/a%20b.2");
        assert!(Base::new("not an iri").is_err());
    }
}
