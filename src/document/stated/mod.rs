//! What a user states about a file: a front matter block in it, or `cetu.toml` beside it.

mod date;
mod front_matter;
mod region;
mod sidecar;
mod wrong;

pub use date::Date;
pub(super) use front_matter::{body, read as front_matter};
pub(super) use sidecar::{NAME as SIDECAR, Sidecars};
pub use wrong::Misstated;

use crate::ontology::{ConceptId, Ontology};

/// What a user states about a file; it wins over what its text and its name tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stated {
    /// Title.
    pub title: Option<String>,
    /// Body that issued it.
    pub issuer: Option<String>,
    /// Number such as 国办发〔2018〕28号.
    pub number: Option<String>,
    /// When it was issued.
    pub date: Option<Date>,
    /// The year that it reports on.
    pub year: Option<i32>,
    /// The region that it speaks for.
    pub region: Option<ConceptId>,
    /// Kind of document.
    pub kind: Option<ConceptId>,
    /// Address that it is from.
    pub source: Option<String>,
    /// When it was fetched from there.
    pub retrieved: Option<Date>,
}

impl Stated {
    /// The keys, in the order in which they are told.
    pub const KEYS: [&'static str; 9] =
        ["title", "issuer", "number", "date", "year", "region", "kind", "source", "retrieved"];

    /// The keys that are stated.
    #[must_use]
    pub fn keys(&self) -> Vec<&'static str> {
        let told = [
            self.title.is_some(),
            self.issuer.is_some(),
            self.number.is_some(),
            self.date.is_some(),
            self.year.is_some(),
            self.region.is_some(),
            self.kind.is_some(),
            self.source.is_some(),
            self.retrieved.is_some(),
        ];
        Self::KEYS.into_iter().zip(told).filter_map(|(key, told)| told.then_some(key)).collect()
    }

    /// Takes the value of a key.
    fn set(&mut self, key: &str, value: &str, ontology: &Ontology) -> Result<(), Misstated> {
        let text = value.trim();
        if text.is_empty() {
            return Err(Misstated::Value(key.to_owned()));
        }
        match key {
            "title" => self.title = Some(text.to_owned()),
            "issuer" => self.issuer = Some(text.to_owned()),
            "number" => self.number = Some(text.to_owned()),
            "date" => self.date = Some(text.parse()?),
            "year" => self.year = Some(date::year(text).ok_or_else(|| Misstated::Year(text.to_owned()))?),
            "region" => self.region = Some(region::named(text, ontology)?),
            "kind" => self.kind = Some(kind(text, ontology)?),
            "source" => {
                let address = oxigraph::model::NamedNode::new(text);
                self.source = Some(address.map_err(|_| Misstated::Address(text.to_owned()))?.into_string());
            }
            "retrieved" => self.retrieved = Some(text.parse()?),
            _ => return Err(Misstated::Key(key.to_owned())),
        }
        Ok(())
    }

    /// These statements, and those of `other` on what they do not say.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            issuer: self.issuer.or(other.issuer),
            number: self.number.or(other.number),
            date: self.date.or(other.date),
            year: self.year.or(other.year),
            region: self.region.or(other.region),
            kind: self.kind.or(other.kind),
            source: self.source.or(other.source),
            retrieved: self.retrieved.or(other.retrieved),
        }
    }
}

/// The kind of document of a name.
fn kind(name: &str, ontology: &Ontology) -> Result<ConceptId, Misstated> {
    let top = ontology.at("vocab/document-kinds");
    let kinds = || {
        ontology
            .below("vocab/kind-")
            .filter(|(_, kind)| top.is_some() && kind.broader.first().copied() == top)
    };
    let found = kinds().find(|(_, kind)| kind.words.iter().any(|word| word == name));
    found.map(|(id, _)| id).ok_or_else(|| Misstated::Kind {
        name: name.to_owned(),
        known: kinds().map(|(_, kind)| kind.label.as_str()).collect::<Vec<_>>().join(" "),
    })
}
