use crate::facts::rule::programs as rule;
use crate::facts::stating::Reader;
use crate::facts::{Enumeration, Program};
use crate::outline::Section;
use crate::text::Span;

/// Longest name of a program that a row or a number is looked for behind, in characters.
const LONGEST: usize = 60;

/// Finds the program that a program is part of.
///
/// A member is part of its row; a program named before a counted name is part of that; what a sentence goes on to
/// set up under a plan is part of the plan; and the programs of a section are part of the one its heading quotes.
pub(super) fn link(reader: &Reader<'_>, programs: &mut [Program], enumerations: &[Enumeration]) {
    let mut parents: Vec<Option<usize>> = vec![None; programs.len()];
    members_of_rows(programs, &mut parents);
    members_of_counted(programs, enumerations, &mut parents);
    under_plans(reader, programs, &mut parents);
    under_headings(reader, programs, &mut parents);
    for index in 0..programs.len() {
        // A chain that comes back to its beginning says nothing.
        let mut at = parents[index];
        let mut steps = 0;
        while let Some(parent) = at.filter(|parent| *parent != index && steps < programs.len()) {
            at = parents[parent];
            steps += 1;
        }
        programs[index].part_of = parents[index].filter(|_| at.is_none());
    }
}

fn members_of_rows(programs: &[Program], parents: &mut [Option<usize>]) {
    for (row, outer) in programs.iter().enumerate().filter(|(_, program)| program.rule == rule::ROW) {
        for index in inside(programs, outer.document, outer.name) {
            if index != row && outer.name.covers(programs[index].name) {
                parents[index] = Some(row);
            }
        }
    }
}

/// 甲卡、乙库、丙台账“一卡一库一台账”制度.
fn members_of_counted(programs: &[Program], enumerations: &[Enumeration], parents: &mut [Option<usize>]) {
    for row in enumerations {
        let near = Span::new(row.span.start.saturating_sub(LONGEST), row.span.end);
        let mut named = inside(programs, row.document, near);
        let Some(whole) = named.find(|index| programs[*index].name.overlaps(row.span)) else { continue };
        for member in &row.members {
            for index in inside(programs, row.document, *member) {
                if index != whole && member.covers(programs[index].name) && parents[index].is_none() {
                    parents[index] = Some(whole);
                }
            }
        }
    }
    // A set phrase that counts several things (一卡一库) takes in the row of programs right before it.
    for whole in 0..programs.len() {
        let mut start = programs[whole].name.start.saturating_sub(1);
        if programs[whole].rule != rule::QUOTED || !counts_each(programs, whole) {
            continue;
        }
        while let Some(index) = ending(programs, programs[whole].document, start) {
            if parents[index].is_none() {
                parents[index] = Some(whole);
            }
            start = programs[index].name.start.saturating_sub(1);
        }
    }
}

/// Whether a program stands right before the opening mark of a quoted name.
fn counts_each(programs: &[Program], whole: usize) -> bool {
    let start = programs[whole].name.start.saturating_sub(1);
    ending(programs, programs[whole].document, start).is_some()
}

/// The programs, in the order of the text, whose names begin inside a span.
fn inside(programs: &[Program], document: usize, span: Span) -> std::ops::Range<usize> {
    let from = |at: usize| programs.partition_point(|p| (p.document, p.name.start) < (document, at));
    from(span.start)..from(span.end)
}

/// The program whose name ends at an offset.
fn ending(programs: &[Program], document: usize, at: usize) -> Option<usize> {
    let near = inside(programs, document, Span::new(at.saturating_sub(LONGEST), at));
    near.into_iter().find(|index| programs[*index].name.end == at)
}

