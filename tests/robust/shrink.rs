//! Making a text that shows a fault as short as it goes.

/// Leaves out stretches, halves first and single characters last, as long as the text still shows the fault.
pub(crate) fn shrink(text: &str, faulty: impl Fn(&str) -> bool) -> String {
    let mut kept: Vec<char> = text.chars().collect();
    let mut size = kept.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < kept.len() {
            let mut shorter = kept.clone();
            shorter.drain(at..(at + size).min(kept.len()));
            if faulty(&shorter.iter().collect::<String>()) {
                kept = shorter;
            } else {
                at += size;
            }
        }
        size /= 2;
    }
    kept.into_iter().collect()
}

#[test]
fn the_faulty_characters_stay() {
    assert_eq!(shrink("abcdefgh", |text| text.contains('b') && text.contains('g')), "bg");
}
