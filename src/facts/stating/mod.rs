//! Reading what is stated in words: bodies, policy documents, enumerations, evaluation, awards and claims.

mod about;
mod award;
mod claim;
mod claim_rule;
mod criteria;
mod local;
mod member;
mod organisation;
mod policy;
mod reader;
mod recipient;
mod row;
#[cfg(test)]
pub(crate) mod sample;
mod title;

pub(crate) use award::recognitions;
pub(crate) use claim::{Known, claims};
pub(crate) use criteria::evaluations;
pub(crate) use organisation::{organisations, partner};
pub(crate) use policy::policies;
pub(crate) use reader::{Reader, clause_at};
pub(crate) use row::enumerations;
