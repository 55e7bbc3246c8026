use crate::graph::terms::{cetu, dcterms, oa, prov, schema};
use crate::text::Span;
use oxigraph::model::{Graph, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Term, TermRef};
use std::collections::HashMap;

/// Where something in a graph was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The words that it was read from.
    pub quote: Option<String>,
    /// Where they stand in the document, in code points.
    pub span: Option<Span>,
    /// IRI of the document.
    pub document: Option<String>,
    /// File that holds the document, as the graph records it.
    pub file: Option<String>,
}

/// The origins of the things in a graph.
#[derive(Debug, Default)]
pub(super) struct Origins(HashMap<NamedOrBlankNode, Origin>);

impl Origins {
    /// Finds the evidence of each thing. What has none of its own, such as an indicator named by the text, gets
    /// the first evidence of what refers to it.
    pub(super) fn of(graph: &Graph) -> Self {
        let mut origins: HashMap<NamedOrBlankNode, Origin> = HashMap::new();
        let evidence = graph.triples_for_predicate(oa::EXACT).map(|triple| triple.subject);
        for node in evidence {
            origins.insert(node.into_owned(), of_evidence(graph, node));
        }
        let mut take = |node: NamedOrBlankNodeRef<'_>, origin: &Origin| {
            let best = origins.entry(node.into_owned()).or_insert_with(|| origin.clone());
            if rank(origin) < rank(best) {
                *best = origin.clone();
            }
        };
        let mut referred = Vec::new();
        for triple in graph.triples_for_predicate(cetu::PROP_EVIDENCE) {
            let Some(node) = node(triple.object) else { continue };
            let origin = of_evidence(graph, node);
            take(triple.subject, &origin);
            referred.push((triple.subject, origin));
        }
        let mut second: HashMap<NamedOrBlankNode, Origin> = HashMap::new();
        for (subject, origin) in &referred {
            for triple in graph.triples_for_subject(*subject) {
                let Some(object) = node(triple.object) else { continue };
                let best = second.entry(object.into_owned()).or_insert_with(|| origin.clone());
                if rank(origin) < rank(best) {
                    *best = origin.clone();
                }
            }
        }
        for (node, origin) in second {
            origins.entry(node).or_insert(origin);
        }
        for triple in graph.triples_for_predicate(schema::SHA256) {
            let document = triple.subject.into_owned();
            let found = Origin { file: file(graph, triple.subject), ..Origin::default() };
            origins.insert(document, found);
        }
        Self(origins)
    }

    /// Where a thing was read; nothing for a literal.
    pub(super) fn find(&self, term: &Term) -> Origin {
        let node = match term {
            Term::NamedNode(node) => NamedOrBlankNode::from(node.clone()),
            Term::BlankNode(node) => NamedOrBlankNode::from(node.clone()),
            Term::Literal(_) => return Origin::default(),
        };
        self.0.get(&node).cloned().unwrap_or_default()
    }
}

/// What comes first in the texts comes first.
fn rank(origin: &Origin) -> (Option<&str>, Option<usize>, Option<&str>) {
    (origin.document.as_deref(), origin.span.map(|span| span.start), origin.quote.as_deref())
}

fn of_evidence(graph: &Graph, evidence: NamedOrBlankNodeRef<'_>) -> Origin {
    let text = |property| literal(graph, evidence, property);
    let at = |property| text(property).and_then(|text| text.parse().ok());
    let document = graph.object_for_subject_predicate(evidence, prov::WAS_QUOTED_FROM).and_then(node);
    Origin {
        quote: text(oa::EXACT),
        span: at(oa::START).zip(at(oa::END)).map(|(start, end)| Span::new(start, end)),
        document: document.map(|node| match node {
            NamedOrBlankNodeRef::NamedNode(node) => node.as_str().to_owned(),
            NamedOrBlankNodeRef::BlankNode(node) => node.to_string(),
        }),
        file: document.and_then(|document| file(graph, document)),
    }
}

/// The path of the file that a document is, or is part of.
fn file(graph: &Graph, document: NamedOrBlankNodeRef<'_>) -> Option<String> {
    literal(graph, document, schema::CONTENT_URL).or_else(|| {
        let wholes = graph.objects_for_subject_predicate(document, dcterms::IS_PART_OF);
        wholes.filter_map(node).filter_map(|whole| literal(graph, whole, schema::CONTENT_URL)).min()
    })
}

fn literal(graph: &Graph, subject: NamedOrBlankNodeRef<'_>, property: NamedNodeRef<'_>) -> Option<String> {
    let values = graph.objects_for_subject_predicate(subject, property).filter_map(|term| match term {
        TermRef::Literal(literal) => Some(literal.value()),
        _ => None,
    });
    values.min().map(ToOwned::to_owned)
}

fn node(term: TermRef<'_>) -> Option<NamedOrBlankNodeRef<'_>> {
    match term {
        TermRef::NamedNode(node) => Some(node.into()),
        TermRef::BlankNode(node) => Some(node.into()),
        TermRef::Literal(_) => None,
    }
}
