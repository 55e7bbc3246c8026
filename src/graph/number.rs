use crate::facts::{Aspect, Comparator, Direction, Figure};
use oxigraph::model::Literal;
use oxigraph::model::vocab::xsd;
use rust_decimal::Decimal;

/// A number as a literal: `xsd:integer` when it is whole, otherwise `xsd:decimal`.
pub(super) fn literal(value: Decimal) -> Literal {
    let value = value.normalize();
    let datatype = if value.is_integer() { xsd::INTEGER } else { xsd::DECIMAL };
    Literal::new_typed_literal(value.to_string(), datatype)
}

pub(super) fn whole(value: usize) -> Literal {
    Literal::new_typed_literal(value.to_string(), xsd::INTEGER)
}

/// The value of a figure with the bounds its words allow; a fall is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) value: Decimal,
    pub(super) min: Option<Decimal>,
    pub(super) max: Option<Decimal>,
}

impl Bounds {
    pub(super) fn of(figure: &Figure) -> Self {
        let value = figure.value;
        let (min, max) = match figure.comparator {
            Comparator::Exact => (Some(value), Some(figure.value2.unwrap_or(value))),
            Comparator::Between => (Some(value), figure.value2),
            Comparator::Nearly | Comparator::UpTo | Comparator::Under => {
                (None, Some(figure.value2.unwrap_or(value)))
            }
            Comparator::Over | Comparator::AtLeast => (Some(value), None),
            Comparator::About => (None, None),
        };
        if figure.aspect == Aspect::Change && figure.direction == Some(Direction::Down) {
            Self { value: -value, min: max.map(|m| -m), max: min.map(|m| -m) }
        } else {
            Self { value, min, max }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_integers() {
        assert_eq!(
            literal(Decimal::new(12_722_000, 1)).to_string(),
            "\"1272200\"^^<http://www.w3.org/2001/XMLSchema#integer>"
        );
        assert_eq!(literal(Decimal::new(4530, 3)).value(), "4.53");
    }
}
