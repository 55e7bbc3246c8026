use crate::Reading;
use std::fmt;
use std::ops::Add;

/// How many of a text's numbers are accounted for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Numbers of the text.
    pub numbers: usize,
    /// Of these, those that became a figure or are known to be a date, an ordinal, part of a name and the like.
    pub known: usize,
}

impl Add for Coverage {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { numbers: self.numbers + other.numbers, known: self.known + other.known }
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} of {} numbers in the text are read or known not to be figures",
            self.known, self.numbers
        )
    }
}

/// Counts the numbers of a text, and those that became a figure or are known to be none.
#[must_use]
pub fn coverage(reading: &Reading) -> Coverage {
    let facts = &reading.facts;
    Coverage { numbers: facts.numbers, known: facts.numbers - facts.unread.len().min(facts.numbers) }
}
