use super::Wording;
use crate::ontology::{ID, Ontology};
use crate::store::Memory;
use oxigraph::model::vocab::{rdfs, xsd};
use oxigraph::model::{Literal, NamedNode, NamedOrBlankNode, Term};
use serde::{Deserialize, Deserializer};

/// A parameter of a saved query: `name` stands for the variable `?_name`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What its values are.
    #[serde(rename = "type", default)]
    pub kind: Kind,
    /// Value when none is given; without one the variable is left open.
    #[serde(default, deserialize_with = "scalar")]
    pub default: Option<String>,
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
            if code || concept.iri.ends_with(&format!("/{value}")) {
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
        let known = in_graph(value, memory).map(|node| match self {
            Self::Concept => node.into(),
            _ => Literal::from(value).into(),
        });
        known.ok_or_else(|| {
            let labels =
                ontology.below(path).flat_map(|(_, concept)| concept.words.iter().map(String::as_str));
            let nearest = super::nearest::nearest(value, labels);
            let hint = nearest.map(|label| format!(" (did you mean {label}?)")).unwrap_or_default();
            format!("neither the vocabularies nor the graph know this {}{hint}", self.name())
        })
    }
}

/// A thing that only the graph knows, by its label: a place without a code, a candidate indicator.
fn in_graph(value: &str, memory: &Memory) -> Option<NamedNode> {
    memory
        .store()
        .quads_for_pattern(None, Some(rdfs::LABEL), None, None)
        .filter_map(Result::ok)
        .filter(|quad| matches!(&quad.object, Term::Literal(label) if label.value() == value))
        .filter_map(|quad| match quad.subject {
            NamedOrBlankNode::NamedNode(node) => Some(node),
            NamedOrBlankNode::BlankNode(_) => None,
        })
        .min()
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
