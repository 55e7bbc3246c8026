use super::local::Body;
use super::reader::{Reader, clause_at};
use crate::facts::reason::PlaceReason;
use crate::facts::rule::Rule;
use crate::facts::rule::organisations as rule;
use crate::facts::{Organisation, Program};
use crate::lexicon::Labels;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::{Span, sentences};
use std::collections::HashMap;

/// A mention of a body before it is grouped with the others of its name.
pub(super) struct Mention {
    pub(super) span: Span,
    pub(super) label: String,
    pub(super) concept: Option<ConceptId>,
    pub(super) kind: ConceptId,
    pub(super) place: Place,
    pub(super) rule: Rule,
    pub(super) placed: PlaceReason,
}

/// Reads the bodies that a text names: those of the vocabulary, local ones by their form, and those that the
/// text sets up (a program that is a company or an office).
pub(crate) fn organisations(reader: &Reader<'_>, programs: &[Program]) -> Vec<Organisation> {
    let mut mentions = national(reader, &reader.lexicon.statements.organisations);
    mentions.extend(local(reader));
    mentions.extend(programs.iter().filter_map(|program| set_up(reader, program, programs)));
    // Of two readings of the same words the longer one holds: 国务院办公厅, not 国务院.
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let mut found: Vec<Organisation> = Vec::new();
    let mut known: HashMap<(usize, String), usize> = HashMap::new();
    let mut end = 0;
    for mention in mentions {
        if mention.span.start < end {
            continue;
        }
        end = mention.span.end;
        let document = reader.outline.document_at(mention.span.start);
        if let Some(&index) = known.get(&(document, mention.label.clone())) {
            found[index].mentions.push(mention.span);
            continue;
        }
        known.insert((document, mention.label.clone()), found.len());
        found.push(named(reader, document, mention));
    }
    found
}

/// An organisation of its first mention.
pub(super) fn named(reader: &Reader<'_>, document: usize, mention: Mention) -> Organisation {
    let described = &reader.outline.documents[document];
    Organisation {
        document,
        section: described.section_at(mention.span.start),
        name: mention.span,
        mentions: vec![mention.span],
        quote: clause_of(reader, document, mention.span),
        label: mention.label,
        concept: mention.concept,
        kind: mention.kind,
        place: mention.place,
        rule: mention.rule,
        placed: mention.placed,
    }
}

fn clause_of(reader: &Reader<'_>, document: usize, span: Span) -> Span {
    let chars = reader.chars;
    let within = reader.outline.documents[document].span;
    let mark = |c: char| matches!(c, '。' | '！' | '？' | '；' | '\n' | '\r');
    let start =
        (within.start..span.start).rev().find(|at| mark(chars[*at])).map_or(within.start, |at| at + 1);
    let end = (span.end..within.end).find(|at| mark(chars[*at])).unwrap_or(within.end);
    let clauses = sentences(reader.text, Span::new(start, end));
    let clause = clauses.first().map_or(span, |sentence| clause_at(sentence, span.start));
    reader.trim(if clause.covers(span) { clause } else { span })
}

fn national(reader: &Reader<'_>, labels: &Labels) -> Vec<Mention> {
    let ontology = reader.lexicon.ontology;
    let mentions = labels.find(reader.text).into_iter().filter_map(|label| {
        let id = *labels.concepts(label.label).first()?;
        let body = ontology.concept(id);
        // 教育部门 is no 教育部, and 对教育部署 neither.
        let runs_on =
            reader.char(label.span.end - 1) == '部' && matches!(reader.char(label.span.end), '门' | '署');
        Some(Mention {
            span: label.span,
            label: body.label.clone(),
            concept: Some(id),
            kind: body.kind?,
            place: reader.country(),
            rule: rule::NATIONAL,
            placed: PlaceReason::National,
        })
        .filter(|_| !runs_on)
    });
    mentions.collect()
}

fn local(reader: &Reader<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    for (index, document) in reader.outline.documents.iter().enumerate() {
        let own = reader.own(index);
        for at in document.span.start..document.span.end {
            if let Some(Body { span, label, kind, place, named }) = reader.local_body(at, &own) {
                let placed = named.map_or(PlaceReason::own(document), PlaceReason::Named);
                found.push(Mention { span, label, concept: None, kind, place, rule: rule::LOCAL, placed });
            }
        }
    }
    found
}

/// A company or office that is also a program; a centre is a body when it stands in a row with one.
fn set_up(reader: &Reader<'_>, program: &Program, programs: &[Program]) -> Option<Mention> {
    let kind = reader.kind_of_name(program.name)?;
    let body = |program: &Program| reader.lexicon.ontology.concept(program.kind).code() == "organisation";
    let in_row = || {
        programs.iter().filter(|other| body(other)).any(|other| {
            let beside = |a: Span, b: Span| a.end + 1 == b.start && reader.char(a.end) == '、';
            beside(other.name, program.name) || beside(program.name, other.name)
        })
    };
    (body(program) || in_row()).then(|| Mention {
        span: program.name,
        label: reader.words(program.name),
        concept: None,
        kind,
        place: program.place.clone(),
        rule: rule::SET_UP,
        placed: program.placed,
    })
}

/// A partner as a body: of the vocabulary, a place, or by the noun that its name or its row ends in.
pub(crate) fn partner(
    reader: &Reader<'_>,
    document: usize,
    name: Span,
    noun: Option<Span>,
) -> Option<Organisation> {
    let ontology = reader.lexicon.ontology;
    let words = reader.words(name);
    let concept = reader.lexicon.statements.organisations.exact(&words).first().copied();
    let region = reader.lexicon.regions.exact(&words).first().copied();
    let place = region.map_or_else(|| reader.own(document), |id| reader.place(id));
    let kind = |name: &str| ontology.at(&format!("vocab/kind-{name}"));
    let city = ["城市", "省市", "地区", "市"].iter().any(|end| words.ends_with(end));
    let kind = match concept {
        Some(id) => ontology.concept(id).kind,
        None if region.is_some() || city => kind("local-government"),
        None => reader.kind_of_name(name).or_else(|| reader.kind_of_name(noun?)).or_else(|| {
            // Who signs is a body, whatever it is called; who merely works together may be anything.
            kind("enterprise").filter(|_| reader.char(name.end) == '签')
        }),
    }?;
    let placed = region.map_or_else(|| reader.own_reason(document), |_| PlaceReason::Named(name));
    let mention = Mention { span: name, label: words, concept, kind, place, rule: rule::PARTNER, placed };
    Some(named(reader, document, mention))
}
