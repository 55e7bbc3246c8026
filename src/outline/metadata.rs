use super::materials::lines;
use super::{Document, Place};
use crate::document::{Date, Source, Stated};
use crate::lexicon::{Label, Lexicon};
use crate::ontology::ConceptId;
use crate::text::{Span, Text};

/// Shortest and longest title that the first words of a line can be, in characters.
const SHORTEST_TITLE: usize = 6;
const LONGEST_TITLE: usize = 40;
/// Longest noun that ends a title, in characters.
const LONGEST_NOUN: usize = 8;
/// Shortest word of a file name that is read as the pinyin of a place, in letters.
const PINYIN: usize = 5;
/// How much of a document's beginning is looked at for title, place and date, in characters.
const HEAD: usize = 400;

/// Fills in what the file states, and what the first lines and the file name tell: title, region, year, issuer, number.
pub(super) fn fill(document: &mut Document, source: &Source, lexicon: &Lexicon<'_>) {
    let (front, title) = front(document, source);
    let (text, chars) = (&front, front.chars());
    let cut = chars[title.start..title.end]
        .iter()
        .position(|c| matches!(c, '。' | '\t'))
        .unwrap_or(title.len())
        .min(80);
    // A first line that is a sentence is no title.
    let sentence = title.len() > 30 && chars[title.start..title.end].contains(&'。');
    document.title = if sentence {
        opening(&chars[title.start..title.end]).map_or_else(String::new, |words| tidy(&words))
    } else {
        tidy(&text.slice(Span::new(title.start, title.start + cut)))
    };
    if document.title.is_empty() {
        source.id.rsplit('/').next().unwrap_or(&source.id).clone_into(&mut document.title);
    }
    let head = Span::new(0, chars.len());
    let name: Vec<char> = source.id.chars().collect();
    let (stated, told) = (&source.stated, &source.told);
    document.date = stated.date.or_else(|| told.day()).or_else(|| told.year().map(Date::of_year));
    document.issued = document.date.map(|date| date.year);
    document.issued = document.issued.or_else(|| year_of_name(&name)).or_else(|| first_year(chars, head));
    document.year = first_year(chars, Span::new(title.start, title.start + cut)).or(document.issued);
    if reviews_last_year(source.text.chars(), document.span, document.issued) {
        document.year = document.issued.map(|year| year - 1);
    }
    document.identifier = number_of(chars, head);
    let home = told.region.as_deref().and_then(|name| named(name, lexicon));
    document.region =
        home.or_else(|| region(text, title, head, lexicon)).or_else(|| region_of_name(&source.id, lexicon));
    document.issuer = issuer(&text.slice(head)).or_else(|| told.publisher.clone());
    document.kind = kind(&document.title, lexicon);
    state(document, stated, lexicon);
}

/// The title of a text that runs on in one line: its first words, up to a dash, a bracket or a gap.
fn opening(line: &[char]) -> Option<String> {
    let gap = |at: usize| line[at].is_whitespace() && line.get(at + 1).is_some_and(|c| c.is_whitespace());
    let end = (0..line.len().min(LONGEST_TITLE))
        .find(|at| matches!(line[*at], '—' | '（' | '(' | '\t') || gap(*at))?;
    let words = &line[..end];
    let broken = words.iter().any(|c| matches!(c, '，' | '。' | '：' | '；' | '“'));
    (!broken && words.len() >= SHORTEST_TITLE).then(|| words.iter().collect())
}

/// The beginning of a document, under the title that its file tells for it, and where the title stands there.
fn front(document: &Document, source: &Source) -> (Text, Span) {
    let head = Span::new(document.span.start, document.span.end.min(document.span.start + HEAD));
    let own = source.text.slice(head);
    let first = document.number.is_none_or(|number| number == 0);
    if let Some(title) = source.told.title.as_deref().filter(|_| first) {
        return (Text::new(format!("{title}\n{own}")), Span::new(0, title.chars().count()));
    }
    let front = Text::new(own);
    let heads: Vec<Span> = lines(front.chars(), Span::new(0, front.len())).take(2).collect();
    // The line that announces a material is followed by its title.
    let title = heads.get(usize::from(!first)).or(heads.first());
    let title = title.copied().unwrap_or_default();
    (front, title)
}

