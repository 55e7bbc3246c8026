mod claim;
mod enumeration;
mod evaluation;
mod explanation;
mod figure;
mod organisation;
mod policy;
mod program;
mod provenance;
mod recognition;
mod section;
mod source;

use crate::graph::Named;
use crate::ontology::ConceptId;
use crate::outline::Place;
use serde::Serialize;

pub use claim::ClaimFact;
pub use enumeration::EnumerationFact;
pub use evaluation::{EvaluationFact, StepFact};
pub use explanation::{Because, EntryFact, Explanation};
pub use figure::FigureFact;
pub use organisation::OrganisationFact;
pub use policy::PolicyFact;
pub use program::ProgramFact;
pub use provenance::Provenance;
pub use recognition::RecognitionFact;
pub use section::SectionFact;
pub use source::DocumentFact;

/// One line of the JSON Lines interface; its fields keep their names from release to release.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Fact {
    /// A document.
    Document(DocumentFact),
    /// A heading.
    Section(SectionFact),
    /// A program.
    Program(ProgramFact),
    /// A figure.
    Figure(Box<FigureFact>),
    /// A body.
    Organisation(OrganisationFact),
    /// A policy document that is named.
    PolicyDocument(PolicyFact),
    /// A row that announces its number.
    Enumeration(EnumerationFact),
    /// An evaluation scheme.
    Evaluation(EvaluationFact),
    /// An award, commendation or incentive.
    Recognition(RecognitionFact),
    /// A claim.
    Claim(Box<ClaimFact>),
}

/// The facts of a reading: documents, then sections, programs and figures, then what is stated in words, each in
/// reading order.
#[must_use]
pub fn facts(named: &Named<'_>) -> Vec<Fact> {
    Context { named, explain: false }.facts()
}

/// The facts of a reading, each with its [`Explanation`].
#[must_use]
pub fn explained(named: &Named<'_>) -> Vec<Fact> {
    Context { named, explain: true }.facts()
}

struct Context<'a> {
    named: &'a Named<'a>,
    explain: bool,
}

impl<'a> std::ops::Deref for Context<'a> {
    type Target = Named<'a>;

    fn deref(&self) -> &Named<'a> {
        self.named
    }
}

impl Context<'_> {
    fn facts(&self) -> Vec<Fact> {
        let reading = self.reading;
        let documents = 0..reading.outline.documents.len();
        let sections = documents.clone().flat_map(|d| section::all(self, d));
        let programs = (0..reading.facts.programs.len()).map(|index| program::of(self, index));
        let figures = (0..reading.facts.figures.len()).map(|index| figure::of(self, index));
        documents
            .map(|index| Fact::Document(source::of(self, index)))
            .chain(sections.map(Fact::Section))
            .chain(programs.map(Fact::Program))
            .chain(figures.map(|figure| Fact::Figure(Box::new(figure))))
            .chain(stated(self))
            .collect()
    }

    fn labels(&self, concepts: &[ConceptId]) -> Vec<String> {
        concepts.iter().map(|&id| self.ontology.concept(id).label.clone()).collect()
    }

    /// The code of a concept: its own notation, or that of the nearest wider concept that has one.
    fn code(&self, id: ConceptId) -> String {
        let mut next = Some(id);
        for _ in 0..8 {
            let Some(concept) = next.map(|id| self.ontology.concept(id)) else { break };
            if concept.notation.is_some() {
                return concept.code().to_owned();
            }
            next = concept.broader.first().copied();
        }
        self.ontology.concept(id).code().to_owned()
    }

    /// The code of a unit; every unit of counted things is `count`.
    fn unit(&self, id: ConceptId) -> String {
        let mut next = Some(id);
        for _ in 0..8 {
            let Some(concept) = next.map(|id| self.ontology.concept(id)) else { break };
            if concept.code() == "count" {
                return "count".to_owned();
            }
            next = concept.broader.first().copied();
        }
        self.code(id)
    }

    /// The GB/T 2260 code of a place.
    fn place_code(&self, place: &Place) -> Option<String> {
        let region = self.ontology.concept(place.region?);
        let six = |code: &&String| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
        Some(region.identifiers.iter().find(six).cloned().unwrap_or_else(|| region.code().to_owned()))
    }
}

fn stated(context: &Context<'_>) -> Vec<Fact> {
    let read = &context.reading.facts;
    let mut list: Vec<Fact> = Vec::new();
    list.extend((0..read.organisations.len()).map(|at| Fact::Organisation(organisation::of(context, at))));
    list.extend((0..read.policies.len()).map(|at| Fact::PolicyDocument(policy::of(context, at))));
    list.extend((0..read.enumerations.len()).map(|at| Fact::Enumeration(enumeration::of(context, at))));
    list.extend((0..read.evaluations.len()).map(|at| Fact::Evaluation(evaluation::of(context, at))));
    list.extend((0..read.recognitions.len()).map(|at| Fact::Recognition(recognition::of(context, at))));
    list.extend((0..read.claims.len()).map(|at| Fact::Claim(Box::new(claim::of(context, at)))));
    list
}
