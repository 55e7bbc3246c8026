use super::anchor::{locate, passage};
use super::edtf;
use super::file::{Entry, parse};
use super::link::Links;
use super::{Action, Correction, Subject};
use crate::document::{Problem, Reason, Source};
use crate::facts::rule::CORRECTION;
use crate::facts::{
    self, About, Aspect, Comparator, Facts, Figure, PeriodReason, PlaceReason, Program, Reasons, Relations,
    Status, StatusReason, TimeBasis,
};
use crate::lexicon::Lexicon;
use crate::outline::{Outline, Place};
use crate::text::{Span, Text};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What became of the corrections of a document.
#[derive(Debug, Clone, Default)]
pub struct Corrections {
    /// Those that put something right.
    pub applied: Vec<Applied>,
    /// Those that did not.
    pub unapplied: Vec<Unapplied>,
}

/// A correction that put something right.
#[derive(Debug, Clone)]
pub struct Applied {
    /// What it says.
    pub correction: Correction,
    /// Number of its first line in the file, from 1.
    pub line: usize,
    /// Index of the document in the outline.
    pub document: usize,
    /// The words that it is about.
    pub quote: Span,
    /// The number, or the name of a program.
    pub span: Span,
    /// The fact as it is now.
    pub target: Target,
    /// What it did, in a line: `value: 1272200 → 1272300`.
    pub told: String,
}

impl Applied {
    /// Whether the fact is another than it was. A value that a person has confirmed stays in its file.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.told.split("; ").any(|part| {
            let values = part.split_once(": ").and_then(|(_, told)| told.split_once(" → "));
            values.is_none_or(|(before, now)| before != now)
        })
    }
}

/// The fact that a correction is about, as an index into the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A figure.
    Figure(usize),
    /// A program.
    Program(usize),
    /// It was taken out.
    Gone,
}

/// A correction that found nothing to put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unapplied {
    /// The file that it stands in.
    pub file: String,
    /// Number of its first line, from 1.
    pub line: usize,
    /// Why, and what to do.
    pub why: String,
}

impl From<&Unapplied> for Problem {
    fn from(unapplied: &Unapplied) -> Self {
        let place = format!("{}:{}", unapplied.file, unapplied.line);
        Self::new(place, Reason::Unapplied(unapplied.why.clone()))
    }
}

/// The corrections that found nothing in any document of their file. Each document comes with the path of its file, the
/// lines of the corrections that were applied to it, and those that were not.
#[must_use]
pub fn missed<'a>(documents: &[(&'a str, Vec<usize>, &'a [Unapplied])]) -> Vec<&'a Unapplied> {
    let done: HashSet<(&str, usize)> =
        documents.iter().flat_map(|(path, lines, _)| lines.iter().map(|line| (*path, *line))).collect();
    let mut told = HashSet::new();
    let failed = documents.iter().flat_map(|(path, _, failed)| failed.iter().map(|failed| (*path, failed)));
    failed
        .filter(|(path, failed)| {
            !done.contains(&(*path, failed.line)) && told.insert((&failed.file, failed.line))
        })
        .map(|(_, failed)| failed)
        .collect()
}

/// Puts the facts of a source right by the corrections that stand beside it.
pub fn apply(source: &Source, outline: &Outline, lexicon: &Lexicon<'_>, facts: &mut Facts) -> Corrections {
    let Some(beside) = &source.corrections else { return Corrections::default() };
    let mut done = Corrections::default();
    let entries = match parse(&beside.text) {
        Ok(entries) => entries,
        Err(error) => {
            let why = format!("{error}; no correction of this file is applied");
            done.unapplied.push(Unapplied { file: beside.path.clone(), line: error.line, why });
            return done;
        }
    };
    let mut corrector = Corrector { text: &source.text, outline, lexicon, facts, applied: Vec::new() };
    for Entry { correction, line } in entries {
        if correction.document.as_ref().is_some_and(|row| !source.id.ends_with(row.as_str())) {
            continue;
        }
        if let Err(why) = corrector.correct(&correction, line) {
            done.unapplied.push(Unapplied { file: beside.path.clone(), line, why });
        }
    }
    done.applied = corrector.applied;
    if !done.applied.is_empty() {
        // Another indicator, place or period may be that of another target.
        facts::targets(&mut facts.figures);
    }
    done
}

/// What is said of a correction that leaves everything as it was read.
pub const NOTHING: &str =
    "nothing changes: it is read so already; give another value, unit, indicator, place or period";

/// The passage of a text that comes nearest to words that do not stand in it, as part of a sentence.
#[must_use]
pub fn near(text: &Text, words: &str) -> String {
    passage(text, words).map(|near| format!(" (there is “{near}”)")).unwrap_or_default()
}

