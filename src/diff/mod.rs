//! What differs between two graphs, or two versions of a document: figures and programs added, removed, changed.
//!
//! Facts are the same when they are read from the same words of the same document; those whose words have changed are
//! known by what they measure. Where a fact stands in the text does not matter: a paragraph put in before it changes
//! nothing.

mod change;
mod thing;
mod write;

pub use change::{Change, Sort, compare};
pub use thing::{Kind, Thing, things};
pub use write::{patch, summary, write_jsonl, write_text};
