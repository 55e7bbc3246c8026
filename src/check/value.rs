use super::Findings;
use super::quotation::{Properties, Subjects, node, value};
use crate::facts;
use crate::facts::rule::figures::TABLE;
use crate::graph::terms::{cetu, dcterms};
use crate::lexicon::Lexicon;
use crate::text::{Span, Text};
use oxigraph::model::vocab::rdfs;
use oxigraph::model::{NamedNodeRef, Term};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// Reads the printed numbers again, each text once.
pub(super) struct Printed<'a> {
    lexicon: &'a Lexicon<'a>,
    factors: Vec<Decimal>,
    texts: HashMap<&'a str, HashMap<Span, facts::Quantity>>,
}

impl<'a> Printed<'a> {
    pub(super) fn new(lexicon: &'a Lexicon<'a>) -> Self {
        let units = lexicon.ontology.below("unit/").filter_map(|(_, unit)| unit.factor.as_deref());
        let mut factors: Vec<Decimal> = units.filter_map(|factor| factor.parse().ok()).collect();
        factors.push(Decimal::ONE);
        factors.sort_unstable();
        factors.dedup();
        Self { lexicon, factors, texts: HashMap::new() }
    }

    /// The quantity that is printed at a span.
    fn at(&mut self, text: &'a Text, span: Span) -> Option<&facts::Quantity> {
        let lexicon = self.lexicon;
        let read = self.texts.entry(text.as_str()).or_insert_with(|| {
            let all = facts::quantities(text, lexicon, Span::new(0, text.len()));
            all.into_iter().map(|quantity| (quantity.span, quantity)).collect()
        });
        read.get(&span)
    }

    /// Compares the value, the bounds and the unit of a figure with the number at a span of its text.
    pub(super) fn check(
        &mut self,
        iri: &str,
        figure: &Properties<'_>,
        subjects: &Subjects<'_>,
        (text, span): (&'a Text, Span),
        findings: &mut Findings,
    ) {
        let words = value(figure, cetu::VALUE_TEXT).unwrap_or_default();
        let Some(stated) = value(figure, cetu::VALUE) else { return };
        let Ok(number) = stated.parse::<Decimal>() else {
            return findings.add(iri, format!("the value {stated} is no number"));
        };
        let given = Given::of(figure, subjects);
        if given.any {
            if !given.values.is_empty() && !given.values.iter().any(|value| value.abs() == number.abs()) {
                findings
                    .add(iri, format!("the value is {stated}, but its correction gives {}", given.values[0]));
            }
            return;
        }
        let tabled = value(figure, dcterms::PROVENANCE) == Some(TABLE.name());
        let factors = self.factors.clone();
        let ontology = self.lexicon.ontology;
        let Some(read) = self.at(text, span).filter(|_| !tabled) else {
            // The unit of a cell stands elsewhere in its table: the digits must be those of the cell.
            if let Some(cell) = printed(words)
                && !factors.iter().any(|factor| same_digits(cell.checked_mul(*factor), number))
            {
                findings.add(iri, format!("the value is {stated}, but “{words}” is printed"));
            }
            return;
        };
        let change = node(figure, cetu::ASPECT).is_some_and(|aspect| aspect.ends_with("/aspect-change"));
        let (low, high) = (read.value, read.value2.unwrap_or(read.value));
        // A fall is negative, and its bounds change places.
        let fall = change && number == -low && number != low;
        let (expected, low, high) = if fall { (-low, -high, -low) } else { (low, low, high) };
        if number != expected {
            let read = expected.normalize();
            findings.add(iri, format!("the value is {stated}, but “{words}” reads {read}"));
        }
        for (property, name, bound) in [(cetu::MIN_VALUE, "lower", low), (cetu::MAX_VALUE, "upper", high)] {
            if let Some(stated) = value(figure, property)
                && stated.parse() != Ok(bound)
            {
                let read = bound.normalize();
                findings.add(iri, format!("the {name} bound is {stated}, but “{words}” reads {read}"));
            }
        }
        // A unit of the user's own may not be known here.
        if let (Some(unit), Some(read)) = (node(figure, cetu::UNIT), &read.unit)
            && ontology.find(unit).is_some_and(|unit| unit != read.concept)
        {
            let (unit, read) = (code(unit), ontology.concept(read.concept).code());
            findings.add(iri, format!("the unit is {unit}, but “{words}” reads {read}"));
        }
    }
}

/// What corrections give for a figure in place of what is printed.
#[derive(Default)]
struct Given {
    /// Whether they give a value, an upper bound or a unit, or the whole figure.
    any: bool,
    values: Vec<Decimal>,
}

impl Given {
    /// As the corrections tell it: `value: 125000 → 125300; unit: household → person`, `added: 就业人数 5000`.
    fn of(figure: &Properties<'_>, subjects: &Subjects<'_>) -> Self {
        let mut given = Self::default();
        for correction in nodes(figure, cetu::CORRECTION) {
            let label = subjects.get(correction).and_then(|correction| value(correction, rdfs::LABEL));
            for part in label.unwrap_or_default().split("; ") {
                let value = match part.split_once(": ") {
                    Some(("value", told)) => told.rsplit_once(" → ").map(|(_, new)| new),
                    Some(("added", told)) => told.rsplit_once(' ').map(|(_, new)| new),
                    Some(("high" | "unit", _)) => None,
                    _ => continue,
                };
                given.any = true;
                given.values.extend(value.and_then(|value| value.parse::<Decimal>().ok()));
            }
        }
        given
    }
}

fn nodes<'p>(properties: &Properties<'p>, property: NamedNodeRef<'p>) -> impl Iterator<Item = &'p str> {
    let terms = properties.get(&property).cloned().unwrap_or_default().into_iter();
    terms.filter_map(|term| match term {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => None,
    })
}

/// The digits of a cell as a number, without its scale.
fn printed(words: &str) -> Option<Decimal> {
    let half = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        '．' => Some('.'),
        c => Some(c),
    };
    let words: String = words.chars().filter_map(half).filter(|c| !matches!(c, ',' | '，' | ' ')).collect();
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let rest = &words[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    rest[..end].trim_end_matches('.').parse().ok()
}

/// Whether two numbers differ by their sign and a power of ten at most.
fn same_digits(printed: Option<Decimal>, number: Decimal) -> bool {
    let digits =
        |number: Decimal| number.mantissa().unsigned_abs().to_string().trim_end_matches('0').to_owned();
    printed.is_some_and(|printed| digits(printed) == digits(number))
}

fn code(iri: &str) -> &str {
    iri.rsplit('/').next().unwrap_or(iri)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_compared_by_its_digits() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(printed("１，２３４．50万人"), Some(number("1234.50")));
        assert_eq!(printed("—"), None);
        assert!(same_digits(printed("-121.5"), number("1215000")));
        assert!(!same_digits(printed("121.5"), number("1215001")));
    }
}
