use crate::facts::Program;
use crate::facts::stating::Reader;
use crate::text::Span;

/// Name of the rule that reads a row as a program of its own.
pub(super) const ROW: &str = "quoted-row";

/// Adds the row itself to the programs whose members were read: “甲、乙、丙”六大专项行动.
pub(crate) fn rows(reader: &Reader<'_>, programs: &mut Vec<Program>) {
    let mut found: Vec<Program> = Vec::new();
    for member in programs.iter().filter(|program| program.rule == "member-of-quoted-list") {
        let Some(name) = row_around(reader, member) else { continue };
        if found.iter().all(|row| row.name != name) {
            found.push(Program { name, rule: ROW, ..member.clone() });
        }
    }
    programs.extend(found);
    programs.sort_by_key(|program| (program.document, program.name.start, program.name.end));
}

/// From the opening mark before a member to the end of the noun behind the closing one.
fn row_around(reader: &Reader<'_>, member: &Program) -> Option<Span> {
    let chars = reader.chars;
    let open =
        (member.quote.start.saturating_sub(1)..member.name.start).rev().find(|at| chars[*at] == '“')?;
    let close = (member.name.end..chars.len()).find(|at| chars[*at] == '”')?;
    let end = (close + 1..chars.len().min(close + 12))
        .find(|at| !chars[*at].is_alphanumeric() || chars[*at] == '的')?;
    (end > close + 1).then(|| Span::new(open, end))
}
