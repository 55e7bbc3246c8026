use super::Name;
use super::nodes::Nodes;
use crate::graph::terms::{cetu, dcterms, oa, prov};
use crate::text::Span;
use oxigraph::model::NamedNodeRef;
use oxigraph::model::vocab::rdfs;
use rust_decimal::Decimal;

/// A figure as a graph tells it.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Its IRI.
    pub iri: Name,
    /// What is measured.
    pub indicator: Option<Name>,
    /// Where.
    pub region: Option<Name>,
    /// In which unit.
    pub unit: Option<Name>,
    /// The number in that unit.
    pub value: Option<Decimal>,
    /// The least that it can be, by its hedge.
    pub min: Option<Decimal>,
    /// The most that it can be.
    pub max: Option<Decimal>,
    /// The number as printed, with its hedge and unit.
    pub text: String,
    /// Where the number stands in the text of the document.
    pub span: Option<Span>,
    /// How exactly it is stated.
    pub approximation: Option<Name>,
    /// Whether it is an actual, a target or a parameter.
    pub role: Option<Name>,
    /// How it relates to its period.
    pub basis: Option<Name>,
    /// Level, rate, share, change …
    pub aspect: Option<Name>,
    /// What a change is measured against.
    pub comparison: Option<Name>,
    /// First day of its period, as `2017-01-01`.
    pub start: Option<String>,
    /// Last day of its period.
    pub end: Option<String>,
    /// Whom it is about.
    pub groups: Vec<Name>,
    /// The program that it is a result of.
    pub program: Option<Name>,
    /// The words that it was read from.
    pub evidence: Option<Evidence>,
    /// Name of the rule that read it.
    pub rule: String,
    /// What was put right in it.
    pub corrections: Vec<Name>,
    /// The figures that it points to.
    pub relations: Vec<(Relation, Name)>,
}

/// How one figure points to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// It counts a part of what the other counts.
    PartOf,
    /// It is a share of the other.
    ShareOf,
    /// It is the share that the other makes up.
    ShareOfPart,
    /// It is the change of the other.
    ChangeOf,
    /// The other is its target.
    Target,
}

const RELATIONS: [(Relation, NamedNodeRef<'static>); 5] = [
    (Relation::PartOf, cetu::SUBSET_OF),
    (Relation::ShareOf, cetu::SHARE_OF),
    (Relation::ShareOfPart, cetu::SHARE_OF_PART),
    (Relation::ChangeOf, cetu::CHANGE_OF),
    (Relation::Target, cetu::TARGET),
];

/// Words of a document.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Its IRI.
    pub iri: Name,
    /// The words.
    pub exact: String,
    /// The words before them.
    pub prefix: String,
    /// The words after them.
    pub suffix: String,
    /// Where they stand in the text.
    pub span: Option<Span>,
    /// The document.
    pub document: Option<Name>,
    /// The section of it.
    pub section: Option<Name>,
}

impl Evidence {
    pub(super) fn read(iri: &Name, nodes: &mut Nodes<'_>) -> Self {
        let text = |nodes: &Nodes<'_>, property| nodes.text(iri, property).unwrap_or_default().to_owned();
        Self {
            exact: text(nodes, oa::EXACT),
            prefix: text(nodes, oa::PREFIX),
            suffix: text(nodes, oa::SUFFIX),
            span: span(iri, oa::START, oa::END, nodes),
            document: nodes.one(iri, prov::WAS_QUOTED_FROM),
            section: nodes.one(iri, dcterms::IS_PART_OF),
            iri: iri.clone(),
        }
    }

    /// The quotations of a thing, in the order of their places.
    pub(super) fn of(subject: &str, nodes: &mut Nodes<'_>) -> Vec<Self> {
        let iris = nodes.all(subject, cetu::PROP_EVIDENCE);
        let mut found: Vec<Self> = iris.iter().map(|iri| Self::read(iri, nodes)).collect();
        found.sort_by_cached_key(|quoted| (quoted.document.clone(), quoted.span, quoted.iri.clone()));
        found
    }
}

pub(super) fn span(
    subject: &str,
    start: NamedNodeRef<'_>,
    end: NamedNodeRef<'_>,
    nodes: &Nodes<'_>,
) -> Option<Span> {
    let (start, end) = (nodes.parsed(subject, start)?, nodes.parsed(subject, end)?);
    (start < end).then_some(Span::new(start, end))
}

