use crate::graph::Graph;
use crate::graph::terms::{cetu, dcterms, oa, prov};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// What sort of fact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A figure.
    Figure,
    /// A program.
    Program,
}

/// A figure or a program, as a graph states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Thing {
    /// What sort of fact it is.
    #[serde(skip)]
    pub kind: Kind,
    /// Its IRI.
    pub id: String,
    /// IRI of the document that it was read from.
    pub document: String,
    /// What it says, by short name.
    #[serde(flatten)]
    pub fields: BTreeMap<&'static str, String>,
    /// Where it stands.
    #[serde(skip)]
    pub start: usize,
}

/// The properties that are compared, by the name they are shown under.
const FIGURE: [(&str, NamedNodeRef<'static>); 13] = [
    ("indicator", cetu::INDICATOR),
    ("place", cetu::REGION),
    ("value", cetu::VALUE),
    ("min", cetu::MIN_VALUE),
    ("max", cetu::MAX_VALUE),
    ("unit", cetu::UNIT),
    ("start", cetu::PERIOD_START),
    ("end", cetu::PERIOD_END),
    ("status", cetu::VALUE_ROLE),
    ("aspect", cetu::ASPECT),
    ("approximation", cetu::APPROXIMATION),
    ("basis", cetu::TIME_BASIS),
    ("text", cetu::VALUE_TEXT),
];

const PROGRAM: [(&str, NamedNodeRef<'static>); 7] = [
    ("name", rdfs::LABEL),
    ("kind", cetu::KIND),
    ("place", cetu::REGION),
    ("group", cetu::TARGET_GROUP),
    ("instrument", cetu::INSTRUMENT),
    ("run_by", cetu::IMPLEMENTED_BY),
    ("partner", cetu::PARTNER),
];

/// What a graph states, by subject and property.
struct Index<'g>(HashMap<&'g str, Vec<&'g Quad>>);

impl<'g> Index<'g> {
    fn of(graph: &'g Graph) -> Self {
        let mut index: HashMap<&str, Vec<&Quad>> = HashMap::new();
        for quad in graph.quads() {
            if let NamedOrBlankNode::NamedNode(subject) = &quad.subject {
                index.entry(subject.as_str()).or_default().push(quad);
            }
        }
        Self(index)
    }

    fn objects(&self, subject: &str, property: NamedNodeRef<'_>) -> impl Iterator<Item = &'g Term> {
        let quads = self.0.get(subject).into_iter().flatten();
        let property = property.into_owned();
        quads
            .filter(move |quad| quad.predicate == property)
            .map(|quad| &quad.object)
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn node(&self, subject: &str, property: NamedNodeRef<'_>) -> Option<&'g str> {
        self.objects(subject, property).find_map(|term| match term {
            Term::NamedNode(node) => Some(node.as_str()),
            _ => None,
        })
    }

    fn value(&self, subject: &str, property: NamedNodeRef<'_>) -> Option<&'g str> {
        self.objects(subject, property).find_map(|term| match term {
            Term::Literal(literal) => Some(literal.value()),
            _ => None,
        })
    }

    /// What a person would call a term: its label, otherwise the end of its IRI.
    fn shown(&self, term: &Term) -> String {
        match term {
            Term::Literal(literal) => literal.value().to_owned(),
            Term::NamedNode(node) => {
                let labels = self
                    .objects(node.as_str(), rdfs::LABEL)
                    .chain(self.objects(node.as_str(), crate::graph::terms::skos::PREF_LABEL));
                let label = labels.into_iter().find_map(|term| match term {
                    Term::Literal(literal) if literal.language() == Some("zh") => Some(literal.value()),
                    _ => None,
                });
                label
                    .unwrap_or_else(|| node.as_str().rsplit(['/', '#']).next().unwrap_or_default())
                    .to_owned()
            }
            other @ Term::BlankNode(_) => other.to_string(),
        }
    }
}

/// The figures and programs of a graph, by document and place. A program that two documents name is one for each.
#[must_use]
pub fn things(graph: &Graph) -> Vec<Thing> {
    let index = Index::of(graph);
    let mut list = Vec::new();
    for quad in &graph.facts {
        let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(class)) = (&quad.subject, &quad.object)
        else {
            continue;
        };
        if quad.predicate.as_ref() != rdf::TYPE {
            continue;
        }
        let (kind, properties): (_, &[_]) = if class.as_ref() == cetu::OBSERVATION {
            (Kind::Figure, &FIGURE)
        } else if class.as_ref() == cetu::PROGRAM {
            (Kind::Program, &PROGRAM)
        } else {
            continue;
        };
        let id = subject.as_str();
        let mut documents: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        for evidence in index.objects(id, cetu::PROP_EVIDENCE) {
            let Term::NamedNode(evidence) = evidence else { continue };
            let evidence = evidence.as_str();
            let Some(document) = index.node(evidence, prov::WAS_QUOTED_FROM) else { continue };
            let start = index.value(evidence, oa::START).and_then(|start| start.parse().ok()).unwrap_or(0);
            let quote = index.value(evidence, oa::EXACT).unwrap_or_default();
            let first = documents.entry(document).or_insert((start, quote));
            *first = (*first).min((start, quote));
        }
        for (document, (start, quote)) in documents {
            let mut fields: BTreeMap<&'static str, String> = BTreeMap::new();
            for (name, property) in properties {
                let mut said: Vec<String> =
                    index.objects(id, *property).map(|term| index.shown(term)).collect();
                said.sort();
                said.dedup();
                if !said.is_empty() {
                    fields.insert(name, said.join("、"));
                }
            }
            if kind == Kind::Program && index.node(id, dcterms::IS_PART_OF).is_some() {
                let whole = index.objects(id, dcterms::IS_PART_OF).map(|term| index.shown(term));
                fields.insert("part_of", whole.collect::<Vec<_>>().join("、"));
            }
            fields.insert("quote", quote.to_owned());
            let place = index.value(id, cetu::VALUE_START).and_then(|start| start.parse().ok());
            list.push(Thing {
                kind,
                id: id.to_owned(),
                document: document.to_owned(),
                fields,
                start: place.unwrap_or(start),
            });
        }
    }
    list.sort_by(|a, b| (&a.document, a.kind, a.start, &a.id).cmp(&(&b.document, b.kind, b.start, &b.id)));
    list.dedup();
    list
}
