use super::{Change, Kind, Sort, Thing};
use crate::export::write_table;
use crate::graph::Graph;
use crate::ontology::ID;
use oxigraph::model::{NamedNode, NamedOrBlankNode, Quad, Triple};
use std::collections::{BTreeSet, HashSet};
use std::io::{self, Write};

/// Writes differences as a table.
///
/// # Errors
/// When the writer fails.
pub fn write_text(changes: &[Change], out: &mut dyn Write) -> io::Result<()> {
    let header = ["文档 document", "变化 change", "事实 fact", "原 before", "现 after"];
    let rows = changes.iter().map(|change| {
        let thing = change.thing();
        let document = thing.map_or("", |thing| thing.document.as_str());
        let document = document.split_once("/doc/").map_or(document, |(_, id)| id);
        let name = thing.map(|thing| match thing.kind {
            Kind::Figure => format!("{} {}", field(thing, "place"), field(thing, "indicator")),
            Kind::Program => field(thing, "name").to_owned(),
        });
        vec![
            document.to_owned(),
            match change.change {
                Sort::Added => "+ 新增 added",
                Sort::Removed => "- 删除 removed",
                Sort::Changed => "~ 改动 changed",
            }
            .to_owned(),
            line(&name.unwrap_or_default()),
            line(&side(change, change.before.as_ref())),
            line(&side(change, change.after.as_ref())),
        ]
    });
    write_table(&header, rows, &[], out)
}

fn field<'t>(thing: &'t Thing, name: &str) -> &'t str {
    thing.fields.get(name).map_or("", String::as_str)
}

/// What one side says: the fields that differ, or the words of a fact that the other side has not.
fn side(change: &Change, thing: Option<&Thing>) -> String {
    let Some(thing) = thing else { return String::new() };
    if change.fields.is_empty() {
        return field(thing, "quote").to_owned();
    }
    let said = change.fields.iter().map(|name| format!("{name}: {}", field(thing, name)));
    said.collect::<Vec<_>>().join("; ")
}

fn line(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Writes differences as JSON Lines, one a line.
///
/// # Errors
/// When the writer fails.
pub fn write_jsonl(changes: &[Change], out: &mut dyn Write) -> io::Result<()> {
    for change in changes {
        serde_json::to_writer(&mut *out, change)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// The differences as statements: those that only the old graph makes of the facts that differ, in the graph
/// `graph/diff/removed`, and those that only the new one makes, in `graph/diff/added`.
#[must_use]
pub fn patch(changes: &[Change], old: &Graph, new: &Graph) -> Vec<Quad> {
    let mut quads = Vec::new();
    let about = |side: fn(&Change) -> Option<&Thing>| -> BTreeSet<&str> {
        changes.iter().filter_map(side).map(|thing| thing.id.as_str()).collect()
    };
    let (before, after) = (about(|change| change.before.as_ref()), about(|change| change.after.as_ref()));
    let (before, after) = (said(old, &before), said(new, &after));
    for (name, mine, other) in [("removed", &before, &after), ("added", &after, &before)] {
        let graph = NamedNode::new_unchecked(format!("{ID}graph/diff/{name}"));
        quads.extend(mine.difference(other).map(|triple| (*triple).clone().in_graph(graph.clone())));
    }
    quads
}

fn said(graph: &Graph, about: &BTreeSet<&str>) -> HashSet<Triple> {
    let mine = graph.facts.iter().filter(|quad| match &quad.subject {
        NamedOrBlankNode::NamedNode(subject) => about.contains(subject.as_str()),
        NamedOrBlankNode::BlankNode(_) => false,
    });
    mine.map(|quad| Triple::from(quad.clone())).collect()
}

/// One line for people.
#[must_use]
pub fn summary(changes: &[Change]) -> String {
    let count =
        |kind, sort| changes.iter().filter(|change| change.kind == kind && change.change == sort).count();
    let told: Vec<String> = [(Kind::Figure, "figures"), (Kind::Program, "programs")]
        .into_iter()
        .map(|(kind, name)| {
            let [new, gone, other] =
                [Sort::Added, Sort::Removed, Sort::Changed].map(|sort| count(kind, sort));
            format!("{name}: {new} added, {gone} removed, {other} changed")
        })
        .collect();
    if changes.is_empty() { "no figure and no program differs".to_owned() } else { told.join("; ") }
}
