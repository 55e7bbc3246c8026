use super::Misstated;
use crate::ontology::{Concept, ConceptId, Ontology};

/// The region of a name, 浙江省 or 浙江, or of a code, 330000.
pub(super) fn named(name: &str, ontology: &Ontology) -> Result<ConceptId, Misstated> {
    let called = |region: &Concept| {
        region.words.iter().any(|word| word == name)
            || region.identifiers.iter().any(|code| code == name)
            || region.code() == name
    };
    let found: Vec<(ConceptId, &Concept)> =
        ontology.below("region/").filter(|(_, region)| called(region)).collect();
    match found.as_slice() {
        [] => Err(Misstated::Region(name.to_owned())),
        [(id, _)] => Ok(*id),
        several => {
            // 全称 alone tells apart what a short name does not.
            let full: Vec<ConceptId> =
                several.iter().filter(|(_, region)| region.label == name).map(|(id, _)| *id).collect();
            match full.as_slice() {
                [id] => Ok(*id),
                _ => Err(Misstated::Regions {
                    name: name.to_owned(),
                    codes: several.iter().map(|(_, region)| region.code()).collect::<Vec<_>>().join(" "),
                }),
            }
        }
    }
}
