use super::error::Syntax;
use super::substitute::{self, Values};
use super::{Answer, QueryError, deadline, prefix};
use crate::graph::terms::PREFIXES;
use crate::ontology::ID;
use crate::store::Memory;
use crate::text::nearest;
use oxigraph::model::{GraphName, IriParseError, NamedNode, NamedOrBlankNode, Term, Variable};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, SparqlEvaluator};
use spargebra::algebra::GraphPattern;
use spargebra::{Query, SparqlParser};
use std::sync::LazyLock;
use std::time::Duration;

/// Deepest nesting of a query that is parsed: the parser descends into each level, and its stack has an end.
const DEEPEST: usize = 64;

/// Most signs in a row (a ruler of dashes in a comment has fewer).
const SIGNS: usize = 1000;

/// A parser that knows the usual prefixes and Cetu's own base.
static PARSER: LazyLock<Result<SparqlParser, IriParseError>> = LazyLock::new(|| {
    let parser = SparqlParser::new().with_base_iri(ID)?;
    PREFIXES.iter().try_fold(parser, |parser, (prefix, iri)| parser.with_prefix(*prefix, *iri))
});

/// Whether brackets nest, or signs follow on each other, deeper than is parsed. Marks inside literals count too:
/// no query that people write comes near.
fn too_deep(text: &str) -> bool {
    let (mut depth, mut signs) = (0_usize, 0_usize);
    text.chars().any(|c| {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        signs = match c {
            '!' | '+' | '-' | '^' => signs + 1,
            c if c.is_whitespace() => signs,
            _ => 0,
        };
        depth > DEEPEST || signs > SIGNS
    })
}

/// The text of a query without what stands between quotation marks.
fn without_literals(text: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    text.chars()
        .filter(|&c| {
            let mark = c == '"' && !escaped;
            escaped = inside && c == '\\' && !escaped;
            inside ^= mark;
            !inside && !mark
        })
        .collect()
}

/// A query, parsed.
#[derive(Debug, Clone)]
pub struct Question {
    query: Query,
    prefixes: Vec<(String, String)>,
    values: Values,
    graphs: Option<(Vec<NamedNode>, Vec<NamedNode>)>,
}

