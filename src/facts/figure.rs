use super::reason::Reasons;
use super::rule::Rule;
use crate::ontology::{ConceptId, Entry};
use crate::outline::Place;
use crate::text::Span;
use rust_decimal::Decimal;

/// A quantity that a document reports, plans or prescribes about the world.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Index of the document in the outline.
    pub document: usize,
    /// Index of the innermost section in that document.
    pub section: Option<usize>,
    /// The number with its unit and the approximation words glued behind it (1.8万余个).
    pub span: Span,
    /// The number with the hedge words before it as well (近千亿元, 超过15万人): `cetu:valueText`.
    pub hedged: Span,
    /// The clause that carries the fact.
    pub quote: Span,
    /// The number in the base unit; the low end of a range. A change keeps its printed magnitude here.
    pub value: Decimal,
    /// High end of a range.
    pub value2: Option<Decimal>,
    /// Unit after scaling, a concept of the scheme `units` (人, 家, 元 …).
    pub unit: ConceptId,
    /// How exactly the words state the value.
    pub comparator: Comparator,
    /// What sort of quantity it is.
    pub aspect: Aspect,
    /// Which way a change went.
    pub direction: Option<Direction>,
    /// Reported, planned or prescribed.
    pub status: Status,
    /// What is measured.
    pub indicator: Indicator,
    /// Whose figure it is.
    pub place: Place,
    /// The time it covers, when the text tells.
    pub period: Option<Period>,
    /// How the value relates to that time.
    pub basis: TimeBasis,
    /// True for 每年, 年均, 每月 amounts.
    pub recurring: bool,
    /// Groups of people or bodies counted or served, concepts of the scheme `groups`.
    pub groups: Vec<ConceptId>,
    /// Index of the program whose result or parameter the figure is.
    pub program: Option<usize>,
    /// For a change: what it is compared with, a concept of the scheme `comparison`.
    pub comparison: Option<ConceptId>,
    /// How the figure hangs together with others.
    pub relations: Relations,
    /// The rule that read the figure.
    pub rule: Rule,
    /// Why it has its place, its period and its status.
    pub reasons: Reasons,
}

/// What a figure measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// The indicator of the vocabulary, when one fits; otherwise the label makes a candidate.
    pub entry: Option<Entry>,
    /// Preferred Chinese label of the concept, or the words that name the candidate.
    pub label: String,
    /// The words of the text that it was read from.
    pub text: String,
}

impl Indicator {
    /// The indicator of the vocabulary; `None` for a candidate.
    #[must_use]
    pub fn concept(&self) -> Option<ConceptId> {
        self.entry.map(|entry| entry.concept)
    }
}

/// Indices of the figures that a figure relates to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Relations {
    /// The figure this one is a part of (其中).
    pub part_of: Option<usize>,
    /// The whole that a share is taken of.
    pub share_of: Option<usize>,
    /// The part that a share compares with its whole.
    pub share_of_part: Option<usize>,
    /// The figure that a change was measured on.
    pub change_of: Option<usize>,
    /// The actual figure that a target was set for.
    pub target_of: Option<usize>,
}

/// How exactly the words state a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// As printed.
    Exact,
    /// 约, 左右, 上下.
    About,
    /// 近, 接近, 将近: somewhat below.
    Nearly,
    /// 超过, 突破, 余, 多: above.
    Over,
    /// 以上, 不少于, 至少: this or more.
    AtLeast,
    /// 低于, 不足: below.
    Under,
    /// 以下, 以内, 不超过: this or less.
    UpTo,
    /// Between two values.
    Between,
}

/// What sort of quantity a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// A stock, a flow, an amount.
    Level,
    /// A percentage that is itself the indicator.
    Rate,
    /// Part of a whole.
    Share,
    /// Growth or difference against an earlier value.
    Change,
    /// A place in an ordering.
    Rank,
    /// a : b.
    Ratio,
    /// So many times.
    Multiple,
    /// A length of time.
    Duration,
}

/// Which way a change went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// A rise.
    Up,
    /// A fall.
    Down,
}

/// Whether a figure reports, plans or prescribes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Reported as done, or as it is.
    Actual,
    /// A goal, plan or expectation.
    Target,
    /// A parameter of a policy: an amount, ceiling, threshold or term.
    Standard,
}

/// How a value relates to its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeBasis {
    /// Happened during the period.
    InPeriod,
    /// Stood so at its end.
    AtEnd,
    /// Counted up from an unnamed start to its end.
    Cumulative,
    /// Every year of the period.
    EachYear,
    /// A rule that holds from then on.
    Standing,
}

/// The time a figure covers, to the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// First month covered; `None` when the text gives no start (累计).
    pub start: Option<Month>,
    /// Last month covered; `None` when it is open.
    pub end: Option<Month>,
    /// Whether months were named, or whole years only.
    pub monthly: bool,
}

impl Period {
    /// Whether it begins with a new year.
    #[must_use]
    pub fn from_new_year(self) -> bool {
        self.start.is_some_and(|month| month.month == 1)
    }

    /// Whether it is a stretch of months from the beginning of a year: 前三季度, 1—9月.
    #[must_use]
    pub fn year_to_date(self) -> bool {
        self.monthly && self.from_new_year()
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Year of the Common Era.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
}
