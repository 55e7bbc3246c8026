use super::read;
use crate::Outcome;
use crate::cli::{Rules, RulesFormat};
use anyhow::{Result, bail};
use cetu::export::{rule_markdown, rules_html, rules_markdown};
use cetu::facts::Rule;
use std::io::Write;

pub(super) fn run(args: &Rules) -> Result<Outcome> {
    let page = match (&args.name, args.format) {
        (Some(name), _) => match Rule::find(name) {
            Some(rule) => rule_markdown(rule),
            None => bail!("{name}: there is no such rule; `cetu rules` prints all"),
        },
        (None, RulesFormat::Markdown) => rules_markdown(),
        (None, RulesFormat::Html) => rules_html(),
    };
    let mut out = read::output(args.output.as_deref())?;
    out.write_all(page.as_bytes())?;
    out.finish()?;
    Ok(Outcome::Done)
}
