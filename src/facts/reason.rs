use super::figure::Status;
use crate::outline::Document;
use crate::text::Span;

/// Why a fact has its place: kept by the reader that decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceReason {
    /// The text names it here.
    Named(Span),
    /// The document speaks for it.
    Document,
    /// The document speaks for no region, so for the whole country.
    NoRegion,
    /// What is national is the country's, whatever region the document speaks for.
    National,
}

impl PlaceReason {
    /// The reason for a document's own place.
    pub(crate) const fn own(document: &Document) -> Self {
        if document.region.is_some() { Self::Document } else { Self::NoRegion }
    }
}

/// Why a figure has its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodReason {
    /// The text names it here: in the clause, before it in the sentence, or in a sentence before.
    Named(Span),
    /// This heading gives the time of what stands under it.
    Heading(Span),
    /// It is the year that the document reports on.
    Document,
    /// It is the end of the time before that of the next figure: 从A提高到B.
    Before,
    /// Nothing tells.
    Untold,
}

/// Why a figure has its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusReason {
    /// A length of time is a term.
    Term,
    /// It is the amount or rate of a benefit.
    Benefit,
    /// It limits the noun behind it: 10万元以下的贷款.
    Ceiling,
    /// It is a bound that something must keep: 确保不低于50%, 对50户以下的村寨.
    Threshold,
    /// The document sets rules.
    Rules,
    /// It stands in a quotation that is adopted as a goal.
    Adopted,
    /// The noun behind the number calls it a goal.
    CalledGoal,
    /// A word of planning stands here, before the number.
    Planned(Span),
    /// It stands under a heading that plans.
    PlanHeading(Span),
    /// Its period lies behind the one that the document reports on.
    Ahead,
    /// It stands under a heading that looks back.
    ReviewHeading(Span),
    /// The first value of 从A提高到B is what was.
    Base,
    /// Nothing plans or prescribes it.
    Told,
}

impl StatusReason {
    /// The status that it gives.
    #[must_use]
    pub const fn status(self) -> Status {
        match self {
            Self::Term | Self::Benefit | Self::Ceiling | Self::Threshold | Self::Rules => Status::Standard,
            Self::Adopted | Self::CalledGoal | Self::Planned(_) | Self::PlanHeading(_) | Self::Ahead => {
                Status::Target
            }
            Self::ReviewHeading(_) | Self::Base | Self::Told => Status::Actual,
        }
    }
}

/// Why a figure has its place, its period and its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reasons {
    /// Why it has its place.
    pub place: PlaceReason,
    /// Why it has its period.
    pub period: PeriodReason,
    /// Why it has its status.
    pub status: StatusReason,
}