impl Question {
    /// Parses a query; the usual prefixes need no declaration, and relative IRIs (`<doc/report>`) stand below
    /// Cetu's own base.
    ///
    /// # Errors
    /// When it is not SPARQL: line, column, the line itself, and what may have been meant.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        if too_deep(text) {
            return Err(QueryError::Nested(DEEPEST));
        }
        let parser = PARSER.as_ref().map_err(|error| QueryError::Evaluation(error.to_string()))?.clone();
        let query = parser.parse_query(text).map_err(|error| {
            let mut syntax = Syntax::new(text, &error.to_string());
            syntax.hint = hint(text, &mut syntax);
            QueryError::Syntax(syntax)
        })?;
        Ok(Self { query, prefixes: prefix::declared(text), values: Values::new(), graphs: None })
    }

    /// Gives the variable `?_name` a value.
    pub fn bind(&mut self, name: &str, value: Term) {
        self.values.insert(Variable::new_unchecked(format!("_{name}")), value);
    }

    /// Sets the graphs that make up the default graph, and the named ones, in place of all and of the query's own.
    pub fn set_graphs(&mut self, default: Vec<NamedNode>, named: Vec<NamedNode>) {
        self.graphs = Some((default, named));
    }

    /// Leaves out the first solutions, and all behind the next `limit` of them.
    pub fn slice(&mut self, offset: usize, limit: usize) {
        let (Query::Select { pattern, .. }
        | Query::Construct { pattern, .. }
        | Query::Describe { pattern, .. }) = &mut self.query
        else {
            return;
        };
        let inner = Box::new(std::mem::take(pattern));
        *pattern = GraphPattern::Slice { inner, start: offset, length: Some(limit) };
    }

    /// The parsed query.
    #[must_use]
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// The prefixes that its text declares, with their IRIs.
    #[must_use]
    pub fn prefixes(&self) -> &[(String, String)] {
        &self.prefixes
    }

    /// Whether it answers the same when it is asked the same graph again: it uses no clock, no chance, and nobody else.
    #[must_use]
    pub fn is_steady(&self) -> bool {
        let text = self.query.to_string();
        // Found in a literal, such a name costs no more than an answer that is not kept.
        ["NOW()", "RAND()", "UUID()", "BNODE(", "SERVICE "].iter().all(|name| !text.contains(name))
    }

    /// The servers that it asks by SERVICE, as it names them: IRIs and variables. One that may fail (SILENT) is none.
    #[must_use]
    pub fn services(&self) -> Vec<String> {
        let text = without_literals(&self.query.to_string());
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || c == '{' || c == '}')
            .filter(|w| !w.is_empty())
            .collect();
        let pairs = words.windows(2).filter(|pair| pair[0] == "SERVICE" && pair[1] != "SILENT");
        pairs.map(|pair| pair[1].trim_matches(['<', '>']).to_owned()).collect()
    }

    /// Names of the parameters: the variables that begin with an underscore.
    #[must_use]
    pub fn parameters(&self) -> Vec<String> {
        let text = self.query.to_string();
        let mut names: Vec<String> = text
            .split("?_")
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
            .filter(|name: &String| !name.is_empty())
            .collect();
        names.sort();
        names.dedup();
        names
    }

    /// Asks it of a graph: the default graph is the union of all graphs, unless the query names its own.
    ///
    /// # Errors
    /// When the evaluation fails or takes longer than `limit`.
    pub fn ask(&self, memory: &Memory, limit: Option<Duration>) -> Result<Answer, QueryError> {
        // Inside of EXISTS and MINUS the evaluator would take the refusal for a match.
        if let Some(name) = self.services().first() {
            return Err(QueryError::Evaluation(format!(
                "it asks {name} (SERVICE), and here no server is asked"
            )));
        }
        let (question, memory) = (self.clone(), memory.clone());
        deadline::within(limit, move |token| {
            let failed = |error: QueryEvaluationError| QueryError::Evaluation(error.to_string());
            let evaluator = SparqlEvaluator::new().with_cancellation_token(token);
            question.answer(&memory, evaluator).map_err(failed)
        })
    }

    /// The whole answer, by an evaluator of the caller's making.
    ///
    /// # Errors
    /// When the evaluation fails.
    pub fn answer(
        &self,
        memory: &Memory,
        evaluator: SparqlEvaluator,
    ) -> Result<Answer, QueryEvaluationError> {
        Answer::collect(self.evaluate(memory, evaluator)?)
    }

    /// Starts an evaluation by an evaluator of the caller's making; the rows come as they are asked for.
    ///
    /// # Errors
    /// When the evaluation fails.
    pub fn evaluate(
        &self,
        memory: &Memory,
        evaluator: SparqlEvaluator,
    ) -> Result<QueryResults<'static>, QueryEvaluationError> {
        let mut query = self.query.clone();
        substitute::substitute(&mut query, &self.values);
        let mut prepared = evaluator.for_query(query);
        if let Some((default, named)) = &self.graphs {
            let dataset = prepared.dataset_mut();
            dataset.set_default_graph(default.iter().cloned().map(GraphName::from).collect());
            dataset.set_available_named_graphs(named.iter().cloned().map(NamedOrBlankNode::from).collect());
        } else if prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        prepared.on_store(memory.store()).execute()
    }
}

