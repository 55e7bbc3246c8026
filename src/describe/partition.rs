use super::dataset::count;
use super::{Statistics, Use};
use crate::document::sha256;
use crate::graph::Statements;
use crate::graph::terms::{PREFIXES, void, void_ext};
use oxigraph::model::NamedNode;

/// Writes the classes of a data set, each with its properties and what these lead to, then all properties.
pub(super) fn state(statistics: &Statistics, dataset: &NamedNode, out: &mut Statements) {
    for (iri, class) in &statistics.classes {
        let node = below(dataset, "class", iri);
        out.add(dataset, void::CLASS_PARTITION, node.clone());
        out.add(&node, void::CLASS, NamedNode::new_unchecked(iri));
        out.add(&node, void::ENTITIES, count(class.entities));
        for (iri, used) in &class.properties {
            property(&node, iri, used, out);
        }
    }
    for (iri, used) in &statistics.properties {
        let node = below(dataset, "property", iri);
        out.add(dataset, void::PROPERTY_PARTITION, node.clone());
        out.add(&node, void::PROPERTY, NamedNode::new_unchecked(iri));
        out.add(&node, void::TRIPLES, count(used.triples));
    }
}

fn property(class: &NamedNode, iri: &str, used: &Use, out: &mut Statements) {
    let node = below(class, "property", iri);
    out.add(class, void::PROPERTY_PARTITION, node.clone());
    out.add(&node, void::PROPERTY, NamedNode::new_unchecked(iri));
    out.add(&node, void::TRIPLES, count(used.triples));
    for (iri, triples) in &used.classes {
        let object = below(&node, "class", iri);
        out.add(&node, void::CLASS_PARTITION, object.clone());
        out.add(&object, void::CLASS, NamedNode::new_unchecked(iri));
        out.add(&object, void::TRIPLES, count(*triples));
    }
    for (iri, triples) in &used.datatypes {
        let object = below(&node, "datatype", iri);
        out.add(&node, void_ext::DATATYPE_PARTITION, object.clone());
        out.add(&object, void_ext::DATATYPE, NamedNode::new_unchecked(iri));
        out.add(&object, void::TRIPLES, count(*triples));
    }
}

/// `{above}/{kind}/{name}`; the name is that with a known prefix, or a digest.
fn below(above: &NamedNode, kind: &str, iri: &str) -> NamedNode {
    let short = PREFIXES.iter().find_map(|(prefix, space)| {
        let local = iri.strip_prefix(space).filter(|local| local.chars().all(char::is_alphanumeric))?;
        Some(format!("{prefix}-{local}"))
    });
    let name = short.unwrap_or_else(|| sha256(iri.as_bytes())[..8].to_owned());
    NamedNode::new_unchecked(format!("{}/{kind}/{name}", above.as_str()))
}
