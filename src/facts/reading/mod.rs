//! Reading figures: what a quantity measures, whose it is, of what time, and what it belongs to.

mod aspect;
mod distribute;
mod implied;
mod indicator;
mod items;
mod linking;
mod local;
mod pair;
mod passage;
mod period;
mod place;
mod reader;
mod relation;
mod row;
mod slot;
mod status;
mod time;
mod topic;
mod wording;
mod yardstick;

pub(crate) use indicator::join;
pub(crate) use linking::concept;
pub(crate) use local::{Local, locals};
pub(crate) use passage::{Passage, passages, years_of};
pub(crate) use place::Places;
pub(crate) use reader::figures;
pub(crate) use time::{Years, mentions, plan_period, years};
pub(crate) use wording::fits;
