use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use toml::value::Datetime;

/// One entry of a file of corrections. What is left out stays as it was read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The words of the report that it is about.
    pub quote: String,
    /// The words before these; needed when they stand in the report more than once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// The words behind them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// The number in the quotation that is meant, as printed; needed when it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Id of the row, when the report is one of several in a table of documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// What to do.
    #[serde(default)]
    pub action: Action,
    /// What sort of fact it is about.
    #[serde(default, skip_serializing_if = "Subject::is_figure")]
    pub fact: Subject,
    /// The value in the base unit; the low end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Amount>,
    /// The high end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Amount>,
    /// The unit: its code, label or IRI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The indicator: a label, code or IRI of the vocabulary, or words that make a candidate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// The place: its name or GB/T 2260 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The period in EDTF (2017, 2017-12, 2021/2025, ../2017); empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The kind of a program: its code, label or IRI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Datetime>,
}

/// What a correction does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Changes a fact that was read.
    #[default]
    Change,
    /// Takes a fact out.
    Reject,
    /// Puts in one that was missed.
    Add,
}

/// What sort of fact a correction is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A figure.
    #[default]
    Figure,
    /// A program.
    Program,
}

impl Subject {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_figure(&self) -> bool {
        *self == Self::Figure
    }
}

impl Correction {
    /// Whether two corrections are about the same fact.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        let around = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        self.quote == other.quote
            && around(&self.number, &other.number)
            && around(&self.prefix, &other.prefix)
            && around(&self.document, &other.document)
            && self.fact == other.fact
    }
}

/// A number as a correction gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount(pub Decimal);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl std::str::FromStr for Amount {
    type Err = String;

    /// Reads `1272200`, `1,272,200` or `2.73`.
    fn from_str(text: &str) -> Result<Self, String> {
        let plain: String = text.trim().chars().filter(|c| !matches!(c, ',' | '_' | ' ')).collect();
        let number = plain.parse::<Decimal>().or_else(|_| Decimal::from_scientific(&plain));
        number.map(|number| Self(number.normalize())).map_err(|_| {
            format!(
                "“{text}” is no number; write it in the base unit with digits alone, such as 1272200 or 2.73"
            )
        })
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.0.normalize();
        match value.to_i64().filter(|_| value.is_integer()) {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_str(&value.to_string()),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Whole(i64),
            Broken(f64),
            Words(String),
        }
        let text = match Written::deserialize(deserializer)? {
            Written::Whole(number) => number.to_string(),
            Written::Broken(number) => number.to_string(),
            Written::Words(words) => words,
        };
        text.parse().map_err(serde::de::Error::custom)
    }
}
