//! Reading programs: named instruments of policy, by quotation marks, titles, head nouns and the verbs that introduce them.

mod head;
mod name;
mod quotation;
mod reader;

pub(crate) use reader::programs;
