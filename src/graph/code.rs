use crate::facts::{Aspect, Comparator, Status, TimeBasis};
use crate::ontology::ID;
use oxigraph::model::NamedNode;

/// The concept of a code scheme, at `vocab/{name}`.
pub(super) fn code(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{ID}vocab/{name}"))
}

pub(super) const fn approximation(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Exact => "approx-exact",
        Comparator::About => "approx-about",
        Comparator::Nearly => "approx-nearly",
        Comparator::Over => "approx-over",
        Comparator::AtLeast => "approx-at-least",
        Comparator::Under => "approx-under",
        Comparator::UpTo => "approx-up-to",
        Comparator::Between => "approx-between",
    }
}

pub(super) const fn role(status: Status) -> &'static str {
    match status {
        Status::Actual => "role-actual",
        Status::Target => "role-target",
        Status::Standard => "role-parameter",
    }
}

pub(super) const fn basis(basis: TimeBasis) -> &'static str {
    match basis {
        TimeBasis::InPeriod => "basis-in-period",
        TimeBasis::AtEnd => "basis-at-end",
        TimeBasis::Cumulative => "basis-cumulative",
        TimeBasis::EachYear => "basis-each-year",
        TimeBasis::Standing => "basis-standing",
    }
}

pub(super) const fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Level => "aspect-level",
        Aspect::Rate => "aspect-rate",
        Aspect::Share => "aspect-share",
        Aspect::Change => "aspect-change",
        Aspect::Rank => "aspect-rank",
        Aspect::Ratio => "aspect-ratio",
        Aspect::Multiple => "aspect-multiple",
        Aspect::Duration => "aspect-duration",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    #[test]
    fn every_code_is_a_concept_of_the_ontology() {
        let ontology = Ontology::builtin().unwrap();
        if ontology.triples().is_empty() {
            return;
        }
        let codes = [Comparator::Exact, Comparator::About, Comparator::Nearly, Comparator::Over]
            .into_iter()
            .chain([Comparator::AtLeast, Comparator::Under, Comparator::UpTo, Comparator::Between])
            .map(approximation)
            .chain([Status::Actual, Status::Target, Status::Standard].map(role))
            .chain([TimeBasis::InPeriod, TimeBasis::AtEnd, TimeBasis::Cumulative].map(basis))
            .chain([TimeBasis::EachYear, TimeBasis::Standing].map(basis))
            .chain([Aspect::Level, Aspect::Rate, Aspect::Share, Aspect::Change].map(aspect))
            .chain([Aspect::Rank, Aspect::Ratio, Aspect::Multiple, Aspect::Duration].map(aspect));
        let missing: Vec<_> = codes.filter(|name| ontology.at(&format!("vocab/{name}")).is_none()).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn every_term_of_cetu_is_defined() {
        let ontology = Ontology::builtin().unwrap();
        if ontology.triples().is_empty() {
            return;
        }
        let defined =
            |term: &str| ontology.triples().iter().any(|t| t.subject.to_string() == format!("<{term}>"));
        let missing: Vec<_> =
            super::super::terms::cetu::ALL.iter().filter(|term| !defined(term.as_str())).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
