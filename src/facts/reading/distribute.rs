use super::reader::rule;
use super::time::years;
use super::wording::Wording;
use crate::facts::figure::{Aspect, Figure, Indicator};
use crate::facts::reason::{PeriodReason, PlaceReason};
use crate::lexicon::Lexicon;
use crate::outline::Place;
use crate::text::{Sentence, Span, trim};

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

/// The items of a coordination, each with the head they share.
fn items(wording: &Wording<'_>, subject: Span, count: usize) -> Vec<String> {
    let chars = wording.chars;
    let mut parts: Vec<Span> = Vec::new();
    let mut start = subject.start;
    for at in subject.start..subject.end {
        let mark = matches!(chars[at], '、' | '，') || (at > subject.start + 1 && joins(chars, at));
        if mark {
            parts.push(Span::new(start, at));
            start = at + 1;
        }
    }
    parts.push(Span::new(start, subject.end));
    parts.retain(|part| !part.is_empty());
    if parts.len() == 1 && count == 2 {
        return urban_rural(&wording.name(subject));
    }
    if parts.len() != count {
        return Vec::new();
    }
    let names: Vec<String> = parts.iter().map(|part| wording.name(wording.strip_start(*part))).collect();
    let names = ordinals(names);
    let last = names.last().cloned().unwrap_or_default();
    let counts = names.iter().all(|item| item.ends_with(['数', '率', '额', '量', '值']));
    if counts {
        return names;
    }
    let head = known_head(wording, &names).unwrap_or_else(|| shared_head(wording, parts[count - 1], &names));
    names
        .iter()
        .map(
            |item| {
                if *item == last || item.ends_with(&head) { item.clone() } else { format!("{item}{head}") }
            },
        )
        .collect()
}

/// 第一、二、三产业就业人员占比: each number of the row has the ordinal mark and the words behind the last.
fn ordinals(names: Vec<String>) -> Vec<String> {
    let numeral = |name: &str| name.chars().next().is_some_and(crate::facts::number::is_chinese_numeral);
    let Some(first) = names.first().and_then(|name| name.strip_prefix('第')) else { return names };
    let head: String = names[names.len() - 1].chars().skip(1).collect();
    let row = first.chars().count() == 1 && numeral(first) && names[1..].iter().all(|name| numeral(name));
    if !row || names.len() < 2 {
        return names;
    }
    let count = |name: &str| name.trim_start_matches('第').chars().next().unwrap_or_default();
    names.iter().map(|name| format!("第{}{head}", count(name))).collect()
}

/// Whether 和, 与 or 及 joins two items and is no part of a word: 普及, 参与, 和谐.
fn joins(chars: &[char], at: usize) -> bool {
    let before = chars[at - 1];
    match chars[at] {
        '和' => !matches!(before, '共' | '饱' | '总' | '温' | '缓') && chars.get(at + 1) != Some(&'谐'),
        '与' => before != '参',
        '及' => {
            !matches!(before, '普' | '涉' | '惠' | '波' | '触' | '遍') && chars.get(at + 1) != Some(&'时')
        }
        _ => false,
    }
}

/// The longest end of the last item that makes an indicator of the vocabulary of each item before:
/// 基本养老、失业、工伤保险参保人数.
fn known_head(wording: &Wording<'_>, names: &[String]) -> Option<String> {
    let (last, others) = names.split_last()?;
    let known = |name: &str| !wording.lexicon.indicators.exact(name).is_empty();
    let ends = last.char_indices().skip(1).map(|(at, _)| &last[at..]);
    ends.filter(|end| end.chars().count() >= 2)
        .find(|end| others.iter().all(|item| known(&format!("{item}{end}"))))
        .map(str::to_owned)
}

/// 城乡居民收入 is the income of the towns and the income of the country.
fn urban_rural(subject: &str) -> Vec<String> {
    match subject.strip_prefix("城乡") {
        Some(rest) => vec![format!("城镇{rest}"), format!("农村{rest}")],
        None => Vec::new(),
    }
}

/// The head that the last item lends to those before it.
fn shared_head(wording: &Wording<'_>, last: Span, names: &[String]) -> String {
    let first_len = names.first().map_or(0, |item| item.chars().count());
    let last_name = names.last().cloned().unwrap_or_default();
    let last_len = last_name.chars().count();
    // 城镇、农村常住居民收入: short modifiers of the same length, then the head.
    if first_len <= 3 && last_len >= first_len + 4 {
        let measure = lexical_head(wording, last);
        let rest: String = last_name.chars().skip(first_len).collect();
        return if rest.chars().count() <= 12 { rest } else { measure };
    }
    let own = names.first().is_some_and(|item| {
        let item: Vec<char> = item.chars().collect();
        wording.lexicon.cues.measure_noun.before(&item, item.len()) > 0
    });
    if own { String::new() } else { lexical_head(wording, last) }
}

fn lexical_head(wording: &Wording<'_>, last: Span) -> String {
    let inside = &wording.chars[..last.end];
    let len = wording.lexicon.cues.measure_noun.before(inside, last.end);
    inside[last.end - len.min(last.len())..].iter().collect()
}

fn name(lexicon: &Lexicon<'_>, figure: &mut Figure, item: String) {
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

/// 甲市、乙市分别… and 2019年、2020年…分别…: a row of as many places or years as values gives each its own, and the
/// words behind the row name what is measured; whether it is one.
fn row(wording: &Wording<'_>, words: Span, figures: &mut [Figure], values: &[usize]) -> bool {
    let words = trim(wording.chars, words);
    let mut at = words.start;
    let mut members: Vec<Member> = Vec::new();
    while let Some((member, end)) = member(wording, Span::new(at, words.end)) {
        members.push(member);
        at = end;
        if !wording.chars.get(at).is_some_and(|c| matches!(c, '、' | '和' | '与')) || at >= words.end {
            break;
        }
        at += 1;
    }
    if members.len() != values.len() || members.len() < 2 {
        return false;
    }
    let measured = wording.subject(Span::new(at.min(words.end), words.end));
    for (value, member) in values.iter().zip(members) {
        let figure = &mut figures[*value];
        match member {
            Member::Place(place, span) => {
                figure.place = place;
                figure.reasons.place = PlaceReason::Named(span);
            }
            Member::Year(year, span) => {
                figure.period = Some(years(year, year));
                figure.reasons.period = PeriodReason::Named(span);
            }
        }
        if measured.len() >= 2 {
            name(wording.lexicon, figure, wording.name(measured));
        }
        figure.rule = rule::DISTRIBUTED;
    }
    true
}

/// One of a row of places or years.
enum Member {
    Place(Place, Span),
    Year(i32, Span),
}

/// The place or year that words begin with, and where it ends.
fn member(wording: &Wording<'_>, words: Span) -> Option<(Member, usize)> {
    let (chars, regions) = (wording.chars, &wording.lexicon.regions);
    let digits: String = chars[words.start..words.end].iter().take(4).collect();
    let end = words.start + 5;
    if let Some(year) = digits.parse().ok().filter(|_| end <= words.end && chars[end - 1] == '年') {
        return Some((Member::Year(year, Span::new(words.start, end)), end));
    }
    let written: String = chars[words.start..words.end].iter().collect();
    let len = regions.prefix(&written);
    let label: String = written.chars().take(len).collect();
    let id = regions.exact(&label).first().filter(|_| len > 0)?;
    let span = Span::new(words.start, words.start + len);
    Some((Member::Place(Place::of(*id, wording.lexicon), span), span.end))
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
