use super::say;
use crate::Outcome;
use crate::cli::{GraphInput, Reading as Options};
use anyhow::{Context as _, Result};
use cetu::Reading;
use cetu::document;
use cetu::export::Output;
use cetu::graph::{Base, Graph, Named};
use cetu::lexicon::Lexicon;
use cetu::ontology::Ontology;
use indicatif::{ProgressBar, ProgressStyle};
use std::io;
use std::path::{Path, PathBuf};

/// Reports, read, with what they were read by.
pub(super) struct Reports {
    pub(super) readings: Vec<Reading>,
    pub(super) ontology: Ontology,
    pub(super) base: Base,
    pub(super) outcome: Outcome,
}

impl Reports {
    /// The readings with their names.
    pub(super) fn named(&self) -> Vec<Named<'_>> {
        let named = |reading| Named::new(reading, &self.ontology, &self.base);
        self.readings.iter().map(named).collect()
    }

    pub(super) fn graph(&self) -> Graph {
        Graph::of(&self.readings, &self.ontology, &self.base)
    }
}

/// Reads reports; inputs that cannot be read are named and left out.
pub(super) fn reports(paths: &[PathBuf], options: &Options) -> Result<Reports> {
    let ontology = ontology(&options.vocab)?;
    let base = options.base.as_deref().map_or_else(|| Ok(Base::default()), Base::new)?;
    let inputs = document::load(paths, &mut io::stdin());
    let mut outcome = Outcome::Done;
    for problem in &inputs.problems {
        if problem.is_warning() {
            say(&format!("note: {problem}"));
        } else {
            outcome = Outcome::Short;
            say(&problem.to_string());
        }
    }
    let lexicon = Lexicon::new(&ontology);
    let bar = progress(inputs.sources.len());
    let mut readings = Vec::with_capacity(inputs.sources.len());
    for source in inputs.sources {
        bar.set_message(source.path.clone());
        readings.push(cetu::read(source, &lexicon));
        bar.inc(1);
    }
    bar.finish_and_clear();
    drop(lexicon);
    Ok(Reports { readings, ontology, base, outcome })
}

/// The graph a command works on.
pub(super) fn graph(reports: &[PathBuf], input: &GraphInput) -> Result<(Graph, Outcome)> {
    match &input.graph {
        Some(folder) => Ok((cetu::store::load(folder)?.graph, Outcome::Done)),
        None => self::reports(reports, &input.reading).map(|reports| (reports.graph(), reports.outcome)),
    }
}

/// The built-in ontology with the user's vocabularies.
pub(super) fn ontology(vocab: &[PathBuf]) -> Result<Ontology> {
    let mut extra = Vec::new();
    for path in vocab {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("{name}: the vocabulary cannot be read"))?;
        extra.push((name, text));
    }
    Ok(Ontology::with_vocabularies(&extra)?)
}

/// Opens the output before the work starts.
pub(super) fn output(path: Option<&Path>) -> Result<Output> {
    Output::open(path)
        .with_context(|| format!("{}: cannot be written", path.unwrap_or(Path::new("-")).display()))
}

/// A bar on the terminal when there is enough to do; nothing in a pipe.
fn progress(length: usize) -> ProgressBar {
    if length < 8 {
        return ProgressBar::hidden();
    }
    // Indicatif draws on standard error, and only when that is a terminal.
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {msg}");
    let bar = ProgressBar::new(length as u64);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
