use crate::facts::Indicator;
use crate::lexicon::Lexicon;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::nearest;

/// The concepts that the words of a correction name.
pub(super) struct Links<'a> {
    pub(super) lexicon: &'a Lexicon<'a>,
}

impl Links<'_> {
    /// A concept below a path, by IRI, code, last part of the IRI, or label.
    fn named(&self, path: &str, words: &str) -> Option<ConceptId> {
        let ontology = self.lexicon.ontology;
        let words = words.trim();
        if words.contains(':') {
            return ontology.find(words);
        }
        let all = || ontology.below(path);
        let first = |found: Option<(ConceptId, &crate::ontology::Concept)>| found.map(|(id, _)| id);
        first(all().find(|(_, concept)| concept.code() == words))
            .or_else(|| ontology.at(&format!("{path}{words}")))
            .or_else(|| first(all().find(|(_, concept)| concept.label == words)))
            .or_else(|| first(all().find(|(_, concept)| concept.words.iter().any(|word| word == words))))
    }

    pub(super) fn unit(&self, words: &str) -> Result<ConceptId, String> {
        self.named("unit/", words)
            .ok_or_else(|| format!("no unit is called “{words}”; `cetu ontology` lists them"))
    }

    pub(super) fn kind(&self, words: &str) -> Result<ConceptId, String> {
        self.named("vocab/kind-", words)
            .ok_or_else(|| format!("no kind is called “{words}”; `cetu ontology` lists them"))
    }

    /// The indicator of the vocabulary, or a candidate of these words.
    pub(super) fn indicator(&self, words: &str) -> Result<Indicator, String> {
        let words = words.trim();
        let concept = self.named("indicator/", words);
        if words.is_empty() || (concept.is_none() && words.contains("://")) {
            return Err(format!("no indicator is called “{words}”; `cetu ontology` lists them"));
        }
        let label = concept.map_or(words, |id| self.lexicon.ontology.concept(id).label.as_str()).to_owned();
        let entry = concept.map(|id| self.lexicon.ontology.entry(id, words));
        Ok(Indicator { entry, label, text: words.to_owned() })
    }

    fn region(&self, words: &str) -> Option<ConceptId> {
        let by_code = |words: &str| {
            let mut regions = self.lexicon.ontology.below("region/");
            regions.find(|(_, region)| region.identifiers.iter().any(|i| i == words)).map(|(id, _)| id)
        };
        self.named("region/", words).or_else(|| by_code(words.trim()))
    }

    /// The place of the gazetteer, or one of that name within the document's.
    pub(super) fn place(&self, words: &str, home: Option<&Place>) -> Result<Place, String> {
        let words = words.trim();
        match self.region(words) {
            Some(id) => Ok(Place::of(id, self.lexicon)),
            None if words.is_empty()
                || words.chars().all(|c| c.is_ascii_digit())
                || words.contains("://") =>
            {
                Err(format!("no place is called “{words}”; give its name or its GB/T 2260 code"))
            }
            None => Ok(Place {
                region: None,
                name: words.to_owned(),
                within: home.and_then(|home| home.region.or(home.within)),
            }),
        }
    }
}

/// What is to be said of a place that the gazetteer does not have: a village is meant, or its name is mistyped.
#[must_use]
pub fn unknown_place(words: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let words = words.trim();
    if words.is_empty() || (Links { lexicon }).region(words).is_some() {
        return None;
    }
    let names =
        || lexicon.ontology.below("region/").flat_map(|(_, region)| &region.words).map(String::as_str);
    // Of a longer name, the place that it begins with.
    let around = || names().filter(|name| words.starts_with(name)).max_by_key(|name| name.len());
    let near = nearest(words, names()).or_else(around);
    let near = near.map(|near| format!("; the nearest that it has is {near}")).unwrap_or_default();
    Some(format!("the gazetteer has no place “{words}”, which is kept as a local one{near}"))
}
