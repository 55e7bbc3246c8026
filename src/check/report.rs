use super::shapes::{Shapes, described};
use super::violation::{compact, prefixes};
use super::{Findings, Violation};
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::vocab::rdf;
use oxigraph::model::{BlankNode, Literal, NamedNodeRef, NamedOrBlankNode, Term, Triple};
use serde_json::{Value, json};
use shacl_rust::sh;
use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

impl Findings {
    /// Writes one line for each thing that does not hold.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        for finding in &self.list {
            writeln!(out, "{finding}")?;
        }
        for violation in &self.violations {
            writeln!(out, "{violation}")?;
        }
        Ok(())
    }

    /// Writes everything as one JSON object.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        let coverage = self.coverage.map(|c| json!({ "numbers": c.numbers, "known": c.known }));
        let findings: Vec<Value> =
            self.list.iter().map(|finding| json!({ "about": finding.about, "what": finding.what })).collect();
        let violations: Vec<Value> = self.violations.iter().map(violation).collect();
        let all = json!({
            "holds": self.hold(),
            "quotations": self.quotations,
            "numbers": self.numbers,
            "documents": { "with_file": self.with_file, "with_kept_text": self.with_kept_text },
            "coverage": coverage,
            "findings": findings,
            "violations": violations,
        });
        serde_json::to_writer_pretty(&mut *out, &all)?;
        writeln!(out)
    }

    /// Writes the validation report of SHACL in Turtle; it has the violations of the shapes only.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write_turtle(&self, shapes: &Shapes, out: &mut dyn Write) -> io::Result<()> {
        let mut serializer = RdfSerializer::from_format(RdfFormat::Turtle);
        for (name, iri) in prefixes() {
            // The list of prefixes is a constant; each is an IRI.
            serializer = match serializer.clone().with_prefix(name, iri) {
                Ok(with) => with,
                Err(_) => serializer,
            };
        }
        let mut writer = serializer.for_writer(out);
        for triple in self.report(shapes) {
            writer.serialize_triple(&triple)?;
        }
        writer.finish()?.flush()
    }

    /// The validation report as triples, each result behind the one before.
    fn report(&self, shapes: &Shapes) -> Vec<Triple> {
        let node = |name: String| NamedOrBlankNode::from(BlankNode::new_unchecked(name));
        let report = node("report".to_owned());
        let mut out = Vec::new();
        let mut add = |subject: &NamedOrBlankNode, predicate: NamedNodeRef<'_>, object: Term| {
            out.push(Triple::new(subject.clone(), predicate, object));
        };
        add(&report, rdf::TYPE, sh::VALIDATION_REPORT.into());
        add(&report, sh::CONFORMS, Literal::from(self.violations.is_empty()).into());
        for index in 0..self.violations.len() {
            add(&report, sh::RESULT, node(format!("result{}", index + 1)).into());
        }
        let mut paths = Vec::new();
        for (index, violation) in self.violations.iter().enumerate() {
            let result = node(format!("result{}", index + 1));
            add(&result, rdf::TYPE, sh::VALIDATION_RESULT.into());
            add(&result, sh::FOCUS_NODE, violation.focus.clone());
            if let Some(path) = &violation.path_term {
                add(&result, sh::RESULT_PATH, path.clone());
                paths.extend(described(shapes.graph(), path));
            }
            if let Some(value) = &violation.value {
                add(&result, sh::VALUE, value.clone());
            }
            add(&result, sh::RESULT_SEVERITY, violation.severity.iri().into());
            if let Some(component) = &violation.component {
                add(&result, sh::SOURCE_CONSTRAINT_COMPONENT, component.clone().into());
            }
            add(&result, sh::SOURCE_SHAPE, violation.shape.clone().into());
            for message in &violation.messages {
                add(&result, sh::RESULT_MESSAGE, message.clone().into());
            }
        }
        paths.sort_by_cached_key(ToString::to_string);
        paths.dedup();
        out.extend(paths);
        steady(out)
    }
}

/// Gives the blank nodes that a parser named by chance names by their order.
fn steady(triples: Vec<Triple>) -> Vec<Triple> {
    let mut given: HashMap<BlankNode, BlankNode> = HashMap::new();
    let mut steady = |node: BlankNode| {
        if node.as_str().starts_with("re") {
            return node;
        }
        let next = given.len() + 1;
        given.entry(node).or_insert_with(|| BlankNode::new_unchecked(format!("shape{next}"))).clone()
    };
    let renamed = triples.into_iter().map(|mut triple| {
        if let NamedOrBlankNode::BlankNode(node) = triple.subject {
            triple.subject = steady(node).into();
        }
        if let Term::BlankNode(node) = triple.object {
            triple.object = steady(node).into();
        }
        triple
    });
    renamed.collect()
}

fn violation(violation: &Violation) -> Value {
    let origin = &violation.origin;
    let messages: BTreeMap<&str, &str> =
        violation.messages.iter().map(|text| (text.language().unwrap_or_default(), text.value())).collect();
    json!({
        "file": origin.file,
        "document": origin.document,
        "quote": origin.quote,
        "start": origin.span.map(|span| span.start),
        "end": origin.span.map(|span| span.end),
        "focus": plain(&violation.focus),
        "path": violation.short_path(),
        "value": violation.value.as_ref().map(plain),
        "severity": violation.severity.name(),
        "shape": match &violation.shape {
            NamedOrBlankNode::NamedNode(node) => Some(compact(node.as_str())),
            NamedOrBlankNode::BlankNode(_) => None,
        },
        "constraint": violation.component.as_ref().map(|component| compact(component.as_str())),
        "message": messages,
    })
}

fn plain(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::BlankNode(node) => node.to_string(),
        Term::Literal(literal) => literal.value().to_owned(),
    }
}
