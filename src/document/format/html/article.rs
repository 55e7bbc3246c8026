use super::super::super::limit::Deadline;
use super::{Reason, body, element};
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};
use std::collections::HashMap;

/// Share of the running text of a page that its main part has, in hundredths.
const MAIN: usize = 80;
/// Shortest block of running text, in characters.
const RUNNING: usize = 15;

/// The part of a page that is its text.
pub(super) struct Main<'a> {
    pub(super) node: NodeRef<'a, Node>,
    /// Whether anything was left outside.
    pub(super) cut: bool,
}

/// Finds the main part: from the body inwards as long as one block holds nearly all of the running text.
///
/// Running text is what stands in a block by itself, outside of links, with commas or full stops; figures in tables
/// count too.
///
/// # Errors
/// When there is none, and most of the page is links.
pub(super) fn find(page: &Html, deadline: Deadline) -> Result<Main<'_>, Reason> {
    let body = body(page);
    let weights = weigh(body, deadline)?;
    let weight = |node: NodeRef<'_, Node>| weights.running.get(&node.id()).copied().unwrap_or(0);
    let all = weight(body);
    if all == 0 && weights.linked > weights.plain {
        return Err(Reason::NoArticle);
    }
    let (mut node, mut cut) = (body, false);
    loop {
        let most = |child: &NodeRef<'_, Node>| all > 0 && weight(*child) * 100 >= all * MAIN;
        let Some(inner) = node.children().find(most) else { break };
        let holds_blocks = inner.children().any(|child| weight(child) > 0);
        let name = element::name(inner);
        if !(holds_blocks && (element::is_container(name) || name == "span")) {
            break;
        }
        cut |= inner.siblings_have_text();
        node = inner;
    }
    // Of a table a cell by itself makes sense, or all of it.
    while matches!(element::name(node), "tr" | "tbody" | "thead" | "tfoot" | "table") {
        match node.parent() {
            Some(parent) => node = parent,
            None => break,
        }
    }
    Ok(Main { node, cut })
}

trait Siblings {
    fn siblings_have_text(&self) -> bool;
}

impl Siblings for NodeRef<'_, Node> {
    fn siblings_have_text(&self) -> bool {
        let others = self.prev_siblings().chain(self.next_siblings());
        others.into_iter().any(|other| other.value().is_element() && !element::is_silent(other))
    }
}

/// How much text stands where, in characters.
#[derive(Default)]
struct Weights {
    /// Running text in each block and in those around it.
    running: HashMap<NodeId, usize>,
    linked: usize,
    plain: usize,
}

/// What is known of a block while its nodes are gone through.
#[derive(Default)]
struct Block {
    own: usize,
    marks: usize,
    digits: usize,
    inside: usize,
    cell: bool,
}

fn weigh(body: NodeRef<'_, Node>, deadline: Deadline) -> Result<Weights, Reason> {
    let mut weights = Weights::default();
    let mut blocks = vec![Block::default()];
    let (mut silent, mut links) = (0_usize, 0_usize);
    for (index, edge) in body.traverse().enumerate() {
        if index % 4096 == 0 {
            deadline.check()?;
        }
        match edge {
            Edge::Open(node) => {
                let name = element::name(node);
                if let Some(text) = node.value().as_text() {
                    if silent == 0 {
                        read(text, links > 0, &mut weights, blocks.last_mut());
                    }
                } else if silent > 0 || element::is_silent(node) {
                    silent += 1;
                } else if name == "a" {
                    links += 1;
                } else if element::is_block(name) {
                    blocks.push(Block { cell: matches!(name, "td" | "th"), ..Block::default() });
                }
            }
            Edge::Close(node) => {
                let name = element::name(node);
                if node.value().is_text() {
                } else if silent > 0 {
                    silent -= 1;
                } else if name == "a" {
                    links -= 1;
                } else if element::is_block(name)
                    && let Some(block) = blocks.pop()
                {
                    let running = block.own >= RUNNING && block.marks > 0;
                    let figure = block.cell && block.digits > 0;
                    let total = block.inside + if running || figure { block.own } else { 0 };
                    if total > 0 {
                        weights.running.insert(node.id(), total);
                        if let Some(outer) = blocks.last_mut() {
                            outer.inside += total;
                        }
                    }
                }
            }
        }
    }
    Ok(weights)
}

fn read(text: &str, linked: bool, weights: &mut Weights, block: Option<&mut Block>) {
    let length = text.chars().filter(|c| !c.is_whitespace()).count();
    if linked {
        weights.linked += length;
        return;
    }
    weights.plain += length;
    if let Some(block) = block {
        block.own += length;
        block.marks += text.chars().filter(|c| matches!(c, '，' | '。' | '；' | '！' | '？')).count();
        block.digits += text.chars().filter(char::is_ascii_digit).count();
    }
}
