//! Web pages, as saved from a portal or pasted from Word.
//!
//! Inline elements never break words, block elements break paragraphs. Of a whole page the main text is read, without
//! menus, footers and scripts; what its `meta` elements say by the standard of government sites becomes metadata.

mod article;
mod element;
mod head;
mod render;
mod tree;

use super::super::limit::Deadline;
use super::{Content, Reason, encoding};
use scraper::Html;

/// Reads a page.
///
/// # Errors
/// When its encoding cannot be told, or it has no text besides menus.
pub(super) fn decode(bytes: &[u8], deadline: Deadline) -> Result<Content, Reason> {
    let source = encoding::decode(bytes, charset(bytes).as_deref())?;
    let page = tree::parse(&source, deadline)?;
    let told = head::told(&page);
    let main = article::find(&page, deadline)?;
    let mut lines = render::lines(main.node, deadline)?;
    let title = told.title.clone().or_else(|| head::title(&page));
    if let Some(title) = title.filter(|title| main.cut && !begins_with(&lines, title)) {
        lines.insert(0, title);
    }
    Ok(Content { text: lines.join("\n"), told, key: None })
}

/// The encoding that a page names in its first bytes: `charset=` of a `meta`, or `encoding=` of XML.
fn charset(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let at = start.find("charset=").map(|at| at + 8).or_else(|| start.find("encoding=").map(|at| at + 9))?;
    let label = start[at..].trim_start_matches(['"', '\'', ' ']);
    Some(label.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect())
}

/// Whether the first lines hold a title, however it is spaced and broken.
fn begins_with(lines: &[String], title: &str) -> bool {
    let squeeze = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    squeeze(&lines.iter().take(12).map(String::as_str).collect::<String>()).contains(&squeeze(title))
}

/// The page's body, or all of it.
fn body(page: &Html) -> ego_tree::NodeRef<'_, scraper::Node> {
    let mut nodes = page.tree.root().descendants();
    nodes.find(|node| element::name(*node) == "body").unwrap_or_else(|| page.tree.root())
}

#[cfg(test)]
#[allow(clippy::format_collect, reason = "a test need not be fast")]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::super::limit::Deadline;
    use super::*;

    fn text(html: &str) -> String {
        decode(html.as_bytes(), Deadline::begin()).unwrap().text
    }

    #[test]
    fn inline_elements_never_break_words_and_blocks_do() {
        let html = "<p><span>2017</span><span lang=EN-US>年</span>，城镇新增<b>就业</b>\n12.5万人。<br>同比增长3%。</p><div>二</div>";
        assert_eq!(text(html), "2017年，城镇新增就业12.5万人。\n同比增长3%。\n二");
    }

    #[test]
    fn the_main_text_of_a_page_is_read() {
        let links: String = (0..40).map(|n| format!("<li><a href=/{n}>政务公开栏目{n}</a></li>")).collect();
        let html = format!(
            "<html><head><title>就业形势稳定_某市人民政府</title><meta name=ArticleTitle content=就业形势稳定>\
             <meta name=PubDate content='2019-03-02 10:00'><script>var a='，。，。，。';</script></head><body>\
             <ul>{links}</ul><div class=box><div class=zoom><p>一季度，全市城镇新增就业1.2万人，同比增长3%。</p>\
             <p>登记失业率为2.7%，保持稳定。</p></div></div><div>主办：某市人民政府 备案123号</div></body></html>"
        );
        let content = decode(html.as_bytes(), Deadline::begin()).unwrap();
        assert_eq!(
            content.text,
            "就业形势稳定\n一季度，全市城镇新增就业1.2万人，同比增长3%。\n登记失业率为2.7%，保持稳定。"
        );
        assert_eq!(content.told.year(), Some(2019));
    }

    #[test]
    fn a_table_keeps_its_cells() {
        let html = "<table><tr><th>指标<th colspan=2>2019年</tr><tr><td>就业<td>12<td>3</tr></table>";
        assert_eq!(text(html), "指标\t2019年\t\n就业\t12\t3");
    }

    #[test]
    fn a_page_of_links_is_refused() {
        let html = "<body><ul><li><a href=/a>政务公开栏目一</a></li><li><a href=/b>政务公开栏目二</a></li></ul>首页</body>";
        assert_eq!(decode(html.as_bytes(), Deadline::begin()).err(), Some(Reason::NoArticle));
    }

    #[test]
    fn elements_without_end_are_bounded() {
        let open: String = (0..2000).map(|n| format!("<b id=x{n}>")).collect();
        let html = format!("<p>{open}{}", "<p>就业".repeat(5000));
        let refused = decode(html.as_bytes(), Deadline::begin()).err();
        assert!(matches!(refused, Some(Reason::Broken { .. })), "{refused:?}");
    }
}
