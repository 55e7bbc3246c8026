use super::{Wording, in_graph};
use crate::graph::terms::{cetu, skos};
use crate::ontology::{ID, Ontology};
use crate::store::Memory;
use crate::text::nearest;
use oxigraph::model::vocab::xsd;
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeSet;

/// A parameter of a saved query: `name` stands for the variable `?_name`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What its values are.
    #[serde(rename = "type", default)]
    pub kind: Kind,
    /// Value when none is given; without one the variable is left open.
    #[serde(default, deserialize_with = "scalar")]
    pub default: Option<String>,
    /// The only values it may have; none is any.
    #[serde(default)]
    pub values: Vec<String>,
    /// What it is for.
    #[serde(default, alias = "summary", alias = "label")]
    pub description: Wording,
    /// The same in Chinese, when `description` holds English only.
    #[serde(default)]
    pub description_zh: String,
}

/// What the values of a parameter are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A region, by name, short name or code: bound to its preferred label, as a text.
    Region,
    /// An indicator, likewise.
    Indicator,
    /// A target group, likewise.
    Group,
    /// A unit, likewise.
    Unit,
    /// A kind of program or document, likewise.
    Kind,
    /// Any concept of the vocabularies, by any of its names: bound to its IRI.
    Concept,
    /// An IRI, whole or with a known prefix.
    Iri,
    /// A text.
    #[default]
    String,
    /// A whole number.
    #[serde(alias = "int", alias = "year")]
    Integer,
    /// A number.
    #[serde(alias = "number")]
    Decimal,
    /// A day, 2017-12-31.
    Date,
    /// `true` or `false`.
    Boolean,
}

impl Kind {
    /// Its name in a header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Indicator => "indicator",
            Self::Group => "group",
            Self::Unit => "unit",
            Self::Kind => "kind",
            Self::Concept => "concept",
            Self::Iri => "iri",
            Self::String => "string",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Date => "date",
            Self::Boolean => "boolean",
        }
    }

    /// Where its concepts stand below the base, and below which word in a user's own IRIs.
    const fn path(self) -> Option<&'static str> {
        match self {
            Self::Region => Some("region/"),
            Self::Indicator => Some("indicator/"),
            Self::Group => Some("group/"),
            Self::Unit => Some("unit/"),
            Self::Kind => Some("vocab/kind-"),
            Self::Concept => Some(""),
            _ => None,
        }
    }

    /// Classes of the things that it names, where it names things of one sort.
    const fn classes(self) -> &'static [NamedNodeRef<'static>] {
        match self {
            Self::Region => &[cetu::REGION_CLASS],
            Self::Indicator => &[cetu::INDICATOR_CLASS, cetu::CANDIDATE_INDICATOR],
            Self::Group => &[cetu::TARGET_GROUP_CLASS],
            _ => &[skos::CONCEPT],
        }
    }

    /// A value as an RDF term; concepts are found by IRI, code or any of their names.
    ///
    /// # Errors
    /// What is wrong with the value.
    pub fn term(self, value: &str, ontology: &Ontology, memory: &Memory) -> Result<Term, String> {
        let typed = |datatype| Term::from(Literal::new_typed_literal(value, datatype));
        match self {
            Self::String => Ok(Literal::from(value).into()),
            Self::Integer if value.parse::<i64>().is_ok() => Ok(typed(xsd::INTEGER)),
            Self::Integer => Err("not a whole number".to_owned()),
            Self::Decimal if value.parse::<rust_decimal::Decimal>().is_ok() => Ok(typed(xsd::DECIMAL)),
            Self::Decimal => Err("not a number".to_owned()),
            Self::Boolean if matches!(value, "true" | "false") => Ok(typed(xsd::BOOLEAN)),
            Self::Boolean => Err("neither true nor false".to_owned()),
            Self::Date if is_date(value) => Ok(typed(xsd::DATE)),
            Self::Date => Err("not a day such as 2017-12-31".to_owned()),
            Self::Iri => iri(value).ok_or_else(|| "not an IRI".to_owned()),
            _ => self.concept(value, ontology, memory),
        }
    }

    fn concept(self, value: &str, ontology: &Ontology, memory: &Memory) -> Result<Term, String> {
        if let (Self::Concept, Some(term)) = (self, iri(value)) {
            return Ok(term);
        }
        let path = self.path().unwrap_or_default();
        // The more exact the match, the smaller; of equals the shorter code, then the first (a province before its counties).
        let fit = |concept: &crate::ontology::Concept| {
            let code = concept.code() == value || concept.identifiers.iter().any(|id| id == value);
            if code || concept.iri.strip_suffix(value).is_some_and(|rest| rest.ends_with('/')) {
                Some(0)
            } else if concept.label == value || concept.english.eq_ignore_ascii_case(value) {
                Some(1)
            } else {
                concept.words.iter().position(|word| word == value).map(|_| 2)
            }
        };
        let best = ontology
            .below(path)
            .filter_map(|(_, concept)| {
                fit(concept).map(|rank| (rank, !concept.iri.ends_with("0000"), concept))
            })
            .min_by_key(|(rank, lower, _)| (*rank, *lower));
        if let Some((_, _, concept)) = best {
            return Ok(match self {
                Self::Concept => NamedNode::new_unchecked(concept.iri.clone()).into(),
                _ => Literal::from(concept.label.as_str()).into(),
            });
        }
        if let Some((node, label)) = in_graph::find(value, self.classes(), memory) {
            return Ok(match self {
                Self::Concept => node.into(),
                _ => Literal::from(label).into(),
            });
        }
        let names = |concept: &crate::ontology::Concept| {
            let mut names = concept.words.clone();
            names.extend([concept.english.clone(), concept.code().to_owned()]);
            names
        };
        let known = ontology.below(path).flat_map(|(_, concept)| names(concept));
        let known: BTreeSet<String> = known.chain(in_graph::labels(self.classes(), memory)).collect();
        let nearest = nearest(value, known.iter().map(String::as_str));
        let hint = nearest.map(|label| format!(" (did you mean {label}?)")).unwrap_or_default();
        Err(format!("neither the vocabularies nor the graph know this {}{hint}", self.name()))
    }
}

