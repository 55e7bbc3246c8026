//! The rules that read facts: each has a name, which its facts carry, what it finds, an example, and why it holds.
//!
//! The doc comment of a rule is its entry on the page of rules (`docs/rules.md`): a title in Chinese and English, then
//! what it finds, under `Example` a text written for it, and under `Why` what it rests on, both in a paragraph of Chinese
//! and one of English. A test reads every example
//! and wants a fact of that very rule.
//!
//! ```
//! use cetu::facts::Rule;
//!
//! let rule = Rule::find("noun-behind-number").unwrap();
//! assert_eq!(rule.title().split_once(' ').unwrap().0, "数字后的名词");
//! ```

pub(crate) mod claims;
pub(crate) mod enumerations;
pub(crate) mod evaluations;
pub(crate) mod figures;
pub(crate) mod organisations;
pub(crate) mod policies;
pub(crate) mod programs;
pub(crate) mod recognitions;

/// A rule by which facts are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    name: &'static str,
    doc: &'static str,
}

/// Declares rules: a constant each, with the words of its doc comment, and the list of all.
macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $constant:ident = $name:literal;)+) => {
        use super::Rule;

        $(
            $(#[doc = $doc])+
            pub(crate) const $constant: Rule = Rule { name: $name, doc: concat!($($doc, "\n"),+) };
        )+

        pub(in crate::facts::rule) const ALL: &[Rule] = &[$($constant),+];
    };
}
use rules;

/// What a person has put in is read by no rule.
pub(crate) const CORRECTION: Rule = Rule {
    name: "correction",
    doc: "更正补充 Put in by a person\n\n文件旁的更正文件补上的、先前漏掉的事实。\n\nA fact that was missed, from a file of corrections beside the report.\n",
};

/// All rules, by the kind of fact that they read.
const ALL: [(&str, &[Rule]); 8] = [
    ("数据 Figures", figures::ALL),
    ("项目 Programs", programs::ALL),
    ("机构 Bodies", organisations::ALL),
    ("政策文件 Policy documents", policies::ALL),
    ("列举 Announced counts", enumerations::ALL),
    ("评价体系 Evaluation schemes", evaluations::ALL),
    ("表彰激励 Awards", recognitions::ALL),
    ("评价性表述 Claims", claims::ALL),
];

impl Rule {
    /// The rules of each kind of fact, in the order of the page.
    #[must_use]
    pub const fn kinds() -> &'static [(&'static str, &'static [Self])] {
        &ALL
    }

    /// Every rule.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().flat_map(|(_, rules)| rules.iter().copied())
    }

    /// The rule of a name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::all().find(|rule| rule.name == name)
    }

    /// Its name, as facts carry it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// What it is called, in Chinese, a blank, in English.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.doc.lines().next().unwrap_or_default().trim()
    }

    /// What it finds, in Chinese and in English.
    #[must_use]
    pub fn finds(self) -> [String; 2] {
        both(&self.part(None))
    }

    /// A text that it reads a fact from.
    #[must_use]
    pub fn example(self) -> String {
        self.part(Some("# Example"))
            .lines()
            .filter(|line| !line.starts_with("```"))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What it rests on, and what it leaves out, in Chinese and in English.
    #[must_use]
    pub fn why(self) -> [String; 2] {
        both(&self.part(Some("# Why")))
    }

    /// The lines under a heading of the doc comment; under none, those behind the title.
    fn part(self, heading: Option<&str>) -> String {
        let lines = self.doc.lines().skip(1).map(|line| line.strip_prefix(' ').unwrap_or(line));
        let part: Vec<&str> = match heading {
            Some(heading) => lines
                .skip_while(|line| *line != heading)
                .skip(1)
                .take_while(|line| !line.starts_with("# "))
                .collect(),
            None => lines.take_while(|line| !line.starts_with("# ")).collect(),
        };
        part.join("\n").trim().to_owned()
    }
}

/// A paragraph of Chinese and the English behind it.
fn both(part: &str) -> [String; 2] {
    let (zh, en) = part.split_once("\n\n").unwrap_or((part, ""));
    [zh.to_owned(), en.to_owned()]
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::facts::stating::sample::read;
    use std::collections::HashSet;

    #[test]
    fn every_example_gives_a_fact_of_its_rule() {
        let fails = |rule: &Rule| read(&rule.example()).1.rules().all(|read| read != *rule);
        let failed: Vec<&str> = Rule::all().filter(fails).map(Rule::name).collect();
        assert!(failed.is_empty(), "{failed:?}");
    }

    #[test]
    fn every_rule_is_told_of_and_named_once() {
        let mut names = HashSet::new();
        for rule in Rule::all() {
            assert!(names.insert(rule.name()), "{rule}");
            assert!(
                rule.title().contains(' ') && !rule.title().is_ascii(),
                "{rule}: a title in both languages"
            );
            for [zh, en] in [rule.finds(), rule.why()] {
                assert!(zh.ends_with('。') && en.ends_with('.'), "{rule}: {zh} / {en}");
            }
        }
    }
}
