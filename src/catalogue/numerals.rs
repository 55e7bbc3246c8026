use super::{Catalogue, Name};
use crate::facts::numerals;
use crate::lexicon::Lexicon;
use crate::text::Span;
use std::collections::HashMap;

/// The numerals in each document that neither a fact nor a heading accounts for, and that are no dates, ordinals,
/// document numbers or parts of names.
pub(super) fn unread(catalogue: &Catalogue, lexicon: &Lexicon<'_>) -> HashMap<Name, Vec<Span>> {
    let mut known: HashMap<&Name, Vec<Span>> = HashMap::new();
    for figure in &catalogue.figures {
        let (Some(document), Some(span)) = (figure.document(), figure.span) else { continue };
        known.entry(document).or_default().push(span);
    }
    for program in &catalogue.programs {
        let name = catalogue.label(&program.iri).map_or("", |label| label.zh());
        for quoted in &program.evidence {
            let (Some(document), Some(span)) = (&quoted.document, quoted.span) else { continue };
            let Some(at) = quoted.exact.find(name) else { continue };
            let start = span.start + quoted.exact[..at].chars().count();
            known.entry(document).or_default().push(Span::new(start, start + name.chars().count()));
        }
    }
    for claim in &catalogue.claims {
        for quoted in &claim.evidence {
            let (Some(document), Some(span)) = (&quoted.document, quoted.span) else { continue };
            known.entry(document).or_default().push(span);
        }
    }
    let mut unread: HashMap<Name, Vec<Span>> = HashMap::new();
    for (file, text) in catalogue.texts() {
        let found = numerals(text, lexicon);
        for document in catalogue.documents.iter().filter(|document| document.file == *file) {
            let known = known.get(&document.iri).map_or(&[][..], Vec::as_slice);
            let free = |span: &Span| !known.iter().any(|taken| taken.overlaps(*span));
            let within = catalogue.part_of(document);
            let own = |span: &Span| within.is_none_or(|part| part.covers(*span));
            let spans = found.iter().copied().filter(|span| own(span) && free(span)).collect();
            unread.insert(document.iri.clone(), spans);
        }
    }
    unread
}
