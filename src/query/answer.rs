use super::{QueryError, ResultFormat, table};
use crate::export::{Content, Exporter, Turtle};
use oxigraph::model::{GraphName, Quad, Term, Variable};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryEvaluationError, QueryResults};
use std::io::Write;

/// What a query answered.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Rows of a SELECT.
    Rows {
        /// The columns.
        variables: Vec<Variable>,
        /// One term a column, `None` where a row has none.
        rows: Vec<Vec<Option<Term>>>,
    },
    /// The truth of an ASK.
    Truth(bool),
    /// The triples of a CONSTRUCT or DESCRIBE, as quads of the default graph.
    Triples(Vec<Quad>),
}

impl Answer {
    pub(super) fn collect(results: QueryResults<'_>) -> Result<Self, QueryEvaluationError> {
        Ok(match results {
            QueryResults::Boolean(truth) => Self::Truth(truth),
            QueryResults::Solutions(solutions) => {
                let variables = solutions.variables().to_vec();
                let rows =
                    solutions.map(|row| row.map(|row| row.values().to_vec())).collect::<Result<_, _>>()?;
                Self::Rows { variables, rows }
            }
            QueryResults::Graph(triples) => Self::Triples(
                triples
                    .map(|triple| triple.map(|triple| triple.in_graph(GraphName::DefaultGraph)))
                    .collect::<Result<_, _>>()?,
            ),
        })
    }

    /// Writes the answer; without a format rows become a table, triples Turtle.
    ///
    /// # Errors
    /// When the format is for the other sort of answer, or the writer fails.
    pub fn write(&self, format: Option<ResultFormat>, out: &mut dyn Write) -> Result<(), QueryError> {
        match self {
            Self::Triples(quads) => {
                let exporter: Box<dyn Exporter> = match format {
                    None => Box::<Turtle>::default(),
                    Some(format) => format.rdf().ok_or_else(|| {
                        QueryError::Format(
                            "triples are written as turtle, ntriples, rdfxml or jsonld".to_owned(),
                        )
                    })?,
                };
                exporter.write(&Content { quads: quads.clone(), facts: Vec::new() }, out)?;
            }
            Self::Truth(truth) => match format.map(ResultFormat::results) {
                None | Some(Some(None)) => writeln!(out, "{truth}")?,
                Some(Some(Some(format))) => {
                    QueryResultsSerializer::from_format(format)
                        .serialize_boolean_to_writer(&mut *out, *truth)?;
                    out.write_all(b"\n")?;
                }
                Some(None) => return Err(rows_only()),
            },
            Self::Rows { variables, rows } => match format.map(ResultFormat::results) {
                None | Some(Some(None)) => table::write(variables, rows, out)?,
                Some(Some(Some(format))) => write_rows(variables, rows, format, out)?,
                Some(None) => return Err(rows_only()),
            },
        }
        Ok(out.flush()?)
    }
}

fn rows_only() -> QueryError {
    QueryError::Format("rows are written as table, csv, tsv, json or xml".to_owned())
}

fn write_rows(
    variables: &[Variable],
    rows: &[Vec<Option<Term>>],
    format: QueryResultsFormat,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let serializer = QueryResultsSerializer::from_format(format);
    let mut writer = serializer.serialize_solutions_to_writer(&mut *out, variables.to_vec())?;
    for row in rows {
        let bound = variables.iter().zip(row).filter_map(|(variable, term)| Some((variable, term.as_ref()?)));
        writer.serialize(bound)?;
    }
    writer.finish()?;
    if matches!(format, QueryResultsFormat::Json | QueryResultsFormat::Xml) {
        out.write_all(b"\n")?;
    }
    Ok(())
}
