use crate::facts::figure::Comparator;
use crate::lexicon::Unit;
use crate::text::Span;
use rust_decimal::Decimal;

/// A number with its unit and hedges, before anything is known of what it measures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    /// The number through its unit and the approximation words behind it.
    pub(crate) span: Span,
    /// The same with the hedge words before it.
    pub(crate) hedged: Span,
    /// Value in the base unit.
    pub(crate) value: Decimal,
    /// High end of a range.
    pub(crate) value2: Option<Decimal>,
    /// The unit; `None` when it is not printed.
    pub(crate) unit: Option<Unit>,
    /// How exactly it is stated.
    pub(crate) comparator: Comparator,
    /// What made it a quantity.
    pub(crate) form: Form,
}

/// What made a number a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Number and printed unit.
    Plain,
    /// A scaled or hedged number whose unit is left out (12.6万贫困人口).
    Elided,
    /// A bare number, to be read as an index, a ratio or nothing.
    Bare,
    /// A place in an ordering.
    Rank,
    /// a : b.
    Ratio,
}

/// What was found where digits or Chinese numerals stand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Found {
    /// A quantity.
    Quantity(Quantity),
    /// A number that is none: a date, a document number, an ordinal, a name.
    Other(Span, Other),
}

impl Found {
    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Quantity(quantity) => quantity.span,
            Self::Other(span, _) => *span,
        }
    }
}

/// Why a number is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Other {
    /// A year, month, day, quarter or clock time, or a number of years that dates something.
    Date,
    /// 第三次, 第一批.
    Ordinal,
    /// Part of a name, a title or a set phrase.
    Name,
    /// The number of a document.
    DocumentNumber,
    /// A denominator: 每万人.
    Denominator,
    /// A small count written out: 三个方面.
    Count,
    /// An age.
    Age,
    /// Not understood.
    Unknown,
}
