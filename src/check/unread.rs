use crate::export::{write_csv, write_table};
use crate::graph::terms::{cetu, dcterms, oa, prov, schema};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Quad, Term};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

/// A number of a text that became no figure and is not known to be something else.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Unread {
    /// File that the document is in, as the graph records it.
    pub file: String,
    /// IRI of the document.
    pub document: String,
    /// Offset of the number, in code points.
    pub start: usize,
    /// Offset after the number.
    pub end: usize,
    /// The number, as printed.
    pub number: String,
    /// The sentence that it stands in.
    pub sentence: String,
    /// Heading that it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
}

/// The unread numbers of a graph, by file and place.
#[must_use]
pub fn unread<'q>(quads: impl Iterator<Item = &'q Quad>) -> Vec<Unread> {
    let mut nodes: BTreeSet<&str> = BTreeSet::new();
    let mut told: HashMap<(&str, NamedNodeRef<'_>), &Term> = HashMap::new();
    let wanted = [
        oa::EXACT,
        oa::START,
        oa::END,
        prov::WAS_QUOTED_FROM,
        cetu::PROP_EVIDENCE,
        dcterms::IS_PART_OF,
        schema::CONTENT_URL,
        rdfs::LABEL,
    ];
    for quad in quads {
        let NamedOrBlankNode::NamedNode(subject) = &quad.subject else { continue };
        let predicate = quad.predicate.as_ref();
        if predicate == rdf::TYPE {
            if matches!(&quad.object, Term::NamedNode(class) if class.as_ref() == cetu::UNREAD_NUMBER) {
                nodes.insert(subject.as_str());
            }
        } else if wanted.contains(&predicate) {
            told.insert((subject.as_str(), predicate), &quad.object);
        }
    }
    let text = |subject: &str, property: NamedNodeRef<'static>| match told.get(&(subject, property)) {
        Some(Term::Literal(literal)) => Some(literal.value().to_owned()),
        _ => None,
    };
    let node = |subject: &str, property: NamedNodeRef<'static>| match told.get(&(subject, property)) {
        Some(Term::NamedNode(node)) => Some(node.as_str()),
        _ => None,
    };
    let mut list: Vec<Unread> = nodes
        .into_iter()
        .map(|subject| {
            let document = node(subject, prov::WAS_QUOTED_FROM).unwrap_or_default();
            let evidence = node(subject, cetu::PROP_EVIDENCE).unwrap_or_default();
            let file = text(document, schema::CONTENT_URL).or_else(|| {
                node(document, dcterms::IS_PART_OF).and_then(|file| text(file, schema::CONTENT_URL))
            });
            let offset =
                |property| text(subject, property).and_then(|text| text.parse().ok()).unwrap_or_default();
            Unread {
                file: file.unwrap_or_default(),
                document: document.to_owned(),
                start: offset(oa::START),
                end: offset(oa::END),
                number: text(subject, oa::EXACT).unwrap_or_default(),
                sentence: text(evidence, oa::EXACT).unwrap_or_default(),
                section: node(evidence, dcterms::IS_PART_OF).and_then(|section| text(section, rdfs::LABEL)),
            }
        })
        .collect();
    list.sort();
    list
}

/// Words on one line.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Writes unread numbers as a table.
///
/// # Errors
/// When the writer fails.
pub fn write_unread(list: &[Unread], out: &mut dyn Write) -> io::Result<()> {
    let header = ["文件 file", "位置 start", "数字 number", "句子 sentence"];
    let rows = list.iter().map(|unread| {
        vec![unread.file.clone(), unread.start.to_string(), plain(&unread.number), plain(&unread.sentence)]
    });
    write_table(&header, rows, &[1], out)
}

/// Writes unread numbers as JSON Lines, one a line.
///
/// # Errors
/// When the writer fails.
pub fn write_unread_jsonl(list: &[Unread], out: &mut dyn Write) -> io::Result<()> {
    for unread in list {
        serde_json::to_writer(&mut *out, unread)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// Writes unread numbers as CSV, ready for a spreadsheet.
///
/// # Errors
/// When the writer fails.
pub fn write_unread_csv(list: &[Unread], out: &mut dyn Write) -> io::Result<()> {
    let header = ["file", "document", "start", "end", "number", "sentence", "section"];
    let rows = list.iter().cloned().map(|unread| {
        vec![
            unread.file,
            unread.document,
            unread.start.to_string(),
            unread.end.to_string(),
            unread.number,
            unread.sentence,
            unread.section.unwrap_or_default(),
        ]
    });
    write_csv(&header, rows, out)
}
