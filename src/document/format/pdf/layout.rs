use super::super::paragraphs::{ends, join, opens};
use super::columns::{Row, rows};
use super::line::Line;
use std::collections::HashMap;

/// The pages of a file, to be made one text.
#[derive(Default)]
pub(super) struct Layout {
    pages: Vec<Vec<Row>>,
}

impl Layout {
    pub(super) fn page(&mut self, lines: &[Line]) {
        self.pages.push(rows(lines));
    }

    /// The paragraphs of all pages, one a line, without page numbers and running heads.
    pub(super) fn text(mut self) -> String {
        let repeated = self.repeated();
        let body = self.body();
        let leading = Margins::of(&self.pages).leading.max(body);
        for page in &mut self.pages {
            let heights: Vec<f32> = page.iter().map(|line| line.height).collect();
            let (top, foot) = edges(page);
            page.retain(|line| {
                let edge = line.height >= top || line.height <= foot;
                let nearest =
                    heights.iter().map(|height| (height - line.height).abs()).filter(|step| *step > 2.0);
                let apart = nearest.fold(f32::MAX, f32::min) > 2.2 * leading;
                // A running head is set smaller than the text or away from it; with few pages nothing else tells it.
                let short = line.text.chars().count() <= 30 && !line.text.contains(['。', '：', ':']);
                let running = short && (line.em < 0.95 * body || (apart && line.em < 1.05 * body));
                !(edge && (running || is_page_number(&line.text) || repeated.contains_key(&bare(&line.text))))
            });
        }
        let margins = Margins::of(&self.pages);
        let mut paragraphs: Vec<String> = Vec::new();
        let mut before: Option<(Row, usize)> = None;
        for (number, page) in self.pages.into_iter().enumerate() {
            for line in page {
                let on =
                    before.as_ref().is_some_and(|(last, page)| margins.run_on(last, &line, *page == number));
                match paragraphs.last_mut().filter(|_| on) {
                    Some(paragraph) => join(paragraph, &line.text),
                    None => paragraphs.push(line.text.clone()),
                }
                before = Some((line, number));
            }
        }
        paragraphs.join("\n")
    }

    /// The size of most of the text.
    fn body(&self) -> f32 {
        let mut sizes: HashMap<u32, (usize, f32)> = HashMap::new();
        for line in self.pages.iter().flatten() {
            // To a quarter of a point.
            let size = sizes.entry((line.em * 4.0).round().to_bits()).or_insert((0, line.em));
            size.0 += line.text.chars().count();
        }
        sizes.into_values().max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))).map_or(0.0, |(_, em)| em)
    }

    /// What stands at the top or foot of most pages, numbers left out.
    fn repeated(&self) -> HashMap<String, usize> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for page in &self.pages {
            let (top, foot) = edges(page);
            let mut own: Vec<String> = page
                .iter()
                .filter(|line| line.height >= top || line.height <= foot)
                .map(|line| bare(&line.text))
                .collect();
            own.sort();
            own.dedup();
            for words in own {
                *seen.entry(words).or_default() += 1;
            }
        }
        let most = (self.pages.len() * 3 / 5).max(3);
        seen.retain(|words, count| *count >= most && !words.is_empty());
        seen
    }
}

/// The heights of the topmost and the lowest line.
fn edges(page: &[Row]) -> (f32, f32) {
    let level = |line: &Row| line.height;
    let top = page.iter().map(level).fold(f32::MIN, f32::max);
    let foot = page.iter().map(level).fold(f32::MAX, f32::min);
    (top - 2.0, foot + 2.0)
}

/// Words of a line without digits and white space.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect()
}

/// — 3 —, 第3页, 3/12.
fn is_page_number(text: &str) -> bool {
    let words: String = text
        .chars()
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, '-' | '—' | '–' | '－' | '第' | '页' | '共' | '/' | '·' | ',')
        })
        .collect();
    (1..=8).contains(&words.chars().count()) && words.chars().all(|c| c.is_ascii_digit())
}

/// Where lines begin and end that run on.
struct Margins {
    left: f32,
    right: f32,
    leading: f32,
}

