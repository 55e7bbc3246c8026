use super::Words;
use crate::ontology::{ConceptId, Ontology};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// A unit as a text prints it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    /// The unit that the value is given in.
    pub(crate) concept: ConceptId,
    /// Its code in the JSON Lines interface.
    pub(crate) code: String,
    /// Factor from the printed unit to that one.
    pub(crate) factor: Decimal,
}

/// The forms of all units.
#[derive(Debug)]
pub(crate) struct Units {
    words: Words,
    forms: FxHashMap<Vec<char>, Unit>,
    by_code: FxHashMap<String, Unit>,
}

impl Units {
    pub(crate) fn new(ontology: &Ontology) -> Self {
        let mut forms = FxHashMap::default();
        let mut by_code: FxHashMap<String, Unit> = FxHashMap::default();
        for (id, concept) in ontology.below("unit/") {
            let base = concept.unit.unwrap_or(id);
            let code = ontology.concept(base).code().to_owned();
            let factor = concept.factor.as_deref().and_then(|f| f.parse().ok()).unwrap_or(Decimal::ONE);
            let unit = Unit { concept: base, code: code.clone(), factor };
            // The concept that bears the code as its own name stands for it (count, not 家).
            if concept.iri.ends_with(&format!("/{code}")) || !by_code.contains_key(&code) {
                by_code.insert(code, Unit { factor: Decimal::ONE, ..unit.clone() });
            }
            for word in &concept.words {
                forms.entry(word.chars().collect()).or_insert_with(|| unit.clone());
            }
        }
        let strings: Vec<String> = forms.keys().map(|form: &Vec<char>| form.iter().collect()).collect();
        Self { words: Words::new(strings.iter().map(String::as_str)), forms, by_code }
    }

    /// The longest unit that starts at `at`, with its length in characters.
    pub(crate) fn at(&self, chars: &[char], at: usize) -> Option<(&Unit, usize)> {
        let len = self.words.at(chars, at);
        self.forms.get(chars.get(at..at + len)?).map(|unit| (unit, len))
    }

    /// The unit of a code of the JSON Lines interface.
    pub(crate) fn of_code(&self, code: &str) -> Option<&Unit> {
        self.by_code.get(code)
    }
}
