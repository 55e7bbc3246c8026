use super::super::super::limit::Deadline;
use super::Reason;
use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink;
use scraper::{Html, HtmlTreeSink};

/// Most nodes of a page. Half a million make a page of more than ten megabytes.
const NODES: usize = 500_000;

/// Parses a page.
///
/// It is fed tag by tag: a tag may make as many nodes as elements are open, so their number is looked at after each.
///
/// # Errors
/// When it has too many nodes or takes too long.
pub(super) fn parse(source: &str, deadline: Deadline) -> Result<Html, Reason> {
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    for (index, piece) in source.split_inclusive('>').enumerate() {
        parser.process(piece.into());
        let nodes = parser.tokenizer.sink.sink.0.borrow().tree.values().len();
        if nodes > NODES {
            let why = format!("more than {NODES} elements");
            return Err(Reason::Broken { format: "HTML", why });
        }
        if index % 64 == 0 {
            deadline.check()?;
        }
    }
    Ok(parser.finish())
}
