use super::{Context, Explanation, explanation};
use crate::facts::{Aspect, Comparator, Direction, Status};
use crate::graph::edtf;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;
use serde_json::Number;

/// A quantity.
#[derive(Debug, Clone, Serialize)]
pub struct FigureFact {
    /// Offset of the number.
    pub start: usize,
    /// The number with its unit, as printed.
    pub exact: String,
    /// Offset of the quotation.
    pub quote_start: usize,
    /// The clause that carries the fact.
    pub quote: String,
    /// The number in the base unit; a change keeps its printed magnitude.
    pub value: Number,
    /// High end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value2: Option<Number>,
    /// Code of the unit.
    pub unit: String,
    /// `eq` `approx` `approx-below` `gt` `ge` `lt` `le` `range`.
    pub comparator: &'static str,
    /// `level` `rate` `share` `change` `rank` `ratio` `multiple` `duration`.
    pub aspect: &'static str,
    /// `up` or `down` for a change.
    pub direction: Option<&'static str>,
    /// `actual` `target` `standard`.
    pub status: &'static str,
    /// Label of the indicator.
    pub indicator: String,
    /// The words it was read from.
    pub indicator_text: String,
    /// IRI of the indicator.
    pub indicator_iri: String,
    /// Name of the place.
    pub place: String,
    /// GB/T 2260 code of the place.
    pub place_code: Option<String>,
    /// The time, in EDTF.
    pub period: Option<String>,
    /// True for yearly and monthly amounts.
    pub recurring: bool,
    /// Groups counted or served.
    pub group: Vec<String>,
    /// Name of the program it belongs to.
    pub program: Option<String>,
    /// Heading it stands under.
    pub section: Option<String>,
    /// IRI of the figure it is a part of.
    pub part_of: Option<String>,
    /// IRI of the whole that a share is taken of.
    pub share_of: Option<String>,
    /// IRI of the figure that a change was measured on.
    pub change_of: Option<String>,
    /// IRI of the actual figure that a target was set for.
    pub target_of: Option<String>,
    /// IRI.
    pub id: String,
    /// IRI of the document.
    pub document: String,
    /// Rule that read it.
    pub rule: &'static str,
    /// Why it is what it is; only when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Box<Explanation>>,
}

impl FigureFact {
    /// A value of it for people: a change with its sign, `−0.7` or `+2.3`.
    pub(in crate::export) fn signed(&self, value: &Number) -> String {
        let sign = match self.direction.filter(|_| self.aspect == "change" && value.as_f64() != Some(0.0)) {
            Some("down") => "−",
            Some(_) => "+",
            None => "",
        };
        format!("{sign}{value}")
    }
}

pub(super) fn of(context: &Context<'_>, index: usize) -> FigureFact {
    let text = &context.reading.source.text;
    let facts = &context.reading.facts;
    let figure = &facts.figures[index];
    let iri = |index: Option<usize>| Some(context.names.figures.get(index?)?.as_str().to_owned());
    let program = figure.program.and_then(|index| facts.programs.get(index));
    FigureFact {
        start: figure.span.start,
        exact: text.slice(figure.span),
        quote_start: figure.quote.start,
        quote: text.slice(figure.quote),
        value: number(figure.value),
        value2: figure.value2.map(number),
        unit: context.unit(figure.unit),
        comparator: comparator(figure.comparator),
        aspect: aspect(figure.aspect),
        direction: figure.direction.map(|direction| match direction {
            Direction::Up => "up",
            Direction::Down => "down",
        }),
        status: match figure.status {
            Status::Actual => "actual",
            Status::Target => "target",
            Status::Standard => "standard",
        },
        indicator: figure.indicator.label.clone(),
        indicator_text: figure.indicator.text.clone(),
        indicator_iri: context.names.indicators[index].as_str().to_owned(),
        place: figure.place.name.clone(),
        place_code: context.place_code(&figure.place),
        period: figure.period.map(edtf).filter(|period| !period.is_empty()),
        recurring: figure.recurring,
        group: context.labels(&figure.groups),
        program: program.map(|program| program.label(text)),
        section: context.heading(figure.document, figure.section),
        part_of: iri(figure.relations.part_of),
        share_of: iri(figure.relations.share_of),
        change_of: iri(figure.relations.change_of),
        target_of: iri(figure.relations.target_of),
        id: context.names.figures[index].as_str().to_owned(),
        document: context.names.document(figure.document).as_str().to_owned(),
        rule: figure.rule.name(),
        explanation: context.explain.then(|| Box::new(explanation::figure(context, figure))),
    }
}

fn number(value: Decimal) -> Number {
    let value = value.normalize();
    match value.to_i64().filter(|_| value.is_integer()) {
        Some(whole) => whole.into(),
        None => value.to_f64().and_then(Number::from_f64).unwrap_or_else(|| 0.into()),
    }
}

const fn comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Exact => "eq",
        Comparator::About => "approx",
        Comparator::Nearly => "approx-below",
        Comparator::Over => "gt",
        Comparator::AtLeast => "ge",
        Comparator::Under => "lt",
        Comparator::UpTo => "le",
        Comparator::Between => "range",
    }
}

const fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Level => "level",
        Aspect::Rate => "rate",
        Aspect::Share => "share",
        Aspect::Change => "change",
        Aspect::Rank => "rank",
        Aspect::Ratio => "ratio",
        Aspect::Multiple => "multiple",
        Aspect::Duration => "duration",
    }
}
