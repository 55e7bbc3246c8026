use super::{Catalogue, Label, Name};
use std::cmp::Reverse;

impl Catalogue {
    /// The indicator that somebody means: by its IRI or the end of it, by a name, or by a part of one that only one
    /// indicator has.
    ///
    /// # Errors
    /// Those whose names come near, the ones with the most figures first.
    pub fn indicator(&self, wanted: &str) -> Result<&Name, Vec<&Name>> {
        let wanted = wanted.trim();
        let mut near: Vec<(usize, &Name)> = Vec::new();
        for (iri, spread) in self.indicators() {
            let end = iri.rsplit('/').next().unwrap_or_default();
            if **iri == *wanted || (end == wanted && !wanted.is_empty()) {
                return Ok(iri);
            }
            let Some(label) = self.label(iri) else { continue };
            if is(label, |name| name.eq_ignore_ascii_case(wanted)) {
                near.push((usize::MAX, iri));
            } else if !wanted.is_empty() && is(label, |name| name.contains(wanted)) {
                near.push((spread.figures, iri));
            }
        }
        near.sort_by_key(|(figures, iri)| (Reverse(*figures), (*iri).clone()));
        match near.as_slice() {
            [(_, only)] => Ok(only),
            // One that bears the very name goes before those that only hold the words.
            [(usize::MAX, whole), ..] => Ok(whole),
            _ => Err(near.into_iter().map(|(_, iri)| iri).collect()),
        }
    }

    /// The name of an indicator most like another one, when one is like enough.
    #[must_use]
    pub fn nearest_indicator(&self, wanted: &str) -> Option<&str> {
        let known = self.indicators().flat_map(|(iri, _)| {
            let label = self.label(iri).into_iter();
            let names = label.flat_map(|label| {
                label.others.iter().map(String::as_str).chain([label.zh.as_str(), label.en.as_str()])
            });
            names.chain(iri.rsplit('/').next()).filter(|name| !name.is_empty())
        });
        crate::text::nearest(wanted.trim(), known)
    }
}

fn is(label: &Label, fits: impl Fn(&str) -> bool) -> bool {
    fits(&label.zh) || fits(&label.en) || label.others.iter().any(|other| fits(other))
}
