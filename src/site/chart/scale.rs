/// From values to places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    pub(super) const fn new(from: (f64, f64), to: (f64, f64)) -> Self {
        Self { from, to }
    }

    pub(super) fn at(self, value: f64) -> f64 {
        let width = self.from.1 - self.from.0;
        if width.abs() < f64::EPSILON {
            return f64::midpoint(self.to.0, self.to.1);
        }
        self.to.0 + (value - self.from.0) / width * (self.to.1 - self.to.0)
    }
}

/// The least and the greatest of some values, with nought among them when `nought`.
pub(super) fn extent(values: impl Iterator<Item = f64>, nought: bool) -> (f64, f64) {
    let start = if nought { (0.0, 0.0) } else { (f64::INFINITY, f64::NEG_INFINITY) };
    let (least, most) = values.fold(start, |(least, most), value| (value.min(least), value.max(most)));
    if least > most { (0.0, 1.0) } else { (least, most) }
}

/// Moves labels apart that would lie on each other; they come and leave in the order of their places.
pub(super) fn apart(places: &mut [f64], gap: f64, most: f64) {
    for at in 1..places.len() {
        places[at] = places[at].max(places[at - 1] + gap);
    }
    if let Some(last) = places.last_mut() {
        *last = last.min(most);
    }
    for at in (1..places.len()).rev() {
        places[at - 1] = places[at - 1].min(places[at] - gap);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_distance_and_stay_inside() {
        let mut places = [10.0, 11.0, 12.0, 95.0, 99.0];
        apart(&mut places, 15.0, 100.0);
        assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 15.0 - f64::EPSILON), "{places:?}");
        assert!(places[4] <= 100.0);
    }

    #[test]
    fn one_value_stands_in_the_middle() {
        assert!((Scale::new((3.0, 3.0), (0.0, 10.0)).at(3.0) - 5.0).abs() < f64::EPSILON);
    }
}
