//! Reading tables: a figure in a cell is told by its row head, its column head and the lines above the table.
//!
//! The indicator comes from the row head with the column head, the unit from the cell, the column head, a column of
//! units, the row head or the line above (单位：万元), the year from the column head, the row head or the line above.

mod cell;
mod grid;
mod head;
mod measure;
mod merge;
mod reader;
mod sort;

pub(crate) use merge::merge;
pub(crate) use reader::figures;
