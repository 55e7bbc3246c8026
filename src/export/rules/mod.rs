//! The page of rules: what each rule that reads facts finds, with its example and its grounds.

mod html;

use crate::facts::Rule;
use std::fmt::Write;

/// What the page says before the rules, in both languages.
const INTRODUCTION: [&str; 2] = [
    "每条事实都带有读出它的规则名（`rule`，RDF 中为 `dcterms:provenance`）。`cetu extract --explain` 逐条说明所用规则及依据。",
    "Every fact carries the name of the rule that read it (`rule`, in RDF `dcterms:provenance`). `cetu extract --explain` \
     shows rule and grounds of each.",
];

/// The page as Markdown.
#[must_use]
pub fn rules_markdown() -> String {
    let mut page = format!("# 规则 Rules\n\n{}\n\n{}\n\n", INTRODUCTION[0], INTRODUCTION[1]);
    for (kind, rules) in Rule::kinds() {
        let links: Vec<String> = rules.iter().map(|rule| format!("[`{rule}`](#{rule})")).collect();
        let _ = writeln!(page, "- {kind}: {}", links.join(" · "));
    }
    for (kind, rules) in Rule::kinds() {
        let _ = write!(page, "\n## {kind}\n");
        for rule in *rules {
            let _ = write!(page, "\n<a id=\"{rule}\"></a>\n\n{}", rule_markdown(*rule));
        }
    }
    page
}

/// One rule as Markdown.
#[must_use]
pub fn rule_markdown(rule: Rule) -> String {
    format!(
        "### `{rule}` {}\n\n{}\n\n例 Example\n\n```text\n{}\n```\n\n理由 Why\n\n{}\n",
        rule.title(),
        rule.finds().join("\n\n"),
        rule.example().trim(),
        rule.why().join("\n\n")
    )
}

/// The page as HTML that needs nothing from elsewhere.
#[must_use]
pub fn rules_html() -> String {
    html::page().into_string()
}
