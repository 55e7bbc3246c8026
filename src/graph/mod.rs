//! Readings as RDF: what a document says, in the terms of the ontology.
//!
//! [`statements`] turns one [`Reading`](crate::Reading) into quads, one named graph a document; [`vocabulary`] gives the
//! ontology, the vocabularies and the regions, [`metadata`] says which run made what from which bytes.
//! Terms and quads are oxigraph's (`oxigraph::model`); [`sophia`] hands them to users of sophia's traits.
//!
//! The same reading always gives the same quads: no blank node, no clock, no counter in hash order.
//! It does not merge what two documents say about one thing; each keeps its own observation.

mod claim;
mod code;
mod document;
mod enumeration;
mod evaluation;
mod evidence;
mod iri;
mod metadata;
mod named;
mod names;
mod number;
mod observation;
mod organisation;
mod period;
mod place;
mod policy;
mod program;
mod recognition;
#[cfg(test)]
pub(crate) mod sample;
mod slug;
pub mod sophia;
mod statements;
pub mod terms;
mod vocabulary;
mod whole;

pub use iri::{Base, BaseError};
pub use metadata::metadata;
pub use named::Named;
pub use names::Names;
pub use period::edtf;
pub(crate) use slug::path as slug_path;
pub(crate) use statements::Statements;
pub use statements::statements;
pub(crate) use vocabulary::glossary;
pub use vocabulary::{used, vocabulary};
pub use whole::Graph;
