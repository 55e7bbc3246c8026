use super::nearest::short;
use crate::export::write_table;
use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, Term, Variable};
use std::io::{self, Write};

/// Writes rows as a table, columns of numbers to the right.
pub(super) fn write(
    variables: &[Variable],
    rows: &[Vec<Option<Term>>],
    out: &mut dyn Write,
) -> io::Result<()> {
    let header: Vec<&str> = variables.iter().map(Variable::as_str).collect();
    let numbers = |index: &usize| {
        let mut terms = rows.iter().filter_map(|row| row.get(*index)?.as_ref()).peekable();
        terms.peek().is_some()
            && terms.all(|term| matches!(term, Term::Literal(literal) if is_number(literal)))
    };
    let right: Vec<usize> = (0..variables.len()).filter(numbers).collect();
    let cells =
        rows.iter().map(|row| row.iter().map(|term| term.as_ref().map(cell).unwrap_or_default()).collect());
    write_table(&header, cells, &right, out)
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

/// Whether a literal is a number.
pub(crate) fn is_number(literal: &Literal) -> bool {
    [xsd::INTEGER, xsd::DECIMAL, xsd::DOUBLE, xsd::FLOAT].contains(&literal.datatype())
}
