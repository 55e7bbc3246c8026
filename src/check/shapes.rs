pub use crate::ontology::SHAPES;

use super::origin::Origins;
use super::violation::{Severity, Violation};
use crate::graph::glossary;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Graph, Literal, NamedOrBlankNodeRef, Quad, Term, TermRef, Triple, TripleRef};
use shacl_rust::parser::parse_shape;
use shacl_rust::validation::dataset::ValidationDataset;
use shacl_rust::{ValidationResult, parse_shapes, sh, validate};
use std::collections::{BTreeMap, HashMap};

/// Shapes that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {reason}")]
pub struct ShapesError {
    /// File that was read.
    pub name: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Shapes in the language SHACL, which say what a graph has to look like.
///
/// ```
/// use cetu::check::Shapes;
/// use cetu::graph::{Graph, vocabulary};
/// use cetu::ontology::Ontology;
///
/// let quads = vocabulary(&Ontology::builtin().unwrap());
/// assert!(Shapes::builtin().unwrap().check(&quads).unwrap().is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Shapes {
    graph: Graph,
}

impl Shapes {
    /// The shapes that come with Cetu.
    ///
    /// # Errors
    /// When `ontology/shapes.ttl` is no good, which a test rules out.
    pub fn builtin() -> Result<Self, ShapesError> {
        Self::with_files(&[])
    }

    /// The built-in shapes together with a user's, given as (name, Turtle).
    ///
    /// # Errors
    /// When one of them is not Turtle or has a shape that is malformed.
    pub fn with_files(extra: &[(String, String)]) -> Result<Self, ShapesError> {
        let mut graph = Graph::new();
        for (name, turtle) in
            std::iter::once(("shapes.ttl", SHAPES)).chain(extra.iter().map(|(n, t)| (n.as_str(), t.as_str())))
        {
            let fault = |reason: String| ShapesError { name: name.to_owned(), reason };
            for quad in
                RdfParser::from_format(RdfFormat::Turtle).rename_blank_nodes().for_slice(turtle.as_bytes())
            {
                graph.insert(&Triple::from(quad.map_err(|error| fault(error.to_string()))?));
            }
            well_formed(&graph).map_err(fault)?;
        }
        switch_off(&mut graph);
        Ok(Self { graph })
    }

    /// The shapes as triples.
    #[must_use]
    pub const fn graph(&self) -> &Graph {
        &self.graph
    }

    /// What does not hold in some quads, which have to include the vocabularies that they use. The order is
    /// that of files, things and shapes.
    ///
    /// # Errors
    /// When the validator fails.
    pub fn check<'a>(
        &self,
        quads: impl IntoIterator<Item = &'a Quad>,
    ) -> Result<Vec<Violation>, ShapesError> {
        let mut data = Graph::new();
        for quad in quads {
            data.insert(quad.as_ref());
        }
        let fault = |reason: String| ShapesError { name: "shapes".to_owned(), reason };
        let origins = Origins::of(&data);
        let dataset = ValidationDataset::from_graphs(data, self.graph.clone())
            .map_err(|error| fault(error.to_string()))?;
        let shapes = parse_shapes(dataset.shapes_graph()).map_err(|error| fault(error.to_string()))?;
        let messages = self.messages();
        let report = validate(&dataset, &shapes);
        let mut list: Vec<Violation> =
            report.get_results().iter().map(|result| violation(result, &messages, &origins)).collect();
        list.sort_by_cached_key(Violation::key);
        list.dedup_by_key(|violation| violation.key());
        Ok(list)
    }

    /// What does not hold in the facts of documents, each checked with the vocabulary that it uses, and in the
    /// vocabulary. A graph of many documents is checked in pieces: the validator's time grows with the square of
    /// what it is given.
    ///
    /// # Errors
    /// When the validator fails.
    pub fn check_apart(&self, facts: &[Quad], vocabulary: &[Quad]) -> Result<Vec<Violation>, ShapesError> {
        let mut graphs: BTreeMap<String, Vec<Quad>> = BTreeMap::new();
        for quad in facts {
            graphs.entry(quad.graph_name.to_string()).or_default().push(quad.clone());
        }
        // A candidate is an indicator because the ontology says so.
        let classes: Vec<Quad> =
            vocabulary.iter().filter(|quad| quad.predicate == rdfs::SUB_CLASS_OF).cloned().collect();
        let mut list = self.check(vocabulary)?;
        for document in graphs.values() {
            let mut words = glossary(document, vocabulary, |_| true);
            words.extend_from_slice(&classes);
            list.extend(self.check(document.iter().chain(&words))?);
        }
        list.sort_by_cached_key(Violation::key);
        list.dedup_by_key(|violation| violation.key());
        Ok(list)
    }

    /// The messages that the shapes declare, by their text: the validator drops their language.
    fn messages(&self) -> HashMap<&str, Literal> {
        let declared =
            self.graph.triples_for_predicate(sh::MESSAGE).filter_map(|triple| match triple.object {
                TermRef::Literal(literal) => Some((literal.value(), literal.into_owned())),
                _ => None,
            });
        declared.collect()
    }
}