/// The region with a name, as a file tells it: 江苏, 江苏省.
fn named(name: &str, lexicon: &Lexicon<'_>) -> Option<Place> {
    lexicon.regions.exact(name).first().map(|id| Place::of(*id, lexicon))
}

/// Puts what is stated of a file in the place of what was inferred; each of several materials keeps its own title.
fn state(document: &mut Document, stated: &Stated, lexicon: &Lexicon<'_>) {
    let put = |field: &mut Option<String>, value: &Option<String>| {
        if value.is_some() {
            field.clone_from(value);
        }
    };
    if let Some(title) = stated.title.as_ref().filter(|_| document.number.is_none()) {
        document.title.clone_from(title);
        document.kind = kind(title, lexicon);
    }
    put(&mut document.issuer, &stated.issuer);
    put(&mut document.identifier, &stated.number);
    document.year = stated.year.or(document.year);
    document.kind = stated.kind.or(document.kind);
    document.region = stated.region.map(|id| Place::of(id, lexicon)).or(document.region.take());
}

/// The kind of document whose noun a title ends in.
fn kind(title: &str, lexicon: &Lexicon<'_>) -> Option<ConceptId> {
    let title = title.trim_end_matches(['”', '》', '）', ')']);
    let nouns = title
        .char_indices()
        .rev()
        .take(LONGEST_NOUN)
        .filter_map(|(at, _)| lexicon.statements.documents.exact(&title[at..]).first().copied());
    nouns.last()
}

/// Materials on one page share what only the page says.
pub(super) fn share(documents: &mut [Document]) {
    let issued = documents.iter().filter_map(|document| document.issued).max();
    for document in documents {
        document.issued = document.issued.or(issued);
        document.year = document.year.or(document.issued);
        document.date = document.date.or(document.issued.map(Date::of_year));
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
    let mut inner = place_of(labels.first()?, lexicon)?;
    for label in &labels[1..] {
        match place_of(label, lexicon) {
            Some(next) if around(inner.region, next.region, lexicon) => inner = next,
            _ => break,
        }
    }
    Some(inner)
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

/// A region whose English name or pinyin is a word of the file name (2026-gansu-work-report); one in pinyin only when no
/// other is written alike.
fn region_of_name(id: &str, lexicon: &Lexicon<'_>) -> Option<Place> {
    let file = id.rsplit('/').next().unwrap_or(id).to_lowercase();
    let words: Vec<&str> = file.split(|c: char| !c.is_ascii_alphabetic()).collect();
    let english = lexicon.ontology.below("region/").find_map(|(id, concept)| {
        let english = concept.english.to_lowercase().replace(' ', "");
        let named = !english.is_empty() && words.contains(&english.as_str());
        named.then(|| Place::of(id, lexicon))
    });
    english.or_else(|| {
        let mut long = words.iter().filter(|word| word.len() >= PINYIN);
        long.find_map(|word| lexicon.by_pinyin(word)).map(|id| Place::of(id, lexicon))
    })
}

fn issuer(head: &str) -> Option<String> {
    ["国务院办公厅", "国务院"]
        .iter()
        .find(|name| head.trim_start_matches(|c: char| c.is_whitespace() || c == '|').starts_with(**name))
        .map(|name| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::region_of_name;
    use crate::lexicon::Lexicon;
    use crate::ontology::Ontology;

    #[test]
    fn a_file_name_tells_the_region_in_english_or_pinyin() {
        let ontology = Ontology::builtin().expect("the ontology is Turtle");
        let lexicon = Lexicon::new(&ontology);
        let region = |name: &str| region_of_name(name, &lexicon).map(|place| place.name);
        assert_eq!(region("2026-gansu-work-report").as_deref(), Some("甘肃省"));
        assert_eq!(region("a/2019-changshun-medical-policy").as_deref(), Some("长顺县"));
        // 伊春 and 宜春 are written alike.
        assert_eq!(region("2019-yichun-report"), None);
        assert_eq!(region("2019-report"), None);
    }
}
