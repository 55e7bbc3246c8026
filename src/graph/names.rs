use super::iri::{self, Base};
use super::{period, place, slug};
use crate::Reading;
use crate::document::sha256;
use crate::facts::rule::organisations;
use crate::facts::{Figure, Organisation, PolicyDocument};
use crate::ontology::Ontology;
use crate::text::Span;
use oxigraph::model::NamedNode;
use std::collections::BTreeMap;

/// The IRIs of everything in a reading.
#[derive(Debug, Clone)]
pub struct Names {
    /// The file; the same as its document when it holds one only.
    pub file: NamedNode,
    /// One a document.
    pub documents: Vec<NamedNode>,
    /// The named graph of each document.
    pub graphs: Vec<NamedNode>,
    /// Sections, by document.
    pub sections: Vec<Vec<NamedNode>>,
    /// One a figure.
    pub figures: Vec<NamedNode>,
    /// The indicator of each figure.
    pub indicators: Vec<NamedNode>,
    /// One a program; several entries may share one.
    pub programs: Vec<NamedNode>,
    /// One a body; several entries may share one.
    pub organisations: Vec<NamedNode>,
    /// One a policy document; several entries may share one.
    pub policies: Vec<NamedNode>,
    /// One a row that announces its number.
    pub enumerations: Vec<NamedNode>,
    /// One an evaluation scheme.
    pub evaluations: Vec<NamedNode>,
    /// One a recognition.
    pub recognitions: Vec<NamedNode>,
    /// One a claim.
    pub claims: Vec<NamedNode>,
}

impl Names {
    /// Mints the IRIs of a reading.
    #[must_use]
    pub fn new(reading: &Reading, ontology: &Ontology, base: &Base) -> Self {
        let id = &reading.source.id;
        let mut numbers: Vec<Option<usize>> = reading.outline.documents.iter().map(|d| d.number).collect();
        if numbers.is_empty() {
            numbers.push(None);
        }
        let documents: Vec<NamedNode> = numbers.iter().map(|&number| base.document(id, number)).collect();
        let sections = reading.outline.documents.iter().zip(&documents).map(|(document, iri)| {
            (1..=document.sections.len()).map(|n| iri::inside(iri, "section", &n.to_string())).collect()
        });
        let indicators =
            reading.facts.figures.iter().map(|figure| indicator(figure, ontology, base)).collect();
        let programs = reading.facts.programs.iter().map(|program| {
            base.program(&place::key(&program.place, ontology), &program.label(&reading.source.text))
        });
        let facts = &reading.facts;
        let inside = |document: usize, kind: &str, span: Span| {
            let document = documents.get(document).unwrap_or(&documents[0]);
            iri::inside(document, kind, &format!("{}-{}", span.start, span.end))
        };
        Self {
            organisations: facts
                .organisations
                .iter()
                .map(|body| organisation(body, ontology, base))
                .collect(),
            policies: facts
                .policies
                .iter()
                .map(|policy| self::policy(policy, reading, ontology, base))
                .collect(),
            enumerations: facts
                .enumerations
                .iter()
                .map(|row| inside(row.document, "enumeration", row.span))
                .collect(),
            evaluations: facts
                .evaluations
                .iter()
                .map(|scheme| inside(scheme.document, "evaluation", scheme.name))
                .collect(),
            recognitions: facts
                .recognitions
                .iter()
                .map(|award| inside(award.document, "recognition", award.span))
                .collect(),
            claims: facts.claims.iter().map(|claim| inside(claim.document, "claim", claim.quote)).collect(),
            file: base.document(id, None),
            graphs: numbers.iter().map(|&number| base.graph(id, number)).collect(),
            sections: sections.collect(),
            figures: figures(reading, ontology, base, &numbers),
            indicators,
            programs: programs.collect(),
            documents,
        }
    }

    /// The document with an index; the first one when there is no such index.
    #[must_use]
    pub fn document(&self, index: usize) -> &NamedNode {
        self.documents.get(index).unwrap_or(&self.file)
    }

    /// The named graph of the document with an index.
    #[must_use]
    pub fn graph(&self, index: usize) -> &NamedNode {
        self.graphs.get(index).unwrap_or(&self.graphs[0])
    }

    /// A section of a document.
    #[must_use]
    pub fn section(&self, document: usize, section: Option<usize>) -> Option<&NamedNode> {
        self.sections.get(document)?.get(section?)
    }
}

fn indicator(figure: &Figure, ontology: &Ontology, base: &Base) -> NamedNode {
    match figure.indicator.concept() {
        Some(id) => NamedNode::new_unchecked(ontology.concept(id).iri.clone()),
        None => base.candidate(iri::local(ontology.concept(figure.unit)), &named(&figure.indicator.label)),
    }
}

/// A body of the vocabulary keeps its IRI; one that a place set up for itself stands below that place.
fn organisation(body: &Organisation, ontology: &Ontology, base: &Base) -> NamedNode {
    let region = (body.rule == organisations::SET_UP).then(|| place::key(&body.place, ontology));
    body.concept.map_or_else(
        || base.organisation(region.as_deref(), &body.label),
        |id| NamedNode::new_unchecked(ontology.concept(id).iri.clone()),
    )
}

/// A policy document is named by its number when that is printed, otherwise by place and title.
fn policy(policy: &PolicyDocument, reading: &Reading, ontology: &Ontology, base: &Base) -> NamedNode {
    let text = &reading.source.text;
    let number = policy.number.map(|number| text.slice(number));
    base.policy(&place::key(&policy.place, ontology), &text.slice(policy.title), number.as_deref())
}

fn named(label: &str) -> String {
    let slug = slug::slug(label);
    if slug.is_empty() { "unnamed".to_owned() } else { slug }
}

/// The IRIs of the figures. Those that would share one are told apart by a hash of their quotation, then of the
/// quotation with the number, and only if the very same words stand twice by where they stand.
fn figures(reading: &Reading, ontology: &Ontology, base: &Base, numbers: &[Option<usize>]) -> Vec<NamedNode> {
    let text = &reading.source.text;
    let figures = &reading.facts.figures;
    let mut iris: Vec<String> = figures
        .iter()
        .map(|figure| {
            let number = numbers.get(figure.document).copied().flatten();
            let indicator = figure.indicator.concept().map_or_else(
                || named(&figure.indicator.label),
                |id| iri::local(ontology.concept(id)).to_owned(),
            );
            let region = place::key(&figure.place, ontology);
            base.observation(
                &region,
                &indicator,
                &period::key(figure),
                &iri::source_key(&reading.source.id, number),
            )
        })
        .collect();
    let plain = iris.clone();
    let tails: [&dyn Fn(&Figure) -> String; 3] = [
        &|figure| text.slice(figure.quote),
        &|figure| format!("{}\u{0}{}", text.slice(figure.quote), text.slice(figure.hedged)),
        &|figure| format!("{}\u{0}{}", text.slice(figure.quote), figure.span.start),
    ];
    for tail in tails {
        let mut shared: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, iri) in iris.iter().enumerate() {
            shared.entry(iri).or_default().push(index);
        }
        let clashes: Vec<usize> = shared.into_values().filter(|group| group.len() > 1).flatten().collect();
        for index in clashes {
            iris[index] = format!("{}-{}", plain[index], &sha256(tail(&figures[index]).as_bytes())[..6]);
        }
    }
    iris.into_iter().map(NamedNode::new_unchecked).collect()
}
