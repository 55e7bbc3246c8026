use super::{Span, Text};

/// Longest cell of a table, in characters.
const LONGEST: usize = 60;

/// A table in plain text: lines one after another with tabs between their cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// From its first line to its last.
    pub(crate) span: Span,
    /// Its lines from the top.
    pub(crate) rows: Vec<Row>,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The line without white space around it.
    pub(crate) span: Span,
    /// Its cells without white space around them; some may be empty.
    pub(crate) cells: Vec<Span>,
}

impl Row {
    /// The cells that hold something.
    pub(crate) fn filled(&self) -> impl Iterator<Item = Span> + '_ {
        self.cells.iter().copied().filter(|cell| !cell.is_empty())
    }
}

/// The tables of a text: two or more lines with tabs, at least two of them with two filled cells, and no cell that is
/// a sentence.
pub(crate) fn tables(text: &Text) -> Vec<Table> {
    let chars = text.chars();
    let (mut tables, mut rows) = (Vec::new(), Vec::new());
    let mut start = 0;
    for end in (0..=chars.len()).filter(|at| chars.get(*at).is_none_or(|c| matches!(c, '\n' | '\r'))) {
        let line = Span::new(start, end);
        start = end + 1;
        // A line end of two characters makes an empty line.
        if line.is_empty() && chars.get(end) == Some(&'\n') && end > 0 && chars[end - 1] == '\r' {
            continue;
        }
        match row(chars, line) {
            Some(row) => rows.push(row),
            None => close(&mut rows, &mut tables),
        }
    }
    close(&mut rows, &mut tables);
    tables
}

fn close(rows: &mut Vec<Row>, tables: &mut Vec<Table>) {
    let rows = std::mem::take(rows);
    let filled = rows.iter().filter(|row| row.filled().count() > 1).count();
    if let (Some(first), Some(last), true) = (rows.first(), rows.last(), filled > 1) {
        tables.push(Table { span: Span::new(first.span.start, last.span.end), rows });
    }
}

fn row(chars: &[char], line: Span) -> Option<Row> {
    let mut cells = Vec::new();
    let mut start = line.start;
    for end in (line.start..=line.end).filter(|at| *at == line.end || chars[*at] == '\t') {
        cells.push(trim(chars, Span::new(start, end)));
        start = end + 1;
    }
    let prose = |cell: &Span| {
        cell.len() > LONGEST
            || chars[cell.start..cell.end].iter().any(|c| matches!(c, '。' | '；' | '！' | '？'))
    };
    let filled = cells.iter().any(|cell| !cell.is_empty());
    (cells.len() > 1 && filled && !cells.iter().any(prose)).then(|| Row { span: trim(chars, line), cells })
}

fn trim(chars: &[char], mut span: Span) -> Span {
    while span.start < span.end && chars[span.start].is_whitespace() {
        span.start += 1;
    }
    while span.end > span.start && chars[span.end - 1].is_whitespace() {
        span.end -= 1;
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_tabs_are_rows() {
        let text = Text::new("就业情况\n指标\t数值\t\n就业 \t 12\t\n见下。\n甲\t乙\n".to_owned());
        let tables = tables(&text);
        assert_eq!(tables.len(), 1);
        assert_eq!(text.slice(tables[0].span), "指标\t数值\t\n就业 \t 12");
        let cells: Vec<String> = tables[0].rows[1].cells.iter().map(|cell| text.slice(*cell)).collect();
        assert_eq!(cells, ["就业", "12", ""]);
    }

    #[test]
    fn a_tab_in_a_sentence_makes_no_table() {
        let text = Text::new("一、\t增长。\n二、\t下降。\n".to_owned());
        assert_eq!(tables(&text), []);
    }
}
