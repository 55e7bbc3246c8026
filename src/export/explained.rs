use super::{Because, Content, Explanation, Exporter, Fact};
use clap::builder::styling::Style;
use std::io::{self, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Facts with why they are what they are, for people.
///
/// What stands under a sentence marks its words: `━` the number or name, `─` the rest of the quotation. A Chinese
/// character takes two columns.
#[derive(Debug, Clone, Copy)]
pub struct Explained {
    /// Columns that a line may take.
    pub width: usize,
    /// Whether the terminal shows styles.
    pub styled: bool,
}

/// Columns before a value, and before a line of the sentence.
const INDENT: usize = 18;

impl Exporter for Explained {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        for (index, fact) in content.facts.iter().enumerate() {
            if let Fact::Document(document) = fact {
                let gap = if index == 0 { "" } else { "\n" };
                self.head(&format!("{gap}{} ({})", document.title, document.file), out)?;
            } else if let Some(told) = Told::of(fact) {
                writeln!(out)?;
                self.fact(&told, out)?;
            }
        }
        out.flush()
    }
}

impl Explained {
    fn head(self, words: &str, out: &mut dyn Write) -> io::Result<()> {
        let bold = if self.styled { Style::new().bold() } else { Style::new() };
        writeln!(out, "{bold}{words}{bold:#}")
    }

    fn fact(self, told: &Told<'_>, out: &mut dyn Write) -> io::Result<()> {
        let why = told.explanation;
        self.head(&format!("{}  {} {}", told.exact, told.what, told.said), out)?;
        self.line("规则 rule", &format!("{}: {}", told.rule, why.title), out)?;
        let entry = match &why.entry {
            Some(entry) => match &entry.wording {
                Some(wording) => format!("{}, by the wording “{wording}” <{}>", entry.label, entry.iri),
                None => format!("{}, which no word tells <{}>", entry.label, entry.iri),
            },
            None => told.no_entry.to_owned(),
        };
        self.line("词条 entry", &entry, out)?;
        let reasons = [
            ("地区 place", told.place, &why.place),
            ("时期 period", told.period, &why.period),
            ("性质 status", told.status, &why.status),
        ];
        for (label, value, because) in reasons {
            if let Some(because) = because {
                self.line(label, &reason(value, because), out)?;
            }
        }
        self.sentence(told, out)
    }

    /// A label and its value; what is too long goes on below.
    fn line(self, label: &str, value: &str, out: &mut dyn Write) -> io::Result<()> {
        let dim = if self.styled { Style::new().dimmed() } else { Style::new() };
        let gap = INDENT.saturating_sub(2 + label.width());
        writeln!(out, "  {dim}{label}{dim:#}{:gap$}{value}", "")
    }

    /// The sentence in lines, each with its marks below.
    fn sentence(self, told: &Told<'_>, out: &mut dyn Write) -> io::Result<()> {
        let dim = if self.styled { Style::new().dimmed() } else { Style::new() };
        let room = self.width.saturating_sub(INDENT).max(20);
        let quote = told.quote_start..told.quote_start + told.quote.chars().count();
        let exact = told.start..told.start + told.exact.chars().count();
        let mut label = format!("原文 at {}", told.quote_start);
        let (mut words, mut marks, mut taken) = (String::new(), String::new(), 0);
        let chars: Vec<char> = told.explanation.sentence.chars().collect();
        for (at, c) in chars.iter().enumerate() {
            let c = if c.is_whitespace() || c.is_control() { ' ' } else { *c };
            let columns = c.width().unwrap_or(0);
            let offset = told.explanation.sentence_start + at;
            let mark = if exact.contains(&offset) { "━" } else { "─" };
            let marked = quote.contains(&offset) || exact.contains(&offset);
            words.push(c);
            marks += &(if marked { mark } else { " " }).repeat(columns);
            taken += columns;
            if taken + 2 > room || at + 1 == chars.len() {
                self.line(&label, words.trim_end(), out)?;
                let line = marks.trim_end();
                if !line.is_empty() {
                    writeln!(out, "{:INDENT$}{dim}{line}{dim:#}", "")?;
                }
                label.clear();
                (words, marks, taken) = (String::new(), String::new(), 0);
            }
        }
        Ok(())
    }
}

fn reason(value: Option<&str>, because: &Because) -> String {
    let words = match (&because.words, because.start) {
        (Some(words), Some(start)) => format!(" “{words}” (at {start})"),
        _ => String::new(),
    };
    format!("{}: {}{words}", value.unwrap_or("-"), because.reason)
}

/// What is printed of a fact.
struct Told<'f> {
    what: &'static str,
    /// What the fact says, in a few words.
    said: String,
    start: usize,
    exact: &'f str,
    quote_start: usize,
    quote: &'f str,
    rule: &'static str,
    explanation: &'f Explanation,
    /// What is said when no entry of a vocabulary was found.
    no_entry: &'static str,
    place: Option<&'f str>,
    period: Option<&'f str>,
    status: Option<&'f str>,
}

impl<'f> Told<'f> {
    /// A fact that carries its explanation; none without.
    fn of(fact: &'f Fact) -> Option<Self> {
        let figure = match fact {
            Fact::Figure(figure) => figure,
            other => return Self::of_other(other),
        };
        let high = figure.value2.as_ref().map(|high| format!("–{}", figure.signed(high))).unwrap_or_default();
        Some(Self {
            what: "figure",
            said: format!("{} = {}{high} {}", figure.indicator, figure.signed(&figure.value), figure.unit),
            start: figure.start,
            exact: &figure.exact,
            quote_start: figure.quote_start,
            quote: &figure.quote,
            rule: figure.rule,
            explanation: figure.explanation.as_deref()?,
            no_entry: "candidate: no vocabulary has it",
            place: Some(&figure.place),
            period: figure.period.as_deref(),
            status: Some(figure.status),
        })
    }

    fn of_other(fact: &'f Fact) -> Option<Self> {
        let (what, start, exact, said, place, provenance) = match fact {
            Fact::Program(f) => ("program", f.start, &f.name, f.kind.clone(), Some(&f.place), &f.provenance),
            Fact::Organisation(f) => {
                ("body", f.start, &f.exact, f.kind.clone(), Some(&f.place), &f.provenance)
            }
            Fact::PolicyDocument(f) => {
                ("policy document", f.start, &f.title, f.kind.clone(), Some(&f.place), &f.provenance)
            }
            Fact::Claim(f) => ("claim", f.start, &f.exact, f.kind.clone(), Some(&f.place), &f.provenance),
            Fact::Recognition(f) => ("recognition", f.start, &f.exact, f.kind.clone(), None, &f.provenance),
            Fact::Enumeration(f) => {
                ("enumeration", f.start, &f.exact, f.members.join(" · "), None, &f.provenance)
            }
            Fact::Evaluation(f) => {
                ("evaluation", f.start, &f.name, f.criteria.join(" · "), None, &f.provenance)
            }
            Fact::Document(_) | Fact::Section(_) | Fact::Figure(_) => return None,
        };
        Some(Self {
            what,
            said,
            start,
            exact,
            quote_start: provenance.quote_start,
            quote: &provenance.quote,
            rule: provenance.rule,
            explanation: provenance.explanation.as_deref()?,
            no_entry: "none",
            place: place.map(String::as_str),
            period: None,
            status: None,
        })
    }
}
