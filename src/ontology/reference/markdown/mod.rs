mod scheme;
mod term;

use super::name::Name;
use super::{Kind, Reference};

pub(super) fn page(reference: &Reference) -> String {
    let mut page = head(reference);
    page += "\n## 类 Classes\n";
    page.extend(reference.classes.iter().map(term::class));
    page += "\n## 属性 Properties\n";
    page.extend(reference.properties.iter().map(term::property));
    page += "\n## 词表 Vocabularies\n";
    page.extend(reference.schemes.iter().map(scheme::section));
    page
}

fn head(reference: &Reference) -> String {
    let Reference { title, description, version, license, classes, properties, schemes, counts } = reference;
    let (object, datatype) = reference.property_counts();
    let mut out = format!("# {} {}\n\n{}\n\n{}\n\n", title.zh, title.en, description.zh, description.en);
    out.extend([format!(
        "- 命名空间 Namespace: `{}`\n- 版本 Version: {version}\n- 许可 Licence: <{license}>\n\n",
        super::DEF
    )]);
    out.extend([format!("示例用 Turtle 写成，省略前缀；相对 IRI 以 `{}` 为基准。\n\n", super::ID)]);
    out.extend([format!(
        "Examples are Turtle without the prefixes; relative IRIs stand below `{}`.\n\n## 数目 Counts\n\n",
        super::ID
    )]);
    let rows = [
        ("类 classes", classes.len()),
        ("对象属性 object properties", object),
        ("数据属性 datatype properties", datatype),
        ("词表 vocabularies", schemes.len()),
    ];
    let named = counts.iter().map(|(class, count)| (link(class), *count));
    let rows = rows.into_iter().map(|(name, count)| (name.to_owned(), count)).chain(named);
    out += "| 种类 kind | 个数 number |\n|---|---:|\n";
    out.extend(rows.map(|(name, count)| format!("| {name} | {count} |\n")));
    out += "\n## 目录 Contents\n\n";
    for (heading, terms) in [("类 Classes", classes), ("属性 Properties", properties)] {
        let list: Vec<String> = terms.iter().map(|term| link(&term.name)).collect();
        out.extend([format!("- {heading}: {}\n", list.join(" · "))]);
    }
    let list: Vec<String> =
        schemes.iter().map(|s| format!("[{}](#{})", s.label.zh, anchor(&s.name))).collect();
    out + &format!("- 词表 Vocabularies: {}\n", list.join(" · "))
}

/// Names of classes and properties may differ by case alone, which an anchor does not tell apart everywhere.
fn anchor(name: &Name) -> String {
    match name.local() {
        Some(local) if local.starts_with(|c: char| c.is_ascii_uppercase()) => format!("class-{local}"),
        Some(local) => format!("property-{local}"),
        None => name.short.replace(':', "-"),
    }
}

fn link(name: &Name) -> String {
    match name.local() {
        Some(_) => format!("[`{}`](#{})", name.short, anchor(name)),
        None => format!("[`{}`]({})", name.short, name.iri),
    }
}

fn links(names: &[Name]) -> String {
    names.iter().map(link).collect::<Vec<_>>().join(", ")
}

const fn sort(kind: Kind) -> &'static str {
    match kind {
        Kind::DatatypeProperty => "数据属性 datatype property",
        _ => "对象属性 object property",
    }
}
