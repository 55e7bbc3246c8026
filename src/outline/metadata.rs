use super::materials::lines;
use super::{Document, Place};
use crate::document::Source;
use crate::lexicon::{Label, Lexicon};
use crate::ontology::ConceptId;
use crate::text::{Span, Text};

/// How much of a document's beginning is looked at for title, place and date, in characters.
const HEAD: usize = 400;

/// Fills in what the first lines and the file name tell: title, region, year, issuer, number.
pub(super) fn fill(document: &mut Document, source: &Source, lexicon: &Lexicon<'_>) {
    let text = &source.text;
    let chars = text.chars();
    let mut heads = lines(chars, document.span).take(6);
    let first = heads.next().unwrap_or_default();
    let title = match heads.next() {
        // The line that announces a material is followed by its title.
        Some(second) if document.span.start > 0 => second,
        _ => first,
    };
    let cut = chars[title.start..title.end]
        .iter()
        .position(|c| matches!(c, '。' | '\t'))
        .unwrap_or(title.len())
        .min(80);
    // A first line that is a sentence is no title.
    let sentence = title.len() > 30 && chars[title.start..title.end].contains(&'。');
    document.title =
        if sentence { String::new() } else { tidy(&text.slice(Span::new(title.start, title.start + cut))) };
    if document.title.is_empty() {
        source.id.rsplit('/').next().unwrap_or(&source.id).clone_into(&mut document.title);
    }
    let head = Span::new(document.span.start, document.span.end.min(document.span.start + HEAD));
    let name: Vec<char> = source.id.chars().collect();
    document.issued = year_of_name(&name).or_else(|| first_year(chars, head));
    document.year = first_year(chars, Span::new(title.start, title.start + cut)).or(document.issued);
    if reviews_last_year(chars, document.span, document.issued) {
        document.year = document.issued.map(|year| year - 1);
    }
    document.identifier = number_of(chars, head);
    document.region = region(text, title, head, lexicon).or_else(|| region_of_name(&source.id, lexicon));
    document.issuer = issuer(&text.slice(head));
}

/// Materials on one page share what only the page says.
pub(super) fn share(documents: &mut [Document]) {
    let issued = documents.iter().filter_map(|document| document.issued).max();
    for document in documents {
        document.issued = document.issued.or(issued);
        document.year = document.year.or(document.issued);
    }
}

