//! Sheets that people have edited, made into corrections: what differs from the report as it is read now.
//!
//! A sheet is one that `cetu export` wrote, as a workbook or CSV. Rows are known by their quotation and number, so they
//! may be sorted, filtered and deleted; a row that is gone changes nothing. The column `action` says `reject` or `add`.

mod compare;
mod open;
mod program;

pub use compare::{Edited, Known, compare};
pub use open::{Row, SheetError, open};
