use super::read;
use crate::Outcome;
use crate::cli::{Cli, Completions, Man};
use anyhow::{Context as _, Result};
use clap::CommandFactory;
use std::io::Write;

pub(super) fn completions(args: &Completions) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "cetu", &mut script);
    let mut out = read::output(None)?;
    out.write_all(&script)?;
    out.finish()?;
    Ok(Outcome::Done)
}

pub(super) fn man(args: &Man) -> Result<Outcome> {
    if let Some(folder) = &args.out {
        clap_mangen::generate_to(Cli::command(), folder)
            .with_context(|| format!("{}: the pages cannot be written", folder.display()))?;
    } else {
        let mut out = read::output(None)?;
        clap_mangen::Man::new(Cli::command()).render(&mut out)?;
        out.finish()?;
    }
    Ok(Outcome::Done)
}