impl Margins {
    fn of(pages: &[Vec<Row>]) -> Self {
        let lines =
            || pages.iter().flatten().filter(|line| line.text.chars().count() >= 12 && !line.is_cells());
        let mut ends: Vec<f32> = lines().map(|line| line.end).collect();
        ends.sort_by(f32::total_cmp);
        // A few lines hang over.
        let right = ends.get(ends.len() * 19 / 20).copied().unwrap_or(0.0);
        let mut starts: HashMap<i64, usize> = HashMap::new();
        for line in lines().filter(|line| line.end > right - 3.0 * line.em) {
            #[allow(clippy::cast_possible_truncation, reason = "a place on a page, to the unit")]
            let start = line.start.round() as i64;
            *starts.entry(start).or_default() += 1;
        }
        let mut starts: Vec<(i64, usize)> = starts.into_iter().collect();
        starts.sort_unstable();
        let common = starts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        // The leftmost place that is about as common as any: the first lines of paragraphs are indented.
        let left = starts.iter().find(|(_, count)| *count * 3 >= common).map_or(0, |(start, _)| *start);
        let mut steps: Vec<f32> = pages
            .iter()
            .flat_map(|page| page.windows(2))
            .map(|pair| pair[0].height - pair[1].height)
            .filter(|step| *step > 1.0)
            .collect();
        steps.sort_by(f32::total_cmp);
        let leading = steps.get(steps.len() / 3).copied().unwrap_or(0.0);
        #[allow(clippy::cast_precision_loss, reason = "a place on a page")]
        Self { left: left as f32, right, leading }
    }

    /// Whether a line goes on with the next: it is full, and the next one begins at the margin and opens nothing.
    fn run_on(&self, line: &Row, next: &Row, same_page: bool) -> bool {
        let table = line.is_cells() || next.is_cells();
        let sized = (line.em / next.em - 1.0).abs() > 0.15;
        if table || sized || line.turned != next.turned || opens(&next.text) {
            return false;
        }
        // A number or word that did not fit has gone to the next line whole.
        let word = next.text.chars().take_while(char::is_ascii_graphic).take(16).count();
        // So has a character with the mark behind it, which may not begin a line.
        let marked = next.text.chars().nth(1).is_some_and(|c| "，。；、：！？）”》".contains(c));
        #[allow(clippy::cast_precision_loss, reason = "a few characters")]
        let short = (2.2 + 0.6 * word as f32 + f32::from(u8::from(marked))) * line.em;
        let full = line.end > self.right - short;
        let flush = (next.start - self.left).abs() < 0.9 * line.em;
        let step = line.height - next.height;
        let apart = same_page && (step > 1.3 * self.leading.max(line.em) || step < 0.0);
        full && flush && (!apart || !ends(&line.text) && step > 0.0 && step < 2.0 * self.leading.max(line.em))
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::{Glyph, Lines};
    use super::*;

    fn page(lines: &[(&str, f32, f32)]) -> Vec<Line> {
        let mut page = Lines::default();
        for (text, start, height) in lines {
            let mut at = *start;
            for c in text.chars() {
                if c != '\u{3000}' {
                    page.add(&Glyph {
                        text: &c.to_string(),
                        along: (10.0, 0.0),
                        at: (at, *height),
                        width: 1.0,
                        placed: false,
                    });
                }
                at += 10.0;
            }
        }
        page.take()
    }

    #[test]
    fn lines_become_paragraphs_and_page_numbers_go() {
        let mut layout = Layout::default();
        layout.page(&page(&[
            ("全省就业工作情况", 100.0, 800.0),
            ("今年以来全省各地深入实施就业优先", 30.0, 780.0),
            ("战略城镇新增就业稳步增加形势向好。", 10.0, 765.0),
            ("一、扩大就业规模", 30.0, 750.0),
            ("城镇新增就业十二万人比上年同期增", 30.0, 735.0),
            ("—1—", 90.0, 20.0),
        ]));
        layout.page(&page(&[
            ("长百分之三。", 10.0, 780.0),
            ("指标　　数值", 10.0, 760.0),
            ("就业　　十二", 10.0, 745.0),
        ]));
        assert_eq!(
            layout.text(),
            "全省就业工作情况\n今年以来全省各地深入实施就业优先战略城镇新增就业稳步增加形势向好。\n一、扩大就业规模\n\
             城镇新增就业十二万人比上年同期增长百分之三。\n指标\t数值\n就业\t十二"
        );
    }
}
