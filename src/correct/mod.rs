//! Corrections: what a person has put right in what was read, kept in a plain file beside the report.
//!
//! `report.corrections.toml` stands beside `report.txt`. Each entry names the words of the report that it is about, so
//! that it holds when the report is read again, or edited elsewhere. [`apply`] puts the facts right; what no longer
//! finds its words is reported with file and line.
//!
//! ```
//! let file = "[[correction]]\nquote = \"新增就业12万人\"\nvalue = 121000\nby = \"王芳\"\nwhy = \"以年鉴为准\"\n";
//! let entries = cetu::correct::parse(file).unwrap();
//! assert_eq!((entries[0].line, entries[0].correction.by.as_deref()), (1, Some("王芳")));
//! ```

mod anchor;
mod apply;
mod correction;
mod edtf;
mod file;
mod link;

pub use anchor::{Quotation, locate, passage};
pub use apply::{Applied, Corrections, NOTHING, Target, Unapplied, apply, missed, near};
pub use correction::{Action, Amount, Correction, Subject};
pub use file::{Entry, FileError, add, parse, remove};
pub use link::unknown_place;
