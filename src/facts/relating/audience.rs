use crate::facts::Program;
use crate::facts::stating::Reader;
use crate::lexicon::Label;
use crate::ontology::ConceptId;
use crate::text::{Sentence, Span};

/// Most characters between a group and the name that it qualifies: 农民工等各类专业化基地.
const GAP: usize = 7;

/// Finds the groups that a program is for: named in its name, right before it, behind 面向, or in the clause that
/// goes on to tell whom it served. What stands elsewhere in the clause is not its group.
pub(super) fn link(reader: &Reader<'_>, programs: &mut [Program]) {
    let labels = reader.lexicon.groups.find(reader.text);
    for document in 0..reader.outline.documents.len() {
        for sentence in reader.sentences(document) {
            let from =
                programs.partition_point(|p| (p.document, p.name.start) < (document, sentence.span.start));
            let to = from
                + programs[from..].iter().take_while(|program| sentence.span.covers(program.name)).count();
            for program in &mut programs[from..to] {
                program.groups = groups(reader, &labels, sentence, program.name);
            }
        }
    }
    inherit(programs);
}

/// A program without a group of its own has that of the program in its sentence that it is part of.
fn inherit(programs: &mut [Program]) {
    for index in 0..programs.len() {
        let Some(parent) = programs[index].part_of else { continue };
        let near = programs[parent].section == programs[index].section
            && programs[index].name.start.saturating_sub(programs[parent].name.end) < 60;
        if programs[index].groups.is_empty() && near {
            let groups = programs[parent].groups.clone();
            programs[index].groups.extend(groups);
        }
    }
}

fn groups(reader: &Reader<'_>, labels: &[Label], sentence: &Sentence, name: Span) -> Vec<ConceptId> {
    let within = |span: Span| -> &[Label] {
        let from = labels.partition_point(|label| label.span.start < span.start);
        let len = labels[from..].iter().take_while(|label| label.span.end <= span.end).count();
        &labels[from..from + len]
    };
    let at = sentence.clause_at(name.start);
    let clause = sentence.clauses[at];
    let mut chosen: Vec<Label> = within(name).to_vec();
    if chosen.is_empty() {
        chosen = before(reader, within(Span::new(clause.start, name.start)), name.start);
    }
    if chosen.is_empty() {
        chosen = within(Span::new(clause.start, name.start))
            .iter()
            .filter(|label| meant(reader, clause, label.span.start))
            .copied()
            .collect();
    }
    if let Some(next) = sentence.clauses.get(at + 1).filter(|_| chosen.is_empty()) {
        chosen = served(reader, within(*next), *next);
    }
    let mut list: Vec<ConceptId> = chosen
        .iter()
        .filter_map(|label| reader.lexicon.groups.concepts(label.label).first().copied())
        .collect();
    list.sort_unstable();
    list.dedup();
    list
}

/// The row of groups that ends right before a name.
fn before(reader: &Reader<'_>, labels: &[Label], name: usize) -> Vec<Label> {
    let mut list: Vec<Label> = Vec::new();
    let mut at = name;
    for label in labels.iter().rev() {
        let gap = Span::new(label.span.end, at);
        let words = &reader.chars[gap.start..gap.end];
        // 、 parts members of a row; between the last group and the name it parts two names.
        let parted = words.iter().any(|c| matches!(c, '、' | '和' | '与' | '及'));
        let row = parted != list.is_empty();
        let verb = reader.lexicon.cues.introduce.inside(reader.chars, gap.start, gap.end)
            || reader.lexicon.cues.act.inside(reader.chars, gap.start, gap.end);
        let plain = words.iter().all(|c| c.is_alphanumeric() || matches!(c, '、' | '“'));
        if gap.len() > GAP || !row || verb || !plain {
            break;
        }
        list.push(*label);
        at = label.span.start;
    }
    list
}

/// Whether 面向, 针对 or 为 stands before a group, with at most a number between.
fn meant(reader: &Reader<'_>, clause: Span, group: usize) -> bool {
    let number =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | '万' | '亿' | '名' | '位' | '个' | '余' | '多');
    let end =
        (clause.start..group).rev().find(|at| !number(reader.chars[*at])).map_or(clause.start, |at| at + 1);
    let len = reader.lexicon.cues.meant_for.before(&reader.chars[..end], end);
    len > 0 && end - len >= clause.start
}

/// The first group of a clause that opens with a verb of serving: 安置贫困人口就业.
fn served(reader: &Reader<'_>, labels: &[Label], clause: Span) -> Vec<Label> {
    let opens = reader.lexicon.cues.serve.at(reader.chars, clause.start) > 0;
    let first = labels.first().filter(|label| label.span.start - clause.start <= 12);
    first.filter(|_| opens).copied().into_iter().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;
    use crate::ontology::Ontology;

    fn groups(sentence: &str, program: &str) -> Vec<String> {
        let (text, facts) = read(&format!("河北省就业工作材料\n{sentence}\n"));
        let ontology = Ontology::builtin().unwrap();
        let found = facts.programs.iter().find(|p| text.slice(p.name) == program).unwrap();
        found.groups.iter().map(|group| ontology.concept(*group).label.clone()).collect()
    }

    #[test]
    fn a_group_inside_or_right_before_the_name_is_meant() {
        assert_eq!(groups("实施农民工技能提升计划。", "农民工技能提升计划"), ["农民工"]);
        assert_eq!(groups("建成残疾人、农民工等各类创业孵化基地。", "创业孵化基地").len(), 2);
    }

    #[test]
    fn a_group_elsewhere_in_the_clause_is_not() {
        assert!(groups("帮扶残疾人4万名同时启动零工市场建设工程。", "零工市场建设工程").is_empty());
    }

    #[test]
    fn the_next_clause_tells_whom_it_served() {
        assert_eq!(groups("实施“暖冬上岗”计划，安置残疾人300名。", "暖冬上岗"), ["残疾人"]);
    }
}
