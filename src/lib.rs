//! Cetu (策图) reads Chinese policy reports and turns what they say into RDF.
//!
//! Data flows one way, and a module uses only what stands before it:
//! document → text → outline → facts → correct → graph → store → export, build, query, describe → catalogue →
//! compare → site, serve. The ontology stands beside the first half as lexicon and beside the second as vocabulary.

pub mod build;
pub mod catalogue;
pub mod check;
pub mod compare;
pub mod correct;
pub mod describe;
pub mod diff;
pub mod document;
pub mod export;
pub mod facts;
pub mod graph;
pub mod lexicon;
pub mod ontology;
pub mod outline;
pub mod query;
pub mod serve;
pub mod sheet;
pub mod site;
pub mod store;
pub mod text;

/// Everything read from one file, from its bytes to its facts.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The file.
    pub source: document::Source,
    /// Its documents and headings.
    pub outline: outline::Outline,
    /// Its facts, put right by the corrections.
    pub facts: facts::Facts,
    /// What became of the corrections that stand beside the file.
    pub corrections: correct::Corrections,
}

/// Reads a file: its outline, then its facts, then what people have put right in them.
#[must_use]
pub fn read(source: document::Source, lexicon: &lexicon::Lexicon<'_>) -> Reading {
    let outline = outline::Outline::read(&source, lexicon);
    let mut facts = facts::Facts::read(&source.text, &outline, lexicon);
    let corrections = correct::apply(&source, &outline, lexicon, &mut facts);
    Reading { source, outline, facts, corrections }
}
