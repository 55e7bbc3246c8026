use super::super::super::limit::{Deadline, TEXT};
use super::super::grid::{Cell, Grid};
use super::numbering::Numbering;
use super::styles::Styles;
use super::{Reason, attribute, broken, entity, is_on, number};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Deepest nesting of tables and text boxes that is followed.
const DEPTH: usize = 50;

/// Reads the text of a part: paragraph by paragraph, into the cell that is open or into the document.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    deadline: Deadline,
    lines: Vec<String>,
    size: usize,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// Elements open inside one whose text does not count.
    skipped: usize,
    /// Whether the text of the run that is open is hidden.
    hidden: bool,
    /// Whether character data is text of the document.
    text: bool,
    properties: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: Option<usize>,
    level: Option<usize>,
}

#[derive(Default)]
struct Table {
    grid: Grid,
    cell: Cell,
    /// Whether the cell goes on the one above it.
    continued: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering, deadline: Deadline) -> Self {
        Self {
            styles,
            numbering,
            deadline,
            lines: Vec::new(),
            size: 0,
            paragraphs: Vec::new(),
            tables: Vec::new(),
            skipped: 0,
            hidden: false,
            text: false,
            properties: false,
        }
    }

    /// The lines of the main part.
    pub(super) fn read(mut self, xml: &str) -> Result<Vec<String>, Reason> {
        self.walk(xml, |_| {})?;
        Ok(self.lines)
    }

    /// The notes of a part of notes, one line each; those that only draw a line are left out.
    pub(super) fn notes(mut self, xml: &str) -> Result<Vec<String>, Reason> {
        let mut notes = Vec::new();
        self.walk(xml, |lines| {
            let note = std::mem::take(lines).concat();
            if !note.trim().is_empty() {
                notes.push(note.trim().to_owned());
            }
        })?;
        Ok(notes)
    }

    fn walk(&mut self, xml: &str, mut note: impl FnMut(&mut Vec<String>)) -> Result<(), Reason> {
        let mut reader = Reader::from_str(xml);
        let mut events = 0_usize;
        loop {
            events += 1;
            if events.is_multiple_of(1024) {
                self.deadline.check()?;
            }
            match reader.read_event().map_err(broken)? {
                Event::Start(_) if self.skipped > 0 => self.skipped += 1,
                Event::End(_) if self.skipped > 0 => self.skipped -= 1,
                Event::Start(tag) => self.start(&tag)?,
                Event::Empty(tag) if self.skipped == 0 => self.empty(&tag),
                Event::End(tag) => {
                    self.end(tag.local_name().as_ref())?;
                    if matches!(tag.local_name().as_ref(), "footnote" | "endnote") {
                        note(&mut self.lines);
                    }
                }
                Event::Text(text) if self.text => self.push(&text),
                Event::CData(text) if self.text => self.push(&text),
                Event::GeneralRef(name) if self.text => self.push(&entity(&name)),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Reason> {
        match tag.local_name().as_ref() {
            "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "delInstrText" => self.skipped = 1,
            "p" => {
                if self.paragraphs.len() + self.tables.len() > DEPTH {
                    return Err(broken("tables or text boxes nested too deep"));
                }
                self.paragraphs.push(Paragraph::default());
            }
            "r" => self.hidden = false,
            "t" => self.text = !self.hidden,
            "pPr" => self.properties = true,
            "tbl" => {
                if self.tables.len() > DEPTH {
                    return Err(broken("tables nested too deep"));
                }
                self.tables.push(Table::default());
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.grid.row();
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell = Cell { columns: 1, rows: 1, ..Cell::default() };
                    table.continued = false;
                }
            }
            _ => self.empty(tag),
        }
        Ok(())
    }

    fn empty(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let name = name.as_ref();
        match name {
            "vanish" if !self.properties => self.hidden = is_on(tag),
            "gridSpan" | "vMerge" => {
                let Some(table) = self.tables.last_mut() else { return };
                if name == "gridSpan" {
                    table.cell.columns = number(tag, "val").unwrap_or(1);
                } else {
                    table.continued = attribute(tag, "val").is_none_or(|value| value != "restart");
                }
            }
            "noBreakHyphen" => self.push("-"),
            "tab" if !self.properties => {
                let cell = !self.tables.is_empty();
                self.push(if cell { " " } else { "\t" });
            }
            "br" | "cr" if !self.properties => self.push("\n"),
            _ => {
                let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.properties) else { return };
                match name {
                    "pStyle" => paragraph.style = attribute(tag, "val"),
                    "numId" => paragraph.list = number(tag, "val"),
                    "ilvl" => paragraph.level = number(tag, "val"),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Reason> {
        match name {
            "t" => self.text = false,
            "pPr" => self.properties = false,
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.close(&paragraph)?;
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    let mut cell = std::mem::take(&mut table.cell);
                    if table.continued {
                        cell.paragraphs.clear();
                    }
                    table.grid.cell(cell);
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    for line in table.grid.lines() {
                        self.add(line)?;
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, words: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| !self.hidden) {
            paragraph.text.push_str(words);
        }
    }

    /// A paragraph is done: its number goes before it.
    fn close(&mut self, paragraph: &Paragraph) -> Result<(), Reason> {
        let style = paragraph.style.as_deref().unwrap_or_default();
        if self.styles.is_contents(style) {
            return Ok(());
        }
        let (list, level) = self.styles.numbering(style);
        // A list of its own, also the list 0 that stands for none, goes before that of the style.
        let list = paragraph.list.or(list);
        let level = paragraph.level.or(level).unwrap_or(0);
        let mut lines = paragraph.text.split('\n').map(str::trim).filter(|line| !line.is_empty());
        let Some(first) = lines.next() else { return Ok(()) };
        let label = list.and_then(|list| self.numbering.next(list, level)).unwrap_or_default();
        self.add(format!("{label}{first}"))?;
        lines.try_for_each(|line| self.add(line.to_owned()))
    }

    fn add(&mut self, line: String) -> Result<(), Reason> {
        self.size += line.len();
        if self.size > TEXT {
            return Err(Reason::TooLarge("the text", "8 MB"));
        }
        match self.tables.last_mut() {
            Some(table) => table.cell.paragraphs.push(line),
            None => self.lines.push(line),
        }
        Ok(())
    }
}
