use super::super::super::told::{Told, tidy};
use super::{body, element};
use ego_tree::NodeRef;
use scraper::{Html, Node};

/// What the `meta` elements of a page say, by the standard of Chinese government sites and by Open Graph.
pub(super) fn told(page: &Html) -> Told {
    let mut told = Told::default();
    let elements = page.tree.values().filter_map(|node| node.as_element());
    for meta in elements.filter(|element| element.name() == "meta") {
        let Some(name) = meta.attr("name").or_else(|| meta.attr("property")) else { continue };
        let Some(value) = meta.attr("content").and_then(tidy) else { continue };
        let field = match &*name.to_ascii_lowercase() {
            "articletitle" | "og:title" => &mut told.title,
            "pubdate" | "publishdate" | "article:published_time" => &mut told.date,
            "contentsource" => &mut told.publisher,
            "url" | "og:url" => &mut told.address,
            _ => continue,
        };
        field.get_or_insert(value);
    }
    told
}

/// The title of a page without meta elements: its first heading, or what stands before the name of the site, when the
/// page shows it.
pub(super) fn title(page: &Html) -> Option<String> {
    let named = |wanted: &str| {
        let node = page.tree.root().descendants().find(|node| element::name(*node) == wanted)?;
        tidy(&words(node))
    };
    let long = |words: &String| words.chars().count() >= 6;
    let heading = named("h1").filter(long);
    heading.or_else(|| {
        let title = named("title")?;
        let first = title.split(['_', '|', '-', '–', '—']).next()?.trim().to_owned();
        let squeeze = |words: &str| words.split_whitespace().collect::<String>();
        let wanted = squeeze(&first);
        let mut shown = body(page).descendants().filter_map(|node| node.value().as_text());
        Some(first).filter(long).filter(|_| shown.any(|text| squeeze(text) == wanted))
    })
}

fn words(node: NodeRef<'_, Node>) -> String {
    node.descendants().filter_map(|node| Some(&**node.value().as_text()?)).collect()
}
