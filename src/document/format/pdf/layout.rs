use super::super::paragraphs::{ends, join, opens, spaced};
use std::collections::HashMap;

/// A character where it was drawn.
pub(super) struct Glyph<'a> {
    pub(super) text: &'a str,
    /// One em along the line, in units of the page.
    pub(super) along: (f32, f32),
    /// Where it begins, on the line that letters stand on.
    pub(super) at: (f32, f32),
    /// Its width in ems.
    pub(super) width: f32,
    /// Whether it was put where it is, and does not follow from the character before.
    pub(super) placed: bool,
}

/// Characters drawn side by side.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) text: String,
    start: f32,
    end: f32,
    /// Height above the foot of the page.
    height: f32,
    em: f32,
    turned: u8,
}

/// The lines of a page, as they come.
#[derive(Default)]
pub(super) struct Lines {
    done: Vec<Line>,
    open: Line,
}

/// Gap that parts two cells, in ems: between pieces that were placed apart, and within one.
const CELL: (f32, f32) = (0.95, 1.5);
/// Gap that is a space, in ems: between Latin words, and between Chinese characters.
const WORD: f32 = 0.18;
const WIDE: f32 = 0.7;

impl Lines {
    pub(super) fn add(&mut self, glyph: &Glyph<'_>) {
        let (a, b) = glyph.along;
        let em = a.hypot(b);
        if !em.is_finite() || em <= 0.0 || !glyph.at.0.is_finite() || !glyph.at.1.is_finite() {
            return;
        }
        // Lines that run up or down the page are turned; slanting ones are stamps on the page.
        let (x, y) = glyph.at;
        let (turned, start, height) = match (a / em, b / em) {
            (c, s) if c > 0.99 && s.abs() < 0.1 => (0, x, y),
            (c, s) if s > 0.99 && c.abs() < 0.1 => (1, y, -x),
            (c, s) if c < -0.99 && s.abs() < 0.1 => (2, -x, -y),
            (c, s) if s < -0.99 && c.abs() < 0.1 => (3, -y, x),
            _ => return,
        };
        let blank = glyph.text.chars().all(char::is_whitespace);
        let open = &mut self.open;
        let gap = (start - open.end) / em;
        let risen = (height - open.height).abs() / em.max(open.em);
        let sized = (em / open.em.max(0.01) - 1.0).abs() > 0.2;
        let same = !open.text.is_empty()
            && open.turned == turned
            && (risen < 0.3 || (sized && risen < 0.6 && gap.abs() < 0.6))
            && gap > -0.5;
        if !same {
            if blank {
                return;
            }
            self.close();
            self.open = Line { start, end: start, height, em, turned, ..Line::default() };
        }
        let open = &mut self.open;
        if same && !blank && !open.text.ends_with(['\t', ' ']) {
            let (before, after) = (open.text.chars().next_back(), glyph.text.chars().next());
            let latin = matches!((before, after), (Some(before), Some(after)) if spaced(before, after));
            if gap > if glyph.placed { CELL.0 } else { CELL.1 } {
                open.text.push('\t');
            } else if gap > WIDE || (latin && gap > WORD) {
                open.text.push(' ');
            }
        }
        if blank {
            // A wide space stays, as an indent or between words.
            if !open.text.ends_with([' ', '\t']) {
                open.text.push(' ');
            }
        } else {
            open.text.push_str(glyph.text);
        }
        if em > open.em {
            (open.em, open.height) = (em, height);
        }
        open.end = open.end.max(start + glyph.width * em);
    }

    fn close(&mut self) {
        let mut line = std::mem::take(&mut self.open);
        line.text = line.text.trim().to_owned();
        // Bold letters may be made by drawing twice.
        let twice = self.done.last().is_some_and(|last| {
            last.text == line.text
                && (last.start - line.start).abs() < 0.3 * line.em
                && (last.height - line.height).abs() < 0.3 * line.em
        });
        if !line.text.is_empty() && !twice {
            self.done.push(line);
        }
    }