fn tidy(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A document that looks back on the year before it was delivered: a work report.
fn reviews_last_year(chars: &[char], span: Span, issued: Option<i32>) -> bool {
    let Some(issued) = issued else { return false };
    let head: String =
        chars[span.start..span.end.min(span.start + 6000)].iter().filter(|c| !c.is_whitespace()).collect();
    head.contains("工作报告")
        && (head.contains(&(issued - 1).to_string())
            || head.contains("过去一年")
            || head.contains("过去的一年"))
}

fn year_of_name(name: &[char]) -> Option<i32> {
    let end = name.iter().rposition(|c| *c == '/').map_or(0, |slash| slash + 1);
    let digits: String = name[end..].iter().take_while(|c| c.is_ascii_digit()).collect();
    if !matches!(digits.len(), 4 | 6 | 8) {
        return None;
    }
    digits[..4].parse().ok().filter(|year| (1949..=2100).contains(year))
}

fn first_year(chars: &[char], within: Span) -> Option<i32> {
    (within.start..within.end.saturating_sub(4)).find_map(|at| {
        let digits: String = chars[at..at + 4].iter().collect();
        let bounded = at == 0 || !chars[at - 1].is_ascii_digit();
        let year: i32 =
            digits.parse().ok().filter(|_| bounded && matches!(chars[at + 4], '年' | '〕' | ']'))?;
        (1949..=2100).contains(&year).then_some(year)
    })
}

/// The number of the document itself: on the first lines, not inside a sentence.
fn number_of(chars: &[char], head: Span) -> Option<String> {
    lines(chars, head).take(5).find_map(|line| {
        let words: String = chars[line.start..line.end].iter().collect();
        let open = words.find(['〔', '['])?;
        let short = words.chars().count() <= 24 && words.ends_with('号') && open > 0;
        short.then_some(words)
    })
}

/// The region a document speaks for: named in its title, in a place it is dated from, or in its first lines.
fn region(text: &Text, title: Span, head: Span, lexicon: &Lexicon<'_>) -> Option<Place> {
    let labels = lexicon.places(&Text::new(text.slice(head)));
    let offset = head.start;
    let titled: Vec<&Label> =
        labels.iter().filter(|l| l.span.start + offset < title.end.min(title.start + 80)).collect();
    let district = |from: usize, to: usize| district(text.chars(), from, to, &labels, offset, lexicon);
    if let Some(place) = district(title.start, title.end.min(title.start + 80)) {
        return Some(place);
    }
    if titled.is_empty()
        && let Some(place) = unlisted(&text.slice(title), lexicon)
    {
        return Some(place);
    }
    if let Some(label) = most_local(&titled, lexicon) {
        return Some(label);
    }
    if let Some(place) = district(head.start, head.end) {
        return Some(place);
    }
    let named: Vec<&Label> = labels.iter().collect();
    let string = text.slice(head);
    if string.contains("国务院总理") || string.contains("国务院关于") || string.contains("国务院办公厅关于")
    {
        return None;
    }
    let council = named.iter().copied().find(|label| {
        let at = label.span.end + offset;
        text.slice(Span::new(at, at + 14)).contains("人民代表大会")
    });
    council.and_then(|label| place_of(label, lexicon)).or_else(|| {
        // A report on several provinces speaks for none of them.
        let first = named.first().copied().filter(|first| first.span.start < 120)?;
        let first = place_of(first, lexicon)?;
        let apart = |label: &&Label| {
            place_of(label, lexicon).is_some_and(|other| {
                let (here, there) = (first.region, other.region);
                here != there && !around(there, here, lexicon) && !around(here, there, lexicon)
            })
        };
        (!named.iter().any(apart)).then_some(first)
    })
}

/// A place that opens a title and is not in the gazetteer: 某某市2018年…公报.
fn unlisted(title: &str, lexicon: &Lexicon<'_>) -> Option<Place> {
    let name: String = title.chars().take_while(|c| c.is_alphabetic()).collect();
    let end = name
        .char_indices()
        .find(|(_, c)| matches!(c, '市' | '县' | '区' | '州' | '旗'))
        .map(|(at, c)| at + c.len_utf8())?;
    let (place, rest) = (&name[..end], &title[end..]);
    let told = rest.starts_with(|c: char| c.is_ascii_digit())
        || ["国民经济", "政府工作", "人民政府", "经济"].iter().any(|word| rest.starts_with(word));
    ((3..=6).contains(&place.chars().count()) && told).then(|| Place {
        region: None,
        name: place.to_owned(),
        within: lexicon.country,
    })
}

fn place_of(label: &Label, lexicon: &Lexicon<'_>) -> Option<Place> {
    let id = *lexicon.regions.concepts(label.label).first()?;
    Some(Place::of(id, lexicon))
}

/// Of the regions a title names, the one inside the others: 云南文山 is 文山.
fn most_local(labels: &[&Label], lexicon: &Lexicon<'_>) -> Option<Place> {
    let first = place_of(labels.first()?, lexicon)?;
    let next = labels.get(1).and_then(|label| place_of(label, lexicon));
    match next {
        Some(next) if around(first.region, next.region, lexicon) => Some(next),
        _ => Some(first),
    }
}

/// Whether a region is part of another, directly or through others.
fn around(outer: Option<ConceptId>, inner: Option<ConceptId>, lexicon: &Lexicon<'_>) -> bool {
    let part_of = |id: &ConceptId| lexicon.ontology.concept(*id).part_of;
    std::iter::successors(inner, part_of).skip(1).any(|id| Some(id) == outer)
}

/// A district, county or town that the gazetteer does not know, named with its government or congress.
fn district(
    chars: &[char],
    from: usize,
    to: usize,
    labels: &[Label],
    offset: usize,
    lexicon: &Lexicon<'_>,
) -> Option<Place> {
    (from..to.min(chars.len())).find_map(|at| {
        if !matches!(chars[at], '区' | '县' | '旗') || at < 2 {
            return None;
        }
        let behind: String = chars[at + 1..to.min(at + 9)].iter().collect();
        let governed = behind.starts_with("人民政府")
            || behind.starts_with("政府工作报告")
            || behind.starts_with('第')
            || behind.starts_with("人民代表");
        if !governed {
            return None;
        }
        let mut start = at;
        while start > from && at - start < 4 && chars[start - 1].is_alphabetic() && !opener(chars[start - 1])
        {
            start -= 1;
        }
        // Four characters that go on to the left are the end of a clause, not a name: 完成区第…
        let open =
            at - start == 4 && start > from && chars[start - 1].is_alphabetic() && !opener(chars[start - 1]);
        let name: String = chars[start..=at].iter().collect();
        let listed = labels.iter().find(|l| l.span.start + offset <= start && l.span.end + offset == at + 1);
        if let Some(label) = listed {
            return place_of(label, lexicon);
        }
        let own = matches!(name.as_str(), "自治区" | "行政区" | "各区" | "各县");
        let known = labels.iter().any(|l| l.span.start + offset <= start && l.span.end + offset > start);
        let counted = name
            .chars()
            .any(|c| matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'));
        if open
            || own
            || known
            || counted
            || name.starts_with(['表', '列', '为', '由', '各', '我', '代', '成'])
            || lexicon.cues.told.inside(chars, start, at)
            || name.chars().count() < 3
        {
            return None;
        }
        let within =
            labels.iter().rev().find(|l| l.span.end + offset <= start && start - l.span.end - offset <= 1);
        let within = within.and_then(|label| lexicon.regions.concepts(label.label).first().copied());
        Some(Place { region: None, name, within })
    })
}

/// Whether a place may begin behind a character.
fn opener(c: char) -> bool {
    matches!(c, '市' | '州' | '盟' | '省' | '区' | '在' | '于' | '年' | '、' | '—' | '-') || c.is_whitespace()
}

/// A region whose English name is a word of the file name (2026-gansu-work-report).
fn region_of_name(id: &str, lexicon: &Lexicon<'_>) -> Option<Place> {
    let file = id.rsplit('/').next().unwrap_or(id).to_lowercase();
    let words: Vec<&str> = file.split(|c: char| !c.is_ascii_alphabetic()).collect();
    lexicon.ontology.below("region/").find_map(|(id, concept)| {
        let english = concept.english.to_lowercase().replace(' ', "");
        let named = !english.is_empty() && words.contains(&english.as_str());
        named.then(|| Place { region: Some(id), name: concept.label.clone(), within: None })
    })
}

fn issuer(head: &str) -> Option<String> {
    ["国务院办公厅", "国务院"]
        .iter()
        .find(|name| head.trim_start_matches(|c: char| c.is_whitespace() || c == '|').starts_with(**name))
        .map(|name| (*name).to_owned())
}
