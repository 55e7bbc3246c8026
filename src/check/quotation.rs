use super::Findings;
use super::value::Printed;
use crate::graph::terms::{cetu, oa, prov};
use crate::lexicon::Lexicon;
use crate::text::{Span, Text};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};
use std::collections::{BTreeMap, HashMap};

/// What a graph states about one subject, by property.
pub(super) type Properties<'a> = HashMap<NamedNodeRef<'a>, Vec<&'a Term>>;

/// The subjects of a graph by their IRI.
pub(super) type Subjects<'a> = BTreeMap<&'a str, Properties<'a>>;

/// Looks up every quotation in the text it is from, and every number in its quotation, where it is read again.
pub(super) fn check(
    facts: &[Quad],
    texts: &HashMap<String, Text>,
    lexicon: &Lexicon<'_>,
    findings: &mut Findings,
) {
    let mut printed = Printed::new(lexicon);
    let mut subjects: Subjects<'_> = BTreeMap::new();
    for quad in facts {
        if let NamedOrBlankNode::NamedNode(subject) = &quad.subject {
            let properties = subjects.entry(subject.as_str()).or_default();
            properties.entry(quad.predicate.as_ref()).or_default().push(&quad.object);
        }
    }
    for (iri, properties) in &subjects {
        if is_a(properties, cetu::EVIDENCE) {
            quotation(iri, properties, texts, findings);
        } else if is_a(properties, cetu::OBSERVATION) {
            number(iri, properties, &subjects, texts, &mut printed, findings);
        }
    }
}

fn quotation(iri: &str, properties: &Properties<'_>, texts: &HashMap<String, Text>, findings: &mut Findings) {
    findings.quotations += 1;
    let Some((exact, span)) = quoted(properties) else {
        return findings.add(iri, "has no oa:exact, oa:start and oa:end");
    };
    let Some(source) = node(properties, prov::WAS_QUOTED_FROM) else {
        return findings.add(iri, "does not say which document it is from (prov:wasQuotedFrom)");
    };
    let Some(text) = texts.get(source) else { return };
    let found = text.slice(span);
    if found != exact {
        return findings.add(
            iri,
            format!("“{exact}” does not stand at {}–{}; there is “{found}”", span.start, span.end),
        );
    }
    let around = [
        (oa::PREFIX, text.slice(Span::new(0, span.start)), true),
        (oa::SUFFIX, text.slice(Span::new(span.end, text.len().min(span.end + 200))), false),
    ];
    for (property, context, before) in around {
        let Some(stated) = value(properties, property) else { continue };
        if !(if before { context.ends_with(stated) } else { context.starts_with(stated) }) {
            findings.add(
                iri,
                format!("“{stated}” does not stand {} it", if before { "before" } else { "after" }),
            );
        }
    }
}

fn number<'t>(
    iri: &str,
    properties: &Properties<'_>,
    subjects: &Subjects<'_>,
    texts: &'t HashMap<String, Text>,
    printed: &mut Printed<'t>,
    findings: &mut Findings,
) {
    findings.numbers += 1;
    let Some(evidence) = node(properties, cetu::PROP_EVIDENCE) else {
        return findings.add(iri, "has no evidence");
    };
    let quotation = subjects.get(evidence);
    let Some((exact, span)) = quotation.and_then(quoted) else {
        return findings.add(iri, format!("its evidence <{evidence}> is not in the graph"));
    };
    if let Some(text) = value(properties, cetu::VALUE_TEXT)
        && !exact.contains(text)
    {
        findings.add(iri, format!("the number “{text}” is not in its quotation “{exact}”"));
    }
    let at = |property| value(properties, property).and_then(|text| text.parse::<usize>().ok());
    let (Some(start), Some(end)) = (at(cetu::VALUE_START), at(cetu::VALUE_END)) else { return };
    if start >= end || !span.covers(Span::new(start, end)) {
        return findings.add(
            iri,
            format!("the number at {start}–{end} is outside its quotation at {}–{}", span.start, span.end),
        );
    }
    let source = quotation.and_then(|quotation| node(quotation, prov::WAS_QUOTED_FROM));
    if let Some(text) = source.and_then(|source| texts.get(source)) {
        printed.check(iri, properties, subjects, (text, Span::new(start, end)), findings);
    }
}

fn quoted<'a>(properties: &Properties<'a>) -> Option<(&'a str, Span)> {
    let exact = value(properties, oa::EXACT)?;
    let start = value(properties, oa::START)?.parse().ok()?;
    let end = value(properties, oa::END)?.parse().ok()?;
    Some((exact, Span::new(start, end)))
}

fn is_a(properties: &Properties<'_>, class: NamedNodeRef<'_>) -> bool {
    let types = properties.get(&rdf::TYPE).into_iter().flatten();
    types.into_iter().any(|term| matches!(term, Term::NamedNode(node) if node.as_ref() == class))
}

pub(super) fn value<'a>(properties: &Properties<'a>, property: NamedNodeRef<'a>) -> Option<&'a str> {
    properties.get(&property)?.iter().find_map(|term| match term {
        Term::Literal(literal) => Some(literal.value()),
        _ => None,
    })
}

pub(super) fn node<'a>(properties: &Properties<'a>, property: NamedNodeRef<'a>) -> Option<&'a str> {
    properties.get(&property)?.iter().find_map(|term| match term {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => None,
    })
}
