use crate::facts::figure::{Figure, Relations};

/// Puts two lists of figures in the order of the text; of two that overlap that of the first list stays.
pub(crate) fn merge(first: Vec<Figure>, second: Vec<Figure>) -> Vec<Figure> {
    let split = first.len();
    let mut all: Vec<(usize, Figure)> = Vec::with_capacity(split + second.len());
    // Indices of the second list go on those of the first.
    all.extend(first.into_iter().enumerate());
    all.extend(second.into_iter().enumerate().map(|(index, mut figure)| {
        each(&mut figure.relations, |index| Some(index + split));
        (index + split, figure)
    }));
    all.sort_by_key(|(index, figure)| (figure.span.start, *index));
    let mut place: Vec<Option<usize>> = vec![None; all.len()];
    let mut kept: Vec<Figure> = Vec::with_capacity(all.len());
    for (index, figure) in all {
        if kept.last().is_some_and(|last| last.span.end > figure.span.start) {
            continue;
        }
        place[index] = Some(kept.len());
        kept.push(figure);
    }
    for figure in &mut kept {
        each(&mut figure.relations, |index| place.get(index).copied().flatten());
    }
    kept
}

fn each(relations: &mut Relations, change: impl Fn(usize) -> Option<usize>) {
    for relation in [
        &mut relations.part_of,
        &mut relations.share_of,
        &mut relations.share_of_part,
        &mut relations.change_of,
        &mut relations.target_of,
    ] {
        *relation = relation.and_then(&change);
    }
}