/// Takes the links to deactivated constraints out of shapes; the validator would follow them all the same.
fn switch_off(graph: &mut Graph) {
    let off = |node: TermRef<'_>, graph: &Graph| {
        let node = match node {
            TermRef::NamedNode(node) => NamedOrBlankNodeRef::from(node),
            TermRef::BlankNode(node) => NamedOrBlankNodeRef::from(node),
            TermRef::Literal(_) => return false,
        };
        let said = graph.object_for_subject_predicate(node, sh::DEACTIVATED);
        said.is_some_and(
            |said| matches!(said, TermRef::Literal(literal) if matches!(literal.value(), "true" | "1")),
        )
    };
    let links: Vec<Triple> = [sh::PROPERTY, sh::SPARQL]
        .into_iter()
        .flat_map(|link| graph.triples_for_predicate(link))
        .filter(|triple| off(triple.object, graph))
        .map(TripleRef::into_owned)
        .collect();
    for link in &links {
        graph.remove(link);
    }
}

/// The validator leaves out property shapes that it cannot read; that would go unnoticed.
fn well_formed(graph: &Graph) -> Result<(), String> {
    parse_shapes(graph).map_err(|error| error.to_string())?;
    for triple in graph.triples_for_predicate(sh::PROPERTY) {
        let shape = match triple.object {
            TermRef::NamedNode(node) => NamedOrBlankNodeRef::from(node),
            TermRef::BlankNode(node) => NamedOrBlankNodeRef::from(node),
            TermRef::Literal(literal) => return Err(format!("sh:property {literal} is no shape")),
        };
        if graph.object_for_subject_predicate(shape, sh::PATH).is_none() {
            return Err(format!("the property shape {shape} of {} has no sh:path", triple.subject));
        }
        parse_shape(graph, shape, None).map_err(|error| format!("the property shape {shape}: {error}"))?;
    }
    Ok(())
}

fn violation(
    result: &ValidationResult<'_>,
    declared: &HashMap<&str, Literal>,
    origins: &Origins,
) -> Violation {
    let focus = result.focus_node().into_owned();
    let said = || result.messages().iter().filter_map(|text| declared.get(text.as_str()).cloned());
    let mut messages: Vec<Literal> = said().collect();
    if messages.is_empty() {
        messages = result.messages().iter().map(|text| Literal::from(text.as_str())).collect();
    }
    messages.sort_by(|a, b| a.language().cmp(&b.language()).then_with(|| a.value().cmp(b.value())));
    let path = result.result_path();
    Violation {
        path: path.map(ToString::to_string),
        path_term: path.and_then(|path| match (path.get_source(), path.get_elements()) {
            (Some(source), _) => Some(Term::from(source.into_owned())),
            (None, [shacl_rust::PathElement::Iri(iri)]) => Some(Term::from(iri.into_owned())),
            _ => None,
        }),
        value: result.value().map(TermRef::into_owned),
        shape: result.source_shape().into_owned(),
        component: result.source_constraint_component().map(Into::into),
        severity: Severity::of(result.severity()),
        messages,
        origin: origins.find(&focus),
        focus,
    }
}

/// What a blank node of the shapes says of itself, for a report that mentions it.
pub(super) fn described(graph: &Graph, start: &Term) -> Vec<Triple> {
    let mut out = Vec::new();
    let mut queue = vec![start.clone()];
    while let Some(term) = queue.pop() {
        let Term::BlankNode(node) = &term else { continue };
        for triple in graph.triples_for_subject(node) {
            out.push(triple.into_owned());
            if triple.predicate != rdf::TYPE {
                queue.push(triple.object.into_owned());
            }
        }
    }
    out
}
