use super::super::super::limit::Deadline;
use super::super::grid::{Cell, Grid};
use super::super::paragraphs::spaced;
use super::{Reason, element};
use ego_tree::NodeRef;
use scraper::Node;

/// Deepest nesting that is followed.
const DEPTH: usize = 2000;

/// The lines of text in a part of a page.
///
/// # Errors
/// When it takes too long.
pub(super) fn lines(node: NodeRef<'_, Node>, deadline: Deadline) -> Result<Vec<String>, Reason> {
    let mut page = Page::new(deadline);
    page.inside(node, 0)?;
    page.flush();
    Ok(page.lines)
}

struct Page {
    lines: Vec<String>,
    line: String,
    /// White space since the last character, and whether it held a line end.
    gap: Option<bool>,
    deadline: Deadline,
    seen: usize,
}

impl Page {
    fn new(deadline: Deadline) -> Self {
        Self { lines: Vec::new(), line: String::new(), gap: None, deadline, seen: 0 }
    }

    fn inside(&mut self, node: NodeRef<'_, Node>, depth: usize) -> Result<(), Reason> {
        if depth > DEPTH {
            return Ok(());
        }
        let mut number = 1;
        for child in node.children() {
            self.seen += 1;
            if self.seen.is_multiple_of(64) {
                self.deadline.check()?;
            }
            if let Some(text) = child.value().as_text() {
                self.text(text);
                continue;
            }
            if element::is_silent(child) {
                continue;
            }
            match element::name(child) {
                "br" => self.flush(),
                "table" => {
                    self.flush();
                    let lines = self.table(child, depth)?;
                    self.lines.extend(lines);
                }
                name if element::is_block(name) => {
                    self.flush();
                    if is_menu(child) {
                        continue;
                    }
                    if name == "li" && element::name(node) == "ol" {
                        self.line = format!("{number}. ");
                        number += 1;
                    }
                    self.inside(child, depth + 1)?;
                    self.flush();
                }
                _ => self.inside(child, depth + 1)?,
            }
        }
        Ok(())
    }

    /// Text with its white space as a browser shows it, but a line end between Chinese characters is none.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{AD}') {
                continue;
            }
            if c.is_ascii_whitespace() {
                self.gap = Some(self.gap.unwrap_or(false) || matches!(c, '\n' | '\r'));
                continue;
            }
            if let (Some(broken), Some(before)) = (self.gap.take(), self.line.chars().next_back())
                && (!broken || spaced(before, c))
            {
                self.line.push(' ');
            }
            self.line.push(if c == '\u{A0}' { ' ' } else { c });
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.gap = None;
        let line = line.trim();
        if !line.is_empty() {
            self.lines.push(line.to_owned());
        }
    }

    fn table(&mut self, table: NodeRef<'_, Node>, depth: usize) -> Result<Vec<String>, Reason> {
        let mut grid = Grid::default();
        let mut captions = Vec::new();
        for part in table.children().filter(|part| !element::is_silent(*part)) {
            match element::name(part) {
                "tr" => self.row(part, depth, &mut grid)?,
                "tbody" | "thead" | "tfoot" => {
                    for row in part.children().filter(|row| element::name(*row) == "tr") {
                        self.row(row, depth, &mut grid)?;
                    }
                }
                "caption" => captions = self.apart(part, depth)?,
                _ => {}
            }
        }
        captions.extend(grid.lines());
        Ok(captions)
    }

    fn row(&mut self, row: NodeRef<'_, Node>, depth: usize, grid: &mut Grid) -> Result<(), Reason> {
        if element::is_silent(row) {
            return Ok(());
        }
        grid.row();
        for cell in row.children().filter(|cell| matches!(element::name(*cell), "td" | "th")) {
            let number = |name| {
                let value = cell.value().as_element().and_then(|element| element.attr(name));
                value.and_then(|value| value.trim().parse().ok()).unwrap_or(1)
            };
            let paragraphs = if element::is_silent(cell) { Vec::new() } else { self.apart(cell, depth)? };
            grid.cell(Cell { paragraphs, columns: number("colspan"), rows: number("rowspan") });
        }
        Ok(())
    }

    /// The lines of an element by themselves.
    fn apart(&mut self, node: NodeRef<'_, Node>, depth: usize) -> Result<Vec<String>, Reason> {
        let mut inner = Self { seen: self.seen, ..Self::new(self.deadline) };
        inner.inside(node, depth + 1)?;
        inner.flush();
        self.seen = inner.seen;
        Ok(inner.lines)
    }
}

/// Whether a list or block is links and nothing else: a menu, a path, see also.
fn is_menu(node: NodeRef<'_, Node>) -> bool {
    let (mut linked, mut plain, mut links) = (0, 0, 0_usize);
    let mut inside = 0_usize;
    for edge in node.traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) if element::name(node) == "a" => {
                inside += 1;
                links += 1;
            }
            ego_tree::iter::Edge::Close(node) if element::name(node) == "a" => {
                inside = inside.saturating_sub(1);
            }
            ego_tree::iter::Edge::Open(node) => {
                let length = node
                    .value()
                    .as_text()
                    .map_or(0, |text| text.chars().filter(|c| !c.is_whitespace()).count());
                *(if inside > 0 { &mut linked } else { &mut plain }) += length;
            }
            ego_tree::iter::Edge::Close(_) => {}
        }
        // A block with text of its own is soon told.
        if plain > 200 {
            return false;
        }
    }
    links > 2 && linked > 2 * plain
}
