use super::Section;
use super::layout::Layout;
use super::materials::{lines, trim};
use super::topic::Topics;
use crate::lexicon::{Cues, Lexicon};
use crate::text::{Span, Text};

/// Longest heading, in characters.
const LONGEST: usize = 45;
/// Length of a line, in characters, from which on it is a document and not a paragraph.
const ONE_LINE: usize = 3000;
/// Longest line without punctuation that can be a heading of its own.
const LINE: usize = 24;

/// A heading as found, before its extent is known.
pub(super) struct Heading {
    pub(super) start: usize,
    pub(super) ordinal: String,
    pub(super) words: Span,
    pub(super) level: u8,
}

/// The headings of a document, with what stands under them.
///
/// 一、 opens the first level, （一） the second, 1. or ① or 第一， or 一是 the third; a sentence that opens a
/// paragraph or stands above it and announces it, a line behind —— and a short line by itself are headings too.
pub(super) fn find(text: &Text, within: Span, lexicon: &Lexicon<'_>) -> Vec<Section> {
    let chars = text.chars();
    let bodies: Vec<Span> = lines(chars, within).flat_map(|line| paragraphs(chars, line)).collect();
    let layout = Layout::of(chars, &bodies);
    let mut topics = Topics::new(chars, &lexicon.cues);
    let mut found: Vec<Heading> = Vec::new();
    // Whether the line before is the heading of this one.
    let mut titled = false;
    for (index, body) in bodies.iter().enumerate() {
        let before = found.len();
        ordered(chars, *body, layout, &mut found);
        if found.len() > before {
            topics.restart(found.last());
        } else if index > 0 && !titled {
            let topic = match layout {
                Layout::Sentences => topics.next(*body, bodies[index - 1]),
                Layout::Paragraphs => bodies.get(index + 1).and_then(|below| topics.above(*body, *below)),
            };
            titled = layout == Layout::Paragraphs && topic.is_some();
            let opening =
                || (layout == Layout::Paragraphs).then(|| lone_line(chars, *body, &lexicon.cues)).flatten();
            found.extend(topic.or_else(opening));
            continue;
        }
        titled = false;
    }
    // One paragraph alone that opens with a short sentence is a paragraph, not a heading.
    let run_in = |heading: &Heading| heading.level == 3 && heading.ordinal.is_empty();
    if found.iter().filter(|heading| run_in(heading)).count() < 2
        && !found.iter().any(|heading| heading.level < 3)
    {
        found.retain(|heading| !run_in(heading));
    }
    sections(&found, within, chars, lexicon)
}

/// The paragraphs of a line. Text that lost its line breaks keeps the two spaces that each paragraph began with.
fn paragraphs(chars: &[char], line: Span) -> Vec<Span> {
    let space = |at: usize| matches!(chars[at], ' ' | '　' | '\u{a0}');
    let breaks: Vec<usize> = (line.start + 1..line.end)
        .filter(|at| space(at - 1) && space(*at) && (*at == line.start + 1 || !space(at - 2)))
        .collect();
    if line.len() < ONE_LINE || breaks.len() * ONE_LINE < line.len() {
        return vec![line];
    }
    let starts = std::iter::once(line.start).chain(breaks.iter().copied());
    let ends = breaks.iter().copied().chain([line.end]);
    let parts = starts.zip(ends).map(|(start, end)| trim(chars, Span::new(start, end)));
    parts.filter(|part| !part.is_empty()).collect()
}

/// The headings with an ordinal in a line.
fn ordered(chars: &[char], body: Span, layout: Layout, found: &mut Vec<Heading>) {
    let mut at = body.start;
    while at < body.end {
        let opens = at == body.start
            || matches!(chars[at - 1], ' ' | '　' | '\u{a0}' | '。' | '；' | '！' | '\t' | '”');
        // 一是 and 二是 inside a paragraph are a row of sentences.
        let inside = at > body.start && body.len() < ONE_LINE;
        let ordinal = opens.then(|| ordinal(chars, at, body.end)).flatten();
        if let Some((level, end)) = ordinal.filter(|(level, _)| *level < 3 || !inside)
            && let Some(heading) = heading_after(chars, at, end, body, level, layout)
        {
            at = heading.words.end;
            found.push(heading);
            continue;
        }
        at += 1;
    }
}