/// Looks at the last words before the place of a mistake, for the parser stops inside or behind the one it did
/// not know: an undeclared prefix, or a word that is nearly a keyword. Moves the place to that word.
fn hint(text: &str, syntax: &mut Syntax) -> Option<String> {
    const KEYWORDS: [&str; 22] = [
        "SELECT",
        "WHERE",
        "FILTER",
        "OPTIONAL",
        "ORDER",
        "GROUP",
        "HAVING",
        "LIMIT",
        "OFFSET",
        "CONSTRUCT",
        "DESCRIBE",
        "ASK",
        "PREFIX",
        "UNION",
        "MINUS",
        "BIND",
        "VALUES",
        "DISTINCT",
        "EXISTS",
        "GRAPH",
        "FROM",
        "BASE",
    ];
    let (line, column) = syntax.at?;
    let text = text.lines().nth(line - 1)?;
    for (start, word) in words(text).into_iter().filter(|(start, _)| *start < column).rev().take(2) {
        if let Some((prefix, _)) = word.split_once(':') {
            if !text.contains(&format!("<{word}")) && PREFIXES.iter().all(|(known, _)| *known != prefix) {
                let known = nearest(prefix, PREFIXES.iter().map(|(known, _)| *known));
                let known = known.map(|known| format!(" Did you mean {known}:?")).unwrap_or_default();
                syntax.at = Some((line, start + 1));
                "unknown prefix".clone_into(&mut syntax.message);
                return Some(format!("The prefix {prefix}: is not declared.{known}"));
            }
        } else if !KEYWORDS.contains(&word.to_uppercase().as_str())
            && let Some(keyword) = nearest(&word.to_uppercase(), KEYWORDS)
        {
            syntax.at = Some((line, start + 1));
            syntax.message = format!("unknown word {word}");
            return Some(format!("Did you mean {keyword}?"));
        }
    }
    None
}

/// The words of a line with the number of characters before each; variables and texts are none.
fn words(line: &str) -> Vec<(usize, String)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut before = ' ';
    for (at, c) in line.chars().enumerate() {
        let part = c.is_alphanumeric() || matches!(c, ':' | '_' | '-');
        let inside = before.is_alphanumeric() || matches!(before, ':' | '_' | '-');
        match words.last_mut() {
            Some((start, word)) if part && inside && *start + word.chars().count() == at => word.push(c),
            _ if part && !matches!(before, '?' | '$' | '"' | '\'' | '@' | '<' | '/' | '#') => {
                words.push((at, c.to_string()));
            }
            _ => {}
        }
        before = c;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_nested_without_end_is_refused_and_not_followed() {
        for text in [
            format!("SELECT * WHERE {}", "{".repeat(20_000)),
            format!("SELECT * WHERE {{ FILTER({}1) }}", "!".repeat(20_000)),
        ] {
            assert!(matches!(Question::parse(&text), Err(QueryError::Nested(_))));
        }
        assert!(Question::parse("SELECT * { { ?s ?p ?o } UNION { ?s ?q (1 2) } FILTER(!(1 = 2)) }").is_ok());
    }

    #[test]
    fn the_servers_that_a_query_asks_are_found_wherever_they_stand() {
        let services = |text: &str| Question::parse(text).ok().map(|question| question.services());
        for text in [
            "SELECT * { SERVICE <http://a.example/x> { ?s ?p ?o } }",
            "SELECT * { ?s ?p ?o MINUS { SERVICE <http://a.example/x> { ?s ?p ?o } } }",
            "ASK { FILTER(1 = 1 && NOT EXISTS { SERVICE <http://a.example/x> { ?s ?p ?o } }) }",
            "SELECT (EXISTS { { SERVICE <http://a.example/x> { ?s ?p ?o } } } AS ?x) {}",
            "PREFIX a: <http://a.example/> SELECT * { { SELECT ?s { ?s ?p 'a \\\\' OPTIONAL { service a:x { ?s ?p ?o } } } } }",
        ] {
            assert_eq!(services(text), Some(vec!["http://a.example/x".to_owned()]), "{text}");
        }
        let open = "SELECT * { ?s ?p ?o SERVICE ?o { ?s ?q ?r } }";
        assert_eq!(services(open), Some(vec!["?o".to_owned()]));
        for text in [
            "SELECT * { SERVICE SILENT <http://a.example/x> { ?s ?p ?o } }",
            "SELECT * { ?SERVICE <http://a.example/x> ' SERVICE <http://a.example/x> { } \\\" SERVICE <a:b> {}' }",
        ] {
            assert_eq!(services(text), Some(Vec::new()), "{text}");
        }
    }
}
