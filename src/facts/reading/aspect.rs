use crate::facts::figure::{Aspect, Direction};
use crate::facts::number::{Form, Quantity};
use crate::lexicon::{Cues, Words};
use crate::text::Span;

/// What the words before a number say about its sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sort {
    pub(crate) aspect: Aspect,
    pub(crate) direction: Option<Direction>,
}

/// Decides the aspect of a quantity from the words left of it (`left`, up to the quantity before) and its clause.
pub(crate) fn sort(chars: &[char], quantity: &Quantity, left: Span, clause: Span, cues: &Cues) -> Sort {
    let code = quantity.unit.as_ref().map_or("", |unit| unit.code.as_str());
    let plain = |aspect| Sort { aspect, direction: None };
    match (quantity.form, code) {
        (Form::Rank, _) => return plain(Aspect::Rank),
        (Form::Ratio, _) => return plain(Aspect::Ratio),
        (_, "year" | "month" | "day" | "hour" | "minute") => {
            // 优良天数增加7.8天 counts days.
            let end = before_glue(chars, left, cues);
            let counted = cues.time_count.inside(chars, clause.start, left.end);
            return match last_change(chars, Span::new(left.start, end), cues) {
                Some((way, _)) if counted && !reaches(chars, Span::new(end, left.end)) => change(way),
                _ if counted => plain(Aspect::Level),
                _ => plain(Aspect::Duration),
            };
        }
        (_, "multiple") => {
            let direction = direction(chars, left, cues);
            return Sort { aspect: Aspect::Multiple, direction };
        }
        (_, "percentage-point" | "basis-point") => {
            let ahead = Span::new(clause.start, left.end);
            let way = direction(chars, left, cues).or_else(|| direction(chars, ahead, cues));
            return change(way.unwrap_or(Direction::Up));
        }
        _ => {}
    }
    let percent = matches!(code, "percent" | "permille");
    if percent && let Some(way) = grows_behind(chars, quantity, left, clause, cues) {
        return change(way);
    }
    let end = before_glue(chars, left, cues);
    let reached = end < left.end && reaches(chars, Span::new(end, left.end));
    let verb = last_change(chars, Span::new(left.start, end), cues);
    if percent {
        // 人口自然增长率, in permille, is a rate of its own.
        if code == "percent"
            && let Some(noun) = growth_noun(chars, left, cues)
        {
            return change(noun);
        }
        if let Some((way, len)) = verb {
            let word = &chars[end - len..end];
            if !reached && word != ['新', '增'] {
                return change(way);
            }
        }
        if let Some((_, len)) = cut_noun(chars, Span::new(left.start, end), cues)
            && len > 0
        {
            return change(Direction::Down);
        }
        let half = cues.half.at(chars, quantity.span.start) > 0;
        // 74%以上用于民生, 稳定在全国1/10以上
        let spent = chars[quantity.span.end..].starts_with(&['用', '于']);
        let of_whole = cues.own_region.before(&chars[..left.end], left.end) > 0
            || chars[left.start..left.end].ends_with(&['全', '国']);
        if half || spent || of_whole || cues.share.inside(chars, left.start, left.end) {
            return plain(Aspect::Share);
        }
        return plain(Aspect::Rate);
    }
    let len = cues.difference.before(&chars[..end], end);
    if len > 0 && end - len >= left.start && !reached {
        let new = chars[..end - len].ends_with(&['新']);
        let compared = cues.compare.inside(chars, clause.start, left.end);
        if !new && (len > 1 || compared) {
            let fall = cues.fall.before(&chars[..end], end) > 0;
            return change(if fall { Direction::Down } else { Direction::Up });
        }
    }
    plain(Aspect::Level)
}

/// 保持20%以上增长: the word of change stands behind the number and ends the clause.
fn grows_behind(
    chars: &[char],
    quantity: &Quantity,
    left: Span,
    clause: Span,
    cues: &Cues,
) -> Option<Direction> {
    let kept = cues.keep.before(&chars[..quantity.hedged.start], quantity.hedged.start).min(left.len());
    let start = quantity.span.end + usize::from(chars.get(quantity.span.end) == Some(&'的'));
    let rise = cues.rise.at(chars, start);
    let len = rise.max(cues.fall.at(chars, start));
    let closed = clause.end <= start + len || !chars[start + len].is_alphabetic();
    let way = if rise == len { Direction::Up } else { Direction::Down };
    (kept > 0 && len > 1 && closed).then_some(way)
}

