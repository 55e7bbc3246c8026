use crate::export::{write_csv, write_table};
use crate::graph::terms::{cetu, oa, prov};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{Literal, NamedNodeRef, NamedOrBlankNode, Quad, Term};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};

/// How many clauses are shown of each candidate.
const EXAMPLES: usize = 3;
/// Where units stand.
const UNIT: &str = "https://w3id.org/cetu/id/unit/";

/// An indicator that no vocabulary has, and how often it was met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Its IRI.
    pub iri: String,
    /// The words that name it.
    pub label: String,
    /// IRI of its unit.
    pub unit: String,
    /// How many figures it has.
    pub figures: usize,
    /// How many documents these stand in.
    pub documents: usize,
    /// Up to three clauses that it was read from.
    pub examples: Vec<String>,
}

impl Candidate {
    /// The last part of its unit's IRI; the whole of a unit of the user's own.
    #[must_use]
    pub fn unit_code(&self) -> &str {
        self.unit.strip_prefix(UNIT).unwrap_or(&self.unit)
    }
}

/// The candidates of a graph, those with the most figures first.
#[must_use]
pub fn candidates<'q>(quads: impl Iterator<Item = &'q Quad>) -> Vec<Candidate> {
    let mut facts = Facts::default();
    for quad in quads {
        facts.take(quad);
    }
    let mut list: Vec<Candidate> = facts.names.iter().map(|iri| facts.candidate(iri)).collect();
    list.retain(|candidate| candidate.figures > 0);
    list.sort_by(|a, b| {
        let frequency = (b.figures, b.documents).cmp(&(a.figures, a.documents));
        frequency.then_with(|| a.label.cmp(&b.label)).then_with(|| a.iri.cmp(&b.iri))
    });
    list
}

/// What a graph says of its candidates and their figures.
#[derive(Default)]
struct Facts<'q> {
    names: BTreeSet<&'q str>,
    figures: BTreeMap<&'q str, BTreeSet<&'q str>>,
    labels: HashMap<&'q str, &'q str>,
    units: HashMap<&'q str, &'q str>,
    evidence: HashMap<&'q str, &'q str>,
    words: HashMap<&'q str, &'q str>,
    documents: HashMap<&'q str, &'q str>,
}

impl<'q> Facts<'q> {
    fn take(&mut self, quad: &'q Quad) {
        let NamedOrBlankNode::NamedNode(subject) = &quad.subject else { return };
        let (subject, predicate) = (subject.as_str(), quad.predicate.as_ref());
        match &quad.object {
            Term::NamedNode(object) => {
                let object = object.as_str();
                if predicate == rdf::TYPE && object == cetu::CANDIDATE_INDICATOR.as_str() {
                    self.names.insert(subject);
                } else if predicate == cetu::INDICATOR {
                    self.figures.entry(object).or_default().insert(subject);
                } else if predicate == cetu::UNIT {
                    self.units.insert(subject, object);
                } else if predicate == cetu::PROP_EVIDENCE {
                    self.evidence.insert(subject, object);
                } else if predicate == prov::WAS_QUOTED_FROM {
                    self.documents.insert(subject, object);
                }
            }
            Term::Literal(literal) if predicate == oa::EXACT => {
                self.words.insert(subject, literal.value());
            }
            Term::Literal(literal) if predicate == rdfs::LABEL => {
                self.labels.insert(subject, literal.value());
            }
            _ => {}
        }
    }

    fn candidate(&self, iri: &str) -> Candidate {
        let figures: Vec<&str> = self.figures.get(iri).into_iter().flatten().copied().collect();
        let evidence: Vec<&str> =
            figures.iter().filter_map(|figure| self.evidence.get(figure).copied()).collect();
        let documents: BTreeSet<&str> =
            evidence.iter().filter_map(|evidence| self.documents.get(evidence).copied()).collect();
        let words: BTreeSet<&str> =
            evidence.iter().filter_map(|evidence| self.words.get(evidence).copied()).collect();
        let said = |known: &HashMap<&str, &str>| known.get(iri).copied().unwrap_or_default().to_owned();
        Candidate {
            iri: iri.to_owned(),
            label: said(&self.labels),
            unit: said(&self.units),
            figures: figures.len(),
            documents: documents.len(),
            examples: words.into_iter().take(EXAMPLES).map(plain).collect(),
        }
    }
}

