use ego_tree::NodeRef;
use scraper::Node;

/// The name of an element, empty for anything else.
pub(super) fn name(node: NodeRef<'_, Node>) -> &str {
    node.value().as_element().map_or("", |element| element.name())
}

/// Whether an element begins a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether a block holds paragraphs, and is none itself.
pub(super) fn is_container(name: &str) -> bool {
    is_block(name)
        && !matches!(
            name,
            "p" | "li" | "pre" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dd" | "dt" | "caption"
        )
}

/// Whether nothing in an element is text of the page: it does not show, or it is for moving about.
pub(super) fn is_silent(node: NodeRef<'_, Node>) -> bool {
    let Some(element) = node.value().as_element() else { return !node.value().is_text() };
    let hidden = |style: &str| {
        let style: String =
            style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        style.contains("display:none")
            || style.contains("visibility:hidden")
            || style.contains("mso-hide:all")
    };
    matches!(
        element.name(),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "iframe"
            | "head"
            | "nav"
            | "footer"
            | "aside"
            | "select"
            | "button"
            | "textarea"
            | "input"
            | "svg"
            | "object"
            | "audio"
            | "video"
            | "canvas"
            | "map"
            | "rt"
            | "rp"
    ) || element.attr("hidden").is_some()
        || element.attr("style").is_some_and(hidden)
}