    /// The lines so far, for the next page to begin.
    pub(super) fn take(&mut self) -> Vec<Line> {
        self.close();
        std::mem::take(&mut self.done)
    }
}

/// The pages of a file, to be made one text.
#[derive(Default)]
pub(super) struct Layout {
    pages: Vec<Vec<Line>>,
}

impl Layout {
    pub(super) fn page(&mut self, lines: Vec<Line>) {
        self.pages.push(rows(lines));
    }

    /// The paragraphs of all pages, one a line, without page numbers and running heads.
    pub(super) fn text(mut self) -> String {
        let repeated = self.repeated();
        let body = self.body();
        for page in &mut self.pages {
            let (top, foot) = edges(page);
            page.retain(|line| {
                let edge = line.height >= top || line.height <= foot;
                // A running head is set smaller than the text; with few pages nothing else tells it.
                let short = line.text.chars().count() <= 30 && !line.text.contains(['。', '：', ':']);
                let small = short && line.em < 0.95 * body;
                !(edge && (small || is_page_number(&line.text) || repeated.contains_key(&bare(&line.text))))
            });
        }
        let margins = Margins::of(&self.pages);
        let mut paragraphs: Vec<String> = Vec::new();
        let mut before: Option<(Line, usize)> = None;
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
fn edges(page: &[Line]) -> (f32, f32) {
    let level = |line: &Line| line.height;
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

/// Puts pieces that stand on one height side by side: the cells of a row that were not drawn in one go.
fn rows(lines: Vec<Line>) -> Vec<Line> {
    let mut rows: Vec<Line> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row)
                if row.turned == line.turned
                    && (row.height - line.height).abs() < 0.3 * row.em.max(line.em)
                    && line.start > row.end + 0.5 * line.em =>
            {
                row.text.push('\t');
                row.text.push_str(&line.text);
                row.end = line.end;
            }
            _ => rows.push(line),
        }
    }
    rows
}

/// Where lines begin and end that run on.
struct Margins {
    left: f32,
    right: f32,
    leading: f32,
}

impl Margins {
    fn of(pages: &[Vec<Line>]) -> Self {
        let lines = || {
            pages.iter().flatten().filter(|line| line.text.chars().count() >= 12 && !line.text.contains('\t'))
        };
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
    fn run_on(&self, line: &Line, next: &Line, same_page: bool) -> bool {
        let table = line.text.contains('\t') || next.text.contains('\t');
        let sized = (line.em / next.em - 1.0).abs() > 0.15;
        if table || sized || line.turned != next.turned || opens(&next.text) {
            return false;
        }
        // A number or word that did not fit has gone to the next line whole.
        let word = next.text.chars().take_while(|c| c.is_ascii_graphic()).take(16).count();
        #[allow(clippy::cast_precision_loss, reason = "a few characters")]
        let short = (1.6 + 0.6 * word as f32) * line.em;
        let full = line.end > self.right - short;
        let flush = (next.start - self.left).abs() < 0.9 * line.em;
        let step = line.height - next.height;
        let apart = same_page && (step > 1.3 * self.leading.max(line.em) || step < 0.0);
        full && flush && (!apart || !ends(&line.text) && step > 0.0 && step < 2.0 * self.leading.max(line.em))
    }
}

#[cfg(test)]
mod tests {
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
        layout.page(page(&[
            ("全省就业工作情况", 100.0, 800.0),
            ("今年以来全省各地深入实施就业优先", 30.0, 780.0),
            ("战略城镇新增就业稳步增加形势向好。", 10.0, 765.0),
            ("一、扩大就业规模", 30.0, 750.0),
            ("城镇新增就业十二万人比上年同期增", 30.0, 735.0),
            ("—1—", 90.0, 20.0),
        ]));
        layout.page(page(&[
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
