use super::claim_rule::Said;
use super::reader::{Reader, Stretch};
use crate::facts::rule::claims as rule;
use crate::facts::{About, Aspect, Claim, Figure, Organisation, PolicyDocument, Program};
use crate::lexicon::Label;
use crate::text::Span;
use std::collections::HashSet;

/// The facts that claims are about.
pub(crate) struct Known<'f> {
    pub(crate) figures: &'f [Figure],
    pub(crate) programs: &'f [Program],
    pub(crate) policies: &'f [PolicyDocument],
    pub(crate) organisations: &'f [Organisation],
}

/// Reads claims: ranks from the figures that are ranks, the others from the words of their kinds.
///
/// A clause makes one claim. What a heading announces and its text tells is read from the text.
pub(crate) fn claims(reader: &Reader<'_>, known: &Known<'_>) -> Vec<Claim> {
    let labels = reader.lexicon.statements.claims.find(reader.text);
    let mut found: Vec<Claim> = Vec::new();
    for stretch in reader.stretches() {
        for clause in &stretch.sentence.clauses {
            let from = labels.partition_point(|label| label.span.start < clause.start);
            let inside: Vec<Label> =
                labels[from..].iter().take_while(|label| label.span.end <= clause.end).copied().collect();
            let claim = ranked(reader, known, &stretch, *clause)
                .or_else(|| told(reader, known, &stretch, *clause, &inside, &found));
            found.extend(claim);
        }
    }
    let of = |claim: &Claim| (claim.document, claim.kind, claim.section);
    let headed = |claim: &Claim| reader.heading(claim.document, claim.span.start);
    let told: HashSet<_> = found.iter().filter(|claim| !headed(claim)).map(of).collect();
    let repeated = |claim: &Claim| headed(claim) && told.contains(&of(claim));
    found.retain(|claim| !repeated(claim));
    found
}

/// The claim that a rank makes beside its figure.
fn ranked(reader: &Reader<'_>, known: &Known<'_>, stretch: &Stretch, clause: Span) -> Option<Claim> {
    let kind = reader.lexicon.ontology.at("vocab/kind-rank")?;
    let from = known.figures.partition_point(|figure| figure.span.start < clause.start);
    let index = known.figures[from..]
        .iter()
        .take_while(|figure| figure.span.start < clause.end)
        .position(|figure| figure.aspect == Aspect::Rank && clause.covers(figure.span))?
        + from;
    let figure = &known.figures[index];
    let place = figure.place.clone();
    let start = reader.rank_verb(clause, figure.span.start);
    // 位居全国首位 has its subject in the clause before.
    let before = Some(start)
        .filter(|start| reader.chars[clause.start..*start].iter().all(|c| c.is_whitespace()))
        .and_then(|_| stretch.sentence.clauses.iter().rfind(|other| other.end <= clause.start));
    let quote = Span::new(before.map_or(clause.start, |before| before.start), clause.end);
    Some(Claim {
        document: stretch.document,
        section: stretch.section,
        span: Span::new(start, figure.span.end),
        quote: reader.trim(quote),
        kind,
        among: reader.compared(clause, &place),
        place,
        about: About::Figure(index),
        // 前10位 is a place among the first ten, not the tenth.
        rank: u32::try_from(figure.value).ok().filter(|_| !reader.among_first(figure.span)),
        by: None,
        rule: rule::RANK,
        told: None,
        placed: figure.reasons.place,
    })
}

/// A claim told by a word of its kind.
fn told(
    reader: &Reader<'_>,
    known: &Known<'_>,
    stretch: &Stretch,
    clause: Span,
    labels: &[Label],
    before: &[Claim],
) -> Option<Claim> {
    let national = reader.own(stretch.document).region == reader.lexicon.country;
    let said = labels
        .iter()
        .filter_map(|label| reader.said(stretch, clause, label))
        .min_by_key(|said| (said.rank(), said.span.start))?;
    // What a national circular says of regions is an award, see the recognitions.
    if national && said.praise() {
        return None;
    }
    let Said { kind, span, .. } = said;
    let (place, placed) = reader.claimant(stretch.document, clause, span.start);
    let among = if said.compares() { reader.compared(clause, &place) } else { None };
    Some(Claim {
        document: stretch.document,
        section: stretch.section,
        span,
        quote: reader.trim(clause),
        kind,
        about: reader.about(known, stretch, clause, &said, before),
        by: reader.claimed_by(known, clause, &said),
        place,
        rank: None,
        among,
        rule: said.rule,
        told: Some(said.cue),
        placed,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;
    use crate::facts::{About, Claim};
    use crate::ontology::Ontology;

    fn claims(sentence: &str) -> Vec<(String, String, Claim)> {
        let (text, facts) = read(&format!("2019年河北省就业工作材料\n{sentence}\n"));
        let ontology = Ontology::builtin().unwrap();
        let code =
            |claim: &Claim| ontology.concept(claim.kind).iri.rsplit("kind-").next().unwrap().to_owned();
        facts.claims.iter().map(|claim| (code(claim), text.slice(claim.span), claim.clone())).collect()
    }

    #[test]
    fn a_first_has_its_scope() {
        let found = claims("在全国率先推出零工保险。");
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), ("first", "在全国率先推出"));
        assert_eq!(found[0].2.among.as_ref().unwrap().name, "全国");
        assert!(matches!(found[0].2.about, About::Words(_) | About::Program(_)));
    }

    #[test]
    fn a_rank_figure_is_one_claim() {
        let found = claims("技能人才总量达90万人，位居全国第二。");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0.as_str(), found[0].2.rank), ("rank", Some(2)));
        assert_eq!(found[0].2.among.as_ref().unwrap().name, "全国");
    }

    #[test]
    fn praise_and_promotion_are_passive() {
        assert_eq!(claims("“送岗上门”做法被人力资源社会保障部通报表扬。")[0].0, "praise");
        assert_eq!(claims("经验做法在全国推广。")[0].0, "promotion");
        assert!(claims("大力推广普通话，开展表彰先进活动。").is_empty());
    }

    #[test]
    fn streaks_zero_coverage_and_targets_are_read_and_plans_are_not() {
        assert_eq!(claims("城镇登记失业率连续五年低于4%。")[0].0, "streak");
        assert_eq!(claims("零就业家庭保持动态清零。")[0].0, "zero");
        assert_eq!(claims("实现服务站点全覆盖。")[0].0, "coverage");
        assert_eq!(claims("圆满完成年度目标任务，稳住就业大局。")[0].0, "target-met");
        assert!(claims("力争实现服务站点全覆盖。").is_empty());
        assert!(claims("努力率先实现现代化。").is_empty());
    }
}
