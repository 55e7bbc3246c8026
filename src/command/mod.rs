//! What the commands do: each one takes its part of the command line and says how it ended.

mod build;
mod check;
mod compare;
mod correct;
mod diff;
mod export;
mod extract;
mod manual;
mod ontology;
mod query;
mod read;
mod rules;
mod schema;
mod serve;
mod vocab;

use crate::Outcome;
use crate::cli::{self, Cli, Command};
use anyhow::Result;
use std::io::Write;

/// Runs a command.
pub(crate) fn run(cli: Cli) -> Result<Outcome> {
    match cli.command {
        Command::Extract(args) => extract::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Query(args) => query::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Serve(args) => serve::run(args),
        Command::Check(args) => check::run(&args),
        Command::Correct(args) => correct::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Ontology(args) => ontology::run(&args),
        Command::Vocab(cli::Vocab::Adopt(args)) => vocab::adopt(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Completions(args) => manual::completions(&args),
        Command::Man(args) => manual::man(&args),
    }
}

/// Says something to the person at the terminal; nobody listening is no failure.
pub(crate) fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "cetu: {message}");
}
