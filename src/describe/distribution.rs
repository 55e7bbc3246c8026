use oxigraph::model::NamedNode;

/// A form in which the whole data set is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distribution {
    /// Short name, as in `?format=`.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its name among the W3C's formats (`http://www.w3.org/ns/formats/`).
    pub format: &'static str,
}

/// The forms, the one with named graphs first.
pub const DISTRIBUTIONS: &[Distribution] = &[
    Distribution { name: "nquads", media_type: "application/n-quads", format: "N-Quads" },
    Distribution { name: "trig", media_type: "application/trig", format: "TriG" },
    Distribution { name: "turtle", media_type: "text/turtle", format: "Turtle" },
    Distribution { name: "ntriples", media_type: "application/n-triples", format: "N-Triples" },
    Distribution { name: "rdfxml", media_type: "application/rdf+xml", format: "RDF_XML" },
    Distribution { name: "jsonld", media_type: "application/ld+json", format: "JSON-LD" },
];

impl Distribution {
    /// The node that stands for it in a description.
    pub(super) fn node(&self, dataset: &NamedNode) -> NamedNode {
        NamedNode::new_unchecked(format!("{}/distribution/{}", dataset.as_str(), self.name))
    }

    /// IRI of its format.
    pub(super) fn format_node(&self) -> NamedNode {
        format(self.format)
    }

    /// IRI of its media type.
    pub(super) fn media_type_node(&self) -> NamedNode {
        NamedNode::new_unchecked(format!("https://www.iana.org/assignments/media-types/{}", self.media_type))
    }
}

/// IRI of a format among those of the W3C.
pub(super) fn format(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("http://www.w3.org/ns/formats/{name}"))
}
