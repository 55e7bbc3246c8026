use super::figure::{Aspect, Figure, Status};
use super::program::Program;
use crate::lexicon::{Lexicon, Words};
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::{Span, Text};
use std::collections::HashMap;

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
    let mut actual: HashMap<Key, usize> = HashMap::new();
    for (index, figure) in figures.iter().enumerate() {
        if figure.status == Status::Actual && comparable(figure) {
            actual.entry(Key::of(figure)).or_insert(index);
        }
    }
    let found: Vec<Option<usize>> = figures
        .iter()
        .map(|figure| {
            let target = figure.status == Status::Target && comparable(figure);
            target.then(|| actual.get(&Key::of(figure)).copied()).flatten()
        })
        .collect();
    for (figure, actual) in figures.iter_mut().zip(found) {
        if figure.status == Status::Target && comparable(figure) {
            figure.relations.target_of = actual;
        }
    }
}

/// What a target and the actual figure it was set for have in common.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    document: usize,
    label: String,
    unit: ConceptId,
    place: Place,
    year: Option<i32>,
}

impl Key {
    fn of(figure: &Figure) -> Self {
        Self {
            document: figure.document,
            label: figure.indicator.label.clone(),
            unit: figure.unit,
            place: figure.place.clone(),
            year: figure.period.and_then(|period| period.end).map(|month| month.year),
        }
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
    let words = Words::new(names.iter().map(String::as_str));
    let chars = text.chars();
    let (mut at, mut list) = (0, Vec::new());
    while at < chars.len() {
        let len = words.at(chars, at);
        if len > 0 {
            list.push((Span::new(at, at + len), chars[at..at + len].iter().collect()));
        }
        at += len.max(1);
    }
    list
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

#[cfg(test)]
mod tests {
    use crate::facts::stating::sample::read;
    use crate::text::Span;

    #[test]
    fn a_mark_inside_a_number_does_not_cut_its_quotation() {
        let (text, facts) = read("2019年某市工作总结\n城乡收入比为４：１。\n");
        let figure = &facts.figures[0];
        assert_eq!(text.slice(figure.span), "４：１");
        assert!(figure.quote.covers(figure.span));
    }

    #[test]
    fn words_that_look_back_take_nothing_that_is_taken() {
        let (_, facts) = read("2019年某市工作总结\n收入1元以上亿\n");
        let spans: Vec<Span> = facts.figures.iter().map(|figure| figure.span).collect();
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
    }
}
