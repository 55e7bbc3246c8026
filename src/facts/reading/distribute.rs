use super::items::items;
use super::reader::rule;
use super::row::row;
use super::wording::Wording;
use crate::facts::figure::{Aspect, Figure, Indicator};
use crate::lexicon::Lexicon;
use crate::text::{Sentence, Span};

/// Gives the values behind 分别 their own indicators: 城镇、农村居民收入分别增长3.8%、6.2%.
pub(crate) fn distribute(
    chars: &[char],
    lexicon: &Lexicon<'_>,
    figures: &mut [Figure],
    first: usize,
    sentence: &Sentence,
) {
    let mut from = sentence.span.start;
    while let Some((at, len)) = lexicon.cues.respectively.find(chars, from, sentence.span.end) {
        from = at + len;
        let values = run(chars, figures, first, from, sentence.span.end);
        if values.len() >= 2 {
            let clause = sentence.clauses[sentence.clause_at(at)];
            let begin = figures[first..]
                .iter()
                .filter(|figure| figure.span.end <= at && figure.span.end > clause.start)
                .map(|figure| figure.span.end)
                .max()
                .unwrap_or(clause.start);
            let wording = Wording { chars, lexicon };
            if row(&wording, Span::new(begin, at), figures, &values) {
                continue;
            }
            let subject = wording.subject(Span::new(begin, at));
            let own = items(&wording, subject, values.len());
            let items = if own.len() == values.len() {
                own
            } else {
                before(&wording, sentence, clause, figures, first)
                    .map_or(own, |subject| items(&wording, subject, values.len()))
            };
            if items.len() == values.len() {
                for (value, item) in values.iter().zip(items) {
                    name(lexicon, &mut figures[*value], item);
                }
            } else if subject.len() < 2 {
                inherit(figures, first, &values);
            }
        }
    }
    undeclared(chars, lexicon, figures, first, sentence);
}

/// The row of subjects in a clause before, without figures, that ends in a word of change: 甲、乙再次提高，分别….
fn before(
    wording: &Wording<'_>,
    sentence: &Sentence,
    clause: Span,
    figures: &[Figure],
    first: usize,
) -> Option<Span> {
    let (chars, cues) = (wording.chars, &wording.lexicon.cues);
    let index = sentence.clause_at(clause.start).checked_sub(1)?;
    let above = sentence.clauses[index];
    let counted = figures[first..].iter().any(|figure| above.contains(figure.span.start));
    let mut end = above.end;
    while end > above.start && !chars[end - 1].is_alphabetic() {
        end -= 1;
    }
    let changed = cues.rise.before(&chars[..end], end).max(cues.fall.before(&chars[..end], end));
    end -= changed;
    end -= cues.told_adverb.before(&chars[..end], end).max(cues.name_lead.before(&chars[..end], end));
    (changed > 0 && !counted && end > above.start).then(|| wording.strip_start(Span::new(above.start, end)))
}

/// Two or more changes in a row behind as many items: 货物贸易、服务贸易年均增长23.4%和17.7%.
fn undeclared(
    chars: &[char],
    lexicon: &Lexicon<'_>,
    figures: &mut [Figure],
    first: usize,
    sentence: &Sentence,
) {
    let mut from = first;
    while from < figures.len() {
        let alike = |index: &usize| {
            let (before, here) = (&figures[*index - 1], &figures[*index]);
            let between = &chars[before.span.end.min(here.hedged.start)..here.hedged.start];
            before.aspect == Aspect::Change
                && here.aspect == Aspect::Change
                && before.unit == here.unit
                && matches!(between, ['、' | '和' | '与'])
        };
        let count = 1 + (from + 1..figures.len()).take_while(alike).count();
        let clause = sentence.clauses[sentence.clause_at(figures[from].span.start)];
        let parted = figures[first..from].last().is_none_or(|before| before.span.end <= clause.start);
        if count >= 2 && parted && figures[from].rule != rule::DISTRIBUTED {
            let wording = Wording { chars, lexicon };
            let subject =
                wording.subject(Span::new(clause.start, figures[from].hedged.start.max(clause.start)));
            let items = items(&wording, subject, count);
            if items.len() == count {
                for (value, item) in (from..from + count).zip(items) {
                    name(lexicon, &mut figures[value], item);
                }
            } else if subject.is_empty() {
                inherit(figures, first, &(from..from + count).collect::<Vec<_>>());
            }
        }
        from += count;
    }
}

