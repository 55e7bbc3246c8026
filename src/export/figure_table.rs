use super::{Content, Exporter, Fact};
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use std::io::{self, IsTerminal, Write};

/// A table of the figures, for people.
#[derive(Debug, Clone, Copy)]
pub struct FigureTable;

impl Exporter for FigureTable {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        let mut table = Table::new();
        table.load_style(presets::UTF8_HORIZONTAL_ONLY);
        if let Some((width, _)) = terminal_size::terminal_size().filter(|_| io::stdout().is_terminal()) {
            table.set_width(width.0).set_content_arrangement(ContentArrangement::Dynamic);
        }
        table.set_header([
            "地区 place",
            "时期 period",
            "指标 indicator",
            "数值 value",
            "单位 unit",
            "性质 status",
            "原文 text",
        ]);
        for fact in &content.facts {
            if let Fact::Figure(figure) = fact {
                table.add_row([
                    figure.place.as_str(),
                    figure.period.as_deref().unwrap_or_default(),
                    &figure.indicator,
                    &figure.value.to_string(),
                    &figure.unit,
                    figure.status,
                    &figure.exact,
                ]);
            }
        }
        if let Some(column) = table.column_mut(3) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        for line in table.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        out.flush()
    }
}
