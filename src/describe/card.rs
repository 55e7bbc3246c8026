use super::Statistics;
use crate::graph::terms::PREFIXES;
use crate::ontology::Ontology;
use crate::ontology::reference::{Entry, Reference, Scheme, Term};
use std::fmt::Write;

/// Most codes of a vocabulary that are written out.
const CODES: usize = 14;

/// Three questions with queries that answer them on any graph with figures and programs.
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    (
        "各地的实际数值及原文依据 Figures as reported, with their words",
        "SELECT ?region ?indicator ?value ?unit ?quote WHERE {
  ?o a cetu:Observation ; cetu:region/rdfs:label ?region ; cetu:indicator/rdfs:label ?indicator ;
     cetu:value ?value ; cetu:unit/rdfs:label ?unit ; cetu:aspect v:aspect-level ;
     cetu:valueRole v:role-actual ; cetu:evidence/oa:exact ?quote .
} ORDER BY ?indicator DESC(?value) LIMIT 20",
    ),
    (
        "面向某一群体（含下位群体）的项目 Programs for a group and the groups below it",
        "SELECT DISTINCT ?region ?program ?kind WHERE {
  ?p a cetu:Program ; rdfs:label ?program ; cetu:region/rdfs:label ?region ; cetu:kind/rdfs:label ?kind ;
     cetu:targetGroup/skos:broader* grp:key-groups .
} ORDER BY ?region ?program",
    ),
    (
        "同比变化 Changes against the year before",
        "SELECT ?region ?indicator ?change ?unit ?end WHERE {
  ?o cetu:aspect v:aspect-change ; cetu:comparisonBasis v:cmp-year-on-year ; cetu:value ?change ;
     cetu:unit/rdfs:label ?unit ; cetu:indicator/rdfs:label ?indicator ; cetu:region/rdfs:label ?region .
  OPTIONAL { ?o cetu:periodEnd ?end }
} ORDER BY ?indicator DESC(?change)",
    ),
];

/// What one needs to write a query, on one page of Markdown: prefixes, classes, properties, codes and three examples,
/// with counts where a graph is given.
///
/// ```
/// use cetu::describe::Card;
/// let ontology = cetu::ontology::Ontology::builtin().unwrap();
/// assert!(Card::of(&ontology).markdown().contains("cetu:Observation"));
/// ```
#[derive(Debug, Clone)]
pub struct Card<'a> {
    reference: Reference,
    statistics: Option<&'a Statistics>,
}

impl<'a> Card<'a> {
    /// The card of an ontology.
    #[must_use]
    pub fn of(ontology: &Ontology) -> Self {
        Self { reference: Reference::of(ontology), statistics: None }
    }

    /// Adds the counts of a graph.
    #[must_use]
    pub fn with_counts(mut self, statistics: &'a Statistics) -> Self {
        self.statistics = Some(statistics);
        self
    }

