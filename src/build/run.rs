use super::manifest::{self, ContentRecord, FileRecord, Manifest, Record};
use super::{Build, BuildError, EXTRACTOR, Step, Summary};
use crate::describe::Tally;
use crate::document::{Input, Item, Problem, Reason, Stated, Stating, find, settle, sha256};
use crate::export::{Content, Format};
use crate::graph::Origin;
use crate::ontology::Ontology;
use crate::store::Generation;
use oxigraph::model::Quad;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};

/// Told of every step, from any thread.
pub(super) type Progress<'a> = &'a (dyn Fn(Step<'_>) + Sync);

impl Build {
    /// Builds the graph of files, folders and `-`, for which `stdin` is read.
    ///
    /// When nothing can be read, the graph folder is left as it is.
    ///
    /// # Errors
    /// When a vocabulary cannot be used, or the folder cannot be written; the old graph stays current.
    pub fn run(
        &self,
        paths: &[PathBuf],
        stdin: &mut dyn Read,
        progress: Progress<'_>,
    ) -> Result<Summary, BuildError> {
        let (inputs, problems) = find(paths, stdin);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.threads).build()?;
        pool.install(|| Run::new(self, inputs, problems, progress)?.run())
    }
}

/// A build under way.
pub(super) struct Run<'a> {
    pub(super) build: &'a Build,
    pub(super) inputs: Vec<Input>,
    pub(super) problems: Vec<Problem>,
    pub(super) progress: Progress<'a>,
    /// Digest of what decides, beside a document, how it is read.
    pub(super) reading: String,
    pub(super) generation: Generation,
    pub(super) old: Manifest,
    ontology: OnceLock<Ontology>,
    /// Whether somebody is at work on the ontology.
    wanted: AtomicBool,
    /// What is stated beside each file; none when that cannot be used.
    pub(super) stated: Vec<Option<Stated>>,
    /// What the documents that are read add to the description of the whole.
    pub(super) fresh: Mutex<Tally>,
}

/// What a file gave: its documents, the record to be kept of it, and what was wrong.
#[derive(Default)]
struct Opened {
    items: Vec<Item>,
    record: Option<FileRecord>,
    problems: Vec<Reason>,
}

impl<'a> Run<'a> {
    fn new(
        build: &'a Build,
        inputs: Vec<Input>,
        problems: Vec<Problem>,
        progress: Progress<'a>,
    ) -> Result<Self, BuildError> {
        let generation = Generation::begin(&build.out)?;
        let old = generation.old().map(Manifest::load).unwrap_or_default();
        let vocabularies: Vec<String> =
            build.vocabularies.iter().map(|(_, turtle)| digest(&[turtle])).collect();
        let reading = digest(&[EXTRACTOR, &vocabularies.join(" "), build.base.as_str()]);
        let mut run = Self {
            build,
            stated: vec![Some(Stated::default()); inputs.len()],
            inputs,
            problems,
            progress,
            reading,
            generation,
            old,
            ontology: OnceLock::new(),
            wanted: AtomicBool::new(false),
            fresh: Mutex::default(),
        };
        run.state()?;
        Ok(run)
    }

    /// Reads what is stated beside files, for which the words of the ontology are needed.
    fn state(&mut self) -> Result<(), BuildError> {
        if self.inputs.iter().any(Input::is_stated) {
            let ontology = Ontology::with_vocabularies(&self.build.vocabularies)?;
            let mut stating = Stating::default();
            self.stated = self
                .inputs
                .iter()
                .map(|input| stating.beside(input, &ontology, &mut self.problems))
                .collect();
            self.ontology = OnceLock::from(ontology);
        }
        Ok(())
    }

