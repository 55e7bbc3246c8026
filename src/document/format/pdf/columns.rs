use super::line::{Line, Piece, space};

/// Least gap that parts two cells at the edge of a column, in ems.
const EDGE: f32 = 0.08;
/// The same between a digit and a Chinese character, which word processors set a quarter apart.
const MIXED: f32 = 0.3;
/// How far from the edge of a column a cell may begin, in ems.
const NEAR: f32 = 0.3;

/// A line with its cells joined to text.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) start: f32,
    pub(super) end: f32,
    pub(super) height: f32,
    pub(super) em: f32,
    pub(super) turned: u8,
}

impl Row {
    pub(super) fn is_cells(&self) -> bool {
        self.text.contains('\t')
    }
}

/// The rows of a page: pieces are joined to words or parted into cells, and what was broken within a cell is put
/// together again.
pub(super) fn rows(lines: &[Line]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let length = lines[at..].iter().take_while(|line| !is_sentence(line)).count().max(1);
        region(&lines[at..at + length], &mut rows);
        at += length;
    }
    rows
}

fn is_sentence(line: &Line) -> bool {
    line.pieces.iter().any(|piece| piece.text.contains(['。', '；']))
}

/// Lines without sentences: a table with what is around it, or headings.
fn region(lines: &[Line], rows: &mut Vec<Row>) {
    // A place where words begin in two lines with cells is the edge of a column.
    let begins: Vec<f32> = lines
        .iter()
        .filter(|line| line.pieces.windows(2).any(|pair| pair[1].is_cell(apart(pair, line.em))))
        .flat_map(|line| {
            let edges = line
                .pieces
                .windows(2)
                .filter(|pair| apart(pair, line.em) > edge(&pair[0].text, &pair[1].text));
            edges.map(|pair| pair[1].start)
        })
        .collect();
    let is_edge =
        |start: f32, em: f32| begins.iter().filter(|other| (start - **other).abs() < NEAR * em).count() > 1;
    let mut above: Vec<(f32, String)> = Vec::new();
    let first = rows.len();
    let mut last: Option<(f32, f32)> = None;
    for line in lines {
        let mut cells: Vec<(f32, String)> = Vec::new();
        let mut end = f32::MIN;
        for piece in &line.pieces {
            let gap = (piece.start - end) / line.em;
            match cells.last_mut() {
                Some((_, cell))
                    if !(piece.is_cell(gap)
                        || (gap > edge(cell, &piece.text) && is_edge(piece.start, line.em))) =>
                {
                    space(cell, &piece.text, gap);
                    cell.push_str(&piece.text);
                }
                _ => cells.push((piece.start, piece.text.clone())),
            }
            end = end.max(piece.end);
        }
        for (_, cell) in &mut cells {
            *cell = cell.trim().to_owned();
        }
        // A line that holds nothing but the rest of cells goes on the row above.
        let below = last.is_some_and(|(height, em)| (0.0..2.0 * em).contains(&(height - line.height)));
        let rest = below
            && above.len() > 1
            && cells.len() < above.len()
            && cells.iter().all(|(start, cell)| {
                let fits = |(column, words): &&(f32, String)| {
                    (start - column).abs() < NEAR * line.em && words.chars().count() > 2
                };
                above.iter().find(fits).is_some() && !cell.chars().any(|c| c.is_ascii_digit())
            });
        last = Some((line.height, line.em));
        if rest && rows.len() > first {
            for (start, cell) in cells {
                if let Some((_, words)) =
                    above.iter_mut().find(|(column, _)| (start - column).abs() < NEAR * line.em)
                {
                    words.push_str(&cell);
                }
            }
            if let Some(row) = rows.last_mut() {
                row.text = text(&above);
            }
            continue;
        }
        rows.push(Row {
            text: text(&cells),
            start: line.start(),
            end: line.end(),
            height: line.height,
            em: line.em,
            turned: line.turned,
        });
        above = cells;
    }
}

fn text(cells: &[(f32, String)]) -> String {
    cells.iter().map(|(_, cell)| cell.as_str()).collect::<Vec<_>>().join("\t")
}

/// Least gap between two pieces of text that may be the edge of a column, in ems.
fn edge(before: &str, after: &str) -> f32 {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if latin(before.chars().next_back()) == latin(after.chars().next()) { EDGE } else { MIXED }
}

fn apart(pair: &[Piece], em: f32) -> f32 {
    (pair[1].start - pair[0].end) / em
}