/// 实施…计划，筹建…平台: lesser things that the sentence sets up behind a plan.
fn under_plans(reader: &Reader<'_>, programs: &[Program], parents: &mut [Option<usize>]) {
    for document in 0..reader.outline.documents.len() {
        for sentence in reader.sentences(document) {
            let from =
                programs.partition_point(|p| (p.document, p.name.start) < (document, sentence.span.start));
            let inside: Vec<usize> =
                (from..programs.len()).take_while(|at| sentence.span.covers(programs[*at].name)).collect();
            let mut plan: Option<usize> = None;
            for index in inside {
                let code = super::code(reader.lexicon.ontology, &programs[index]);
                if matches!(code, "plan" | "project") {
                    let clause = sentence.clauses[sentence.clause_at(programs[index].name.start)];
                    plan = carried_out(reader, clause, programs[index].name).then_some(index);
                } else if let Some(plan) = plan.filter(|_| lesser(code) && parents[index].is_none()) {
                    let clause = sentence.clauses[sentence.clause_at(programs[index].name.start)];
                    if !clause.covers(programs[plan].name) {
                        parents[index] = Some(plan);
                    }
                }
            }
        }
    }
}

/// Whether a plan is what its clause carries out.
fn carried_out(reader: &Reader<'_>, clause: Span, name: Span) -> bool {
    reader.lexicon.cues.carry_out.inside(reader.chars, clause.start, name.start)
}

fn lesser(code: &str) -> bool {
    matches!(
        code,
        "platform"
            | "facility"
            | "subsidy"
            | "event"
            | "campaign"
            | "post"
            | "workshop"
            | "base"
            | "practice"
    )
}

/// The programs of a section whose heading quotes one.
fn under_headings(reader: &Reader<'_>, programs: &[Program], parents: &mut [Option<usize>]) {
    for (document, described) in reader.outline.documents.iter().enumerate() {
        for (section, headed) in described.sections.iter().enumerate() {
            let Some(brand) = quoted_in(reader, programs, document, headed) else { continue };
            for index in inside(programs, document, headed.span) {
                let program = &programs[index];
                let under = within(described, program.section, section);
                let set_up = super::code(reader.lexicon.ontology, program) != "organisation"
                    && !headed.heading.covers(program.name);
                if under && set_up && index != brand && parents[index].is_none() {
                    parents[index] = Some(brand);
                }
            }
        }
    }
}

/// The program whose name a heading sets in quotation marks.
fn quoted_in(reader: &Reader<'_>, programs: &[Program], document: usize, headed: &Section) -> Option<usize> {
    let open = reader.find(headed.heading, "“")?;
    let close = reader.find(Span::new(open, headed.heading.end), "”")?;
    let name = reader.words(Span::new(open + 1, close));
    let named = |index: &usize| reader.words(programs[*index].name).contains(&name);
    let before = || inside(programs, document, Span::new(0, headed.span.start));
    inside(programs, document, headed.span).find(named).or_else(|| before().find(named))
}

fn within(document: &crate::outline::Document, section: Option<usize>, outer: usize) -> bool {
    let mut at = section;
    while let Some(index) = at {
        if index == outer {
            return true;
        }
        at = document.sections.get(index).and_then(|section| section.parent);
    }
    false
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;

    fn parents(text: &str) -> Vec<(String, Option<String>)> {
        let (text, facts) = read(text);
        let name = |index: usize| text.slice(facts.programs[index].name);
        (0..facts.programs.len()).map(|at| (name(at), facts.programs[at].part_of.map(name))).collect()
    }

    fn parent(text: &str, program: &str) -> Option<String> {
        parents(text).into_iter().find(|(name, _)| name == program).unwrap().1
    }

    #[test]
    fn members_are_part_of_their_row() {
        let text = "河北省就业工作材料\n实施“暖企助岗、强技赋能、创业扶持”三大专项行动。\n";
        assert_eq!(parent(text, "暖企助岗").unwrap(), "“暖企助岗、强技赋能、创业扶持”三大专项行动");
    }

    #[test]
    fn what_a_section_sets_up_is_part_of_the_brand_of_its_heading() {
        let text = "河北省就业工作材料\n一、打造“冀来就业”服务品牌\n搭建零工供需服务平台，便利求职。\n二、强化保障\n设立就业风险储备基金。\n";
        assert_eq!(parent(text, "零工供需服务平台").unwrap(), "冀来就业");
        assert!(
            parents(text)
                .iter()
                .filter(|(name, _)| name.contains("基金"))
                .all(|(_, parent)| parent.is_none())
        );
    }
}