    fn run(mut self) -> Result<Summary, BuildError> {
        let (items, files) = self.open();
        if items.is_empty() {
            return Ok(Summary { problems: self.problems, ..Summary::default() });
        }
        let mut summary = Summary::default();
        let documents = self.documents(items, &mut summary)?;
        let origins: Vec<Origin> = documents.iter().map(|document| document.origin.clone()).collect();
        let shared = self.whole(&documents, &origins)?;
        let lines = shared.into_iter().map(Record::Shared);
        let lines = lines.chain(files.into_values().map(Record::File));
        let lines = lines.chain(documents.into_iter().map(|document| Record::Document(Box::new(document))));
        let mut bytes = Vec::new();
        manifest::write(lines, &mut bytes)?;
        self.generation.write(manifest::NAME, &bytes)?;
        summary.folder = Some(self.generation.finish()?);
        summary.problems = self.problems;
        Ok(summary)
    }

    /// Looks at every file. Those that are known are not decoded again.
    fn open(&mut self) -> (Vec<Item>, BTreeMap<String, FileRecord>) {
        (self.progress)(Step::Files(self.inputs.len()));
        let opened: Vec<Opened> = self
            .inputs
            .par_iter()
            .enumerate()
            .map(|(index, input)| {
                let opened = self
                    .open_file(index, input)
                    .unwrap_or_else(|reason| Opened { problems: vec![reason], ..Opened::default() });
                (self.progress)(Step::Done(&input.name));
                opened
            })
            .collect();
        let (mut items, mut files) = (Vec::new(), BTreeMap::new());
        for ((input, opened), stated) in self.inputs.iter().zip(opened).zip(&self.stated) {
            // What is wrong beside a file was told when it was found.
            items.extend(stated.is_some().then_some(opened.items).into_iter().flatten());
            files.extend(opened.record.map(|record| (record.key.clone(), record)));
            let problems = opened.problems.into_iter().map(|reason| Problem::new(input.shown(), reason));
            self.problems.extend(problems);
        }
        (settle(items, &mut self.problems), files)
    }

    fn open_file(&self, index: usize, input: &Input) -> Result<Opened, Reason> {
        let bytes = input.bytes()?;
        let hash = sha256(&bytes);
        let extension =
            Path::new(&input.name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let key = digest(&[EXTRACTOR, &hash, &extension]);
        if let Some(record) = self.old.files.get(&key) {
            let items = record.documents.iter().map(|content| {
                let mut source = input.known(&hash);
                source.id.push_str(&content.row);
                Item { source, digests: content.digests.clone(), tag: index }
            });
            return Ok(Opened { items: items.collect(), record: Some(record.clone()), problems: Vec::new() });
        }
        // Its words will be wanted: while they are made ready, other threads look at other files.
        if !self.wanted.swap(true, Ordering::Relaxed) {
            let _ = self.ontology();
        }
        let (sources, problems) = input.read(bytes)?;
        let items: Vec<Item> =
            sources.into_iter().map(|source| Item { tag: index, ..Item::of(source) }).collect();
        let documents = items.iter().map(|item| ContentRecord {
            row: item.source.id.strip_prefix(&input.id).unwrap_or_default().to_owned(),
            digests: item.digests.clone(),
        });
        // What is wrong with a file is said every time it is built from.
        let record = problems.is_empty().then(|| FileRecord { key, documents: documents.collect() });
        Ok(Opened { items, record, problems })
    }

    pub(super) fn ontology(&self) -> Result<&Ontology, BuildError> {
        if let Some(ontology) = self.ontology.get() {
            return Ok(ontology);
        }
        let ontology = Ontology::with_vocabularies(&self.build.vocabularies)?;
        Ok(self.ontology.get_or_init(|| ontology))
    }
}

/// Digest of some words.
pub(super) fn digest(parts: &[&str]) -> String {
    sha256(parts.join("\n").as_bytes())
}

/// Statements as they are kept.
pub(super) fn trig(quads: Vec<Quad>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Format::TriG.exporter().write(&Content { quads, facts: Vec::new() }, &mut bytes)?;
    Ok(bytes)
}
