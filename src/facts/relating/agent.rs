use crate::facts::stating::Reader;
use crate::facts::{Organisation, Program};
use crate::text::{Sentence, Span};

/// Finds the bodies that run a program: the subject of its clause, or of the clause before when its own has none.
pub(super) fn link(reader: &Reader<'_>, programs: &mut [Program], organisations: &[Organisation]) {
    for document in 0..reader.outline.documents.len() {
        for sentence in reader.sentences(document) {
            let from =
                programs.partition_point(|p| (p.document, p.name.start) < (document, sentence.span.start));
            let inside = programs[from..].iter_mut().take_while(|program| sentence.span.covers(program.name));
            for program in inside {
                program.run_by = runners(reader, organisations, sentence, program.name);
            }
        }
    }
}

fn runners(
    reader: &Reader<'_>,
    organisations: &[Organisation],
    sentence: &Sentence,
    name: Span,
) -> Vec<usize> {
    let own = sentence.clause_at(name.start);
    for clause in sentence.clauses[..=own].iter().rev() {
        let subject = subject(reader, organisations, *clause);
        let Some((bodies, end)) = subject else { continue };
        let last = if clause.contains(name.start) { name.start } else { clause.end };
        let does = reader.lexicon.cues.introduce.inside(reader.chars, end, last);
        let itself = bodies.iter().any(|index| organisations[*index].mentions.contains(&name));
        return if does && !itself { bodies } else { Vec::new() };
    }
    Vec::new()
}

/// The row of bodies that opens a clause, and where it ends.
fn subject(reader: &Reader<'_>, organisations: &[Organisation], clause: Span) -> Option<(Vec<usize>, usize)> {
    let mut at = clause.start;
    while at < clause.end && reader.chars[at].is_whitespace() {
        at += 1;
    }
    let mut bodies: Vec<usize> = Vec::new();
    loop {
        let next = organisations.iter().enumerate().find_map(|(index, body)| {
            let mention =
                body.mentions.iter().find(|mention| mention.start == at && clause.covers(**mention))?;
            Some((index, mention.end))
        });
        let Some((index, end)) = next else { break };
        bodies.push(index);
        at = end;
        if matches!(reader.char(at), '、' | '和' | '与') {
            at += 1;
        } else {
            break;
        }
    }
    (!bodies.is_empty()).then_some((bodies, at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;

    #[test]
    fn the_subject_of_the_clause_runs_the_program() {
        let (_, facts) = read("河北省就业工作材料\n河北省委、省政府实施技能强省行动计划。\n");
        let bodies: Vec<&str> =
            facts.programs[0].run_by.iter().map(|body| facts.organisations[*body].label.as_str()).collect();
        assert_eq!(bodies, ["河北省委", "河北省政府"]);
    }
}
