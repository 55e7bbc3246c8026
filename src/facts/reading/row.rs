use super::distribute::name;
use super::reader::rule;
use super::time::years;
use super::wording::Wording;
use crate::facts::figure::Figure;
use crate::facts::reason::{PeriodReason, PlaceReason};
use crate::outline::Place;
use crate::text::{Span, trim};

/// 甲市、乙市分别… and 2019年、2020年…分别…: a row of as many places or years as values gives each its own, and the
/// words behind the row name what is measured; whether it is one.
pub(super) fn row(wording: &Wording<'_>, words: Span, figures: &mut [Figure], values: &[usize]) -> bool {
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
