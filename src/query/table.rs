use super::nearest::short;
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use oxigraph::model::vocab::xsd;
use oxigraph::model::{Term, Variable};
use std::io::{self, IsTerminal, Write};

/// Writes rows as a table; Chinese characters take two columns. On a terminal long cells are wrapped to its width.
pub(super) fn write(
    variables: &[Variable],
    rows: &[Vec<Option<Term>>],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    if let Some((width, _)) = terminal_size::terminal_size().filter(|_| io::stdout().is_terminal()) {
        table.set_width(width.0).set_content_arrangement(ContentArrangement::Dynamic);
    }
    table.set_header(variables.iter().map(Variable::as_str));
    for row in rows {
        table.add_row(row.iter().map(|term| term.as_ref().map(cell).unwrap_or_default()));
    }
    for (index, _) in variables.iter().enumerate() {
        let mut terms = rows.iter().filter_map(|row| row.get(index)?.as_ref()).peekable();
        if terms.peek().is_some() && terms.all(is_number)
            && let Some(column) = table.column_mut(index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn cell(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => short(node.as_str()),
        Term::BlankNode(node) => node.to_string(),
        // A control character in a text must not reach a terminal.
        Term::Literal(literal) => {
            literal.value().chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
        }
    }
}

fn is_number(term: &Term) -> bool {
    let numbers = [xsd::INTEGER, xsd::DECIMAL, xsd::DOUBLE, xsd::FLOAT];
    matches!(term, Term::Literal(literal) if numbers.contains(&literal.datatype()))
}
