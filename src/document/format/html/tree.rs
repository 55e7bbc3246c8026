use super::super::super::limit::Deadline;
use super::Reason;
use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink;
use scraper::{Html, HtmlTreeSink};

/// Most nodes of a page. Half a million make a page of more than ten megabytes.
const NODES: usize = 500_000;

/// Deepest nesting of elements; to find out what is open takes as long as it is deep.
const DEPTH: i64 = 2500;
/// Elements that have no end, or need not print it.
const ENDLESS: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "source", "td", "th", "tr", "wbr",
];

/// Parses a page.
///
/// It is fed tag by tag: a tag may make as many nodes as elements are open, so their number is looked at after each.
///
/// # Errors
/// When it has too many nodes or takes too long.
pub(super) fn parse(source: &str, deadline: Deadline) -> Result<Html, Reason> {
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let mut depth = 0;
    for (index, piece) in source.split_inclusive('>').enumerate() {
        parser.process(piece.into());
        let nodes = parser.tokenizer.sink.sink.0.borrow().tree.values().len();
        if nodes > NODES {
            let why = format!("more than {NODES} elements");
            return Err(Reason::Broken { format: "HTML", why });
        }
        depth = (depth + step(piece)).max(0);
        if depth > DEPTH {
            let why = format!("elements nested more than {DEPTH} deep");
            return Err(Reason::Broken { format: "HTML", why });
        }
        if index % 64 == 0 {
            deadline.check()?;
        }
    }
    Ok(parser.finish())
}

/// How the tag at the end of a piece changes the depth.
fn step(piece: &str) -> i64 {
    let Some((_, tag)) = piece.rsplit_once('<') else { return 0 };
    if tag.starts_with('/') {
        return -1;
    }
    let name: String =
        tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    i64::from(!(name.is_empty() || tag.ends_with("/>") || ENDLESS.contains(&name.as_str())))
}
