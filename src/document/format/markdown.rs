//! Markdown: headings, emphasis, links and tables as plain text.

use super::grid::{Cell, Grid};
use super::paragraphs::{ends, join, opens};
use crate::document::stated::body;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Shortest line, in characters, that may run on in the next one: shorter ones were ended on purpose.
const WRAPPED: usize = 20;

/// The text of a Markdown file.
pub(super) fn decode(text: &str) -> String {
    // What the front matter states is read from the text.
    let (front, body) = text.split_at(body(text));
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::default();
    for event in Parser::new_ext(body, options) {
        writer.event(event);
    }
    writer.flush();
    format!("{front}{}", writer.lines.join("\n"))
}

#[derive(Default)]
struct Writer {
    lines: Vec<String>,
    line: String,
    /// Lists around, with the number of the next item of a numbered one.
    lists: Vec<Option<u64>>,
    table: Option<Grid>,
    skipped: bool,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            _ if self.skipped => {}
            Event::Text(words) => {
                // A block of code keeps its lines.
                for (index, part) in words.split('\n').enumerate() {
                    if index > 0 {
                        self.flush();
                    }
                    self.line.push_str(part);
                }
            }
            Event::Code(words) => self.line.push_str(&words),
            Event::SoftBreak => {
                // Whether the line was wrapped or ended cannot be known; what comes next decides.
                self.line.push('\n');
            }
            Event::HardBreak | Event::Rule => self.flush(),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.flush();
                if let Some(Some(number)) = self.lists.last_mut() {
                    self.line = format!("{number}. ");
                    *number += 1;
                }
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Grid::default());
            }
            Tag::TableRow => {
                if let Some(grid) = &mut self.table {
                    grid.row();
                }
            }
            Tag::MetadataBlock(_) | Tag::Image { .. } => self.skipped = true,
            Tag::Paragraph if self.line.ends_with(". ") => {}
            Tag::Paragraph | Tag::Heading { .. } | Tag::BlockQuote(_) | Tag::CodeBlock(_) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableCell => {
                let words = std::mem::take(&mut self.line);
                let paragraphs =
                    if words.trim().is_empty() { Vec::new() } else { vec![words.trim().to_owned()] };
                if let Some(grid) = &mut self.table {
                    grid.cell(Cell { paragraphs, columns: 1, rows: 1 });
                }
            }
            TagEnd::Table => {
                self.lines.extend(self.table.take().unwrap_or_default().lines());
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::MetadataBlock(_) | TagEnd::Image => self.skipped = false,
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock => self.flush(),
            _ => {}
        }
    }

    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.line);
        let first = self.lines.len();
        for piece in paragraph.split('\n').map(str::trim_end).filter(|piece| !piece.trim().is_empty()) {
            let open = self.lines.len() > first;
            match self.lines.last_mut().filter(|_| open) {
                Some(line) if runs_on(line, piece) => join(line, piece.trim_start()),
                _ => self.lines.push(piece.to_owned()),
            }
        }
    }
}

/// Whether a line was wrapped: it is long, stops within a sentence, and the next one opens nothing.
fn runs_on(line: &str, next: &str) -> bool {
    let wide = line.chars().count() >= WRAPPED;
    wide && !ends(line)
        && !opens(next)
        && !next.starts_with(['　', '\t'])
        && !line.contains('\t')
        && !next.contains('\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let text = decode(
            "# 就业工作\n\n城镇**新增**就业[12.5万人](http://x)。\n\n1. 抓培训\n2. 抓创业\n\n| 指标 | 数值 |\n|---|---|\n| 就业 | 3 |\n",
        );
        assert_eq!(text, "就业工作\n城镇新增就业12.5万人。\n1. 抓培训\n2. 抓创业\n指标\t数值\n就业\t3");
    }

    #[test]
    fn a_wrapped_paragraph_is_joined_and_lines_that_end_stay() {
        let wrapped = "2017年全省深入实施就业优先战略和积极就业政策，城镇新增就\n业12.5万人。\n一、扩大规模\n就业稳定。";
        assert_eq!(
            decode(wrapped),
            "2017年全省深入实施就业优先战略和积极就业政策，城镇新增就业12.5万人。\n一、扩大规模\n就业稳定。"
        );
    }
}
