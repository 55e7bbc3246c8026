//! What must hold of any reading of any text.

use cetu::document::Source;
use cetu::export::{FigureFact, facts};
use cetu::facts::Facts;
use cetu::graph::{Base, Named, statements};
use cetu::lexicon::Lexicon;
use cetu::ontology::Ontology;
use cetu::outline::Document;
use cetu::text::Span;
use cetu::{Reading, export::Fact};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a text twice and says what does not hold of it; a text that is no text holds.
pub(crate) fn holds(text: &str, ontology: &Ontology, lexicon: &Lexicon<'_>) -> Result<(), String> {
    let Ok(source) = Source::from_bytes("2026-robust", "2026-robust.txt", text.as_bytes().to_vec()) else {
        return Ok(());
    };
    let run = || {
        let first = cetu::read(source.clone(), lexicon);
        let second = cetu::read(source.clone(), lexicon);
        check(&first, &second, ontology)
    };
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        Err(said.unwrap_or_else(|| panic.downcast_ref::<&str>().copied().unwrap_or("a panic").to_owned()))
    })
}

fn check(first: &Reading, second: &Reading, ontology: &Ontology) -> Result<(), String> {
    let length = first.source.text.len();
    if format!("{:?}{:?}", first.outline, first.facts) != format!("{:?}{:?}", second.outline, second.facts) {
        return Err("reading twice gives two things".to_owned());
    }
    for document in &first.outline.documents {
        inside(document.span, Span::new(0, length), "document")?;
        sections(document)?;
    }
    figures(&first.facts, length)?;
    indices(first)?;
    let base = Base::default();
    let named = Named::new(first, ontology, &base);
    for fact in facts(&named) {
        if let Fact::Figure(figure) = fact {
            printed(&figure, &first.source.text)?;
        }
    }
    let quads = statements(&named);
    if quads.is_empty() { Err("a document without statements".to_owned()) } else { Ok(()) }
}

/// That a span is not turned round and lies in another.
fn inside(inner: Span, outer: Span, what: &str) -> Result<(), String> {
    let right = inner.start <= inner.end && outer.covers(inner);
    if right { Ok(()) } else { Err(format!("{what}: {inner:?} does not lie in {outer:?}")) }
}

/// Sections stand in order, a heading in its section, a section in the one it is part of.
fn sections(document: &Document) -> Result<(), String> {
    for (index, section) in document.sections.iter().enumerate() {
        inside(section.span, document.span, "section")?;
        inside(section.heading, section.span, "heading")?;
        let before = index.checked_sub(1).map(|before| &document.sections[before]);
        if before.is_some_and(|before| before.span.start > section.span.start) {
            return Err(format!("section {index} stands before the one before it"));
        }
        if let Some(parent) = section.parent {
            let above = document.sections.get(parent).filter(|_| parent < index);
            let above = above.ok_or(format!("section {index} has the parent {parent}"))?;
            inside(section.span, above.span, "part of a section")?;
        }
        for other in &document.sections[..index] {
            let nested = other.span.covers(section.span) || !other.span.overlaps(section.span);
            if !nested {
                return Err(format!("sections {:?} and {:?} cross", other.span, section.span));
            }
        }
    }
    Ok(())
}

/// Figures stand in the text, in order, and do not overlap.
fn figures(facts: &Facts, length: usize) -> Result<(), String> {
    let whole = Span::new(0, length);
    let mut end = 0;
    for figure in &facts.figures {
        inside(figure.quote, whole, "quotation of a figure")?;
        inside(figure.hedged, whole, "number with its hedge")?;
        inside(figure.span, figure.hedged, "number")?;
        inside(figure.span, figure.quote, "number in its quotation")?;
        if figure.span.is_empty() || figure.span.start < end {
            return Err(format!("the figure at {:?} is empty or overlaps the one before", figure.span));
        }
        end = figure.span.end;
    }
    Ok(())
}

/// Indices from one fact to another lead somewhere, and to another fact.
fn indices(reading: &Reading) -> Result<(), String> {
    let facts = &reading.facts;
    let wrong = |what: &str, index: usize| Err(format!("{what} {index} relates to what is not there"));
    for (index, figure) in facts.figures.iter().enumerate() {
        let document = reading.outline.documents.get(figure.document).ok_or("no such document")?;
        let relations = figure.relations;
        let others = [
            relations.part_of,
            relations.share_of,
            relations.share_of_part,
            relations.change_of,
            relations.target_of,
        ];
        let known = others.into_iter().flatten().all(|other| other < facts.figures.len() && other != index);
        let section = figure.section.is_none_or(|section| section < document.sections.len());
        if !known || !section || figure.program.is_some_and(|program| program >= facts.programs.len()) {
            return wrong("figure", index);
        }
    }
    for (index, program) in facts.programs.iter().enumerate() {
        let bodies = program.run_by.iter().chain(&program.partners);
        let known = bodies.into_iter().all(|body| *body < facts.organisations.len());
        if !known || program.part_of.is_some_and(|whole| whole >= facts.programs.len() || whole == index) {
            return wrong("program", index);
        }
        inside(program.name, Span::new(0, reading.source.text.len()), "program")?;
        inside(program.quote, Span::new(0, reading.source.text.len()), "quotation of a program")?;
    }
    Ok(())
}

/// What is printed of a figure is what stands at its offsets.
fn printed(figure: &FigureFact, text: &cetu::text::Text) -> Result<(), String> {
    for (start, words) in [(figure.start, &figure.exact), (figure.quote_start, &figure.quote)] {
        if text.slice(Span::new(start, start + words.chars().count())) != **words {
            return Err(format!("{words:?} does not stand at {start}"));
        }
    }
    Ok(())
}
