use super::{Label, Labels, Lexicon, Words};
use crate::ontology::{ConceptId, Ontology};
use crate::text::{Span, Text};
use pinyin::ToPinyinMulti;
use std::collections::HashMap;

/// Counties and districts by their names without 县, 区, 市, 旗: 义乌, 璧山.
///
/// Such a name is also a word of the language (和平, 平安), so it counts only right behind the place around it.
#[derive(Debug)]
pub(super) struct Counties {
    short: Words,
    /// Short name to the places that bear it, each with the index of its full name.
    named: HashMap<String, Vec<(ConceptId, usize)>>,
    /// Index of a full name to the short one.
    short_of: HashMap<usize, String>,
}

impl Counties {
    pub(super) fn new(ontology: &Ontology, regions: &Labels, peoples: &Words) -> Self {
        let mut named: HashMap<String, Vec<(ConceptId, usize)>> = HashMap::new();
        for (id, region) in ontology.below("region/") {
            let name = region.label.as_str();
            let short = name.strip_suffix("自治县").or_else(|| name.strip_suffix("自治旗"));
            let short = short.map(|short| without_peoples(short, peoples));
            let short = short.or_else(|| name.strip_suffix(['县', '区', '市', '旗'])).filter(|short| {
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
        let short_of = named
            .iter()
            .flat_map(|(short, places)| places.iter().map(|(_, label)| (*label, short.clone())))
            .collect();
        Self { short: Words::new(list), named, short_of }
    }
}

/// Whether a word is a name in pinyin, each character in any of its readings.
fn spells(name: &str, word: &str) -> bool {
    let mut chars = name.chars();
    let Some(first) = chars.next() else { return word.is_empty() };
    let readings = first.to_pinyin_multi();
    readings.is_some_and(|readings| {
        let mut rests = readings.into_iter().filter_map(|reading| word.strip_prefix(reading.plain()));
        rests.any(|rest| spells(chars.as_str(), rest))
    })
}

/// 峨边 for 峨边彝族.
fn without_peoples<'n>(name: &'n str, peoples: &Words) -> &'n str {
    let chars: Vec<char> = name.chars().collect();
    let mut end = chars.len();
    loop {
        match peoples.before(&chars[..end], end) {
            0 => break,
            len => end -= len,
        }
    }
    name.char_indices().nth(end).map_or(name, |(at, _)| &name[..at])
}

impl Lexicon<'_> {
    /// The places a text names, in order; a county by its short name where the place around it stands before it, or
    /// where it has been named before.
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
        self.named_again(text.chars(), list)
    }

    /// Adds the short names of counties that the text has named in full or with the place around them before.
    fn named_again(&self, chars: &[char], list: Vec<Label>) -> Vec<Label> {
        let mut known: HashMap<&str, (usize, usize)> = HashMap::new();
        for label in &list {
            if let Some(short) = self.counties.short_of.get(&label.label) {
                known.entry(short).or_insert((label.span.end, label.label));
            }
        }
        if known.is_empty() {
            return list;
        }
        let words = Words::new(known.keys().copied());
        let mut more: Vec<Label> = Vec::new();
        let mut at = 0;
        for label in list.iter().map(Some).chain([None]) {
            let end = label.map_or(chars.len(), |label| label.span.start);
            while let Some((found, len)) = words.find(chars, at.min(end), end) {
                at = found + len;
                let short: String = chars[found..at].iter().collect();
                let since = known.get(short.as_str()).filter(|(since, _)| *since <= found);
                more.extend(since.map(|(_, label)| Label { span: Span::new(found, at), label: *label }));
            }
            at = label.map_or(at, |label| label.span.end);
        }
        more.extend(list);
        more.sort_by_key(|label| label.span);
        more
    }

    /// Length of the place at the start of some words, with a county named shortly behind it.
    pub(crate) fn place_prefix(&self, words: &Text) -> usize {
        let chars = words.chars();
        let Some((len, label)) = self.regions.longest(chars) else { return 0 };
        let label = Label { span: Span::new(0, len), label };
        self.county(chars, label).map_or(len, |county| county.span.end)
    }

    /// The county or city whose name without 县, 区, 市, 旗 has this pinyin, when there is only one.
    pub(crate) fn by_pinyin(&self, word: &str) -> Option<ConceptId> {
        let spelt = |id: &ConceptId| {
            let name = self.ontology.concept(*id).label.as_str();
            let short = name.strip_suffix(['县', '区', '市', '旗', '盟']).unwrap_or(name);
            short.chars().count() >= 2 && spells(short, word)
        };
        let mut named = self.ontology.below("region/").map(|(id, _)| id).filter(spelt);
        named.next().filter(|_| named.next().is_none())
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
