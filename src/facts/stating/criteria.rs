use super::reader::{Reader, Stretch, clause_at};
use crate::facts::rule::evaluations as rule;
use crate::facts::{Evaluation, Factor, Organisation, Step};
use crate::text::Span;

/// How many sentences behind the one that names a scheme tell its procedure.
const REACH: usize = 2;

/// Reads evaluation schemes: factors before 等因素的评价体系, and the steps told with it.
pub(crate) fn evaluations(reader: &Reader<'_>, organisations: &[Organisation]) -> Vec<Evaluation> {
    let stretches: Vec<Stretch> = reader.stretches().collect();
    let mut found: Vec<Evaluation> = Vec::new();
    for (index, stretch) in stretches.iter().enumerate() {
        let Some((name, quote, factors)) = scheme(reader, stretch) else { continue };
        let told = stretches[index..]
            .iter()
            .take(REACH + 1)
            .take_while(|next| next.document == stretch.document && next.section == stretch.section);
        found.push(Evaluation {
            document: stretch.document,
            section: stretch.section,
            name,
            quote,
            year: reader.outline.documents[stretch.document].year,
            by: appliers(reader, organisations, &stretches[index.saturating_sub(1)..=index]),
            factors,
            steps: steps(reader, told),
            rule: rule::FACTORS,
        });
    }
    found
}

/// The name of a scheme, the words that list its factors, and the factors.
fn scheme(reader: &Reader<'_>, stretch: &Stretch) -> Option<(Span, Span, Vec<Factor>)> {
    let cues = &reader.lexicon.cues;
    let within = stretch.sentence.span;
    let (at, len) = cues.scheme.find(reader.chars, within.start, within.end)?;
    let clause = clause_at(&stretch.sentence, at);
    // …、…等因素的评价体系
    let mut end = at;
    if reader.char(end.wrapping_sub(1)) == '的' {
        end -= 1;
    }
    let noun = cues.factor.before(&reader.chars[..end], end);
    end -= noun;
    if noun == 0 || reader.char(end.wrapping_sub(1)) != '等' {
        return None;
    }
    end -= 1;
    let (verb, verb_len) = cues.cover.rfind(reader.chars, clause.start, end)?;
    let row = Span::new(verb + verb_len, end);
    let mut start = row.start;
    let mut factors = Vec::new();
    for at in row.start..=row.end {
        if at == row.end || reader.chars[at] == '、' {
            let words = reader.trim(Span::new(start, at));
            if words.len() >= 2 {
                let concept = reader.lexicon.statements.criteria.exact(&reader.words(words)).first().copied();
                factors.push(Factor { words, concept });
            }
            start = at + 1;
        }
    }
    (factors.len() >= 2).then(|| (Span::new(at, at + len), reader.trim(clause), factors))
}

/// Steps in the order of the text, each kind once.
fn steps<'s>(reader: &Reader<'_>, told: impl Iterator<Item = &'s Stretch>) -> Vec<Step> {
    let labels = reader.lexicon.statements.steps.find(reader.text);
    let mut list: Vec<Step> = Vec::new();
    for stretch in told {
        for label in labels.iter().filter(|label| stretch.sentence.span.covers(label.span)) {
            // 综合评价结果 refers to a step, it tells none.
            let result = reader.starts(label.span.end, "结果") || reader.starts(label.span.end, "体系");
            let Some(&kind) = reader.lexicon.statements.steps.concepts(label.label).first() else { continue };
            if result || list.iter().any(|step| step.kind == kind) {
                continue;
            }
            let quote = reader.trim(clause_at(&stretch.sentence, label.span.start));
            list.push(Step { kind, span: label.span, quote });
        }
    }
    list
}

/// The bodies that apply a scheme: those that open its sentence, or the one before it that they are taken up from.
fn appliers(reader: &Reader<'_>, organisations: &[Organisation], around: &[Stretch]) -> Vec<usize> {
    for stretch in around.iter().rev() {
        let named: Vec<usize> = organisations
            .iter()
            .enumerate()
            .filter(|(_, body)| {
                body.mentions.iter().any(|mention| {
                    let clause = stretch
                        .sentence
                        .span
                        .covers(*mention)
                        .then(|| clause_at(&stretch.sentence, mention.start));
                    clause.is_some_and(|clause| {
                        reader.chars[clause.start..mention.start].iter().all(|c| c.is_whitespace())
                            || reader.char(mention.start.wrapping_sub(1)) == '、'
                    })
                })
            })
            .map(|(index, _)| index)
            .collect();
        if !named.is_empty() {
            return named;
        }
    }
    Vec::new()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;

    #[test]
    fn factors_stand_before_the_scheme_and_steps_behind_it() {
        let (text, facts) = read(
            "就业工作通报\n财政部建立了涵盖创业工作成效、资金使用进度、群众满意程度等因素的评价体系，对各地量化打分。根据结果排名，择优推荐三个省，经公示后由省里审定。\n",
        );
        let scheme = &facts.evaluations[0];
        let factors: Vec<String> = scheme.factors.iter().map(|factor| text.slice(factor.words)).collect();
        assert_eq!(factors, ["创业工作成效", "资金使用进度", "群众满意程度"]);
        assert!(scheme.factors[0].concept.is_some() && scheme.factors[1].concept.is_none());
        let steps: Vec<String> = scheme.steps.iter().map(|step| text.slice(step.span)).collect();
        assert_eq!(steps, ["量化打分", "排名", "择优推荐", "公示", "审定"]);
        assert_eq!(facts.organisations[scheme.by[0]].label, "财政部");
    }
}
