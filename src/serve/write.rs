use crate::export::{Content, Exporter, Rdf, Turtle};
use oxigraph::io::RdfFormat;
use oxigraph::model::{GraphName, Quad};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, QueryTripleIter};
use std::io::{self, Write};

/// Most triples that are sorted before they are written; more go out as they come.
const SORTED: usize = 2000;

/// The form of an answer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    Rows(QueryResultsFormat),
    Triples(RdfFormat),
}

/// Why writing stopped.
pub(super) enum Failure {
    Evaluation(QueryEvaluationError),
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<QueryEvaluationError> for Failure {
    fn from(error: QueryEvaluationError) -> Self {
        Self::Evaluation(error)
    }
}

/// Writes results as they come, in a form that is for them.
pub(super) fn write(
    results: QueryResults<'static>,
    form: Form,
    prefixes: &[(String, String)],
    out: &mut dyn Write,
) -> Result<(), Failure> {
    match (results, form) {
        (QueryResults::Boolean(truth), Form::Rows(format)) => {
            QueryResultsSerializer::from_format(format).serialize_boolean_to_writer(&mut *out, truth)?;
            out.write_all(b"\n")?;
        }
        (QueryResults::Solutions(solutions), Form::Rows(format)) => {
            let serializer = QueryResultsSerializer::from_format(format);
            let mut writer =
                serializer.serialize_solutions_to_writer(&mut *out, solutions.variables().to_vec())?;
            for solution in solutions {
                writer.serialize(&solution?)?;
            }
            writer.finish()?;
            if matches!(format, QueryResultsFormat::Json | QueryResultsFormat::Xml) {
                out.write_all(b"\n")?;
            }
        }
        (QueryResults::Graph(triples), Form::Triples(format)) => {
            write_triples(triples, format, prefixes, out)?;
        }
        _ => return Err(io::Error::other("the answer has another form than its query").into()),
    }
    Ok(())
}

/// A graph that is small enough is written as `cetu export` writes it: sorted, each triple once. Lines of triples are for
/// programs, which need no order.
fn write_triples(
    mut triples: QueryTripleIter<'static>,
    format: RdfFormat,
    prefixes: &[(String, String)],
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let most = if matches!(format, RdfFormat::NTriples | RdfFormat::NQuads) { 0 } else { SORTED };
    let mut quads: Vec<Quad> = Vec::new();
    for triple in triples.by_ref().take(most) {
        quads.push(triple?.in_graph(GraphName::DefaultGraph));
    }
    let rdf = Rdf::new(format).with_prefixes(prefixes);
    if quads.len() < most {
        let content = Content { quads, facts: Vec::new() };
        match format {
            RdfFormat::Turtle => Turtle::default().with_prefixes(prefixes).write(&content, out)?,
            _ => rdf.write(&content, out)?,
        }
        return Ok(());
    }
    let mut writer = rdf.serializer().for_writer(out);
    for quad in &quads {
        writer.serialize_quad(quad)?;
    }
    for triple in triples {
        writer.serialize_triple(&triple?)?;
    }
    writer.finish()?;
    Ok(())
}
