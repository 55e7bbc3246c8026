use super::Context;
use crate::facts::{
    Claim, Enumeration, Evaluation, Figure, Organisation, PeriodReason, PlaceReason, PolicyDocument, Program,
    Recognition, Rule, StatusReason,
};
use crate::ontology::ConceptId;
use crate::text::{Span, sentence_around};
use serde::Serialize;

/// Why a fact is what it is.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// What its rule is called.
    pub title: &'static str,
    /// The entry of a vocabulary that its words were found in; none for a candidate.
    pub entry: Option<EntryFact>,
    /// Why it has its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Because>,
    /// Why it has its period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Because>,
    /// Why it has its status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Because>,
    /// Offset of the sentence.
    pub sentence_start: usize,
    /// The sentence that it stands in.
    pub sentence: String,
}

/// An entry of a vocabulary that words were found in.
#[derive(Debug, Clone, Serialize)]
pub struct EntryFact {
    /// Its preferred label.
    pub label: String,
    /// Its IRI.
    pub iri: String,
    /// The wording that matched; none when no word of the text tells.
    pub wording: Option<String>,
}

/// A reason, with the words of the text that give it.
#[derive(Debug, Clone, Serialize)]
pub struct Because {
    /// The reason.
    pub reason: &'static str,
    /// The words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Where they stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
}

pub(super) fn figure(context: &Context<'_>, figure: &Figure) -> Explanation {
    let entry = figure
        .indicator
        .entry
        .map(|entry| context.entry(entry.concept, Some(context.ontology.wording(entry).to_owned())));
    let reasons = figure.reasons;
    let dated = if figure.period.is_some() { reasons.period } else { PeriodReason::Untold };
    Explanation {
        place: Some(context.place(reasons.place)),
        period: Some(context.period(dated)),
        status: Some(context.status(reasons.status)),
        ..context.explain(figure.rule, figure.quote, entry)
    }
}

pub(super) fn program(context: &Context<'_>, program: &Program) -> Explanation {
    let place = Some(context.place(program.placed));
    Explanation {
        place,
        ..context.explain(program.rule, program.quote, context.kind(program.kind, program.told))
    }
}

pub(super) fn organisation(context: &Context<'_>, body: &Organisation) -> Explanation {
    let words = context.reading.source.text.slice(body.name);
    let entry = body.concept.map(|concept| context.entry(concept, Some(words)));
    Explanation { place: Some(context.place(body.placed)), ..context.explain(body.rule, body.quote, entry) }
}

pub(super) fn policy(context: &Context<'_>, policy: &PolicyDocument) -> Explanation {
    let place = Some(context.place(policy.placed));
    Explanation {
        place,
        ..context.explain(policy.rule, policy.quote, context.kind(policy.kind, policy.told))
    }
}

pub(super) fn enumeration(context: &Context<'_>, row: &Enumeration) -> Explanation {
    context.explain(row.rule, row.quote, None)
}

pub(super) fn evaluation(context: &Context<'_>, scheme: &Evaluation) -> Explanation {
    context.explain(scheme.rule, scheme.quote, None)
}

pub(super) fn recognition(context: &Context<'_>, award: &Recognition) -> Explanation {
    context.explain(award.rule, award.quote, context.kind(award.kind, Some(award.span)))
}

pub(super) fn claim(context: &Context<'_>, claim: &Claim) -> Explanation {
    let place = Some(context.place(claim.placed));
    Explanation { place, ..context.explain(claim.rule, claim.quote, context.kind(claim.kind, claim.told)) }
}

impl Context<'_> {
    fn explain(&self, rule: Rule, quote: Span, entry: Option<EntryFact>) -> Explanation {
        let text = &self.reading.source.text;
        let sentence = sentence_around(text.chars(), quote);
        Explanation {
            title: rule.title(),
            entry,
            place: None,
            period: None,
            status: None,
            sentence_start: sentence.start,
            sentence: text.slice(sentence),
        }
    }

    fn entry(&self, concept: ConceptId, wording: Option<String>) -> EntryFact {
        let found = self.ontology.concept(concept);
        EntryFact { label: found.label.clone(), iri: found.iri.clone(), wording }
    }

    /// The entry of a kind, told by words of the text.
    fn kind(&self, kind: ConceptId, told: Option<Span>) -> Option<EntryFact> {
        Some(self.entry(kind, told.map(|span| self.reading.source.text.slice(span))))
    }

    fn because(&self, reason: &'static str, span: Option<Span>) -> Because {
        let words = span.map(|span| self.reading.source.text.slice(span));
        Because { reason, words, start: span.map(|span| span.start) }
    }

    fn place(&self, reason: PlaceReason) -> Because {
        match reason {
            PlaceReason::Named(span) => self.because("named in the text", Some(span)),
            PlaceReason::Document => self.because("the document speaks for it", None),
            PlaceReason::NoRegion => self.because("the document speaks for no region", None),
            PlaceReason::National => self.because("national by nature", None),
        }
    }

    fn period(&self, reason: PeriodReason) -> Because {
        match reason {
            PeriodReason::Named(span) => self.because("named in the text", Some(span)),
            PeriodReason::Heading(span) => self.because("given by the heading", Some(span)),
            PeriodReason::Document => self.because("the year that the document reports on", None),
            PeriodReason::Before => self.because("the time before that of the next figure", None),
            PeriodReason::Untold => self.because("nothing tells", None),
        }
    }

    fn status(&self, reason: StatusReason) -> Because {
        let (reason, span) = match reason {
            StatusReason::Term => ("a length of time is a term", None),
            StatusReason::Benefit => ("the amount or rate of a benefit", None),
            StatusReason::Ceiling => ("limits the noun behind it", None),
            StatusReason::Threshold => ("a bound to be kept", None),
            StatusReason::Rules => ("the document sets rules", None),
            StatusReason::Adopted => ("in a quotation that is adopted as a goal", None),
            StatusReason::CalledGoal => ("called a goal by the noun behind it", None),
            StatusReason::Planned(span) => ("planned by the word before it", Some(span)),
            StatusReason::PlanHeading(span) => ("under a heading that plans", Some(span)),
            StatusReason::Ahead => ("its period lies behind the one that the document reports on", None),
            StatusReason::ReviewHeading(span) => ("under a heading that looks back", Some(span)),
            StatusReason::Base => ("the first of two values is what was", None),
            StatusReason::Told => ("nothing plans or prescribes it", None),
        };
        self.because(reason, span)
    }
}
