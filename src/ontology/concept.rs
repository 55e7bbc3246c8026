use super::{DEF, SKOS, label_predicate};
use oxigraph::model::{NamedNode, Term};

/// Handle of a concept in an [`Ontology`](super::Ontology).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(u32);

impl ConceptId {
    pub(super) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Position in the ontology's list of concepts.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// An entry of a vocabulary: an indicator, a unit, a region, a group, a kind, a code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concept {
    /// Its IRI.
    pub iri: String,
    /// Preferred Chinese label.
    pub label: String,
    /// Preferred English label; empty when there is none.
    pub english: String,
    /// The Chinese words that a text uses for it, the preferred label first.
    pub words: Vec<String>,
    /// `skos:notation`: the short code of the JSON Lines interface.
    pub notation: Option<String>,
    /// `dcterms:identifier`s, for a region its GB/T 2260 code and its ISO 3166-2 code.
    pub identifiers: Vec<String>,
    /// The unit its figures are expected in (indicators), or the unit it converts to (units).
    pub unit: Option<ConceptId>,
    /// Factor to the unit it converts to, as a decimal.
    pub factor: Option<String>,
    /// `cetu:kind`: what sort of body an organisation is.
    pub kind: Option<ConceptId>,
    /// `cetu:instrument`: the instrument that a kind of program uses by itself.
    pub instrument: Option<ConceptId>,
    /// `skos:broader`.
    pub broader: Vec<ConceptId>,
    /// `dcterms:isPartOf`.
    pub part_of: Option<ConceptId>,
}

/// An entry of a vocabulary with the wording that a text uses for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The concept.
    pub concept: ConceptId,
    /// Which of its [`words`](Concept::words).
    pub wording: usize,
}

impl Concept {
    pub(super) fn new(iri: String) -> Self {
        Self { iri, ..Self::default() }
    }

    /// The code the JSON Lines interface prints: the notation, or the last part of the IRI.
    #[must_use]
    pub fn code(&self) -> &str {
        self.notation.as_deref().unwrap_or_else(|| self.iri.rsplit('/').next().unwrap_or_default())
    }

    /// Takes one statement about the concept; `target` is the object when that is a concept itself.
    pub(super) fn take(&mut self, predicate: &NamedNode, object: &Term, target: Option<ConceptId>) {
        let text = match object {
            Term::Literal(literal) => literal.value(),
            _ => "",
        };
        let zh = matches!(object, Term::Literal(l) if l.language().is_some_and(|tag| tag.starts_with("zh")));
        let en = matches!(object, Term::Literal(l) if l.language() == Some("en"));
        let name = predicate.as_str();
        if label_predicate(predicate) && zh {
            text.clone_into(&mut self.label);
            self.add_word(text, true);
        } else if label_predicate(predicate) && en {
            text.clone_into(&mut self.english);
        } else if let Some(local) = name.strip_prefix(SKOS) {
            match local {
                "altLabel" | "hiddenLabel" if zh => self.add_word(text, false),
                "notation" => self.notation = Some(text.to_owned()),
                "broader" => self.broader.extend(target),
                _ => {}
            }
        } else if let Some(local) = name.strip_prefix(DEF) {
            match local {
                "unit" => self.unit = target,
                "kind" => self.kind = target,
                "instrument" => self.instrument = target,
                "factor" => self.factor = Some(text.to_owned()),
                _ => {}
            }
        } else if name == "http://purl.org/dc/terms/identifier" {
            self.identifiers.push(text.to_owned());
        } else if name == "http://purl.org/dc/terms/isPartOf" {
            self.part_of = target;
        }
    }

    fn add_word(&mut self, word: &str, first: bool) {
        self.words.retain(|known| known != word);
        if first {
            self.words.insert(0, word.to_owned());
        } else {
            self.words.push(word.to_owned());
        }
    }
}
