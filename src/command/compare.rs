use super::read;
use crate::Outcome;
use crate::cli::Compare;
use anyhow::{Result, bail};
use cetu::catalogue::{Catalogue, Label};
use cetu::compare::{self, CompareFormat, Comparison};
use clap::ValueEnum;

pub(super) fn run(args: &Compare) -> Result<Outcome> {
    match (args.input.graph.is_some(), args.reports.is_empty()) {
        (true, false) => bail!("{}: give either --graph or reports, not both", args.reports[0].display()),
        (false, true) => bail!("nothing to compare: give --graph DIR, or reports after the indicator"),
        _ => {}
    }
    let extension = args.output.as_deref().and_then(|path| path.extension());
    let by_extension = || CompareFormat::from_str(&extension?.to_string_lossy(), true).ok();
    let format = args.format.or_else(by_extension).unwrap_or(CompareFormat::Table);
    let mut out = read::output(args.output.as_deref())?;
    let (graph, outcome) = read::graph(&args.reports, &args.input)?;
    let catalogue = Catalogue::of(&graph);
    let indicator = match catalogue.indicator(&args.indicator) {
        Ok(indicator) => indicator,
        Err(near) => {
            let names = near.iter().take(8).filter_map(|iri| catalogue.label(iri)).map(Label::zh);
            let names = names.collect::<Vec<_>>().join("、");
            if names.is_empty() {
                let near = catalogue.nearest_indicator(&args.indicator);
                let near = near.map(|name| format!(" (did you mean {name}?)")).unwrap_or_default();
                bail!(
                    "{}: no figure has an indicator of this name{near}; `cetu extract` shows those there are",
                    args.indicator
                );
            }
            bail!("{}: several indicators are called so: {names}", args.indicator);
        }
    };
    compare::write(&Comparison::of(indicator, &catalogue), &catalogue, format, &mut out)?;
    out.finish()?;
    Ok(outcome)
}
