//! Tables as text.

/// A table being read: rows of cells.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Cell>>,
}

/// A cell and the columns it takes up.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    /// Its paragraphs.
    pub(super) paragraphs: Vec<String>,
    /// Columns it spans, at least 1.
    pub(super) columns: usize,
    /// Rows it spans, at least 1.
    pub(super) rows: usize,
}

/// Most columns of a table; pages name thousands by mistake.
const WIDEST: usize = 100;
/// Longest text of a cell of figures, in characters: what is longer makes the table a frame around text.
const LONGEST: usize = 120;

impl Grid {
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn cell(&mut self, cell: Cell) {
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// Whether the table only frames text: one column, or cells with paragraphs in them.
    pub(super) fn is_frame(&self) -> bool {
        let tables =
            self.rows.iter().flatten().any(|cell| cell.paragraphs.iter().any(|line| line.contains('\t')));
        let single =
            self.rows.iter().all(|row| row.iter().filter(|cell| !cell.paragraphs.is_empty()).count() < 2);
        let long =
            |cell: &Cell| cell.paragraphs.iter().map(|words| words.chars().count()).sum::<usize>() > LONGEST;
        single || tables || self.rows.iter().flatten().any(long)
    }

    /// The lines of the table: a row a line with tabs between cells, or the paragraphs of a frame.
    pub(super) fn lines(self) -> Vec<String> {
        if self.is_frame() {
            return self.rows.into_iter().flatten().flat_map(|cell| cell.paragraphs).collect();
        }
        // Cells that reach down from above, by column: rows left.
        let mut down: Vec<usize> = Vec::new();
        let mut lines = Vec::new();
        for row in self.rows {
            let mut cells: Vec<String> = Vec::new();
            for cell in row {
                if cells.len() >= WIDEST {
                    break;
                }
                while down.get(cells.len()).is_some_and(|left| *left > 0) {
                    down[cells.len()] -= 1;
                    cells.push(String::new());
                }
                for column in 0..cell.columns.clamp(1, WIDEST) {
                    if down.len() <= cells.len() {
                        down.resize(cells.len() + 1, 0);
                    }
                    down[cells.len()] = cell.rows.clamp(1, 1000) - 1;
                    cells.push(if column == 0 { cell.paragraphs.concat() } else { String::new() });
                }
            }
            for left in down.iter_mut().skip(cells.len()) {
                if *left > 0 {
                    *left -= 1;
                    cells.push(String::new());
                }
            }
            if cells.iter().any(|cell| !cell.is_empty()) {
                lines.push(cells.join("\t"));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(words: &str, columns: usize, rows: usize) -> Cell {
        Cell { paragraphs: vec![words.to_owned()], columns, rows }
    }

    #[test]
    fn spans_keep_the_columns_in_line() {
        let mut grid = Grid::default();
        grid.cell(cell("指标", 1, 2));
        grid.cell(cell("2019年", 2, 1));
        grid.row();
        grid.cell(cell("总量", 1, 1));
        grid.cell(cell("增长", 1, 1));
        assert_eq!(grid.lines(), ["指标\t2019年\t", "\t总量\t增长"]);
    }

    #[test]
    fn a_frame_is_no_table() {
        let mut grid = Grid::default();
        grid.cell(cell("通知", 1, 1));
        grid.row();
        grid.cell(cell("各市人民政府：", 1, 1));
        assert_eq!(grid.lines(), ["通知", "各市人民政府："]);
    }
}
