use super::figure::{Aspect, Figure, Status};
use super::program::Program;
use crate::lexicon::Lexicon;
use crate::text::{Span, Text};
use aho_corasick::{AhoCorasick, MatchKind};

/// Shortest name of a program, in characters, that is looked for again.
const SHORTEST: usize = 3;

/// Links figures to the program whose result or parameter they are.
///
/// A program named in the clause of a figure owns it; one named in a clause between the figure before
/// and this one does too; a clause that goes on telling results (共吸纳…) keeps the program of the figure before.
pub(crate) fn link(text: &Text, lexicon: &Lexicon<'_>, figures: &mut [Figure], programs: &[Program]) {
    let mentions = mentions(text, programs);
    let chars = text.chars();
    for index in 0..figures.len() {
        let figure = &figures[index];
        let clause = figure.quote;
        let before = index.checked_sub(1).map(|at| &figures[at]);
        let near = before.filter(|before| {
            before.document == figure.document && before.span.end > sentence_start(chars, figure.span.start)
        });
        let from = near.map_or_else(|| sentence_start(chars, figure.span.start), |before| before.span.end);
        let next = figures
            .get(index + 1)
            .filter(|next| next.span.start < clause.end)
            .map_or(clause.end, |next| next.span.start);
        let own = last_inside(
            &mentions,
            Span::new(clause.start.max(near.map_or(0, |near| near.span.end)), next),
            figure,
            programs,
        );
        let between =
            own.or_else(|| last_inside(&mentions, Span::new(from, clause.start.max(from)), figure, programs));
        let goes_on = lexicon.cues.result.at(chars, clause.start) > 0;
        let kept = near
            .and_then(|before| before.program)
            .filter(|_| goes_on || figure.relations.change_of.is_some());
        figures[index].program = between.filter(|_| own.is_some() || goes_on).or(kept);
    }
}

/// Links each target to the actual figure of the same indicator, place and year.
pub(crate) fn targets(figures: &mut [Figure]) {
    let comparable = |figure: &Figure| matches!(figure.aspect, Aspect::Level | Aspect::Rate);
    for index in 0..figures.len() {
        let target = &figures[index];
        if target.status != Status::Target || !comparable(target) {
            continue;
        }
        let same = |other: &Figure| {
            other.status == Status::Actual
                && comparable(other)
                && other.document == target.document
                && other.indicator.label == target.indicator.label
                && other.unit == target.unit
                && other.place == target.place
                && other.period.and_then(|p| p.end).map(|m| m.year)
                    == target.period.and_then(|p| p.end).map(|m| m.year)
        };
        let actual = figures.iter().position(same);
        figures[index].relations.target_of = actual;
    }
}

fn sentence_start(chars: &[char], at: usize) -> usize {
    chars[..at].iter().rposition(|c| matches!(c, '。' | '！' | '？' | '；' | '\n')).map_or(0, |mark| mark + 1)
}

/// Where the names of programs stand: span and index of the program.
fn mentions(text: &Text, programs: &[Program]) -> Vec<(Span, String)> {
    let mut names: Vec<String> = programs
        .iter()
        .filter(|program| program.name.len() >= SHORTEST)
        .map(|program| text.slice(program.name))
        .collect();
    names.sort();
    names.dedup();
    let Ok(automaton) = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names) else {
        return Vec::new();
    };
    let string = text.as_str();
    let (mut byte, mut offset) = (0, 0);
    let mut list = Vec::new();
    for hit in automaton.find_iter(string) {
        offset += string[byte..hit.start()].chars().count();
        let len = string[hit.start()..hit.end()].chars().count();
        list.push((Span::new(offset, offset + len), names[hit.pattern().as_usize()].clone()));
        offset += len;
        byte = hit.end();
    }
    list.iter().filter(|(span, _)| !span.is_empty()).cloned().collect()
}

/// The program of the figure's document that is named last inside a span.
fn last_inside(
    mentions: &[(Span, String)],
    within: Span,
    figure: &Figure,
    programs: &[Program],
) -> Option<usize> {
    let from = mentions.partition_point(|(span, _)| span.start < within.start);
    let named: Vec<&(Span, String)> =
        mentions[from..].iter().take_while(|(span, _)| span.end <= within.end).collect();
    // In a clause with several, the one nearest to the number.
    let nearest = named.iter().min_by_key(|(span, _)| {
        if span.end <= figure.span.start {
            figure.span.start - span.end
        } else {
            span.start.saturating_sub(figure.span.end)
        }
    })?;
    programs.iter().position(|program| {
        program.document == figure.document
            && program.name.len() == nearest.0.len()
            && name_is(program, &nearest.1, mentions)
    })
}

fn name_is(program: &Program, name: &str, mentions: &[(Span, String)]) -> bool {
    mentions
        .binary_search_by_key(&program.name.start, |(span, _)| span.start)
        .is_ok_and(|at| mentions[at].1 == name)
}