    /// The page.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = "# 策图 Cetu\n\n".to_owned();
        out.push_str(
            "A figure of a report is one `cetu:Observation` with all its fields; `cetu:evidence` leads to its words. \
             Names are `rdfs:label` in Chinese. Without `GRAPH` a query asks all reports at once; the graph of a \
             report is named by it. These prefixes need no declaration.\n\n",
        );
        self.summary(&mut out);
        out.push_str("## Prefixes\n\n```turtle\n");
        for (prefix, iri) in PREFIXES {
            line(&mut out, &format!("@prefix {prefix}: <{iri}> ."));
        }
        out.push_str("```\n\n## Classes\n\n");
        for class in &self.reference.classes {
            self.class(class, &mut out);
        }
        out.push_str("\n## Properties\n\n");
        for property in &self.reference.properties {
            self.property(property, &mut out);
        }
        out.push_str("\n## Codes\n\n");
        // Cues are for reading; no figure leads to one.
        for scheme in self.reference.schemes.iter().filter(|scheme| scheme.name.short != "v:cues") {
            self.scheme(scheme, &mut out);
        }
        out.push_str("\n## Examples\n");
        for (question, query) in EXAMPLES {
            line(&mut out, &format!("\n{question}:\n\n```sparql\n{query}\n```"));
        }
        out
    }

    fn summary(&self, out: &mut String) {
        let Some(statistics) = self.statistics else { return };
        let documents = statistics.entities(crate::graph::terms::cetu::SOURCE_DOCUMENT);
        let _ = write!(out, "This graph has triples: {}, documents: {documents}", statistics.triples);
        if let Some((first, last)) = &statistics.period {
            let _ = write!(out, ", figures from {first} to {last}");
        }
        out.push_str(".\n\n");
    }

    /// `- cetu:Claim 评价性表述 claim (4): rdfs:label, cetu:rank 0..1`.
    fn class(&self, class: &Term, out: &mut String) {
        let count =
            self.statistics.map(|known| known.classes.get(&class.name.iri).map_or(0, |of| of.entities));
        let slots: Vec<String> = class
            .slots
            .iter()
            .map(|slot| match slot.times().as_str() {
                "0..*" => slot.property.short.clone(),
                times => format!("{} {times}", slot.property.short),
            })
            .collect();
        let slots = if slots.is_empty() { String::new() } else { format!(": {}", slots.join(", ")) };
        let (zh, en) = (&class.label.zh, &class.label.en);
        line(out, &format!("- `{}` {zh} {en}{}{slots}", class.name.short, counted(count)));
    }

    /// `- cetu:rank 位次 rank: cetu:Claim → xsd:integer`.
    fn property(&self, property: &Term, out: &mut String) {
        let count =
            self.statistics.map(|known| known.properties.get(&property.name.iri).map_or(0, |of| of.triples));
        let names = |names: &[crate::ontology::reference::Name]| {
            let names: Vec<&str> = names.iter().map(|name| name.short.as_str()).collect();
            if names.is_empty() { "any".to_owned() } else { names.join(" or ") }
        };
        let (zh, en) = (&property.label.zh, &property.label.en);
        let (domain, range) = (names(&property.domain), names(&property.range));
        line(out, &format!("- `{}` {zh} {en}{}: {domain} → {range}", property.name.short, counted(count)));
    }

    /// A vocabulary with its codes; of a long one the most used.
    fn scheme(&self, scheme: &Scheme, out: &mut String) {
        let uses =
            |entry: &Entry| self.statistics.and_then(|known| known.mentions.get(&entry.name.iri)).copied();
        let mut entries: Vec<&Entry> = scheme.entries.iter().collect();
        if entries.is_empty() {
            return;
        }
        let long = entries.len() > CODES;
        if long {
            entries.sort_by_key(|entry| std::cmp::Reverse(uses(entry).unwrap_or(0)));
            entries.truncate(CODES);
            entries.retain(|entry| self.statistics.is_none() || uses(entry).is_some());
        }
        let codes: Vec<String> = entries
            .iter()
            .map(|entry| {
                let count = self.statistics.map(|_| uses(entry).unwrap_or(0));
                format!("`{}` {}{}", entry.name.short, entry.label.zh, counted(count))
            })
            .collect();
        let more = if long { format!(" … {} in all", scheme.entries.len()) } else { String::new() };
        let (zh, en) = (&scheme.label.zh, &scheme.label.en);
        line(out, &format!("- {zh} {en}: {}{more}", codes.join(", ")));
    }
}

fn counted(count: Option<usize>) -> String {
    count.map(|count| format!(" ({count})")).unwrap_or_default()
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::graph::{Base, Graph};
    use crate::query::{Answer, Question, Terms};
    use crate::store::Memory;

    #[test]
    fn the_examples_ask_for_what_there_is() {
        let ontology = Ontology::builtin().unwrap();
        let sample = crate::graph::sample::ontology();
        let graph = Graph::of(&[crate::graph::sample::reading(&sample)], &sample, &Base::default());
        let memory = Memory::of(graph.quads()).unwrap();
        for (_, query) in EXAMPLES {
            let question = Question::parse(query).unwrap();
            assert_eq!(Terms::of(&ontology).unknown(question.query(), |_| false), [], "{query}");
            assert!(matches!(question.ask(&memory, None).unwrap(), Answer::Rows { .. }));
        }
    }
}
