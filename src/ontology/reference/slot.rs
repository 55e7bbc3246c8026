use super::index::Index;
use super::name::{Name, Names};
use super::{Term, Words};
use crate::ontology::SHAPES;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Triple;
use std::collections::BTreeMap;

/// A property as a class uses it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slot {
    /// The property.
    pub property: Name,
    /// Its labels; empty for a property of another ontology.
    pub label: Words,
    /// Fewest values that the shapes allow.
    pub least: Option<usize>,
    /// Most values that the shapes allow.
    pub most: Option<usize>,
    /// The class that it is inherited from.
    pub from: Option<Name>,
}

impl Slot {
    /// `1`, `0..1`, `1..*`: how many values a thing has.
    #[must_use]
    pub fn times(&self) -> String {
        match (self.least.unwrap_or_default(), self.most) {
            (least, Some(most)) if least == most => least.to_string(),
            (least, Some(most)) => format!("{least}..{most}"),
            (least, None) => format!("{least}..*"),
        }
    }
}

type Slots = BTreeMap<String, Slot>;

/// Gives each class its properties: those whose domain it is, those that its shape names, then those of its superclasses.
pub(super) fn fill(classes: &mut [Term], properties: &[Term], names: &Names) {
    let mut own: BTreeMap<String, Slots> = shaped(names);
    for property in properties {
        for class in &property.domain {
            let slots = own.entry(class.iri.clone()).or_default();
            slots.entry(property.name.iri.clone()).or_default();
        }
    }
    let supers: BTreeMap<String, Vec<Name>> =
        classes.iter().map(|class| (class.name.iri.clone(), class.supers.clone())).collect();
    for class in classes {
        let mut slots = own.get(&class.name.iri).cloned().unwrap_or_default();
        let mut above = class.supers.clone();
        while let Some(name) = above.pop() {
            for (iri, slot) in own.get(&name.iri).into_iter().flatten() {
                slots.entry(iri.clone()).or_insert_with(|| Slot { from: Some(name.clone()), ..slot.clone() });
            }
            above.extend(supers.get(&name.iri).into_iter().flatten().cloned());
        }
        for (iri, slot) in &mut slots {
            slot.property = names.of(iri);
            if let Some(known) = properties.iter().find(|known| known.name.iri == *iri) {
                slot.label = known.label.clone();
            }
        }
        class.slots = slots.into_values().collect();
        class.slots.sort_by(|a, b| (&a.from, &a.property.short).cmp(&(&b.from, &b.property.short)));
    }
}

/// The properties that `ontology/shapes.ttl` names for each class.
fn shaped(names: &Names) -> BTreeMap<String, Slots> {
    const SH: &str = "http://www.w3.org/ns/shacl#";
    let quads = RdfParser::from_format(RdfFormat::Turtle).for_slice(SHAPES.as_bytes());
    let triples: Vec<Triple> = quads.filter_map(Result::ok).map(Triple::from).collect();
    let index = Index::new(&triples);
    let number = |shape: &str, local: &str| index.text(shape, &format!("{SH}{local}"))?.parse().ok();
    let mut classes: BTreeMap<String, Slots> = BTreeMap::new();
    for shape in index.subjects() {
        for class in index.nodes(shape, &format!("{SH}targetClass")) {
            for constraint in index.nodes(shape, &format!("{SH}property")) {
                let Some(path) = index.node(constraint, &format!("{SH}path")) else { continue };
                let slot = classes.entry(class.to_owned()).or_default().entry(path.to_owned()).or_default();
                slot.property = names.of(path);
                slot.least = slot.least.max(number(constraint, "minCount"));
                slot.most = number(constraint, "maxCount").or(slot.most);
            }
        }
    }
    classes
}
