use super::{Coverage, Severity, Violation};
use std::fmt;

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// IRI or file it is about.
    pub about: String,
    /// What does not hold.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.about, self.what)
    }
}

/// How the files of documents are found.
const HINT: &str = "--sources names the folder of their files";

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// What does not hold, in the order of the graph.
    pub list: Vec<Finding>,
    /// Shapes that something does not have.
    pub violations: Vec<Violation>,
    /// Quotations that were looked up.
    pub quotations: usize,
    /// Numbers that were looked up in their quotations.
    pub numbers: usize,
    /// Documents that were checked against their files.
    pub with_file: usize,
    /// Documents whose file was not found: they were checked against the text that the graph keeps, and only that.
    pub with_kept_text: usize,
    /// How much of the text's numbers the facts cover, when the text was read afresh.
    pub coverage: Option<Coverage>,
}

impl Findings {
    pub(super) fn add(&mut self, about: impl Into<String>, what: impl Into<String>) {
        self.list.push(Finding { about: about.into(), what: what.into() });
    }

    /// Takes in what another check found.
    pub fn merge(&mut self, other: Self) {
        self.list.extend(other.list);
        self.violations.extend(other.violations);
        self.quotations += other.quotations;
        self.numbers += other.numbers;
        self.with_file += other.with_file;
        self.with_kept_text += other.with_kept_text;
        self.coverage = match (self.coverage, other.coverage) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
    }

    /// Whether everything holds; warnings do not count.
    #[must_use]
    pub fn hold(&self) -> bool {
        self.list.is_empty() && self.violations.iter().all(|v| v.severity != Severity::Violation)
    }

    /// One line for people.
    #[must_use]
    pub fn summary(&self) -> String {
        let against = match (self.with_file, self.with_kept_text) {
            (0, 0) => String::new(),
            (files, 0) => format!(" against the files of {}", documents(files)),
            (0, kept) => format!(" against the kept text of {} ({HINT})", documents(kept)),
            (files, kept) => {
                format!(
                    " against the files of {} and only the kept text of {kept} ({HINT})",
                    documents(files)
                )
            }
        };
        let said = format!("{} quotations and {} numbers checked{against}", self.quotations, self.numbers);
        let coverage = self.coverage.map(|coverage| format!("; {coverage}")).unwrap_or_default();
        match self.list.len() + self.violations.len() {
            0 => format!("{said}, all as stated, every shape holds{coverage}"),
            1 => format!("{said}, 1 thing does not hold{coverage}"),
            n => format!("{said}, {n} things do not hold{coverage}"),
        }
    }
}

fn documents(count: usize) -> String {
    if count == 1 { "1 document".to_owned() } else { format!("{count} documents") }
}
