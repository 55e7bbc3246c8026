use super::wording::Wording;
use crate::text::Span;

/// The items of a coordination, each with the head they share.
pub(super) fn items(wording: &Wording<'_>, subject: Span, count: usize) -> Vec<String> {
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
