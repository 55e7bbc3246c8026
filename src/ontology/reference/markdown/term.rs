use super::{anchor, link, links, sort};
use crate::ontology::reference::name::Name;
use crate::ontology::reference::{Slot, Term};

pub(super) fn class(term: &Term) -> String {
    let mut out = head(term);
    out += &line("上位类 Superclasses", &term.supers);
    out += &line("另见 See also", &term.see_also);
    if !term.slots.is_empty() {
        out += "\n| 属性 property | 名称 label | 个数 values | 继承自 from |\n|---|---|---|---|\n";
        out.extend(term.slots.iter().map(slot));
    }
    out + &examples(term)
}

pub(super) fn property(term: &Term) -> String {
    let any = |list: &[Name]| if list.is_empty() { "不限 any".to_owned() } else { links(list) };
    let mut out = head(term);
    out.extend([format!("- 种类 Kind: {}\n", sort(term.kind))]);
    out.extend([format!("- 定义域 Domain: {}\n", any(&term.domain))]);
    out.extend([format!("- 值域 Range: {}\n", any(&term.range))]);
    out += &line("上位属性 Superproperties", &term.supers);
    out += &line("另见 See also", &term.see_also);
    out + &examples(term)
}

fn head(term: &Term) -> String {
    format!(
        "\n<a id=\"{}\"></a>\n\n### `{}` {} {}\n\n{}\n\n{}\n\n",
        anchor(&term.name),
        term.name.short,
        term.label.zh,
        term.label.en,
        term.comment.zh,
        term.comment.en,
    )
}

fn line(heading: &str, names: &[Name]) -> String {
    if names.is_empty() { String::new() } else { format!("- {heading}: {}\n", links(names)) }
}

fn slot(slot: &Slot) -> String {
    let from = slot.from.as_ref().map(link).unwrap_or_default();
    let label = format!("{} {}", slot.label.zh, slot.label.en);
    format!("| {} | {} | {} | {from} |\n", link(&slot.property), label.trim(), slot.times())
}

fn examples(term: &Term) -> String {
    let mut out = String::new();
    out.extend(term.examples.iter().map(|example| format!("\n```turtle\n{example}\n```\n")));
    out
}
