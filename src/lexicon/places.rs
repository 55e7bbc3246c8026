use super::{Label, Labels, Lexicon, Words};
use crate::ontology::{ConceptId, Ontology};
use crate::text::{Span, Text};
use std::collections::HashMap;

/// Counties and districts by their names without 县, 区, 市, 旗: 义乌, 璧山.
///
/// Such a name is also a word of the language (和平, 平安), so it counts only right behind the place around it.
#[derive(Debug)]
pub(super) struct Counties {
    short: Words,
    /// Short name to the places that bear it, each with the index of its full name.
    named: HashMap<String, Vec<(ConceptId, usize)>>,
}

impl Counties {
    pub(super) fn new(ontology: &Ontology, regions: &Labels) -> Self {
        let mut named: HashMap<String, Vec<(ConceptId, usize)>> = HashMap::new();
        for (id, region) in ontology.below("region/") {
            let name = region.label.as_str();
            let short = name.strip_suffix(['县', '区', '市', '旗']).filter(|short| {
                short.chars().count() >= 2
                    && !short.ends_with("自治")
                    && !region.words.iter().any(|word| word == short)
            });
            if let (Some(short), Some(label)) = (short, regions.index(name)) {
                named.entry(short.to_owned()).or_default().push((id, label));
            }
        }
        let mut list: Vec<&str> = named.keys().map(String::as_str).collect();
        list.sort_unstable();
        Self { short: Words::new(list), named }
    }
}

impl Lexicon<'_> {
    /// The places a text names, in order; a county by its short name where the place around it stands before it.
    pub(crate) fn places(&self, text: &Text) -> Vec<Label> {
        let mut list: Vec<Label> = Vec::new();
        for label in self.regions.find(text) {
            // A longer name may have begun inside the county just found.
            if list.last().is_some_and(|last| label.span.start < last.span.end) {
                continue;
            }
            list.push(label);
            if let Some(county) = self.county(text.chars(), label) {
                list.push(county);
            }
        }
        list
    }

    /// Length of the place at the start of some words, with a county named shortly behind it.
    pub(crate) fn place_prefix(&self, words: &Text) -> usize {
        let chars = words.chars();
        let Some((len, label)) = self.regions.longest(chars) else { return 0 };
        let label = Label { span: Span::new(0, len), label };
        self.county(chars, label).map_or(len, |county| county.span.end)
    }

    fn county(&self, chars: &[char], outer: Label) -> Option<Label> {
        let at = outer.span.end;
        let len = self.counties.short.at(chars, at);
        let end = at + len;
        // 云南大理白族 is not 云南大理; a longer name of the gazetteer wins.
        if len == 0 || self.regions.longest(&chars[at..]).is_some_and(|(longer, _)| longer >= len) {
            return None;
        }
        let short: String = chars[at..end].iter().collect();
        let around = self.regions.concepts(outer.label);
        let (_, label) = self.counties.named.get(&short)?.iter().find(|(id, _)| {
            std::iter::successors(self.ontology.concept(*id).part_of, |id| self.ontology.concept(*id).part_of)
                .any(|part| around.contains(&part))
        })?;
        Some(Label { span: Span::new(at, end), label: *label })
    }
}
