use super::reader::{Reader, Stretch, clause_at};
use super::title::Title;
use crate::facts::reason::PlaceReason;
use crate::facts::{Organisation, PolicyDocument};
use crate::outline::Place;
use crate::text::Span;
use std::collections::HashMap;

/// Reads the policy documents that a text names: titles in 《》, and rows of titles behind a verb that issues them.
pub(crate) fn policies(reader: &Reader<'_>, organisations: &[Organisation]) -> Vec<PolicyDocument> {
    let mut found: Vec<PolicyDocument> = Vec::new();
    let mut known: HashMap<(usize, String), usize> = HashMap::new();
    for stretch in reader.stretches() {
        let mut titles = reader.marked_titles(stretch.sentence.span);
        titles.extend(reader.issued_titles(&stretch));
        titles.sort_by_key(|title| title.span.start);
        for title in titles {
            let key = (stretch.document, reader.words(title.span));
            let document = described(reader, organisations, &stretch, &title);
            if let Some(&index) = known.get(&key) {
                let first: &mut PolicyDocument = &mut found[index];
                first.number = first.number.or(document.number);
                if first.issuers.is_empty() {
                    first.issuers = document.issuers;
                }
            } else {
                known.insert(key, found.len());
                found.push(document);
            }
        }
    }
    found
}

fn described(
    reader: &Reader<'_>,
    organisations: &[Organisation],
    stretch: &Stretch,
    title: &Title,
) -> PolicyDocument {
    let clause = clause_at(&stretch.sentence, title.span.start);
    let issuers = issuers(reader, organisations, stretch, title);
    let national = issuers.iter().any(|index| organisations[*index].place.region == reader.lexicon.country);
    let (place, placed) = match place_named(reader, title.span) {
        Some((place, span)) => (place, PlaceReason::Named(span)),
        None if national => (reader.country(), PlaceReason::National),
        None => (reader.own(stretch.document), reader.own_reason(stretch.document)),
    };
    PolicyDocument {
        document: stretch.document,
        section: stretch.section,
        title: title.span,
        quote: reader.trim(Span::new(clause.start.min(title.span.start), clause.end.max(title.span.end))),
        number: title.number,
        kind: title.kind,
        issuers,
        place,
        rule: title.rule,
        told: title.told,
        placed,
    }
}

/// The region that a title begins with.
fn place_named(reader: &Reader<'_>, title: Span) -> Option<(Place, Span)> {
    let (span, id) = reader.regions_in(title).next()?;
    (span.start == title.start).then(|| (reader.place(id), span))
}

/// Who issued a document: a body that begins its title, that stands before its mark, or that is the subject of its clause.
fn issuers(
    reader: &Reader<'_>,
    organisations: &[Organisation],
    stretch: &Stretch,
    title: &Title,
) -> Vec<usize> {
    let bodies = |within: Span| -> Vec<(Span, usize)> {
        let mut list: Vec<(Span, usize)> = organisations
            .iter()
            .enumerate()
            .filter(|(_, body)| body.document == stretch.document)
            .flat_map(|(index, body)| body.mentions.iter().map(move |span| (*span, index)))
            .filter(|(span, _)| within.covers(*span))
            .collect();
        list.sort_unstable();
        list
    };
    let first = bodies(title.span)
        .first()
        .filter(|(span, _)| span.start == title.span.start)
        .map(|(_, index)| *index);
    if let Some(index) = first {
        return vec![index];
    }
    let clause = clause_at(&stretch.sentence, title.span.start);
    // The subject of the clause, or of the sentence when the clause begins with a verb.
    for from in [clause.start, stretch.sentence.span.start] {
        let before = bodies(Span::new(from, title.span.start));
        let subject: Vec<usize> = row(reader, &before);
        if !subject.is_empty() {
            return subject;
        }
    }
    Vec::new()
}

/// The first row of bodies parted by 、 or 和 that is not governed by a preposition.
fn row(reader: &Reader<'_>, bodies: &[(Span, usize)]) -> Vec<usize> {
    let governed = |at: usize| {
        at > 0
            && matches!(
                reader.char(at - 1),
                '按' | '照' | '彻' | '在' | '对' | '实' | '向' | '与' | '被' | '行'
            )
    };
    let mut list: Vec<usize> = Vec::new();
    let mut end = 0;
    for (span, index) in bodies {
        if list.is_empty() {
            if governed(span.start) {
                continue;
            }
        } else if span.start > end + 1 || !matches!(reader.char(end), '、' | '和' | '与') {
            break;
        }
        list.push(*index);
        end = span.end;
    }
    list
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;

    #[test]
    fn a_title_in_marks_has_its_number_and_issuer() {
        let (text, facts) = read(
            "河北省就业工作材料\n省政府印发《关于支持零工市场建设的若干意见》（冀政发〔2021〕7号），各地抓好落实。\n",
        );
        let policy = &facts.policies[0];
        assert_eq!(text.slice(policy.title), "关于支持零工市场建设的若干意见");
        assert_eq!(text.slice(policy.number.unwrap()), "冀政发〔2021〕7号");
        assert_eq!(facts.organisations[policy.issuers[0]].label, "河北省政府");
    }

    #[test]
    fn titles_without_marks_stand_in_a_row_behind_the_verb() {
        let (text, facts) = read(
            "河北省就业工作材料\n全省先后出台了零工市场建设的实施意见、家政服务提质工作方案等一批政策文件。\n",
        );
        let titles: Vec<String> = facts.policies.iter().map(|policy| text.slice(policy.title)).collect();
        assert_eq!(titles, ["零工市场建设的实施意见", "家政服务提质工作方案"]);
    }

    #[test]
    fn a_plan_of_work_is_no_title() {
        let (_, facts) = read("河北省就业工作材料\n各县制定方案，细化措施，出台零工补贴等政策举措。\n");
        assert!(facts.policies.is_empty());
    }
}
