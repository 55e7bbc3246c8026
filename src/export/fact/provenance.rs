use super::{Context, Explanation};
use crate::facts::Rule;
use crate::text::Span;
use oxigraph::model::NamedNode;
use serde::Serialize;

/// Where a fact was read and by which rule: the fields that end its line.
#[derive(Debug, Clone, Serialize)]
pub struct Provenance {
    /// Offset of the quotation.
    pub quote_start: usize,
    /// The words that carry the fact.
    pub quote: String,
    /// IRI of the fact.
    pub id: String,
    /// IRI of the document.
    pub document: String,
    /// Name of the rule that read it.
    pub rule: &'static str,
    /// Why it is what it is; only when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Box<Explanation>>,
}

impl Context<'_> {
    /// The provenance of a fact of a document.
    pub(super) fn provenance(
        &self,
        document: usize,
        quote: Span,
        id: Option<&NamedNode>,
        rule: Rule,
        explanation: impl FnOnce() -> Explanation,
    ) -> Provenance {
        Provenance {
            quote_start: quote.start,
            quote: self.reading.source.text.slice(quote),
            id: id.map(|id| id.as_str().to_owned()).unwrap_or_default(),
            document: self.names.document(document).as_str().to_owned(),
            rule: rule.name(),
            explanation: self.explain.then(|| Box::new(explanation())),
        }
    }
}
