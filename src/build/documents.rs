use super::manifest::DocumentRecord;
use super::run::{Run, digest, trig};
use super::{BuildError, Counts, Step, Summary};
use crate::correct;
use crate::describe::Tally;
use crate::document::{Item, Problem, Reason, Source, sha256};
use crate::graph::{self, Named, Origin};
use crate::lexicon::Lexicon;
use crate::ontology::Ontology;
use crate::text::Text;
use rayon::prelude::*;
use std::collections::HashSet;
use std::io;
use std::sync::PoisonError;

impl Run<'_> {
    /// Keeps or reads every document, in the order of ids.
    pub(super) fn documents(
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
        let tally = Tally::of(&quads, &self.build.base);
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner).add(&tally);
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
pub(super) fn names(id: &str) -> (String, String) {
    (format!("documents/{id}.trig"), format!("text/{id}.txt"))
}
