use super::Stated;

/// What is wrong with something that a user states about a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misstated {
    /// The block or the file cannot be parsed.
    #[error("{0}; mend it")]
    Syntax(String),
    /// A table that `cetu.toml` does not have.
    #[error("there is no table [{0}]; write [default] or [files.\"NAME\"]")]
    Table(String),
    /// A pattern of file names that is none.
    #[error("“{0}” is no pattern; * stands for any characters, ? for one")]
    Pattern(String),
    /// A table for a file that is not there.
    #[error("there is no file {0} beside it; mend the name")]
    File(String),
    /// A key that is not known.
    #[error("there is no key {0}; known are {keys}", keys = Stated::KEYS.join(", "))]
    Key(String),
    /// A value that is empty, a list or a table.
    #[error("{0} wants a text, a number or a date")]
    Value(String),
    /// A date that is none.
    #[error("“{0}” is no date; write 2018, 2018-04 or 2018-04-28")]
    Date(String),
    /// A year that is none.
    #[error("“{0}” is no year; write four digits")]
    Year(String),
    /// A region that no vocabulary has.
    #[error(
        "the region “{0}” is not known; give its full name or its GB/T 2260 code, such as 浙江省 or 330000"
    )]
    Region(String),
    /// A name that several regions have.
    #[error("several regions are called “{name}”; give a code: {codes}")]
    Regions {
        /// The name.
        name: String,
        /// The codes of those that bear it.
        codes: String,
    },
    /// A kind of document that no vocabulary has.
    #[error("the kind “{name}” is not known; known are {known}")]
    Kind {
        /// The name.
        name: String,
        /// Labels of the known kinds.
        known: String,
    },
    /// An address that is no IRI.
    #[error("“{0}” is no address; write it whole, as in https://example.org/report.html")]
    Address(String),
}

impl Misstated {
    /// What becomes of the files that it is said of; a file that is not there loses nothing.
    pub(in crate::document) const fn after(&self) -> &'static str {
        if matches!(self, Self::File(_)) { "" } else { "; what it is said of is left out" }
    }
}
