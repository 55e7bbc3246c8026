use super::say;
use crate::Outcome;
use crate::cli::{GraphInput, Reading as Options};
use anyhow::{Context as _, Result};
use cetu::Reading;
use cetu::document::{self, Problem, Source};
use cetu::export::Output;
use cetu::graph::{Base, Graph, Named};
use cetu::lexicon::Lexicon;
use cetu::ontology::Ontology;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
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
    let base = base(options)?;
    let inputs = document::load(paths, &mut io::stdin(), &ontology);
    let outcome = told(&inputs.problems);
    let lexicon = Lexicon::new(&ontology);
    let bar = progress();
    bar.set_length(inputs.sources.len() as u64);
    let read = |source: Source| {
        bar.set_message(source.path.clone());
        let reading = cetu::read(source, &lexicon);
        bar.inc(1);
        reading
    };
    let readings: Vec<Reading> = inputs.sources.into_par_iter().map(read).collect();
    bar.finish_and_clear();
    drop(lexicon);
    let corrected = readings.iter().map(|reading| {
        let lines = reading.corrections.applied.iter().map(|made| made.line).collect();
        (reading.source.path.as_str(), lines, reading.corrections.unapplied.as_slice())
    });
    let missed = cetu::correct::missed(&corrected.collect::<Vec<_>>());
    let missed: Vec<Problem> = missed.into_iter().map(Problem::from).collect();
    let outcome = if told(&missed) == Outcome::Done { outcome } else { Outcome::Short };
    Ok(Reports { readings, ontology, base, outcome })
}

/// Says what was wrong with inputs.
pub(super) fn told(problems: &[Problem]) -> Outcome {
    let mut outcome = Outcome::Done;
    for problem in problems {
        if problem.is_warning() {
            say(&format!("note: {problem}"));
        } else {
            outcome = Outcome::Short;
            say(&problem.to_string());
        }
    }
    outcome
}

/// What IRIs begin with.
pub(super) fn base(options: &Options) -> Result<Base> {
    Ok(options.base.as_deref().map_or_else(|| Ok(Base::default()), Base::new)?)
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
    Ok(Ontology::with_vocabularies(&vocabularies(vocab)?)?)
}

/// The user's vocabularies, as (name, Turtle).
pub(super) fn vocabularies(vocab: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let read = |path: &PathBuf| {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("{name}: the vocabulary cannot be read"))?;
        Ok((name, text))
    };
    vocab.iter().map(read).collect()
}

/// Opens the output before the work starts.
pub(super) fn output(path: Option<&Path>) -> Result<Output> {
    Output::open(path)
        .with_context(|| format!("{}: cannot be written", path.unwrap_or(Path::new("-")).display()))
}

/// A bar on the terminal; nothing in a pipe.
pub(super) fn progress() -> ProgressBar {
    // Indicatif draws on standard error, and only when that is a terminal.
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {msg}");
    let bar = ProgressBar::new(0);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
