use crate::facts::Program;
use crate::facts::rule::programs as rule;
use crate::facts::stating::{Reader, clause_at};
use crate::text::Span;

/// Adds the row itself to the programs whose members were read: “甲、乙、丙”六大专项行动.
pub(crate) fn rows(reader: &Reader<'_>, programs: &mut Vec<Program>) {
    let mut found: Vec<Program> = Vec::new();
    for member in programs.iter().filter(|program| program.rule == rule::MEMBER) {
        let Some(name) = row_around(reader, member) else { continue };
        if found.iter().all(|row| row.name != name) {
            found.push(Program { name, rule: rule::ROW, ..member.clone() });
        }
    }
    found.extend(practices(reader, programs));
    programs.extend(found);
    programs.sort_by_key(|program| (program.document, program.name.start, program.name.end));
}

/// “线上报名、线下面试”: two or more short phrases in one pair of marks behind a verb that puts them into practice.
fn practices(reader: &Reader<'_>, programs: &[Program]) -> Vec<Program> {
    let Some(kind) = reader.lexicon.practice_kind else { return Vec::new() };
    let mut found = Vec::new();
    for stretch in reader.stretches() {
        let within = stretch.sentence.span;
        for open in (within.start..within.end).filter(|at| reader.chars[*at] == '“') {
            let Some(close) = (open..within.end).find(|at| reader.chars[*at] == '”') else { continue };
            let name = Span::new(open + 1, close);
            let parts: Vec<&[char]> = reader.chars[name.start..name.end].split(|c| *c == '、').collect();
            let even = parts.iter().all(|part| part.len() == parts[0].len() && (4..=8).contains(&part.len()));
            let ends = !reader.char(close + 1).is_alphanumeric();
            let verb = reader.lexicon.cues.practise.before(&reader.chars[..open], open) > 0;
            let new = || programs.iter().all(|program| !program.name.overlaps(name));
            if parts.len() >= 2 && even && ends && verb && new() {
                let place = reader.own(stretch.document);
                let quote = reader.trim(clause_at(&stretch.sentence, open));
                found.push(Program {
                    document: stretch.document,
                    section: stretch.section,
                    name,
                    quote,
                    kind,
                    place,
                    groups: Vec::new(),
                    instruments: Vec::new(),
                    part_of: None,
                    run_by: Vec::new(),
                    partners: Vec::new(),
                    rule: rule::PHRASES,
                    told: None,
                    placed: reader.own_reason(stretch.document),
                });
            }
        }
    }
    found
}

/// From the opening mark before a member to the end of the noun behind the closing one.
fn row_around(reader: &Reader<'_>, member: &Program) -> Option<Span> {
    let chars = reader.chars;
    let open =
        (member.quote.start.saturating_sub(1)..member.name.start).rev().find(|at| chars[*at] == '“')?;
    let close = (member.name.end..chars.len()).find(|at| chars[*at] == '”')?;
    let end = (close + 1..chars.len().min(close + 12))
        .find(|at| !chars[*at].is_alphanumeric() || chars[*at] == '的')?;
    (end > close + 1).then(|| Span::new(open, end))
}
