use super::manifest::{self, ContentRecord, DocumentRecord, FileRecord, Manifest, Record, SharedRecord};
use super::{Build, BuildError, Counts, EXTRACTOR, Step, Summary};
use crate::correct;
use crate::describe::{self, Sums, Tally};
use crate::document::{Input, Item, Problem, Reason, Source, Stated, Stating, find, settle, sha256};
use crate::export::{Content, Format};
use crate::graph::{self, Named, Origin};
use crate::lexicon::Lexicon;
use crate::ontology::Ontology;
use crate::store::{Generation, Stored};
use crate::text::Text;
use oxigraph::model::Quad;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// How many counts are read at once.
const AT_ONCE: usize = 64;

/// Told of every step, from any thread.
type Progress<'a> = &'a (dyn Fn(Step<'_>) + Sync);

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
struct Run<'a> {
    build: &'a Build,
    inputs: Vec<Input>,
    problems: Vec<Problem>,
    progress: Progress<'a>,
    /// Digest of what decides, beside a document, how it is read.
    reading: String,
    generation: Generation,
    old: Manifest,
    ontology: OnceLock<Ontology>,
    /// What is stated beside each file; none when that cannot be used.
    stated: Vec<Option<Stated>>,
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
        let mut shared = vec![self.metadata(&origins)?, self.vocabulary()?];
        shared.extend(self.description(&shared, &documents)?);
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

    /// Keeps or reads every document, in the order of ids.
    fn documents(
        &mut self,
        mut items: Vec<Item>,
        summary: &mut Summary,
    ) -> Result<Vec<DocumentRecord>, BuildError> {
        items.sort_by(|a, b| a.source.id.cmp(&b.source.id));
        let ids: HashSet<&str> = items.iter().map(|item| item.source.id.as_str()).collect();
        summary.gone = self.old.documents.keys().filter(|id| !ids.contains(id.as_str())).count();
        let kept: Vec<Option<DocumentRecord>> = items.par_iter().map(|item| self.keep(item)).collect();
        let (mut documents, mut fresh) = (Vec::new(), Vec::new());
        for (item, kept) in items.into_iter().zip(kept) {
            match kept {
                Some(record) => documents.push(record),
                None => fresh.push(item),
            }
        }
        summary.unchanged = documents.len();
        summary.changed =
            fresh.iter().filter(|item| self.old.documents.contains_key(&item.source.id)).count();
        summary.new = fresh.len() - summary.changed;
        documents.extend(self.fresh(fresh, summary)?);
        documents.sort_by(|a, b| a.origin.id.cmp(&b.origin.id));
        for document in &documents {
            summary.counts += document.counts;
        }
        let corrected = documents
            .iter()
            .map(|record| (record.origin.path.as_str(), record.applied.clone(), record.unapplied.as_slice()));
        let missed = correct::missed(&corrected.collect::<Vec<_>>()).into_iter().map(Problem::from);
        self.problems.extend(missed.collect::<Vec<_>>());
        Ok(documents)
    }

    /// The record of a document that has not changed, when its files are as they were.
    fn keep(&self, item: &Item) -> Option<DocumentRecord> {
        let record = self.old.documents.get(&item.source.id)?;
        if record.key != self.key(item) || record.text.is_some() != self.build.keep_text {
            return None;
        }
        let (graph, text) = names(&item.source.id);
        let whole = self.generation.keep(&graph, &record.graph)
            && self.generation.keep(&counts(&graph), &record.counted)
            && record.text.as_ref().is_none_or(|stored| self.generation.keep(&text, stored));
        let origin = Origin { copies: item.source.copies.clone(), ..record.origin.clone() };
        whole.then(|| DocumentRecord { origin, ..record.clone() })
    }

    /// Reads documents that are new or have changed.
    fn fresh(&mut self, items: Vec<Item>, summary: &mut Summary) -> Result<Vec<DocumentRecord>, BuildError> {
        if items.is_empty() {
            return Ok(Vec::new());
        }
        (self.progress)(Step::Documents(items.len()));
        let lexicon = Lexicon::new(self.ontology()?);
        let read: Vec<Result<DocumentRecord, Unread>> = items
            .into_par_iter()
            .map(|item| {
                let id = item.source.id.clone();
                let record = self.read(item, &lexicon);
                (self.progress)(Step::Done(&id));
                record
            })
            .collect();
        drop(lexicon);
        let mut documents = Vec::new();
        for read in read {
            match read {
                Ok(record) => documents.push(record),
                Err(Unread::Source(problem, id)) => {
                    let count = if self.old.documents.contains_key(&id) {
                        &mut summary.changed
                    } else {
                        &mut summary.new
                    };
                    *count -= 1;
                    self.problems.push(problem);
                }
                Err(Unread::Build(error)) => return Err(error),
            }
        }
        Ok(documents)
    }

    fn read(&self, item: Item, lexicon: &Lexicon<'_>) -> Result<DocumentRecord, Unread> {
        let key = self.key(&item);
        let source = self.source(item, lexicon.ontology)?;
        let reading = crate::read(source, lexicon);
        let (graph, text) = names(&reading.source.id);
        let quads = graph::statements(&Named::new(&reading, lexicon.ontology, &self.build.base));
        let counted = self.count(&counts(&graph), &quads)?;
        let graph = self.generation.write(&graph, &trig(quads)?).map_err(BuildError::from)?;
        let text = self.build.keep_text.then(|| {
            let stored = self.generation.write(&text, reading.source.text.as_str().as_bytes());
            stored.map_err(BuildError::from)
        });
        Ok(DocumentRecord {
            key,
            origin: Origin::of(&reading, lexicon.ontology),
            counts: Counts::of(&reading),
            applied: reading.corrections.applied.iter().map(|made| made.line).collect(),
            unapplied: reading.corrections.unapplied,
            graph,
            counted,
            text: text.transpose()?,
        })
    }

    /// The source with its text and what is stated of it.
    fn source(&self, item: Item, ontology: &Ontology) -> Result<Source, Unread> {
        let (input, beside) = (&self.inputs[item.tag], self.stated[item.tag].clone().unwrap_or_default());
        let mut source = self.text(item)?;
        let id = source.id.clone();
        source.state(&input.shown(), beside, ontology).map_err(|problem| Unread::Source(problem, id))?;
        Ok(source)
    }

    /// The source with its text: one that was known by its digests is decoded now.
    fn text(&self, item: Item) -> Result<Source, Unread> {
        if !item.source.text.is_empty() {
            return Ok(item.source);
        }
        let input = &self.inputs[item.tag];
        let failed = |reason| Unread::Source(Problem::new(input.shown(), reason), item.source.id.clone());
        let (sources, _) = input.bytes().and_then(|bytes| input.read(bytes)).map_err(failed)?;
        let same = |source: &Source| {
            source.sha256 == item.source.sha256
                && sha256(source.text.as_str().as_bytes()) == item.digests.text
        };
        let found = sources.into_iter().find(same).ok_or_else(|| failed(Reason::Changed))?;
        let (body, told) = (found.body, found.told);
        Ok(Source { text: Text::new(found.text.as_str().to_owned()), body, told, ..item.source })
    }

    /// Digest of everything that decides what is read from a document.
    fn key(&self, item: &Item) -> String {
        let source = &item.source;
        let corrections = source.corrections.as_ref().map(|beside| digest(&[&beside.path, &beside.text]));
        let corrections = corrections.as_deref().unwrap_or_default();
        let stated = format!("{:?}", self.stated[item.tag]);
        digest(&[
            self.reading.as_str(),
            &source.id,
            &source.path,
            &source.sha256,
            &item.digests.text,
            &stated,
            corrections,
        ])
    }

    fn ontology(&self) -> Result<&Ontology, BuildError> {
        if let Some(ontology) = self.ontology.get() {
            return Ok(ontology);
        }
        let ontology = Ontology::with_vocabularies(&self.build.vocabularies)?;
        Ok(self.ontology.get_or_init(|| ontology))
    }

    fn metadata(&self, origins: &[Origin]) -> Result<SharedRecord, BuildError> {
        let told = serde_json::to_string(origins).map_err(io::Error::from)?;
        self.shared("meta.trig", digest(&[EXTRACTOR, self.build.base.as_str(), &told]), || {
            Ok(graph::metadata(origins, &self.build.base))
        })
    }

    fn vocabulary(&self) -> Result<SharedRecord, BuildError> {
        self.shared("vocabulary.trig", self.reading.clone(), || Ok(graph::vocabulary(self.ontology()?)))
    }

    /// Describes the whole: what each of its graphs adds has been counted.
    fn description(
        &self,
        shared: &[SharedRecord],
        documents: &[DocumentRecord],
    ) -> Result<Option<SharedRecord>, BuildError> {
        let paths = shared.iter().map(|record| (counts(&record.path), &record.counted));
        let paths = paths.filter_map(|(path, counted)| Some((path, counted.as_ref()?)));
        let own = documents.iter().map(|record| (counts(&names(&record.origin.id).0), &record.counted));
        let counted: Vec<(String, &Stored)> = paths.chain(own).collect();
        let key: Vec<&str> = counted.iter().map(|(_, stored)| stored.sha256.as_str()).collect();
        let path = "description.trig";
        let key = digest(&key);
        if let Some(known) = self.old.shared.get(path).filter(|known| known.key == key)
            && self.generation.keep(path, &known.stored)
        {
            return Ok(Some(known.clone()));
        }
        let read = |(path, _): &(String, &Stored)| -> Result<Tally, BuildError> {
            let bytes = self.generation.read(path)?;
            postcard::from_bytes(&bytes).map_err(|error| BuildError::Write(io::Error::other(error)))
        };
        let mut sums = Sums::default();
        // A few at a time: all of them together would take much memory.
        for some in counted.chunks(AT_ONCE) {
            let tallies: Vec<Tally> = some.par_iter().map(read).collect::<Result<_, _>>()?;
            for tally in tallies {
                sums.add(tally);
            }
        }
        let quads = describe::description(&sums.finish(), &self.build.base);
        let stored = self.generation.write(path, &trig(quads)?)?;
        Ok(Some(SharedRecord { path: path.to_owned(), key, stored, counted: None }))
    }

    /// Keeps a file that is made from the same as before, or writes it.
    fn shared(
        &self,
        path: &str,
        key: String,
        quads: impl FnOnce() -> Result<Vec<Quad>, BuildError>,
    ) -> Result<SharedRecord, BuildError> {
        if let Some(known) = self.old.shared.get(path).filter(|known| known.key == key)
            && let Some(counted) = &known.counted
            && self.generation.keep(path, &known.stored)
            && self.generation.keep(&counts(path), counted)
        {
            return Ok(known.clone());
        }
        let quads = quads()?;
        let counted = self.count(&counts(path), &quads)?;
        let stored = self.generation.write(path, &trig(quads)?)?;
        Ok(SharedRecord { path: path.to_owned(), key, stored, counted: Some(counted) })
    }

    /// Writes what a graph adds to the description of the whole.
    fn count(&self, path: &str, quads: &[Quad]) -> Result<Stored, BuildError> {
        let tally = postcard::to_stdvec(&Tally::of(quads, &self.build.base)).map_err(io::Error::other)?;
        Ok(self.generation.write(path, &tally)?)
    }
}

/// Why a document was not read.
enum Unread {
    /// It is no longer what it was a moment ago; with its id.
    Source(Problem, String),
    /// Nothing can go on.
    Build(BuildError),
}

impl From<BuildError> for Unread {
    fn from(error: BuildError) -> Self {
        Self::Build(error)
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Build(error.into())
    }
}

/// Where the statements and the text of a document stand in the graph folder.
fn names(id: &str) -> (String, String) {
    (format!("documents/{id}.trig"), format!("text/{id}.txt"))
}

/// Where the counts of a graph stand.
fn counts(path: &str) -> String {
    let path = path.strip_prefix("documents/").unwrap_or(path);
    format!("counts/{}.bin", path.strip_suffix(".trig").unwrap_or(path))
}

/// Digest of some words.
fn digest(parts: &[&str]) -> String {
    sha256(parts.join("\n").as_bytes())
}

fn trig(quads: Vec<Quad>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Format::TriG.exporter().write(&Content { quads, facts: Vec::new() }, &mut bytes)?;
    Ok(bytes)
}