struct Corrector<'a> {
    text: &'a Text,
    outline: &'a Outline,
    lexicon: &'a Lexicon<'a>,
    facts: &'a mut Facts,
    applied: Vec<Applied>,
}

impl Corrector<'_> {
    fn correct(&mut self, correction: &Correction, line: usize) -> Result<(), String> {
        let around = (correction.prefix.as_deref(), correction.suffix.as_deref());
        let quote =
            locate(self.text, &correction.quote, around.0, around.1).map_err(|places| match places {
                0 => format!(
                    "“{}” no longer stands in the report{}; mend the quotation, or take the entry out",
                    correction.quote,
                    near(self.text, &correction.quote)
                ),
                n => format!(
                    "“{}” stands in the report {n} times; give the words before it as prefix (--prefix)",
                    correction.quote
                ),
            })?;
        let document = self.outline.document_at(quote.start);
        let (span, target, told) = match (correction.fact, correction.action) {
            (Subject::Figure, Action::Add) => self.add_figure(correction, document, quote)?,
            (Subject::Figure, _) => self.figure(correction, quote)?,
            (Subject::Program, Action::Add) => self.add_program(correction, document, quote)?,
            (Subject::Program, _) => self.program(correction, quote)?,
        };
        self.applied.push(Applied {
            correction: correction.clone(),
            line,
            document,
            quote,
            span,
            target,
            told,
        });
        Ok(())
    }

    /// The number that is meant: the one named, or the only one.
    fn number(&self, correction: &Correction, quote: Span) -> Result<Option<Span>, String> {
        let Some(number) = correction.number.as_deref().filter(|number| !number.is_empty()) else {
            return Ok(None);
        };
        let words = Text::new(self.text.slice(quote));
        match locate(&words, number, None, None) {
            Ok(span) => Ok(Some(Span::new(quote.start + span.start, quote.start + span.end))),
            Err(0) => Err(format!(
                "“{number}” does not stand in “{}”; give the number as it is printed there (--number)",
                correction.quote
            )),
            Err(n) => Err(format!(
                "the number “{number}” stands in “{}” {n} times; quote fewer words, or more of the number",
                correction.quote
            )),
        }
    }

    fn figure(&mut self, correction: &Correction, quote: Span) -> Result<(Span, Target, String), String> {
        let number = self.number(correction, quote)?;
        let within = number.unwrap_or(quote);
        let figures = self.facts.figures.iter().enumerate();
        let found: Vec<usize> =
            figures.filter(|(_, figure)| figure.hedged.overlaps(within)).map(|(index, _)| index).collect();
        let index = match found[..] {
            [index] => index,
            [] => {
                return Err(format!(
                    "no figure is read from “{}”; put one in with action = \"add\" (--add)",
                    number.map_or_else(|| correction.quote.clone(), |span| self.text.slice(span))
                ));
            }
            _ => {
                let numbers: Vec<String> =
                    found.iter().map(|&index| self.text.slice(self.facts.figures[index].hedged)).collect();
                return Err(format!(
                    "several figures are read from these words; say as number (--number) which is meant: {}",
                    numbers.join(", ")
                ));
            }
        };
        let span = self.facts.figures[index].span;
        if correction.action == Action::Reject {
            let told = format!("rejected: {}", self.facts.figures[index].indicator.label);
            self.drop_figure(index);
            return Ok((span, Target::Gone, told));
        }
        let mut figure = self.facts.figures[index].clone();
        let told = self.change(correction, &mut figure)?;
        if told.is_empty() {
            return Err(NOTHING.to_owned());
        }
        self.facts.figures[index] = figure;
        Ok((span, Target::Figure(index), told.join("; ")))
    }

    /// Sets what a correction gives, and says what was there before.
    fn change(&self, correction: &Correction, figure: &mut Figure) -> Result<Vec<String>, String> {
        let links = Links { lexicon: self.lexicon };
        let mut told = Vec::new();
        let unit = |id| self.lexicon.ontology.concept(id).code().to_owned();
        if let Some(value) = correction.value {
            told.push(format!("value: {} → {value}", figure.value.normalize()));
            figure.value = value.0;
            if let Some(before) = figure.value2.filter(|_| correction.high.is_none()) {
                told.push(format!("high: {} → none", before.normalize()));
                figure.value2 = None;
                if figure.comparator == Comparator::Between {
                    figure.comparator = Comparator::Exact;
                }
            }
        }
        if let Some(high) = correction.high {
            let before = figure.value2.map(|value| value.normalize().to_string()).unwrap_or_default();
            told.push(format!("high: {before} → {high}"));
            figure.value2 = Some(high.0);
            figure.comparator = Comparator::Between;
        }
        if let Some(words) = &correction.unit {
            let new = links.unit(words)?;
            if new != figure.unit {
                told.push(format!("unit: {} → {}", unit(figure.unit), unit(new)));
            }
            figure.unit = new;
        }
        if let Some(words) = &correction.indicator {
            let new = links.indicator(words)?;
            // Another word for the same indicator changes nothing.
            if new.label != figure.indicator.label {
                told.push(format!("indicator: {} → {}", figure.indicator.label, new.label));
                figure.indicator = new;
            }
        }
        if let Some(words) = &correction.place {
            let home =
                self.outline.documents.get(figure.document).and_then(|document| document.region.as_ref());
            let new = links.place(words, home)?;
            if new != figure.place {
                told.push(format!("place: {} → {}", figure.place.name, new.name));
            }
            figure.place = new;
        }
        if let Some(words) = &correction.period {
            let new = edtf::period(words)?;
            let show =
                |period: Option<facts::Period>| period.map(|period| period.to_string()).unwrap_or_default();
            told.push(format!("period: {} → {}", show(figure.period), show(new)));
            figure.period = new;
            if figure.basis == TimeBasis::Standing && new.is_some() {
                figure.basis = TimeBasis::InPeriod;
            }
        }
        Ok(told)
    }

    fn add_figure(
        &mut self,
        correction: &Correction,
        document: usize,
        quote: Span,
    ) -> Result<(Span, Target, String), String> {
        let number = self.number(correction, quote)?;
        let within = number.unwrap_or(quote);
        let read = facts::quantities(self.text, self.lexicon, within);
        let known = |span: Span| self.facts.figures.iter().any(|figure| figure.hedged.overlaps(span));
        let open: Vec<_> = read.iter().filter(|quantity| !known(quantity.span)).collect();
        let quantity = match (open.as_slice(), number) {
            ([quantity], _) => Some(*quantity),
            ([] | [_, _, ..], None) => {
                return Err("give the number that is meant, as printed (--number)".to_owned());
            }
            ([], Some(span)) if known(span) => {
                return Err(
                    "a figure is read from this number already; leave out action = \"add\" (--add) to change it"
                        .to_owned(),
                );
            }
            (_, Some(_)) => None,
        };
        let links = Links { lexicon: self.lexicon };
        let span = quantity.map_or(within, |quantity| quantity.span);
        let unit = match (&correction.unit, quantity.and_then(|quantity| quantity.unit.as_ref())) {
            (Some(words), _) => links.unit(words)?,
            (None, Some(unit)) => unit.concept,
            (None, None) => return Err("give the unit (--unit); none stands behind the number".to_owned()),
        };
        let Some(value) = correction.value.map(|value| value.0).or(quantity.map(|quantity| quantity.value))
        else {
            return Err("give the value (--value); the number cannot be read".to_owned());
        };
        let indicator =
            correction.indicator.as_deref().ok_or("give the indicator of the new figure (--indicator)")?;
        let home = self.outline.documents.get(document);
        let place = home.and_then(|document| document.region.clone());
        let none = Place { region: None, name: String::new(), within: None };
        let year = home.and_then(|document| document.year);
        let percent = self.lexicon.ontology.concept(unit).code() == "percent";
        let mut figure = Figure {
            document,
            section: home.and_then(|document| document.section_at(span.start)),
            span,
            hedged: quantity.map_or(within, |quantity| quantity.hedged),
            quote: Span::new(quote.start.min(span.start), quote.end.max(span.end)),
            value: value.normalize(),
            value2: quantity.and_then(|quantity| quantity.value2).map(|value| value.normalize()),
            unit,
            comparator: quantity.map_or(Comparator::Exact, |quantity| quantity.comparator),
            aspect: if percent { Aspect::Rate } else { Aspect::Level },
            direction: None,
            status: Status::Actual,
            indicator: links.indicator(indicator)?,
            place: place.unwrap_or(none),
            period: year.and_then(|year| edtf::period(&year.to_string()).ok().flatten()),
            basis: TimeBasis::InPeriod,
            recurring: false,
            groups: Vec::new(),
            program: None,
            comparison: None,
            relations: Relations::default(),
            rule: CORRECTION,
            reasons: Reasons {
                place: home.map_or(PlaceReason::NoRegion, PlaceReason::own),
                period: if year.is_some() { PeriodReason::Document } else { PeriodReason::Untold },
                status: StatusReason::Told,
            },
        };
        let changed = Correction { unit: None, indicator: None, value: None, ..correction.clone() };
        self.change(&changed, &mut figure)?;
        let told = format!("added: {} {}", figure.indicator.label, figure.value);
        self.facts.unread.retain(|unread| !unread.span.overlaps(span));
        self.facts.figures.push(figure);
        Ok((span, Target::Figure(self.facts.figures.len() - 1), told))
    }

    fn program(&mut self, correction: &Correction, quote: Span) -> Result<(Span, Target, String), String> {
        let programs = self.facts.programs.iter().enumerate();
        let found: Vec<usize> =
            programs.filter(|(_, program)| quote.covers(program.name)).map(|(index, _)| index).collect();
        let index = match found[..] {
            [index] => index,
            [] => return Err(format!("no program is read from “{}”", correction.quote)),
            _ => return Err("several programs are read from these words; quote the name alone".to_owned()),
        };
        let name = self.facts.programs[index].name;
        if correction.action == Action::Reject {
            self.drop_program(index);
            return Ok((name, Target::Gone, format!("rejected: {}", self.text.slice(name))));
        }
        let mut told = Vec::new();
        let links = Links { lexicon: self.lexicon };
        if let Some(kind) = &correction.kind {
            let label = |id| self.lexicon.ontology.concept(id).label.clone();
            let new = links.kind(kind)?;
            told.push(format!("kind: {} → {}", label(self.facts.programs[index].kind), label(new)));
            self.facts.programs[index].kind = new;
        }
        if let Some(place) = &correction.place {
            let new = links.place(place, None)?;
            told.push(format!("place: {} → {}", self.facts.programs[index].place.name, new.name));
            self.facts.programs[index].place = new;
        }
        if told.is_empty() {
            return Err("nothing is to be changed; give kind or place".to_owned());
        }
        Ok((name, Target::Program(index), told.join("; ")))
    }

    fn add_program(
        &mut self,
        correction: &Correction,
        document: usize,
        quote: Span,
    ) -> Result<(Span, Target, String), String> {
        let links = Links { lexicon: self.lexicon };
        let kind = links.kind(correction.kind.as_deref().ok_or("give the kind of the new program")?)?;
        if self.facts.programs.iter().any(|program| program.name == quote) {
            return Err("this program is read already".to_owned());
        }
        let home = self.outline.documents.get(document);
        let region = home.and_then(|document| document.region.as_ref());
        let place = match &correction.place {
            Some(words) => links.place(words, region)?,
            None => region.cloned().unwrap_or(Place { region: None, name: String::new(), within: None }),
        };
        self.facts.programs.push(Program {
            document,
            section: home.and_then(|document| document.section_at(quote.start)),
            name: quote,
            quote,
            kind,
            place,
            groups: Vec::new(),
            instruments: Vec::new(),
            part_of: None,
            run_by: Vec::new(),
            partners: Vec::new(),
            rule: CORRECTION,
            told: None,
            placed: home.map_or(PlaceReason::NoRegion, PlaceReason::own),
        });
        let index = self.facts.programs.len() - 1;
        Ok((quote, Target::Program(index), format!("added: {}", correction.quote)))
    }

    /// Takes a figure out, and keeps what points to the others right.
    fn drop_figure(&mut self, gone: usize) {
        self.facts.figures.remove(gone);
        for figure in &mut self.facts.figures {
            let relations = &mut figure.relations;
            for index in [
                &mut relations.part_of,
                &mut relations.share_of,
                &mut relations.share_of_part,
                &mut relations.change_of,
                &mut relations.target_of,
            ] {
                *index = index.and_then(|index| without(index, gone));
            }
        }
        for claim in &mut self.facts.claims {
            if let About::Figure(index) = claim.about {
                claim.about = without(index, gone).map_or(About::Place, About::Figure);
            }
        }
        for made in &mut self.applied {
            if let Target::Figure(index) = made.target {
                made.target = without(index, gone).map_or(Target::Gone, Target::Figure);
            }
        }
    }

    /// Takes a program out, and keeps what points to the others right.
    fn drop_program(&mut self, gone: usize) {
        self.facts.programs.remove(gone);
        for program in &mut self.facts.programs {
            program.part_of = program.part_of.and_then(|index| without(index, gone));
        }
        for figure in &mut self.facts.figures {
            figure.program = figure.program.and_then(|index| without(index, gone));
        }
        for claim in &mut self.facts.claims {
            if let About::Program(index) = claim.about {
                claim.about = without(index, gone).map_or(About::Place, About::Program);
            }
        }
        for made in &mut self.applied {
            if let Target::Program(index) = made.target {
                made.target = without(index, gone).map_or(Target::Gone, Target::Program);
            }
        }
    }
}

/// An index into a list that has lost one.
fn without(index: usize, gone: usize) -> Option<usize> {
    (index != gone).then_some(if index > gone { index - 1 } else { index })
}
