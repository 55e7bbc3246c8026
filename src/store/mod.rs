//! Graphs on disk and in memory.
//!
//! On disk a graph is a folder of plain RDF ([`Generation`], [`load`]); in memory it is oxigraph's store behind
//! [`Memory`], with the union of the named graphs as default graph. Any folder of RDF files will do as a graph.

mod current;
mod error;
mod generation;
mod load;
mod lock;
mod memory;

pub use current::current;
pub use error::StoreError;
pub use generation::{Generation, Stored};
pub use load::{Loaded, load};
pub use memory::Memory;
