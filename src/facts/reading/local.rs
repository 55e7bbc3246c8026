use super::place::Places;
use crate::lexicon::{Label, Lexicon};
use crate::ontology::ConceptId;
use crate::outline::{Document, Place};
use crate::text::{Sentence, Span};
use std::collections::HashSet;

/// Shortest and longest name before its noun, in characters: 东风 in 东风村.
const NAME: std::ops::RangeInclusive<usize> = 2..=6;
/// How far back 村里 and 当地 refer, in characters.
const BACK: usize = 600;

/// A village, community, new area or port that a text names, which no gazetteer has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Local {
    /// The name with its noun.
    pub(crate) span: Span,
    /// The region named right before it.
    pub(crate) within: Option<ConceptId>,
}

/// Finds the local places of a text: named behind the region around them (某县东风村), where something is (在东风村，),
/// or as the subject of what they have (东风村有…); and named again at the head of a clause.
pub(crate) fn locals(chars: &[char], labels: &[Label], lexicon: &Lexicon<'_>) -> Vec<Local> {
    let cues = &lexicon.cues;
    let mut known: HashSet<&[char]> = HashSet::new();
    let mut found: Vec<Local> = Vec::new();
    let mut from = 0;
    while let Some((at, len)) = cues.local_noun.find(chars, from, chars.len()) {
        from = at + len;
        let noun = Span::new(at, from);
        // 浦东新区 is in the gazetteer.
        let listed = labels.partition_point(|label| label.span.end < from);
        if labels.get(listed).is_some_and(|label| label.span.covers(noun)) {
            continue;
        }
        if let Some(local) = behind_region(chars, labels, noun, lexicon) {
            known.insert(&chars[local.span.start..local.span.end]);
            found.push(local);
            continue;
        }
        let open = (at.saturating_sub(12)..at)
            .rev()
            .find(|at| !chars[*at].is_alphabetic())
            .map_or_else(|| at.saturating_sub(12), |at| at + 1);
        let lead = cues.located.at(chars, open).max(usize::from(chars[open] == '在'));
        let start = open + lead;
        let name = Span::new(start, from);
        let placed = lead > 0 && matches!(chars.get(from), Some('，'));
        let has = cues.local_has.at(chars, from) > 0 || chars.get(from).is_some_and(char::is_ascii_digit);
        let again = known.contains(&chars[start.min(from)..from]);
        if again || ((placed || has) && plain(chars, Span::new(start.min(at), at), noun, lexicon)) {
            known.insert(&chars[name.start..name.end]);
            let before =
                found.iter().find(|local| chars[local.span.start..local.span.end] == chars[start..from]);
            found.push(Local { span: name, within: before.and_then(|local| local.within) });
        }
    }
    found
}

/// A local place right behind the region that it lies in: 某县的东风村.
fn behind_region(chars: &[char], labels: &[Label], noun: Span, lexicon: &Lexicon<'_>) -> Option<Local> {
    let last = labels.partition_point(|label| label.span.end <= noun.start).checked_sub(1)?;
    let label = labels[last];
    let mut start = label.span.end + usize::from(chars.get(label.span.end) == Some(&'的'));
    if let Some(town) = (start..noun.start).rev().find(|at| matches!(chars[*at], '镇' | '乡' | '道')) {
        start = town + 1;
    }
    let near = noun.start.checked_sub(start).is_some_and(|len| NAME.contains(&len));
    let whole = near && chars[label.span.end..noun.start].iter().all(|c| c.is_alphabetic());
    (whole && plain(chars, Span::new(start, noun.start), noun, lexicon)).then(|| Local {
        span: Span::new(start, noun.end),
        within: lexicon.regions.concepts(label.label).first().copied(),
    })
}

