use super::Row;
use super::compare::{Known, action, filled, holder, made, rejected, replaced};
use crate::correct::{Action, Correction, Quotation, Subject};
use crate::export::{Fact, ProgramFact};
use crate::text::Span;

/// What the row of a program asks for, and of which report; none when the report says so already.
pub(super) fn correction(row: &Row, reports: &[Known<'_>]) -> Result<Option<(usize, Correction)>, String> {
    let action = action(row)?;
    let asked = Correction {
        fact: Subject::Program,
        action,
        kind: filled(row, "kind"),
        place: filled(row, "place"),
        why: filled(row, "why"),
        ..Correction::default()
    };
    if action == Action::Add {
        let quote = row.cell("name").trim();
        if quote.is_empty() {
            return Err("a program to add needs its name, word for word".to_owned());
        }
        let report = holder(row, quote, reports)?;
        return Ok(Some((report, Correction { quote: quote.to_owned(), ..asked })));
    }
    let found = find(row, reports);
    let placed = found
        .as_ref()
        .is_ok_and(|(_, program)| row.cell("quote_start").parse() == Ok(program.provenance.quote_start));
    let made = made(row, &[row.cell("name"), row.cell("quote")], reports);
    if action == Action::Reject && !placed && rejected(&made) {
        return Ok(None);
    }
    let (report, program) = found?;
    let named = quoted(&reports[report], program);
    if action == Action::Reject {
        return Ok(Some((report, Correction { kind: None, place: None, ..asked_of(named, asked) })));
    }
    let kind = asked.kind.clone().filter(|kind| *kind != program.kind);
    let code = filled(row, "place_code").filter(|code| Some(code) != program.place_code.as_ref());
    let code = code.filter(|_| !replaced(row, &made));
    let place = asked.place.clone().filter(|place| *place != program.place).or(code);
    let says = kind.is_some() || place.is_some();
    Ok(says.then(|| (report, Correction { place, kind, ..asked_of(named, asked) })))
}

/// A correction with the quotation of another.
fn asked_of(quoted: Correction, asked: Correction) -> Correction {
    Correction { quote: quoted.quote, prefix: quoted.prefix, suffix: quoted.suffix, ..asked }
}

/// The program that a row is about: by its place, otherwise by its name.
fn find<'a>(row: &Row, reports: &[Known<'a>]) -> Result<(usize, &'a ProgramFact), String> {
    let name = row.cell("name");
    let here = |report: &Known<'_>| row.cell("file").is_empty() || report.file == row.cell("file");
    let programs: Vec<(usize, &'a ProgramFact)> = reports
        .iter()
        .enumerate()
        .filter(|(_, report)| here(report))
        .flat_map(|(index, report)| {
            report.facts.iter().filter_map(move |fact| match fact {
                Fact::Program(program) => Some((index, program)),
                _ => None,
            })
        })
        .filter(|(_, program)| program.name == name && program.provenance.quote == row.cell("quote"))
        .collect();
    let start = row.cell("quote_start").parse().ok();
    let placed = programs.iter().find(|(_, program)| start == Some(program.provenance.quote_start));
    match (placed, programs.as_slice()) {
        (Some(found), _) => Ok(*found),
        (None, [found]) => Ok(*found),
        (None, []) => Err(format!(
            "no program “{name}” is read from “{}” in the reports given; write add as its action to put one in",
            row.cell("quote")
        )),
        (None, _) => Err(format!("“{name}” is read several times; keep the columns file and quote_start")),
    }
}

/// A correction of a program that says nothing yet: its name is what it is known by.
fn quoted(report: &Known<'_>, program: &ProgramFact) -> Correction {
    let span = Span::new(program.start, program.start + program.name.chars().count());
    let named = report.text.slice(span) == program.name;
    // A name that runs over a line break is not written as it is told.
    let (quote, at) = if named {
        (program.name.clone(), span)
    } else {
        let start = program.provenance.quote_start;
        let quote = program.provenance.quote.clone();
        let end = start + quote.chars().count();
        (quote, Span::new(start, end))
    };
    let around = Quotation::telling(report.text, at);
    Correction {
        quote,
        prefix: Some(around.prefix).filter(|words| !words.is_empty()),
        suffix: Some(around.suffix).filter(|words| !words.is_empty()),
        ..Correction::default()
    }
}
