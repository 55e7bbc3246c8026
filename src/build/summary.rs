use super::Counts;
use crate::document::Problem;
use std::fmt;
use std::path::PathBuf;

/// What a build did.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// The folder of the graph that is current now; `None` when nothing could be read.
    pub folder: Option<PathBuf>,
    /// Documents that the old graph did not have.
    pub new: usize,
    /// Documents that were read again.
    pub changed: usize,
    /// Documents that the old graph had and the new one has not.
    pub gone: usize,
    /// Documents that stayed as they were.
    pub unchanged: usize,
    /// What the graph holds.
    pub counts: Counts,
    /// Inputs left out, with the reason.
    pub problems: Vec<Problem>,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = [
            (self.new, "new"),
            (self.changed, "changed"),
            (self.gone, "gone"),
            (self.unchanged, "unchanged"),
        ];
        let said: Vec<String> = said
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{} {what}", thousands(*count)))
            .collect();
        let documents = self.new + self.changed + self.unchanged;
        write!(f, "{} documents: ", thousands(documents))?;
        f.write_str(&if said.is_empty() { "none".to_owned() } else { said.join(", ") })?;
        let counts = self.counts;
        write!(f, "; {} figures, {} programs", thousands(counts.figures), thousands(counts.programs))?;
        if counts.corrections > 0 {
            let s = if counts.corrections == 1 { "" } else { "s" };
            write!(f, ", {} correction{s} applied", thousands(counts.corrections))?;
        }
        if counts.unread > 0 {
            write!(f, ", {} numbers not read (cetu check --coverage lists them)", thousands(counts.unread))?;
        }
        Ok(())
    }
}

/// A number with its thousands parted: `1,204`.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_says_what_there_is_and_no_more() {
        let counts = Counts { figures: 13_000, programs: 7, ..Counts::default() };
        let summary = Summary { new: 3, changed: 1, gone: 1, unchanged: 1204, counts, ..Summary::default() };
        assert_eq!(
            summary.to_string(),
            "1,208 documents: 3 new, 1 changed, 1 gone, 1,204 unchanged; 13,000 figures, 7 programs"
        );
    }
}
