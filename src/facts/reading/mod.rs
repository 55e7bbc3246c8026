//! Reading figures: what a quantity measures, whose it is, of what time, and what it belongs to.

mod aspect;
mod distribute;
mod implied;
mod indicator;
mod linking;
mod pair;
mod passage;
mod period;
mod place;
mod reader;
mod relation;
mod slot;
mod status;
mod time;
mod topic;
mod wording;
mod yardstick;

pub(crate) use passage::{Passage, passages};
pub(crate) use place::Places;
pub(crate) use reader::figures;
pub(crate) use time::plan_period;
pub(crate) use wording::fits;
