use super::document::Section;
use super::figure::Evidence;
use super::nodes::Nodes;
use super::unread::unread;
use super::{Catalogue, Claim, Correction, Document, Figure, Label, Name, Places, Program, Search, Spread};
use crate::graph::terms::{cetu, dcterms, oa, schema, skos};
use crate::graph::{Base, Graph};
use crate::text::Text;
use oxigraph::model::Term;
use oxigraph::model::vocab::rdfs;
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl Catalogue {
    /// Gathers what a graph holds.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let mut nodes = Nodes::of(graph.quads());
        let mut catalogue = Self {
            figures: nodes
                .of_class(cetu::OBSERVATION)
                .into_iter()
                .map(|iri| Figure::read(iri, &mut nodes))
                .collect(),
            programs: nodes
                .of_class(cetu::PROGRAM)
                .into_iter()
                .map(|iri| Program::read(iri, &mut nodes))
                .collect(),
            documents: documents(&mut nodes),
            claims: claims(&mut nodes),
            corrections: nodes
                .of_class(cetu::CORRECTION_CLASS)
                .into_iter()
                .map(|iri| Correction::read(iri, &mut nodes))
                .collect(),
            labels: labels(&mut nodes),
            unread: unread(&mut nodes),
            ..Self::default()
        };
        catalogue.places = places(&catalogue);
        let base = Base::of(&graph.metadata).or_else(|| Base::of(&graph.description)).unwrap_or_default();
        for (id, text) in &graph.texts {
            let file = nodes.name(base.document(id, None).as_str());
            catalogue.texts.insert(file, Text::new(text.clone()));
        }
        catalogue.search = Search::of(&catalogue);
        catalogue
    }
}

fn claims(nodes: &mut Nodes<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (class, award) in [(cetu::CLAIM, false), (cetu::RECOGNITION, true)] {
        for iri in nodes.of_class(class) {
            claims.push(Claim::read(iri, award, nodes));
        }
    }
    claims
}

fn documents(nodes: &mut Nodes<'_>) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    for iri in nodes.of_class(cetu::SOURCE_DOCUMENT) {
        documents.push(Document::read(iri, nodes));
    }
    let mut sections: HashMap<Name, Vec<(usize, Section)>> = HashMap::new();
    for iri in nodes.of_class(cetu::SECTION) {
        let position = nodes.parsed(iri, schema::POSITION).unwrap_or(usize::MAX);
        let (mut depth, mut parent) = (0, nodes.one(iri, dcterms::IS_PART_OF));
        // A section stands below others, the outermost one in the document; no outline is deeper than this.
        while let Some(above) = parent.clone().filter(|_| depth < 8) {
            if documents.binary_search_by(|known| known.iri.cmp(&above)).is_ok() {
                break;
            }
            depth += 1;
            parent = nodes.one(&above, dcterms::IS_PART_OF);
        }
        let Some(document) = parent else { continue };
        let types = nodes.said(iri);
        let measure =
            types.iter().any(|(_, class)| matches!(class, Term::NamedNode(node) if *node == cetu::MEASURE));
        let evidence = Evidence::of(iri, nodes).into_iter().next();
        let section = Section { iri: nodes.name(iri), depth, measure, evidence };
        sections.entry(document).or_default().push((position, section));
    }
    for document in &mut documents {
        let mut found = sections.remove(&document.iri).unwrap_or_default();
        found.sort_by(|a, b| (a.0, &a.1.iri).cmp(&(b.0, &b.1.iri)));
        document.sections = found.into_iter().map(|(_, section)| section).collect();
    }
    documents
}

/// The names of all things that have one.
fn labels(nodes: &mut Nodes<'_>) -> HashMap<Name, Label> {
    let mut labels = HashMap::new();
    let mut subjects: Vec<&str> = nodes.subjects().collect();
    subjects.sort_unstable();
    for subject in subjects {
        let mut label = Label::default();
        for (predicate, object) in nodes.said(subject) {
            let Term::Literal(text) = object else { continue };
            let (value, english) = (text.value(), text.language().is_some_and(|tag| tag.starts_with("en")));
            let preferred = *predicate == skos::PREF_LABEL.as_str();
            if preferred || *predicate == rdfs::LABEL.as_str() {
                let known = if english { &mut label.en } else { &mut label.zh };
                if known.is_empty() || preferred {
                    value.clone_into(known);
                }
            } else if *predicate == skos::ALT_LABEL.as_str() {
                label.others.push(value.to_owned());
            }
        }
        // A quotation is called by its words.
        if label.zh().is_empty() {
            nodes.text(subject, oa::EXACT).unwrap_or_default().clone_into(&mut label.zh);
        }
        if !label.zh().is_empty() {
            labels.insert(nodes.name(subject), label);
        }
    }
    labels
}

fn places(catalogue: &Catalogue) -> Places {
    let mut places = Places::default();
    let mut spreads: BTreeMap<Name, (BTreeSet<&Name>, BTreeSet<i32>, usize)> = BTreeMap::new();
    for (at, document) in catalogue.documents.iter().enumerate() {
        places.documents.insert(document.iri.clone(), at);
        if let Some(region) = &document.region {
            places.documents_by.entry(region.clone()).or_default().push(at);
            places.regions.entry(region.clone()).or_default();
        }
    }
    for (at, figure) in catalogue.figures.iter().enumerate() {
        places.figures.insert(figure.iri.clone(), at);
        let owners =
            [figure.indicator.as_ref(), figure.region.as_ref(), figure.document(), figure.program.as_ref()];
        for owner in owners.into_iter().flatten() {
            places.figures_by.entry(owner.clone()).or_default().push(at);
        }
        for (relation, other) in &figure.relations {
            places.related.entry(other.clone()).or_default().push((*relation, at));
        }
        if let Some(region) = &figure.region {
            *places.regions.entry(region.clone()).or_default() += 1;
        }
        if let Some(indicator) = &figure.indicator {
            let spread = spreads.entry(indicator.clone()).or_default();
            spread.0.extend(&figure.region);
            spread.1.extend(figure.year());
            spread.2 += 1;
        }
    }
    for (at, program) in catalogue.programs.iter().enumerate() {
        places.programs.insert(program.iri.clone(), at);
        let documents: BTreeSet<&Name> =
            program.evidence.iter().filter_map(|quoted| quoted.document.as_ref()).collect();
        for owner in program.region.iter().chain(&program.part_of).chain(documents) {
            places.programs_by.entry(owner.clone()).or_default().push(at);
        }
        if let Some(region) = &program.region {
            places.regions.entry(region.clone()).or_default();
        }
    }
    for (at, claim) in catalogue.claims.iter().enumerate() {
        places.claims.insert(claim.iri.clone(), at);
        let documents: BTreeSet<&Name> =
            claim.evidence.iter().filter_map(|quoted| quoted.document.as_ref()).collect();
        let owners: BTreeSet<&Name> = claim.region.iter().chain(&claim.about).chain(documents).collect();
        for owner in owners {
            places.claims_by.entry(owner.clone()).or_default().push(at);
        }
    }
    let spread = |(iri, (regions, years, figures)): (Name, (BTreeSet<&Name>, BTreeSet<i32>, usize))| {
        (iri, Spread { regions: regions.len(), years: years.len(), figures })
    };
    places.indicators = spreads.into_iter().map(spread).collect();
    places
}