impl Parameter {
    /// A value of it as an RDF term.
    ///
    /// # Errors
    /// What is wrong with the value.
    pub fn term(&self, value: &str, ontology: &Ontology, memory: &Memory) -> Result<Term, String> {
        if self.values.is_empty() || self.values.iter().any(|known| known == value) {
            return self.kind.term(value, ontology, memory);
        }
        let known = self.values.iter().map(String::as_str);
        let hint = nearest(value, known).map(|known| format!(" (did you mean {known}?)"));
        Err(format!("none of {}{}", self.values.join(", "), hint.unwrap_or_default()))
    }
}

/// An absolute IRI, or one with a known prefix.
fn iri(value: &str) -> Option<Term> {
    let value = value.strip_prefix('<').and_then(|v| v.strip_suffix('>')).unwrap_or(value);
    let (scheme, local) = value.split_once(':')?;
    let known = crate::graph::terms::PREFIXES.iter().find(|(prefix, _)| *prefix == scheme);
    let whole = match known {
        Some((_, base)) => format!("{base}{local}"),
        None if local.starts_with("//") || value.starts_with(ID) || scheme == "urn" => value.to_owned(),
        None => return None,
    };
    NamedNode::new(whole).ok().map(Term::from)
}

fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    parts.len() == 3
        && parts
            .iter()
            .zip([4, 2, 2])
            .all(|(part, len)| part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
}

/// A default may be written as a number or a truth value.
fn scalar<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match serde_norway::Value::deserialize(deserializer)? {
        serde_norway::Value::Null => None,
        serde_norway::Value::Bool(value) => Some(value.to_string()),
        serde_norway::Value::Number(value) => Some(value.to_string()),
        serde_norway::Value::String(value) => Some(value),
        _ => return Err(serde::de::Error::custom("a default is a text, a number or a truth value")),
    })
}
