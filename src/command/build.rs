use super::{read, say};
use crate::Outcome;
use crate::cli;
use anyhow::Result;
use cetu::build::{Build, Step};
use indicatif::ProgressBar;
use std::io;

pub(super) fn run(args: &cli::Build) -> Result<Outcome> {
    let build = Build {
        vocabularies: read::vocabularies(&args.reading.vocab)?,
        base: read::base(&args.reading)?,
        keep_text: !args.no_text,
        threads: args.threads.unwrap_or_default(),
        ..Build::new(&args.out)
    };
    let bar = read::progress();
    let summary = build.run(&args.reports, &mut io::stdin(), &|step| show(&bar, step))?;
    bar.finish_and_clear();
    let outcome = read::told(&summary.problems);
    if summary.folder.is_none() {
        say("nothing to build from; the graph folder is left as it is");
        return Ok(Outcome::Short);
    }
    say(&summary.to_string());
    Ok(outcome)
}

fn show(bar: &ProgressBar, step: Step<'_>) {
    match step {
        Step::Files(length) | Step::Documents(length) => {
            bar.set_position(0);
            bar.set_length(length as u64);
        }
        Step::Done(name) => {
            bar.set_message(name.to_owned());
            bar.inc(1);
        }
    }
}