impl Figure {
    pub(super) fn read(iri: &str, nodes: &mut Nodes<'_>) -> Self {
        let mut relations = Vec::new();
        for (relation, property) in RELATIONS {
            relations.extend(nodes.all(iri, property).into_iter().map(|other| (relation, other)));
        }
        let text = |nodes: &Nodes<'_>, property| nodes.text(iri, property).map(str::to_owned);
        Self {
            iri: nodes.name(iri),
            indicator: nodes.one(iri, cetu::INDICATOR),
            region: nodes.one(iri, cetu::REGION),
            unit: nodes.one(iri, cetu::UNIT),
            value: nodes.parsed(iri, cetu::VALUE),
            min: nodes.parsed(iri, cetu::MIN_VALUE),
            max: nodes.parsed(iri, cetu::MAX_VALUE),
            text: text(nodes, cetu::VALUE_TEXT)
                .or_else(|| text(nodes, cetu::VALUE))
                .or_else(|| text(nodes, rdfs::LABEL))
                .unwrap_or_default(),
            span: span(iri, cetu::VALUE_START, cetu::VALUE_END, nodes),
            approximation: nodes.one(iri, cetu::APPROXIMATION),
            role: nodes.one(iri, cetu::VALUE_ROLE),
            basis: nodes.one(iri, cetu::TIME_BASIS),
            aspect: nodes.one(iri, cetu::ASPECT),
            comparison: nodes.one(iri, cetu::COMPARISON_BASIS),
            start: text(nodes, cetu::PERIOD_START),
            end: text(nodes, cetu::PERIOD_END),
            groups: nodes.all(iri, cetu::TARGET_GROUP),
            program: nodes.one(iri, cetu::OF_PROGRAM),
            evidence: Evidence::of(iri, nodes).into_iter().next(),
            rule: text(nodes, dcterms::PROVENANCE).unwrap_or_default(),
            corrections: nodes.all(iri, cetu::CORRECTION),
            relations,
        }
    }

    /// The document that it was read from.
    #[must_use]
    pub fn document(&self) -> Option<&Name> {
        self.evidence.as_ref()?.document.as_ref()
    }

    /// The words that it was read from.
    #[must_use]
    pub fn quote(&self) -> &str {
        self.evidence.as_ref().map_or("", |quoted| &quoted.exact)
    }

    /// The year that it tells of: that of its last day.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        self.end.as_deref().or(self.start.as_deref())?.get(..4)?.parse().ok()
    }

    /// Its period: `2017`, `2017-06`, `2013–2017`; empty when it has none.
    #[must_use]
    pub fn period(&self) -> String {
        let (start, end) =
            (self.start.as_deref().unwrap_or_default(), self.end.as_deref().unwrap_or_default());
        let year = |day: &str| day.get(..4).unwrap_or_default().to_owned();
        // The end of a year is that year, that of a month is that month.
        let last =
            if end.ends_with("-12-31") { year(end) } else { end.get(..7).unwrap_or_default().to_owned() };
        let first = if start.ends_with("-01-01") {
            year(start)
        } else {
            start.get(..7).unwrap_or_default().to_owned()
        };
        match (first.is_empty(), last.is_empty()) {
            (_, true) if first.is_empty() => String::new(),
            (_, true) => format!("{first}–"),
            (true, false) => last,
            (false, false) if first == last => last,
            // From January on: the part of the year up to its last month.
            (false, false) if last.len() > 4 && last.starts_with(&first) => format!("{first}-01–{last}"),
            (false, false) => format!("{first}–{last}"),
        }
    }

    /// Whether its role ends so: `target`, `actual`, `parameter`.
    #[must_use]
    pub fn has_role(&self, role: &str) -> bool {
        self.role.as_deref().and_then(|iri| iri.rsplit_once("/role-")).is_some_and(|(_, end)| end == role)
    }

    /// Whether it is stated without a hedge.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.approximation.as_deref().is_none_or(|iri| iri.ends_with("/approx-exact"))
    }

    /// The last part of the IRI of its aspect, without `aspect-`: `level`, `rate` …
    #[must_use]
    pub fn aspect(&self) -> &str {
        self.aspect.as_deref().and_then(|iri| iri.rsplit_once("/aspect-")).map_or("level", |(_, end)| end)
    }
}