/// An ordinal at `at`: its level and where it ends.
fn ordinal(chars: &[char], at: usize, end: usize) -> Option<(u8, usize)> {
    let numeral = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let digits = |from: usize| (from..end).take_while(|i| numeral(chars[*i])).count();
    match chars[at] {
        '（' | '(' => {
            let n = digits(at + 1);
            let close = at + 1 + n;
            ((1..=3).contains(&n) && close < end && matches!(chars[close], '）' | ')'))
                .then_some((2, close + 1))
        }
        '㈠'..='㈩' => Some((2, at + 1)),
        '①'..='⑳' => Some((3, at + 1)),
        '第' => {
            let close = at + 1 + digits(at + 1);
            (close > at + 1 && matches!(chars.get(close), Some('，' | ',' | '、'))).then_some((3, close + 1))
        }
        c if c.is_ascii_digit() => {
            let close = (at..end).find(|i| !chars[*i].is_ascii_digit())?;
            let mark = matches!(chars[close], '.' | '．' | '、');
            let next = chars.get(close + 1).is_some_and(|c| !c.is_ascii_digit());
            (close - at <= 2 && mark && next).then_some((3, close + 1))
        }
        c if numeral(c) => {
            let n = digits(at);
            match chars.get(at + n) {
                Some('、') if n <= 3 && !counts_on(c, chars.get(at + n + 1)) => Some((1, at + n + 1)),
                Some('是' | '要') if n <= 2 => Some((3, at + n + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether the next numeral follows on one: 一、二、三产业 is a row, not an ordinal.
fn counts_on(numeral: char, next: Option<&char>) -> bool {
    let place = |c: char| "一二三四五六七八九十".chars().position(|known| known == c);
    matches!((place(numeral), next.and_then(|next| place(*next))), (Some(here), Some(there)) if there == here + 1)
}

fn heading_after(
    chars: &[char],
    start: usize,
    from: usize,
    body: Span,
    level: u8,
    layout: Layout,
) -> Option<Heading> {
    let mut begin = from;
    while begin < body.end && chars[begin].is_whitespace() {
        begin += 1;
    }
    let stop = |c: char| matches!(c, '。' | '；' | '：' | ';' | '！');
    let mut end = (begin..body.end).find(|at| stop(chars[*at])).unwrap_or(body.end);
    // A document that runs on in one line parts heading and text by a space.
    if body.end - begin > LONGEST {
        let space = (begin..end).find(|at| matches!(chars[*at], ' ' | '　' | '\u{a0}'));
        if let Some(space) = space.filter(|space| space - begin <= LONGEST) {
            end = space;
        }
    }
    let heading = trim(chars, Span::new(begin, end));
    let longest = if level == 3 { 40 } else { LONGEST + 10 };
    let numbered = chars[heading.start..heading.end].iter().any(char::is_ascii_digit) && level == 3;
    let goes_on = end + 1 < body.end || layout == Layout::Sentences;
    let announces = level < 3 || (chars.get(end) == Some(&'。') && goes_on);
    let fits = (2..=longest).contains(&heading.len()) && announces && !numbered;
    fits.then(|| Heading { start, ordinal: chars[start..from].iter().collect(), words: heading, level })
}

/// A heading without ordinal: behind ——, as the sentence that opens a paragraph, or as a short line.
fn lone_line(chars: &[char], body: Span, cues: &Cues) -> Option<Heading> {
    let dashes =
        chars[body.start..body.end].iter().take_while(|c| matches!(c, '—' | '―' | '－' | '-')).count();
    let begin = body.start + dashes;
    let stop = (begin..body.end)
        .find(|at| matches!(chars[*at], '。' | '！' | '；' | '：' | '？'))
        .unwrap_or(body.end);
    let heading = Span::new(begin, stop);
    let words = &chars[heading.start..heading.end];
    let digit = words.iter().any(char::is_ascii_digit);
    let running = stop < body.end && chars[stop] == '。';
    let make = |level| Some(Heading { start: body.start, ordinal: String::new(), words: heading, level });
    if dashes >= 2 {
        return (running
            && (4..=40).contains(&heading.len())
            && !words.contains(&'在')
            && stop + 1 < body.end)
            .then(|| make(3))
            .flatten();
    }
    if running && stop + 1 < body.end && body.len() > heading.len() + 20 {
        let plain =
            !words.iter().any(|c| matches!(c, '、' | '《' | '）' | ')' | '，' | ',')) || heading.len() <= 30;
        let commas = words.iter().filter(|c| matches!(c, '，' | ',')).count();
        let copula = words.contains(&'是');
        if cues.not_lead.at(chars, heading.start) > 0 || cues.says.inside(chars, heading.start, heading.end) {
            return None;
        }
        if looks_back(chars, heading, cues) {
            return make(3);
        }
        return (!copula && (4..=32).contains(&heading.len()) && plain && commas <= 1 && !digit)
            .then(|| make(3))
            .flatten();
    }
    let reviewed: String = words.iter().collect();
    let line = stop == body.end
        && heading.len() <= LINE
        && ["回顾", "目标任务", "重点工作", "工作安排", "工作部署", "总体要求", "主要任务", "名词解释"]
            .iter()
            .any(|w| reviewed.ends_with(w));
    line.then(|| make(1)).flatten()
}

/// Whether words sum up a stretch of time that has passed: 五年来，我们….
pub(super) fn looks_back(chars: &[char], words: Span, cues: &Cues) -> bool {
    let inner = &chars[words.start..words.end];
    inner.len() <= LONGEST
        && cues.review_lead.at(chars, words.start) > 0
        && inner.windows(2).any(|pair| pair == ['我', '们'])
        && !inner.iter().any(char::is_ascii_digit)
}

/// Gives each heading its extent, its parent and whether it announces a measure.
fn sections(found: &[Heading], within: Span, chars: &[char], lexicon: &Lexicon<'_>) -> Vec<Section> {
    let mut list: Vec<Section> = Vec::with_capacity(found.len());
    for (index, heading) in found.iter().enumerate() {
        let end = found[index + 1..]
            .iter()
            .find(|next| next.level <= heading.level)
            .map_or(within.end, |next| next.start);
        let parent = (0..index)
            .rev()
            .find(|before| found[*before].level < heading.level && list[*before].span.end > heading.start);
        let cues = &lexicon.cues;
        let words = heading.words;
        let about = [&cues.review_heading, &cues.plan_heading]
            .iter()
            .any(|list| list.inside(chars, words.start, words.end));
        let measure = heading.level > 1 || !about;
        list.push(Section {
            heading: words,
            span: Span::new(heading.start, end),
            level: heading.level,
            ordinal: heading.ordinal.clone(),
            parent,
            measure,
        });
    }
    list
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::lexicon::Lexicon;
    use crate::ontology::Ontology;
    use crate::text::{Span, Text};
    use std::fmt::Write;

    fn outline(text: &str) -> String {
        let ontology = Ontology::builtin().expect("the ontology is Turtle");
        let (lexicon, text) = (Lexicon::new(&ontology), Text::new(text.to_owned()));
        find(&text, Span::new(0, text.len()), &lexicon).iter().fold(String::new(), |mut lines, section| {
            let _ = writeln!(lines, "{} {}{}", section.level, section.ordinal, text.slice(section.heading));
            lines
        })
    }

    #[test]
    fn a_topic_opens_its_paragraph_or_stands_above_it() {
        let paragraph = "全市新建泵站十二座，改造老旧管网，更换水表，把用水大户的数据接入平台，按月公布用水量，居民可以在手机上查到自家的账单。";
        let run_in =
            format!("某市工作报告\n一、主要工作\n供水更有保障。{paragraph}\n道路更加通畅。{paragraph}");
        let above =
            format!("某市工作报告\n一、主要工作\n供水更有保障。\n{paragraph}\n道路更加通畅。\n{paragraph}");
        insta::assert_snapshot!(outline(&run_in), @r"
        1 一、主要工作
        3 供水更有保障
        3 道路更加通畅
        ");
        assert_eq!(outline(&run_in), outline(&above));
    }

    #[test]
    fn text_without_line_breaks_keeps_its_paragraphs() {
        let body = "修好村口的水渠，把泵站交给合作社管护，每季度请技术员来看一次，种子和农机的补贴一次发到户，办事的窗口设在镇上。".repeat(30);
        let text = format!(
            "某市工作报告　　一、主要工作　　供水更有保障。{body}　　道路更加通畅。一是修好干线。{body}　　二、一心一意抓落实　　{body}"
        );
        insta::assert_snapshot!(outline(&text), @r"
        1 一、主要工作
        3 供水更有保障
        3 道路更加通畅
        1 二、一心一意抓落实
        ");
    }

    #[test]
    fn numerals_that_count_on_are_no_ordinal() {
        insta::assert_snapshot!(outline("某市工作报告\n一、一年来的工作\n三次产业协调发展。\n一、二、三产业都在增长，增加值超过计划。\n"), @"1 一、一年来的工作");
    }

    #[test]
    fn where_each_sentence_has_its_line_a_topic_has_a_passage_below() {
        let passage = "修好村口的水渠，\n把泵站交给合作社管护，\n每季度请技术员来看一次。\n种子和农机的补贴一次发到户，\n办事的窗口设在镇上，\n来回不用再跑一天的路。\n晒场边上添了烘干机，\n下雨天也不误收成，\n收上来的粮食当天就能入库。\n";
        let text = format!(
            "某市工作报告\n一、主要工作\n办好农田水利。\n{passage}加快村镇建设。\n疏通沟渠。\n{passage}我们还有困难。\n{passage}{passage}{passage}{passage}"
        );
        insta::assert_snapshot!(outline(&text), @r"
        1 一、主要工作
        3 办好农田水利
        3 加快村镇建设
        ");
    }
}
