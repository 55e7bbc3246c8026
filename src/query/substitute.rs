//! Parameters put into a parsed query: a variable becomes its RDF term wherever it stands.

use oxigraph::model::{Literal, Term, Variable};
use spargebra::Query;
use spargebra::algebra::{AggregateExpression, Expression, GraphPattern, OrderExpression};
use spargebra::term::{NamedNodePattern, TermPattern, TriplePattern};
use std::collections::HashMap;

/// Values of variables.
pub(super) type Values = HashMap<Variable, Term>;

/// Puts values in place of variables. A variable without a value stays open and restricts nothing.
pub(super) fn substitute(query: &mut Query, values: &Values) {
    if values.is_empty() {
        return;
    }
    match query {
        Query::Select { pattern, .. } | Query::Ask { pattern, .. } | Query::Describe { pattern, .. } => {
            walk(pattern, values);
        }
        Query::Construct { template, pattern, .. } => {
            for triple in template {
                in_triple(triple, values);
            }
            walk(pattern, values);
        }
    }
}

fn walk(pattern: &mut GraphPattern, values: &Values) {
    match pattern {
        GraphPattern::Bgp { patterns } => {
            for triple in patterns {
                in_triple(triple, values);
            }
        }
        GraphPattern::Path { subject, object, .. } => {
            in_term(subject, values);
            in_term(object, values);
        }
        GraphPattern::Join { left, right }
        | GraphPattern::Lateral { left, right }
        | GraphPattern::Union { left, right }
        | GraphPattern::Minus { left, right } => {
            walk(left, values);
            walk(right, values);
        }
        GraphPattern::LeftJoin { left, right, expression } => {
            walk(left, values);
            walk(right, values);
            if let Some(expression) = expression {
                in_expression(expression, values);
            }
        }
        GraphPattern::Filter { expr, inner } => {
            in_expression(expr, values);
            walk(inner, values);
        }
        GraphPattern::Graph { name, inner } | GraphPattern::Service { name, inner, .. } => {
            in_name(name, values);
            walk(inner, values);
        }
        GraphPattern::Extend { inner, expression, .. } => {
            walk(inner, values);
            in_expression(expression, values);
        }
        GraphPattern::OrderBy { inner, expression } => {
            walk(inner, values);
            for OrderExpression::Asc(e) | OrderExpression::Desc(e) in expression {
                in_expression(e, values);
            }
        }
        GraphPattern::Project { inner, variables } => {
            walk(inner, values);
            restate(inner, variables, values);
        }
        GraphPattern::Group { inner, variables, aggregates } => {
            walk(inner, values);
            restate(inner, variables, values);
            for (_, aggregate) in aggregates {
                if let AggregateExpression::FunctionCall { expr, .. } = aggregate {
                    in_expression(expr, values);
                }
            }
        }
        GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. } => {
            walk(inner, values);
        }
        GraphPattern::Values { .. } => {}
    }
}

/// Where a variable with a value is asked for by name, it is bound to that value.
fn restate(inner: &mut Box<GraphPattern>, variables: &[Variable], values: &Values) {
    for variable in variables {
        let mut bound = false;
        inner.on_in_scope_variable(|known| bound |= known == variable);
        if let (false, Some(term)) = (bound, values.get(variable)) {
            let empty = Box::new(GraphPattern::Bgp { patterns: Vec::new() });
            let old = std::mem::replace(inner, empty);
            **inner = GraphPattern::Extend {
                inner: old,
                variable: variable.clone(),
                expression: constant(term.clone()),
            };
        }
    }
}

fn in_triple(triple: &mut TriplePattern, values: &Values) {
    in_term(&mut triple.subject, values);
    in_name(&mut triple.predicate, values);
    in_term(&mut triple.object, values);
}

fn in_term(term: &mut TermPattern, values: &Values) {
    if let TermPattern::Variable(variable) = term {
        match values.get(variable) {
            Some(Term::NamedNode(node)) => *term = node.clone().into(),
            Some(Term::Literal(literal)) => *term = literal.clone().into(),
            Some(Term::BlankNode(_)) | None => {}
        }
    }
}

fn in_name(name: &mut NamedNodePattern, values: &Values) {
    if let NamedNodePattern::Variable(variable) = name
        && let Some(Term::NamedNode(node)) = values.get(variable)
    {
        *name = node.clone().into();
    }
}

fn in_expression(expression: &mut Expression, values: &Values) {
    match expression {
        Expression::Variable(variable) => {
            if let Some(term) = values.get(variable) {
                *expression = constant(term.clone());
            }
        }
        Expression::Bound(variable) => {
            if values.contains_key(variable) {
                *expression = Expression::Literal(Literal::from(true));
            }
        }
        Expression::Exists(pattern) => walk(pattern, values),
        Expression::NamedNode(_) | Expression::Literal(_) => {}
        Expression::Or(a, b)
        | Expression::And(a, b)
        | Expression::Equal(a, b)
        | Expression::SameTerm(a, b)
        | Expression::Greater(a, b)
        | Expression::GreaterOrEqual(a, b)
        | Expression::Less(a, b)
        | Expression::LessOrEqual(a, b)
        | Expression::Add(a, b)
        | Expression::Subtract(a, b)
        | Expression::Multiply(a, b)
        | Expression::Divide(a, b) => {
            in_expression(a, values);
            in_expression(b, values);
        }
        Expression::UnaryPlus(e) | Expression::UnaryMinus(e) | Expression::Not(e) => in_expression(e, values),
        Expression::If(a, b, c) => {
            for e in [a, b, c] {
                in_expression(e, values);
            }
        }
        Expression::In(e, list) => {
            in_expression(e, values);
            for e in list {
                in_expression(e, values);
            }
        }
        Expression::Coalesce(list) | Expression::FunctionCall(_, list) => {
            for e in list {
                in_expression(e, values);
            }
        }
    }
}

fn constant(term: Term) -> Expression {
    match term {
        Term::NamedNode(node) => Expression::NamedNode(node),
        Term::Literal(literal) => Expression::Literal(literal),
        Term::BlankNode(_) => Expression::Literal(Literal::from("")),
    }
}
