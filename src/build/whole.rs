use super::documents::names;
use super::manifest::{DocumentRecord, SharedRecord};
use super::run::{Run, digest, trig};
use super::{BuildError, EXTRACTOR};
use crate::describe::{self, Tally};
use crate::graph::{self, Origin};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;
use rayon::prelude::*;
use std::io;
use std::sync::PoisonError;

/// Where the tally of all documents and the vocabulary stands in the graph folder.
const COUNTS: &str = "counts.bin";
const METADATA: &str = "meta.trig";
/// How many documents are counted again at once.
const AT_ONCE: usize = 64;

impl Run<'_> {
    /// Writes what no document decides alone.
    pub(super) fn whole(
        &self,
        documents: &[DocumentRecord],
        origins: &[Origin],
    ) -> Result<Vec<SharedRecord>, BuildError> {
        let graphs: Vec<&str> = documents.iter().map(|record| record.graph.sha256.as_str()).collect();
        let key = digest(&[self.reading.as_str(), &graphs.join("\n")]);
        let counts = self.known(COUNTS, &key);
        let ((vocabulary, metadata), sums) = rayon::join(
            || (self.vocabulary(), self.metadata(origins)),
            || if counts.is_some() { Ok(None) } else { self.sums().map(Some) },
        );
        let (vocabulary, (metadata, tally), sums) = (vocabulary?, metadata?, sums?);
        let (counts, description) = rayon::join(
            || match (counts, &sums) {
                (None, Some(sums)) => self.counts(&key, sums),
                (counts, _) => Ok(counts),
            },
            || self.description(digest(&[&metadata.key, &key]), tally, sums.as_ref()),
        );
        Ok([metadata, vocabulary, description?].into_iter().chain(counts?).collect())
    }

    fn vocabulary(&self) -> Result<SharedRecord, BuildError> {
        let (path, key) = ("vocabulary.trig", self.reading.clone());
        if let Some(known) = self.known(path, &key) {
            return Ok(known);
        }
        let stored = self.generation.write(path, &trig(graph::vocabulary(self.ontology()?))?)?;
        Ok(SharedRecord { path: path.to_owned(), key, stored })
    }

    /// The graph of where all documents come from; what it adds to the description, unless it is as before.
    fn metadata(&self, origins: &[Origin]) -> Result<(SharedRecord, Option<Tally>), BuildError> {
        let told = serde_json::to_string(origins).map_err(io::Error::from)?;
        let (path, key) = (METADATA, digest(&[EXTRACTOR, self.build.base.as_str(), &told]));
        if let Some(known) = self.known(path, &key) {
            return Ok((known, None));
        }
        let quads = graph::metadata(origins, &self.build.base);
        let tally = Tally::of(&quads, &self.build.base);
        let stored = self.generation.write(path, &trig(quads)?)?;
        Ok((SharedRecord { path: path.to_owned(), key, stored }, Some(tally)))
    }

    /// The tally of all documents and the vocabulary: the old one, less what is gone and with what is fresh.
    fn sums(&self) -> Result<Tally, BuildError> {
        let stays = |record: &&DocumentRecord| self.generation.is_kept(&names(&record.origin.id).0);
        let (kept, gone): (Vec<&DocumentRecord>, Vec<_>) = self.old.documents.values().partition(stays);
        let mut sums = match self.less(&gone).filter(|_| gone.len() <= kept.len()) {
            Some(sums) => sums,
            None => self.recount(&kept)?,
        };
        sums.add(&self.fresh.lock().unwrap_or_else(PoisonError::into_inner));
        sums.settle();
        Ok(sums)
    }

    /// Keeps the tally for the next build.
    fn counts(&self, key: &str, sums: &Tally) -> Result<Option<SharedRecord>, BuildError> {
        let bytes = postcard::to_stdvec(sums).map_err(io::Error::other)?;
        let stored = self.generation.write(COUNTS, &bytes)?;
        Ok(Some(SharedRecord { path: COUNTS.to_owned(), key: key.to_owned(), stored }))
    }

    /// The old tally without what is gone; none when it cannot be had.
    fn less(&self, gone: &[&DocumentRecord]) -> Option<Tally> {
        let stored = &self.old.shared.get(COUNTS)?.stored;
        let mut sums = postcard::from_bytes(&self.generation.was(COUNTS, stored)?).ok()?;
        self.each(gone, |tally| Tally::remove(&mut sums, tally)).then_some(sums)
    }

    /// The tally of the vocabulary and of documents that stay.
    fn recount(&self, kept: &[&DocumentRecord]) -> Result<Tally, BuildError> {
        let mut sums = Tally::of(&graph::vocabulary(self.ontology()?), &self.build.base);
        if self.each(kept, |tally| sums.add(tally)) {
            return Ok(sums);
        }
        let out = self.build.out.display();
        Err(io::Error::other(format!("{out} is damaged; remove it and build again")).into())
    }

    /// Counts documents of the old graph; false when one of them is not what it was.
    fn each(&self, records: &[&DocumentRecord], mut take: impl FnMut(&Tally)) -> bool {
        // A few at a time: all of them together would take much memory.
        records.chunks(AT_ONCE).all(|some| {
            let tallies: Option<Vec<Tally>> = some.par_iter().map(|record| self.tally(record)).collect();
            tallies.iter().flatten().for_each(&mut take);
            tallies.is_some()
        })
    }

    fn tally(&self, record: &DocumentRecord) -> Option<Tally> {
        let bytes = self.generation.was(&names(&record.origin.id).0, &record.graph)?;
        Some(Tally::of(&quads(&bytes).ok()?, &self.build.base))
    }

    /// Describes the whole, from what its graphs add to it as far as that has been counted.
    fn description(
        &self,
        key: String,
        metadata: Option<Tally>,
        sums: Option<&Tally>,
    ) -> Result<SharedRecord, BuildError> {
        let path = "description.trig";
        if let Some(known) = self.known(path, &key) {
            return Ok(known);
        }
        let mut sums = match sums {
            Some(sums) => sums.clone(),
            None => postcard::from_bytes(&self.generation.read(COUNTS)?).map_err(io::Error::other)?,
        };
        let metadata = match metadata {
            Some(metadata) => metadata,
            None => Tally::of(&quads(&self.generation.read(METADATA)?)?, &self.build.base),
        };
        sums.add(&metadata);
        sums.settle();
        let quads = describe::description(&sums.statistics(), &self.build.base);
        let stored = self.generation.write(path, &trig(quads)?)?;
        Ok(SharedRecord { path: path.to_owned(), key, stored })
    }

    /// A file that is made from the same as before, if the old graph has it still.
    fn known(&self, path: &str, key: &str) -> Option<SharedRecord> {
        let known = self.old.shared.get(path).filter(|known| known.key == key)?;
        self.generation.keep(path, &known.stored).then(|| known.clone())
    }
}

/// The statements of a file.
fn quads(trig: &[u8]) -> io::Result<Vec<Quad>> {
    let parser = RdfParser::from_format(RdfFormat::TriG).for_slice(trig);
    parser.map(|quad| quad.map_err(io::Error::other)).collect()
}
