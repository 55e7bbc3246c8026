use super::iri::{self, Base};
use super::slug;
use super::statements::Statements;
use super::terms::{cetu, dcterms};
use crate::ontology::{ConceptId, Ontology};
use crate::outline::Place;
use oxigraph::model::NamedNode;
use oxigraph::model::vocab::{rdf, rdfs};

/// The part of an IRI that names a place: its code, or the code of the region around it with its name.
pub(super) fn key(place: &Place, ontology: &Ontology) -> String {
    match (place.region, place.within) {
        (Some(region), _) => code(ontology, region),
        (None, Some(within)) => format!("{}-{}", code(ontology, within), slug::slug(&place.name)),
        (None, None) if place.name.is_empty() => "unplaced".to_owned(),
        (None, None) => slug::slug(&place.name),
    }
}

/// The IRI of a place; `None` for a place without a name.
pub(super) fn iri(place: &Place, ontology: &Ontology, base: &Base) -> Option<NamedNode> {
    match (place.region, place.within) {
        (Some(region), _) => Some(NamedNode::new_unchecked(ontology.concept(region).iri.clone())),
        _ if slug::slug(&place.name).is_empty() => None,
        (None, Some(within)) => Some(base.place(&code(ontology, within), &place.name)),
        (None, None) => Some(base.place("unknown", &place.name)),
    }
}

/// Writes what a place without an entry in the gazetteer is, and gives its IRI.
pub(super) fn state(
    place: &Place,
    ontology: &Ontology,
    base: &Base,
    out: &mut Statements,
) -> Option<NamedNode> {
    let iri = iri(place, ontology, base)?;
    if place.region.is_none() {
        out.add(&iri, rdf::TYPE, cetu::REGION_CLASS);
        out.add(&iri, rdfs::LABEL, super::statements::zh(&place.name));
        if let Some(within) = place.within {
            out.concept(&iri, dcterms::IS_PART_OF, ontology, within);
        }
    }
    Some(iri)
}

fn code(ontology: &Ontology, region: ConceptId) -> String {
    iri::local(ontology.concept(region)).to_owned()
}
