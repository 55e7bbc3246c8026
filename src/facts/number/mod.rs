//! Numbers: what stands where digits or Chinese numerals stand, with unit and hedges.

mod date;
mod exclusion;
mod fraction;
mod hedge;
mod numeral;
mod quantity;
mod range;
mod rank;
mod scan;
mod unit;

pub(crate) use numeral::{digit, is_chinese_numeral, numeral};
pub(crate) use quantity::{Form, Found, Other, Quantity};
pub(crate) use scan::scan;
