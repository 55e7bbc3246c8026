use super::{read, say};
use crate::Outcome;
use crate::cli::Check;
use anyhow::Result;
use cetu::check::{self, Findings};
use std::io::Write;

pub(super) fn run(args: &Check) -> Result<Outcome> {
    let (findings, outcome) = if let Some(folder) = &args.input.graph {
        (check::folder(&cetu::store::load(folder)?, &args.sources), Outcome::Done)
    } else {
        let reports = read::reports(&args.reports, &args.input.reading)?;
        let mut findings = Findings::default();
        for reading in &reports.readings {
            findings.merge(check::reading(reading, &reports.ontology, &reports.base));
        }
        (findings, reports.outcome)
    };
    let mut out = read::output(None)?;
    for finding in &findings.list {
        writeln!(out, "{finding}")?;
    }
    out.finish()?;
    say(&findings.summary());
    Ok(if findings.list.is_empty() { outcome } else { Outcome::Short })
}
