use super::anchor;
use crate::ontology::reference::{Entry, Scheme};

pub(super) fn section(scheme: &Scheme) -> String {
    let Scheme { name, label, entries } = scheme;
    let mut out = format!(
        "\n<a id=\"{}\"></a>\n\n### `{}` {} {}\n\n{count} 个概念 concepts\n\n",
        anchor(name),
        name.short,
        label.zh,
        label.en,
        count = entries.len()
    );
    out += "| 概念 concept | 代码 code | 名称 label | 其他说法 other words | 上位概念 broader |\n|---|---|---|---|---|\n";
    out.extend(entries.iter().map(row));
    out
}

fn row(entry: &Entry) -> String {
    let broader: Vec<String> = entry.broader.iter().map(|wider| format!("`{}`", wider.short)).collect();
    let label = format!("{} {}", entry.label.zh, entry.label.en);
    format!(
        "| `{}` | {} | {} | {} | {} |\n",
        entry.name.short,
        cell(&entry.notation),
        cell(label.trim()),
        cell(&entry.others.join("、")),
        broader.join(" "),
    )
}

/// A text that does not break the table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").replace('\n', " ")
}
