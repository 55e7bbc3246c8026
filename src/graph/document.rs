use super::named::Named;
use super::statements::{Statements, zh};
use super::terms::{cetu, dcterms, schema};
use super::{number, period, place};
use oxigraph::model::Literal;
use oxigraph::model::vocab::{rdf, rdfs};

/// Writes a document and its sections.
pub(super) fn state(context: &Named<'_>, index: usize, out: &mut Statements) {
    let Named { reading, ontology, base, names } = context;
    let iri = names.document(index);
    out.add(iri, rdf::TYPE, cetu::SOURCE_DOCUMENT);
    out.add(iri, schema::SHA256, Literal::from(reading.source.sha256.as_str()));
    if *iri != names.file {
        out.add(iri, dcterms::IS_PART_OF, names.file.clone());
    }
    let Some(document) = reading.outline.documents.get(index) else {
        out.add(iri, rdfs::LABEL, zh(&reading.source.id));
        return;
    };
    let title = if document.title.is_empty() { reading.source.id.as_str() } else { document.title.as_str() };
    out.add(iri, rdfs::LABEL, zh(title));
    out.add(iri, dcterms::TITLE, zh(title));
    out.maybe(iri, dcterms::IDENTIFIER, document.identifier.as_deref().map(Literal::from));
    out.maybe(iri, dcterms::PUBLISHER, document.issuer.as_deref().map(zh));
    out.maybe(iri, schema::POSITION, document.number.map(number::whole));
    if let Some(region) =
        document.region.as_ref().and_then(|region| place::state(region, ontology, base, out))
    {
        out.add(iri, cetu::REGION, region);
    }
    if let Some(kind) = document.kind {
        out.concept(iri, cetu::KIND, ontology, kind);
    }
    if let Some((start, end)) = document.year.map(period::year) {
        out.add(iri, cetu::PERIOD_START, start);
        out.add(iri, cetu::PERIOD_END, end);
    }
    for (position, section) in document.sections.iter().enumerate() {
        let Some(subject) = names.section(index, Some(position)) else { continue };
        out.add(subject, rdf::TYPE, cetu::SECTION);
        if section.measure {
            out.add(subject, rdf::TYPE, cetu::MEASURE);
        }
        out.add(subject, rdfs::LABEL, zh(&reading.source.text.slice(section.heading)));
        out.add(subject, schema::POSITION, number::whole(position + 1));
        let parent = names.section(index, section.parent).unwrap_or(iri);
        out.add(subject, dcterms::IS_PART_OF, parent.clone());
        let evidence = super::evidence::state(context, index, Some(position), section.heading, out);
        out.add(subject, cetu::PROP_EVIDENCE, evidence);
        if let Some(region) = document.region.as_ref().and_then(|region| place::iri(region, ontology, base)) {
            out.add(subject, cetu::REGION, region);
        }
    }
}
