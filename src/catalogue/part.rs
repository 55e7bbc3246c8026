use super::{Catalogue, Document};
use crate::text::Span;

impl Catalogue {
    /// The part of its file that a document takes up; nothing when it is the whole file.
    ///
    /// The graph does not tell where one of several documents begins: it is where its title stands, or else the line of
    /// its first quotation.
    #[must_use]
    pub fn part_of(&self, document: &Document) -> Option<Span> {
        if document.file == document.iri {
            return None;
        }
        let text = self.text(&document.iri)?;
        let siblings = self.documents.iter().filter(|other| other.file == document.file);
        let mut starts: Vec<(usize, &Document)> =
            siblings.filter_map(|other| Some((self.first(other)?, other))).collect();
        starts.sort_by_key(|(start, other)| (*start, other.iri.clone()));
        let at = starts.iter().position(|(_, other)| other.iri == document.iri)?;
        let begin = |at: usize| {
            let from = if at == 0 { 0 } else { self.last(starts[at - 1].1).unwrap_or_default() };
            if at == 0 { 0 } else { self.heading(starts[at].1, Span::new(from, starts[at].0)) }
        };
        let end = if at + 1 < starts.len() { begin(at + 1) } else { text.len() };
        Some(Span::new(begin(at), end))
    }

    fn spans(&self, document: &Document) -> impl Iterator<Item = Span> {
        let figures = self.figures_of(&document.iri).filter_map(|figure| figure.evidence.as_ref()?.span);
        let sections = document.sections.iter().filter_map(|section| section.evidence.as_ref()?.span);
        figures.chain(sections)
    }

    fn first(&self, document: &Document) -> Option<usize> {
        self.spans(document).map(|span| span.start).min()
    }

    fn last(&self, document: &Document) -> Option<usize> {
        self.spans(document).map(|span| span.end).max()
    }

    /// Where a document begins, between the last words of the one before and its own first ones.
    fn heading(&self, document: &Document, between: Span) -> usize {
        let Some(text) = self.text(&document.iri) else { return between.end };
        let words = text.slice(between);
        let title = self.label(&document.iri).map_or("", |label| label.zh());
        let at = if title.is_empty() { None } else { words.find(title) };
        let at = at.or_else(|| words.rfind('\n').map(|at| at + 1));
        at.map_or(between.end, |at| between.start + words[..at].chars().count())
    }
}