/// A clause on one line.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Writes candidates as a table.
///
/// # Errors
/// When the writer fails.
pub fn write_candidates(list: &[Candidate], out: &mut dyn Write) -> io::Result<()> {
    let header = ["指标 indicator", "单位 unit", "数据 figures", "文档 documents", "例句 examples"];
    let rows = list.iter().map(|candidate| {
        vec![
            plain(&candidate.label),
            candidate.unit_code().to_owned(),
            candidate.figures.to_string(),
            candidate.documents.to_string(),
            candidate.examples.join(" / "),
        ]
    });
    write_table(&header, rows, &[2, 3], out)
}

/// Writes candidates as one JSON array.
///
/// # Errors
/// When the writer fails.
pub fn write_candidates_json(list: &[Candidate], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, list)?;
    writeln!(out)
}

/// Writes candidates as a vocabulary in Turtle, to be edited and given to `--vocab`.
///
/// # Errors
/// When the writer fails.
pub fn write_candidates_turtle(list: &[Candidate], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# 候选指标:留下需要的,改好名称,用 --vocab 读入。")?;
    writeln!(
        out,
        "# Candidate indicators: keep what you need, mend the labels, read the file with --vocab.\n"
    )?;
    for line in prefixes() {
        writeln!(out, "{line}")?;
    }
    entries(list, &mut BTreeSet::new(), out)
}

/// Writes candidates as JSON Lines, one a line.
///
/// # Errors
/// When the writer fails.
pub fn write_candidates_jsonl(list: &[Candidate], out: &mut dyn Write) -> io::Result<()> {
    for candidate in list {
        serde_json::to_writer(&mut *out, candidate)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// Writes candidates as CSV, ready for a spreadsheet.
///
/// # Errors
/// When the writer fails.
pub fn write_candidates_csv(list: &[Candidate], out: &mut dyn Write) -> io::Result<()> {
    let header = ["label", "unit", "figures", "documents", "examples", "iri"];
    let rows = list.iter().map(|candidate| {
        vec![
            candidate.label.clone(),
            candidate.unit_code().to_owned(),
            candidate.figures.to_string(),
            candidate.documents.to_string(),
            candidate.examples.join(" / "),
            candidate.iri.clone(),
        ]
    });
    write_csv(&header, rows, out)
}

/// The prefixes of a vocabulary.
pub(super) fn prefixes() -> impl Iterator<Item = String> {
    let prefixes = [
        ("cetu", crate::ontology::DEF),
        ("v", "https://w3id.org/cetu/id/vocab/"),
        ("u", UNIT),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ];
    prefixes.into_iter().map(|(name, iri)| format!("@prefix {name}: <{iri}> ."))
}

/// Writes one indicator for each candidate; `taken` has the names that are given already.
pub(super) fn entries(
    list: &[Candidate],
    taken: &mut BTreeSet<String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for candidate in list {
        let mut parts = candidate.iri.rsplit('/');
        let (name, unit) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let mut name = name.to_owned();
        if !taken.insert(name.clone()) {
            name = format!("{name}-{unit}");
            taken.insert(name.clone());
        }
        let iri = format!("{}indicator/{name}", crate::ontology::ID);
        let label = Literal::new_language_tagged_literal_unchecked(&candidate.label, "zh");
        writeln!(out, "\n# {} figures, {} documents", candidate.figures, candidate.documents)?;
        for example in &candidate.examples {
            writeln!(out, "# {example}")?;
        }
        writeln!(out, "{} a cetu:Indicator ;", NamedNodeRef::new_unchecked(&iri))?;
        writeln!(out, "    skos:inScheme v:indicators ;")?;
        writeln!(out, "    rdfs:label {label} ;\n    skos:prefLabel {label} ;")?;
        writeln!(out, "    cetu:unit {} .", NamedNodeRef::new_unchecked(&candidate.unit))?;
    }
    Ok(())
}