/// Whether words before a noun are a name and not a sort (贫困村) or a part of a sentence.
fn plain(chars: &[char], words: Span, noun: Span, lexicon: &Lexicon<'_>) -> bool {
    let cues = &lexicon.cues;
    NAME.contains(&words.len())
        && cues.local_sort.before(&chars[..noun.start], noun.start) == 0
        && !cues.introduce.inside(chars, words.start, words.end)
        && !cues.own_region.inside(chars, words.start, words.end)
        && !chars[words.start..words.end].iter().any(|c| {
            crate::facts::number::is_chinese_numeral(*c)
                || matches!(
                    c,
                    '的' | '了'
                        | '个'
                        | '各'
                        | '全'
                        | '每'
                        | '该'
                        | '本'
                        | '这'
                        | '那'
                        | '在'
                        | '是'
                        | '为'
                        | '和'
                        | '与'
                        | '及'
                        | '等'
                )
        })
}

impl Places<'_> {
    /// The local place that a sentence speaks of: the last one named before in its paragraph, or the one that 村里 or
    /// 当地 refers to, unless another place or the whole region has been spoken of since.
    pub(super) fn local(
        &self,
        document: &Document,
        sentence: &Sentence,
        before: usize,
    ) -> Option<(Place, Span)> {
        if document.sections.iter().any(|section| section.level < 3) {
            return None;
        }
        let local = self.locals[..self.locals.partition_point(|local| local.span.end <= before)].last()?;
        let name = local.span;
        if name.start < document.span.start.max(before.saturating_sub(BACK)) {
            return None;
        }
        let paragraph = (name.end..before).rev().find(|at| self.chars[*at] == '\n');
        let there = |from: usize| {
            let cues = &self.lexicon.cues;
            cues.there.inside(self.chars, from, before) || cues.in_village.inside(self.chars, from, before)
        };
        if paragraph.is_some_and(|start| !there(start)) {
            return None;
        }
        let from = self.labels.partition_point(|label| label.span.start < name.end);
        let since = self.labels[from..].iter().take_while(|label| label.span.end <= before);
        let elsewhere = since.into_iter().any(|label| self.heads_sentence(label.span, name.end));
        let general = self.speaks_generally(Span::new(name.end, sentence.span.end));
        let words = self.chars[name.start..name.end].iter().collect();
        let within = local.within.or(document.region.as_ref().and_then(|place| place.region));
        (!elsewhere && !general).then_some((Place { region: None, name: words, within }, name))
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::stating::sample::read;

    fn places(text: &str) -> Vec<String> {
        let (text, facts) = read(text);
        let place =
            |figure: &crate::facts::Figure| format!("{} {}", text.slice(figure.span), figure.place.name);
        facts.figures.iter().map(place).collect()
    }

    #[test]
    fn a_village_has_the_figures_told_of_it() {
        insta::assert_debug_snapshot!(places(
            "浙江德清：山村的新活法\n走进浙江湖州德清县的青枫岭村，这里开了民宿32家。村里种茶1200亩。\n\
             村民老周说，去年卖出茶叶3吨。浙江全省去年发展民宿2万家。\n"
        ), @r#"
        [
            "32家 青枫岭村",
            "1200亩 青枫岭村",
            "3吨 青枫岭村",
            "2万家 浙江省",
        ]
        "#);
    }

    #[test]
    fn a_sort_of_village_is_no_place() {
        insta::assert_debug_snapshot!(places("浙江德清：山村的新活法\n德清县有示范村12个，贫困村有38户困难家庭得到帮助。\n"), @r#"
        [
            "12个 德清县",
            "38户 德清县",
        ]
        "#);
    }

    #[test]
    fn a_county_is_known_by_its_short_name_once_it_was_named() {
        insta::assert_debug_snapshot!(places(
            "河北：县里办起共享车间\n河北邢台宁晋县办了共享车间8个。\n当地有600家企业用上了设备。今年，宁晋产值达到30亿元。\n"
        ), @r#"
        [
            "8个 宁晋县",
            "600家 宁晋县",
            "30亿元 宁晋县",
        ]
        "#);
    }
}
