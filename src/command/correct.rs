use super::{read, say};
use crate::Outcome;
use crate::cli;
use anyhow::{Context as _, Result, bail};
use cetu::correct::{self, Action, Correction, Quotation, Subject};
use cetu::document::{self, Beside, Input, Problem, Source};
use cetu::export::{Fact, Output, facts};
use cetu::graph::Named;
use cetu::lexicon::Lexicon;
use cetu::sheet::{self, Known};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &cli::Correct) -> Result<Outcome> {
    let ontology = read::ontology(&args.reading.vocab)?;
    let lexicon = Lexicon::new(&ontology);
    let (inputs, mut problems) = document::find(&args.reports, &mut io::empty());
    let mut reports = Vec::new();
    for input in inputs {
        match Report::open(&input) {
            Ok(report) => reports.push(report),
            Err(problem) => problems.push(problem),
        }
    }
    let outcome = read::told(&problems);
    if args.list {
        return list(&reports, &lexicon, outcome);
    }
    if let Some(path) = &args.from {
        return from_sheet(args, path, &mut reports, &lexicon, outcome);
    }
    let [report] = reports.as_mut_slice() else {
        bail!("name one report; a sheet (--from) may speak of several");
    };
    if args.undo {
        return undo(args, report);
    }
    let correction = asked(args)?;
    report.add(correction, &lexicon)?;
    Ok(outcome)
}

/// A report with its corrections, as they stand or are about to.
struct Report {
    sources: Vec<Source>,
    path: PathBuf,
    text: String,
}

impl Report {
    fn open(input: &Input) -> Result<Self, Problem> {
        let path = input.corrections().unwrap_or_default();
        let (sources, _) =
            input.bytes().and_then(|bytes| input.read(bytes)).map_err(|reason| input.problem(reason))?;
        let text = sources.iter().find_map(|source| source.corrections.clone());
        Ok(Self { sources, path, text: text.map(|beside| beside.text).unwrap_or_default() })
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The readings of this report, with some text of corrections.
    fn readings(&self, text: &str, lexicon: &Lexicon<'_>) -> Vec<cetu::Reading> {
        let beside = Beside { path: self.name(), text: text.to_owned() };
        let sources = self.sources.iter().cloned();
        sources
            .map(|source| cetu::read(Source { corrections: Some(beside.clone()), ..source }, lexicon))
            .collect()
    }

    /// Adds a correction that finds what it is about; nothing is written otherwise.
    fn add(&mut self, mut correction: Correction, lexicon: &Lexicon<'_>) -> Result<()> {
        let around = self.sources.iter().find_map(|source| {
            let prefix = correction.prefix.as_deref();
            let span = correct::locate(&source.text, &correction.quote, prefix, None).ok()?;
            Some(Quotation::telling(&source.text, span))
        });
        if let Some(around) = around {
            correction.prefix = Some(around.prefix).filter(|words| !words.is_empty());
            correction.suffix = Some(around.suffix).filter(|words| !words.is_empty());
        }
        let stands = |source: &Source| source.text.as_str().contains(&correction.quote);
        if !correction.quote.is_empty() && !self.sources.iter().any(stands) {
            let file = self.sources.first().map_or("the report", |source| source.path.as_str());
            let near = self.sources.iter().map(|source| correct::near(&source.text, &correction.quote));
            let near = near.max_by_key(|near| !near.is_empty()).unwrap_or_default();
            bail!(
                "“{}” does not stand in {file}{near}; quote it as it is printed there: `cetu extract --format csv` lists \
                 the words that each fact was read from",
                correction.quote
            );
        }
        let unknown = correction.place.as_deref().and_then(|place| correct::unknown_place(place, lexicon));
        let text = correct::add(&self.text, &correction);
        let line = correct::parse(&text)
            .map_err(|error| anyhow::anyhow!("{}:{}: {error}", self.name(), error.line))?
            .last()
            .map_or(1, |entry| entry.line);
        let readings = self.readings(&text, lexicon);
        let made = readings.iter().find_map(|reading| {
            let fails = reading.corrections.unapplied.iter().any(|failed| failed.line == line);
            if fails { None } else { reading.corrections.applied.last().cloned() }
        });
        let Some(made) = made else {
            let failed = readings.iter().flat_map(|reading| &reading.corrections.unapplied);
            let why = failed.filter(|failed| failed.line == line).map(|failed| failed.why.clone()).next();
            bail!("{}", why.unwrap_or_default());
        };
        if !made.changes() {
            bail!(correct::NOTHING);
        }
        self.write(text)?;
        say(&format!("{}:{line}: {}", self.name(), made.told));
        if let Some(unknown) = unknown {
            say(&format!("note: {unknown}"));
        }
        Ok(())
    }

    fn write(&mut self, text: String) -> Result<()> {
        if text.trim().is_empty() {
            std::fs::remove_file(&self.path).with_context(|| self.name())?;
        } else {
            let mut out = Output::open(Some(&self.path))
                .with_context(|| format!("{}: cannot be written", self.name()))?;
            out.write_all(text.as_bytes())?;
            out.finish()?;
        }
        self.text = text;
        Ok(())
    }
}

/// The correction that the command line asks for.
fn asked(args: &cli::Correct) -> Result<Correction> {
    let Some(quote) = args.quote.clone() else {
        bail!(
            "say which fact is meant: --quote with the words it was read from, or --from with an edited sheet"
        );
    };
    let action = match (args.reject, args.add) {
        (true, _) => Action::Reject,
        (_, true) => Action::Add,
        _ => Action::Change,
    };
    Ok(Correction {
        quote,
        prefix: args.prefix.clone(),
        number: args.number.clone(),
        action,
        fact: if args.program { Subject::Program } else { Subject::Figure },
        value: args.value,
        high: args.high,
        unit: args.unit.clone(),
        indicator: args.indicator.clone(),
        place: args.place.clone(),
        period: args.period.clone(),
        kind: args.kind.clone(),
        by: args.by.clone().or_else(user),
        why: args.why.clone(),
        ..Correction::default()
    })
}

/// The name that the system knows the user by.
fn user() -> Option<String> {
    ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()).filter(|name| !name.is_empty())
}

