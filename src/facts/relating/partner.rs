use crate::facts::stating::{Reader, partner};
use crate::facts::{Organisation, Program};
use crate::text::{Sentence, Span};

/// Longest name of a partner, in characters.
const LONGEST: usize = 14;

/// Finds the partners of agreements and co-operations: 与甲、乙等企业签订….
pub(super) fn link(reader: &Reader<'_>, programs: &mut [Program], organisations: &mut Vec<Organisation>) {
    for document in 0..reader.outline.documents.len() {
        for sentence in reader.sentences(document) {
            for clause in &sentence.clauses {
                let Some((names, noun)) = names(reader, *clause) else { continue };
                let Some(program) = program_of(reader, programs, document, sentence, *clause) else {
                    continue;
                };
                for name in names {
                    let index = known(organisations, document, name).or_else(|| {
                        let body = partner(reader, document, name, noun)?;
                        let same = organisations
                            .iter()
                            .position(|known| known.document == document && known.label == body.label);
                        Some(same.unwrap_or_else(|| {
                            organisations.push(body);
                            organisations.len() - 1
                        }))
                    });
                    let partners = &mut programs[program].partners;
                    if let Some(index) = index.filter(|index| !partners.contains(index)) {
                        partners.push(index);
                    }
                }
            }
        }
    }
}

fn known(organisations: &[Organisation], document: usize, name: Span) -> Option<usize> {
    organisations.iter().position(|body| body.document == document && body.mentions.contains(&name))
}

/// The names between 与 and what is done together, and the noun that sums them up (甲、乙等企业).
fn names(reader: &Reader<'_>, clause: Span) -> Option<(Vec<Span>, Option<Span>)> {
    let with = (clause.start..clause.end).find(|at| matches!(reader.chars[*at], '与' | '同'))?;
    let behind = Span::new(with + 1, clause.end);
    let cues = &reader.lexicon.cues;
    if !cues.co_operate.inside(reader.chars, behind.start, behind.end) {
        return None;
    }
    let (end, _) = cues.partner_verb.find(reader.chars, behind.start, behind.end)?;
    let row = Span::new(with + 1, end);
    let (row, noun) = match reader.find(row, "等") {
        Some(at) => {
            (Span::new(row.start, at), Some(Span::new(at + 1, row.end)).filter(|noun| !noun.is_empty()))
        }
        None => (row, None),
    };
    let mut names = Vec::new();
    let mut start = row.start;
    for at in row.start..=row.end {
        if at == row.end || matches!(reader.chars[at], '、' | '和' | '及') {
            names.push(Span::new(start, at));
            start = at + 1;
        }
    }
    let vague = |name: &Span| {
        let words = &reader.chars[name.start..name.end];
        !(2..=LONGEST).contains(&name.len())
            || words.iter().any(|c| !c.is_alphanumeric() || c.is_ascii_digit() || *c == '的')
            || cues.vague_body.at(reader.chars, name.start) > 0
    };
    names.retain(|name| !vague(name));
    (!names.is_empty()).then_some((names, noun))
}

/// The agreement or co-operation that a clause speaks of: named in it, or before it in the sentence.
fn program_of(
    reader: &Reader<'_>,
    programs: &[Program],
    document: usize,
    sentence: &Sentence,
    clause: Span,
) -> Option<usize> {
    let together = |program: &&Program| {
        program.document == document
            && matches!(super::code(reader.lexicon.ontology, program), "agreement" | "cooperation")
            && sentence.span.covers(program.name)
    };
    // 建立…合作关系 tells what the co-operation named before is; it is none of its own.
    let relation = |program: &Program| reader.words(program.name).ends_with("关系");
    let inside = |program: &&Program| clause.covers(program.name);
    let all: Vec<usize> =
        programs.iter().enumerate().filter(|(_, p)| together(p)).map(|(index, _)| index).collect();
    let proper = all.iter().copied().find(|at| inside(&&programs[*at]) && !relation(&programs[*at]));
    let before = all.iter().copied().rfind(|at| programs[*at].name.end <= clause.start);
    proper.or(before).or_else(|| all.iter().copied().find(|at| inside(&&programs[*at])))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;

    #[test]
    fn partners_stand_between_with_and_the_agreement() {
        let (text, facts) =
            read("河北省就业工作材料\n与远山重工、海川集团等制造企业签订校企用工合作协议。\n");
        let program =
            facts.programs.iter().find(|program| text.slice(program.name).ends_with("协议")).unwrap();
        let names: Vec<&str> =
            program.partners.iter().map(|body| facts.organisations[*body].label.as_str()).collect();
        assert_eq!(names, ["远山重工", "海川集团"]);
    }

    #[test]
    fn to_work_with_nobody_in_particular_gives_no_partner() {
        let (_, facts) = read("河北省就业工作材料\n推动政府与市场协同，形成合作新局面。\n");
        assert!(facts.programs.iter().all(|program| program.partners.is_empty()));
    }
}
