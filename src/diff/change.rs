use super::{Kind, Thing};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What happened to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Only the new graph has it.
    Added,
    /// Only the old graph has it.
    Removed,
    /// Both have it, and say different things of it.
    Changed,
}

/// A difference between two graphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What happened.
    pub change: Sort,
    /// To what sort of fact.
    pub kind: Kind,
    /// Names of the fields that differ; none for what was added or removed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<&'static str>,
    /// The fact in the old graph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Thing>,
    /// The fact in the new graph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Thing>,
}

impl Change {
    /// The fact, as it is now when it still is.
    #[must_use]
    pub fn thing(&self) -> Option<&Thing> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// The differences between two graphs, by document and place.
///
/// When each has one document, these are taken for two versions of one.
#[must_use]
pub fn compare(old: &[Thing], new: &[Thing]) -> Vec<Change> {
    let documents =
        |things: &[Thing]| things.iter().map(|thing| thing.document.clone()).collect::<BTreeSet<_>>();
    let versions = documents(old).len() <= 1 && documents(new).len() <= 1;
    let home = |thing: &Thing| if versions { String::new() } else { thing.document.clone() };
    let mut left: Vec<Option<&Thing>> = old.iter().map(Some).collect();
    let mut right: Vec<Option<&Thing>> = new.iter().map(Some).collect();
    let mut pairs = Vec::new();
    // The same words first; then, for words that have changed, the same thing measured, if there is but one.
    pair(&mut left, &mut right, &mut pairs, false, |thing| {
        Some((thing.kind, home(thing), said(thing, &["quote", "text", "name"])))
    });
    pair(&mut left, &mut right, &mut pairs, true, |thing| match thing.kind {
        Kind::Figure => {
            let measured = ["indicator", "place", "unit", "start", "end", "status", "aspect"];
            Some((thing.kind, home(thing), said(thing, &measured)))
        }
        Kind::Program => Some((thing.kind, home(thing), said(thing, &["name"]))),
    });
    let mut changes: Vec<Change> = Vec::new();
    for (before, after) in pairs {
        let names: BTreeSet<&'static str> =
            before.fields.keys().chain(after.fields.keys()).copied().collect();
        let fields: Vec<&'static str> =
            names.into_iter().filter(|name| before.fields.get(name) != after.fields.get(name)).collect();
        if !fields.is_empty() {
            let (kind, before, after) = (after.kind, Some(before.clone()), Some(after.clone()));
            changes.push(Change { change: Sort::Changed, kind, fields, before, after });
        }
    }
    changes.extend(left.into_iter().flatten().map(|thing| Change {
        change: Sort::Removed,
        kind: thing.kind,
        fields: Vec::new(),
        before: Some(thing.clone()),
        after: None,
    }));
    changes.extend(right.into_iter().flatten().map(|thing| Change {
        change: Sort::Added,
        kind: thing.kind,
        fields: Vec::new(),
        before: None,
        after: Some(thing.clone()),
    }));
    changes.sort_by_cached_key(|change| {
        let thing = change.thing();
        let place = thing.map(|thing| (home(thing), change.kind, thing.start, thing.id.clone()));
        (place, change.change)
    });
    changes
}

fn said(thing: &Thing, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| thing.fields.get(name).cloned().unwrap_or_default()).collect()
}

/// Pairs what is left on both sides and has the same key, in reading order; `alone` pairs only what is alone with it.
fn pair<'t, K: Ord>(
    left: &mut [Option<&'t Thing>],
    right: &mut [Option<&'t Thing>],
    pairs: &mut Vec<(&'t Thing, &'t Thing)>,
    alone: bool,
    key: impl Fn(&Thing) -> Option<K>,
) {
    let mut groups: BTreeMap<K, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, thing) in left.iter().enumerate() {
        if let Some(key) = thing.and_then(&key) {
            groups.entry(key).or_default().0.push(index);
        }
    }
    for (index, thing) in right.iter().enumerate() {
        if let Some(key) = thing.and_then(&key) {
            groups.entry(key).or_default().1.push(index);
        }
    }
    for (old, new) in groups.into_values() {
        if alone && (old.len() != 1 || new.len() != 1) {
            continue;
        }
        for (a, b) in old.into_iter().zip(new) {
            if let (Some(before), Some(after)) = (left[a].take(), right[b].take()) {
                pairs.push((before, after));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(document: &str, start: usize, fields: &[(&'static str, &str)]) -> Thing {
        Thing {
            kind: Kind::Figure,
            id: format!("obs/{start}"),
            document: document.to_owned(),
            fields: fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
            start,
        }
    }

    #[test]
    fn words_that_moved_are_the_same_and_words_that_changed_are_known_by_what_they_measure() {
        let old = [
            figure("a", 1, &[("quote", "就业12万人"), ("indicator", "就业"), ("value", "120000")]),
            figure("a", 9, &[("quote", "投入3亿元"), ("indicator", "投入"), ("value", "300000000")]),
            figure("a", 20, &[("quote", "培训5万人"), ("indicator", "培训"), ("value", "50000")]),
        ];
        let new = [
            figure("b", 101, &[("quote", "就业12万人"), ("indicator", "就业"), ("value", "120000")]),
            figure("b", 109, &[("quote", "投入4亿元"), ("indicator", "投入"), ("value", "400000000")]),
            figure("b", 130, &[("quote", "建成6家"), ("indicator", "基地"), ("value", "6")]),
        ];
        let told: Vec<_> =
            compare(&old, &new).into_iter().map(|change| (change.change, change.fields)).collect();
        assert_eq!(told[0], (Sort::Removed, vec![]));
        assert_eq!(told[1], (Sort::Changed, vec!["quote", "value"]));
        assert_eq!(told[2], (Sort::Added, vec![]));
        assert_eq!(told.len(), 3);
    }
}