/// 减时间83%: a verb of reduction with a short object before the number; where and how long the verb is.
fn cut_noun(chars: &[char], words: Span, cues: &Cues) -> Option<(usize, usize)> {
    let from = words.start.max(words.end.saturating_sub(6));
    let (at, len) = cues.cut.rfind(chars, from, words.end)?;
    let object = &chars[at + len..words.end];
    let whole = (1..=4).contains(&object.len()) && object.iter().all(|c| c.is_alphabetic());
    whole.then_some((at, len))
}

fn change(direction: Direction) -> Sort {
    Sort { aspect: Aspect::Change, direction: Some(direction) }
}

/// End of the words before a number when hedges, 了, 分别 and 到 between them are left off.
fn before_glue(chars: &[char], left: Span, cues: &Cues) -> usize {
    let mut end = left.end;
    loop {
        let c = if end > left.start { chars[end - 1] } else { return end };
        if c.is_whitespace()
            || matches!(c, '了' | '为' | '的' | '到' | '至' | '达' | '在' | '“' | '是' | '仅')
        {
            end -= 1;
            continue;
        }
        let inside = &chars[..end];
        let len = [&cues.over, &cues.nearly, &cues.about, &cues.at_least, &cues.up_to, &cues.respectively]
            .iter()
            .map(|words| words.before(inside, end))
            .max()
            .unwrap_or(0);
        // 高于 and 低于 are hedges and directions at once.
        let double = inside.ends_with(&['高', '于']) || inside.ends_with(&['低', '于']);
        if len == 0 || double || end < left.start + len {
            return end;
        }
        end -= len;
    }
}

/// Whether the words between verb and number say that the value was reached: 提高到, 降至, 达到.
fn reaches(chars: &[char], glue: Span) -> bool {
    chars[glue.start..glue.end].iter().any(|c| matches!(c, '到' | '至' | '达' | '在' | '为'))
}

/// The word of change that the words end with, and its length.
fn last_change(chars: &[char], words: Span, cues: &Cues) -> Option<(Direction, usize)> {
    let inside = &chars[..words.end];
    let up = word_before(&cues.rise, inside, words);
    let down = word_before(&cues.fall, inside, words);
    match up.cmp(&down) {
        std::cmp::Ordering::Greater => Some((Direction::Up, up)),
        std::cmp::Ordering::Less => Some((Direction::Down, down)),
        std::cmp::Ordering::Equal => None,
    }
}

fn word_before(words: &Words, inside: &[char], span: Span) -> usize {
    let len = words.before(inside, span.end);
    if len <= span.len() { len } else { 0 }
}

/// 增速, 涨幅, 降幅 near the end of the words.
fn growth_noun(chars: &[char], left: Span, cues: &Cues) -> Option<Direction> {
    let (at, len) = cues.growth_noun.rfind(chars, left.start, left.end)?;
    let near = left.end - (at + len) <= 6 && !chars[at + len..left.end].contains(&'居');
    let down = chars[at..at + len].iter().any(|c| matches!(c, '降' | '跌' | '减'));
    near.then_some(if down { Direction::Down } else { Direction::Up })
}

/// The direction of the last word of change anywhere in the words.
fn direction(chars: &[char], words: Span, cues: &Cues) -> Option<Direction> {
    // 降幅收窄 is better than before, 降幅扩大 worse.
    let inside = &chars[words.start..words.end];
    let has = |pair: [char; 2]| inside.windows(2).any(|at| at == pair);
    if has(['降', '幅']) || has(['跌', '幅']) {
        if has(['收', '窄']) || has(['缩', '小']) {
            return Some(Direction::Up);
        }
        return Some(Direction::Down);
    }
    let up = cues.rise.rfind(chars, words.start, words.end);
    let down = cues.fall.rfind(chars, words.start, words.end);
    match (up, down) {
        (Some((u, _)), Some((d, _))) => Some(if d >= u { Direction::Down } else { Direction::Up }),
        (Some(_), None) => Some(Direction::Up),
        (None, Some(_)) => Some(Direction::Down),
        (None, None) => None,
    }
}