fn undo(args: &cli::Correct, report: &mut Report) -> Result<Outcome> {
    let entries = correct::parse(&report.text)
        .map_err(|error| anyhow::anyhow!("{}:{}: {error}", report.name(), error.line))?;
    let meant = |correction: &Correction| {
        args.quote.as_ref().is_none_or(|quote| correction.quote == *quote)
            && args.number.as_ref().is_none_or(|number| correction.number.as_ref() == Some(number))
    };
    let Some(entry) = entries.iter().rev().find(|entry| meant(&entry.correction)) else {
        bail!("{}: no such correction to take back", report.name());
    };
    report.write(correct::remove(&report.text, entry.line))?;
    say(&format!("{}:{}: taken back: {}", report.name(), entry.line, entry.correction.quote));
    Ok(Outcome::Done)
}

fn list(reports: &[Report], lexicon: &Lexicon<'_>, mut outcome: Outcome) -> Result<Outcome> {
    let mut out = read::output(None)?;
    for report in reports.iter().filter(|report| !report.text.is_empty()) {
        let readings = report.readings(&report.text, lexicon);
        for made in readings.iter().flat_map(|reading| &reading.corrections.applied) {
            let said = [made.correction.by.as_deref(), made.correction.why.as_deref()];
            let said: Vec<&str> = said.into_iter().flatten().collect();
            let said = if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) };
            writeln!(out, "{}: “{}” {}{said}", report.name(), made.correction.quote, made.told)?;
        }
        for failed in readings.iter().flat_map(|reading| &reading.corrections.unapplied) {
            writeln!(out, "{}:{}: not applied: {}", failed.file, failed.line, failed.why)?;
            outcome = Outcome::Short;
        }
    }
    out.finish()?;
    Ok(outcome)
}

/// Turns an edited sheet into corrections of the reports that it speaks of.
fn from_sheet(
    args: &cli::Correct,
    path: &Path,
    reports: &mut [Report],
    lexicon: &Lexicon<'_>,
    mut outcome: Outcome,
) -> Result<Outcome> {
    let rows = sheet::open(path)?;
    let base = read::base(&args.reading)?;
    let read: Vec<(usize, cetu::Reading)> = reports
        .iter()
        .enumerate()
        .flat_map(|(index, report)| {
            report.readings(&report.text, lexicon).into_iter().map(move |reading| (index, reading))
        })
        .collect();
    let told: Vec<Vec<Fact>> =
        read.iter().map(|(_, reading)| facts(&Named::new(reading, lexicon.ontology(), &base))).collect();
    let known: Vec<Known<'_>> = read
        .iter()
        .zip(&told)
        .map(|((_, reading), facts)| {
            let (source, made) = (&reading.source, &reading.corrections.applied);
            Known { file: &source.path, text: &source.text, facts, made }
        })
        .collect();
    let (edited, problems) = sheet::compare(&rows, &known);
    let mut failed = problems;
    let mut made = 0;
    for edit in edited {
        let report = &mut reports[read[edit.report].0];
        let mut correction = edit.correction;
        correction.by = args.by.clone().or_else(user);
        correction.why = correction.why.or_else(|| args.why.clone());
        match report.add(correction, lexicon) {
            Ok(()) => made += 1,
            // Another word for what is there already.
            Err(error) if error.to_string() == correct::NOTHING => {}
            Err(error) => failed.push((edit.row, format!("{error:#}"))),
        }
    }
    failed.sort();
    for (row, why) in &failed {
        say(&format!("{}: row {row}: {why}", path.display()));
        outcome = Outcome::Short;
    }
    say(&format!("{} rows, {made} corrections made", rows.len()));
    Ok(outcome)
}
