/// The word most like another one, when it is like enough; of equals the one that begins like it.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (likeness(word, candidate), candidate))
        .filter(|(score, candidate)| *score > 0.55 || one_off(word, candidate))
        .max_by(|a, b| {
            let begin = |other: &str| word.chars().zip(other.chars()).take_while(|(c, d)| c == d).count();
            a.0.total_cmp(&b.0).then_with(|| begin(a.1).cmp(&begin(b.1))).then_with(|| b.1.cmp(a.1))
        })
        .map(|(_, candidate)| candidate)
}

/// How like two words are, from 0 to 1; of letters great and small are the same.
fn likeness(word: &str, candidate: &str) -> f64 {
    let (word, candidate) = (word.to_lowercase(), candidate.to_lowercase());
    let edits = strsim::normalized_damerau_levenshtein(&word, &candidate);
    // A part of a longer name is like it, the more of it the better.
    let part = word.chars().count() > 1 && candidate.contains(&word);
    if part { edits.max(0.7 + edits / 10.0) } else { edits }
}

/// Whether a short Chinese word has one character wrong or left out: 重青 is half of 重庆, and yet it is meant.
fn one_off(word: &str, candidate: &str) -> bool {
    let alike = word.chars().any(|c| candidate.contains(c));
    !word.is_ascii() && alike && strsim::damerau_levenshtein(word, candidate) == 1
}
