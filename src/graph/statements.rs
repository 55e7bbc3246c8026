use super::named::Named;
use super::{
    claim, document, enumeration, evaluation, observation, organisation, policy, program, recognition,
};
use crate::ontology::{ConceptId, Ontology};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad, Term};
use std::collections::HashSet;

/// What a reading says, as quads: one named graph a document, in reading order.
#[must_use]
pub fn statements(named: &Named<'_>) -> Vec<Quad> {
    let Named { reading, names, .. } = named;
    let mut out = Statements::new(names.graph(0).clone());
    for index in 0..names.documents.len() {
        out.graph = names.graph(index).clone();
        document::state(named, index, &mut out);
    }
    for (index, program) in reading.facts.programs.iter().enumerate() {
        out.graph = names.graph(program.document).clone();
        program::state(named, index, &mut out);
    }
    for (index, figure) in reading.facts.figures.iter().enumerate() {
        out.graph = names.graph(figure.document).clone();
        observation::state(named, index, &mut out);
    }
    stated(named, &mut out);
    out.quads
}

/// Writes a fact by its index.
type Writer = fn(&Named<'_>, usize, &mut Statements);

/// Bodies, policy documents, enumerations, evaluation schemes, recognitions and claims.
fn stated(context: &Named<'_>, out: &mut Statements) {
    let facts = &context.reading.facts;
    let lists: [(Vec<usize>, Writer); 6] = [
        (facts.organisations.iter().map(|fact| fact.document).collect(), organisation::state),
        (facts.policies.iter().map(|fact| fact.document).collect(), policy::state),
        (facts.enumerations.iter().map(|fact| fact.document).collect(), enumeration::state),
        (facts.evaluations.iter().map(|fact| fact.document).collect(), evaluation::state),
        (facts.recognitions.iter().map(|fact| fact.document).collect(), recognition::state),
        (facts.claims.iter().map(|fact| fact.document).collect(), claim::state),
    ];
    for (documents, write) in lists {
        for (index, document) in documents.into_iter().enumerate() {
            out.graph = context.names.graph(document).clone();
            write(context, index, out);
        }
    }
}

/// Quads as they are written, each once.
pub(crate) struct Statements {
    pub(super) graph: NamedNode,
    pub(crate) quads: Vec<Quad>,
    seen: HashSet<Quad>,
}

impl Statements {
    pub(crate) fn new(graph: NamedNode) -> Self {
        Self { graph, quads: Vec::new(), seen: HashSet::new() }
    }

    pub(crate) fn add(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, object: impl Into<Term>) {
        let quad = Quad::new(subject.clone(), predicate, object, self.graph.clone());
        if self.seen.insert(quad.clone()) {
            self.quads.push(quad);
        }
    }

    pub(crate) fn maybe<T: Into<Term>>(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        object: Option<T>,
    ) {
        if let Some(object) = object {
            self.add(subject, predicate, object);
        }
    }

    pub(super) fn concept(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        ontology: &Ontology,
        concept: ConceptId,
    ) {
        self.add(subject, predicate, NamedNode::new_unchecked(ontology.concept(concept).iri.clone()));
    }
}

/// A Chinese text.
pub(super) fn zh(text: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, "zh")
}