/// Indices of the figures that stand behind 分别, parted by marks only.
fn run(chars: &[char], figures: &[Figure], first: usize, from: usize, end: usize) -> Vec<usize> {
    let mut indices: Vec<usize> = Vec::new();
    for (index, figure) in figures.iter().enumerate().skip(first) {
        if figure.span.start < from || figure.span.end > end {
            continue;
        }
        let parted = match indices.last() {
            None => figure.span.start - from <= 12,
            Some(last) => {
                let between = &chars[figures[*last].span.end..figure.hedged.start];
                between.len() <= 3
                    && between
                        .iter()
                        .all(|c| matches!(c, '、' | '和' | '，' | ',' | ' ' | '与' | '及' | '达'))
            }
        };
        if !parted {
            break;
        }
        indices.push(index);
    }
    indices
}

/// Gives a figure the indicator that words name.
pub(super) fn name(lexicon: &Lexicon<'_>, figure: &mut Figure, item: String) {
    let known = lexicon.indicators.exact(&item).iter().find(|id| {
        let unit = lexicon.ontology.concept(**id).unit;
        unit == Some(figure.unit) || figure.aspect != Aspect::Level
    });
    let label = known.map_or_else(|| item.clone(), |id| lexicon.ontology.concept(*id).label.clone());
    let entry = known.map(|id| lexicon.ontology.entry(*id, &item));
    figure.indicator = Indicator { entry, label, text: item };
    figure.rule = rule::DISTRIBUTED;
}

/// Values without a subject of their own go with as many figures before them, one by one.
fn inherit(figures: &mut [Figure], first: usize, values: &[usize]) {
    let levels: Vec<usize> = (first..values[0])
        .filter(|index| matches!(figures[*index].aspect, Aspect::Level | Aspect::Rate | Aspect::Share))
        .collect();
    if levels.len() < values.len() {
        return;
    }
    let tail = &levels[levels.len() - values.len()..];
    for (value, elder) in values.iter().zip(tail) {
        figures[*value].indicator = figures[*elder].indicator.clone();
        figures[*value].place = figures[*elder].place.clone();
        figures[*value].reasons.place = figures[*elder].reasons.place;
        figures[*value].rule = rule::DISTRIBUTED;
    }
}

#[cfg(test)]
mod tests {
    fn placed(text: &str) -> Vec<String> {
        let (text, facts) = crate::facts::stating::sample::read(text);
        let place = |figure: &super::Figure| figure.place.name.clone();
        facts.figures.iter().map(|f| format!("{} {}", text.slice(f.span), place(f))).collect()
    }

    #[test]
    fn a_row_of_places_gives_each_value_its_own_and_the_changes_behind_them_too() {
        insta::assert_debug_snapshot!(placed(
            "福建省2023年就业情况\n福州市、厦门市分别新增就业12.1万人和15.3万人，同比增长3.1%和4.2%。\n"
        ) , @r#"
        [
            "12.1万人 福州市",
            "15.3万人 厦门市",
            "3.1% 福州市",
            "4.2% 厦门市",
        ]
        "#);
    }

    #[test]
    fn the_row_of_subjects_may_stand_in_the_clause_before() {
        let (text, facts) = crate::facts::stating::sample::read(
            "某市2019年情况\n退休金、低保标准和环卫工资再次提高，分别提高210元、80元和300元。\n",
        );
        let named = facts
            .figures
            .iter()
            .map(|figure| format!("{} {}", text.slice(figure.span), figure.indicator.label));
        insta::assert_debug_snapshot!(named.collect::<Vec<_>>(), @r#"
        [
            "210元 退休金",
            "80元 低保标准",
            "300元 环卫工资",
        ]
        "#);
    }
}
