use super::cell::{Number, number, year};
use super::grid::{Grid, grid};
use super::head::{Head, head};
use super::measure::{Measure, named};
use super::sort::{Sort, is_generic, is_plan, sort};
use crate::facts::figure::{Aspect, Direction, Figure, Indicator, Period, Relations, Status, TimeBasis};
use crate::facts::reading::{Passage, Years, concept, join, passages, years_of};
use crate::facts::reason::{PeriodReason, PlaceReason, Reasons, StatusReason};
use crate::facts::rule::figures as rule;
use crate::lexicon::Lexicon;
use crate::ontology::ConceptId;
use crate::outline::{Document, Outline, Place};
use crate::text::{Row, Span, Table, Text, tables};
use rust_decimal::Decimal;

/// How many lines above a table may tell its unit and time.
const CAPTION: usize = 3;
/// Longest line that captions a table, in characters.
const LINE: usize = 50;
/// Longest label of a candidate, in characters.
const LONGEST: usize = 30;

/// Reads the figures in the tables of a text, in order.
pub(crate) fn figures(text: &Text, outline: &Outline, lexicon: &Lexicon<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut known: Option<(usize, Vec<Passage>)> = None;
    for table in tables(text) {
        let index = outline.document_at(table.span.start);
        let Some(document) = outline.documents.get(index) else { continue };
        if known.as_ref().is_none_or(|(of, _)| *of != index) {
            known = Some((index, passages(text.chars(), document, lexicon)));
        }
        let Some((_, passages)) = &known else { continue };
        let section = document.section_at(table.span.start);
        let passage = passages[section.unwrap_or(passages.len() - 1).min(passages.len() - 1)];
        let years = years_of(&passage, document);
        let reader = Reader { chars: text.chars(), lexicon, document, index, section, passage, years };
        reader.table(&table, &mut figures);
    }
    figures
}

/// What is known around a table.
struct Reader<'a> {
    chars: &'a [char],
    lexicon: &'a Lexicon<'a>,
    document: &'a Document,
    index: usize,
    section: Option<usize>,
    passage: Passage,
    years: Years,
}

/// What the lines above a table say.
#[derive(Default)]
struct Caption {
    measures: Vec<Measure>,
    period: Option<(Period, bool)>,
    indicator: Option<ConceptId>,
    label: String,
}

/// What the rows above a row say of it.
#[derive(Default)]
struct Carried {
    /// A line with one cell, over the rows of a group.
    group: String,
    /// The unit of the last row head that named one.
    measure: Option<Measure>,
    /// The last row that is no part of another: its label, and its figures by column.
    whole: String,
    figures: Vec<(usize, usize)>,
    /// Its numbers by column, as printed.
    values: Vec<(usize, Decimal)>,
    /// What the parts of it that were named so far add up to, by its first column.
    parts: Decimal,
}

impl Carried {
    /// Whether a row is one more part of the row above: 女性 behind 其中：男性 makes up the whole with it.
    fn completes(&mut self, column: usize, value: Decimal, part: bool) -> bool {
        let whole = self.values.iter().find(|(of, _)| *of == column).map(|(_, whole)| *whole);
        let (Some(whole), true) = (whole, part || !self.parts.is_zero()) else { return false };
        self.parts = self.parts.checked_add(value).unwrap_or_default();
        // Printed numbers are rounded.
        let close = Decimal::new(15, 2).max(whole.abs() / Decimal::from(1000));
        let made_up = whole.checked_sub(self.parts).is_some_and(|left| left.abs() <= close);
        if made_up {
            self.parts = Decimal::ZERO;
        }
        made_up && !part
    }
}

/// Whether a row head says itself what its column is: 发电量 under 产量.
fn says(row: &str, column: &str) -> bool {
    let last = column.chars().next_back().filter(|c| matches!(c, '量' | '数' | '额' | '值' | '率'));
    column.chars().count() <= 3 && last.is_some_and(|last| row.ends_with(last))
}

impl Reader<'_> {
    fn head(&self, cell: Span) -> Head {
        head(self.chars, cell, self.years, self.lexicon)
    }

    fn table(&self, table: &Table, figures: &mut Vec<Figure>) {
        let grid = grid(self.chars, table, self.lexicon);
        if grid.body.is_empty() {
            return;
        }
        let caption = self.caption(table.span.start);
        let unit_column = grid.column(self.chars, &["单位", "计量单位", "单位名称"]);
        let mut carried = Carried::default();
        for row in grid.body {
            let filled: Vec<Span> = row.filled().collect();
            if let [only] = filled[..]
                && number(self.chars, only, self.lexicon).is_none()
            {
                let group = self.head(only);
                carried = Carried {
                    group: group.label,
                    measure: group.measures.into_iter().next(),
                    ..Carried::default()
                };
                continue;
            }
            self.row(&grid, row, unit_column, &caption, &mut carried, figures);
        }
    }

    /// The unit, time and indicator that the lines just above a table name.
    fn caption(&self, start: usize) -> Caption {
        let mut caption = Caption::default();
        let mut end = start;
        for _ in 0..CAPTION {
            while end > self.document.span.start && self.chars[end - 1].is_whitespace() {
                end -= 1;
            }
            let line =
                (self.document.span.start..end).rev().find(|at| matches!(self.chars[*at], '\n' | '\r'));
            let line = Span::new(line.map_or(self.document.span.start, |at| at + 1), end);
            let words = &self.chars[line.start..line.end];
            if line.is_empty() || line.len() > LINE || words.contains(&'。') || words.contains(&'\t') {
                break;
            }
            let (measures, rest) = named(self.chars, line, self.lexicon);
            let told = self.head(rest);
            if caption.measures.is_empty() {
                caption.measures = measures;
            }
            caption.period = caption.period.or(told.period);
            if caption.label.is_empty() {
                caption.label.clone_from(&told.label);
            }
            caption.indicator =
                caption.indicator.or_else(|| self.lexicon.indicators.exact(&told.label).first().copied());
            end = line.start;
        }
        caption
    }

    fn row(
        &self,
        grid: &Grid<'_>,
        row: &Row,
        unit_column: Option<usize>,
        caption: &Caption,
        carried: &mut Carried,
        figures: &mut Vec<Figure>,
    ) {
        let numbers: Vec<(usize, Number)> = row
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            // A year may head a row, as it may a column.
            .filter(|(column, cell)| *column > 0 || year(self.chars, **cell).is_none())
            .filter_map(|(column, cell)| Some((column, number(self.chars, *cell, self.lexicon)?)))
            .collect();
        let sorts: Vec<Vec<Head>> = numbers
            .iter()
            .map(|(column, _)| grid.above(row, *column).into_iter().map(|cell| self.head(cell)).collect())
            .collect();
        let counts = |heads: &[Head]| heads.last().is_some_and(|head| sort(&head.words) == Sort::Nothing);
        let first =
            numbers.iter().zip(&sorts).find(|(_, heads)| !counts(heads)).map(|((column, _), _)| *column);
        let Some(first) = first else { return };
        let heads: Vec<Span> = (0..first)
            .filter(|column| Some(*column) != unit_column)
            .map(|column| row.cells[column])
            .filter(|cell| !cell.is_empty())
            .filter(|cell| {
                number(self.chars, *cell, self.lexicon).is_none() || year(self.chars, *cell).is_some()
            })
            .collect();
        let Some(mut row_head) = self.row_head(&heads) else { return };
        row_head.part |= numbers
            .iter()
            .find(|(column, _)| *column == first)
            .is_some_and(|(column, number)| carried.completes(*column, number.value, row_head.part));
        let unit_cell = unit_column.and_then(|column| row.cells.get(column)).filter(|cell| !cell.is_empty());
        let own = unit_cell.and_then(|cell| super::measure::measure(self.chars, *cell, self.lexicon));
        if let Some(measure) = row_head.measures.first() {
            carried.measure = Some(measure.clone());
        }
        if !row_head.part {
            carried.whole.clone_from(&row_head.label);
            carried.figures.clear();
            carried.values.clear();
            carried.parts = Decimal::ZERO;
        }
        let mut level: Option<usize> = None;
        for ((column, number), heads) in numbers.into_iter().zip(sorts) {
            let unit_told = unit_cell.is_some() && own.is_none();
            if column < first || counts(&heads) || unit_told {
                continue;
            }
            let Some(mut figure) = self.cell(row, &number, &row_head, &heads, own.as_ref(), caption, carried)
            else {
                continue;
            };
            // A growth or share in the same row is that of the thing before it.
            if let Some(level) = level.filter(|_| matches!(figure.aspect, Aspect::Change | Aspect::Share)) {
                figure.indicator.clone_from(&figures[level].indicator);
            }
            match figure.aspect {
                Aspect::Change => figure.relations.change_of = level,
                Aspect::Level => {
                    level = Some(figures.len());
                    let whole = carried.figures.iter().find(|(of, _)| *of == column).map(|(_, index)| *index);
                    if row_head.part {
                        figure.relations.part_of = whole.filter(|index| figures[*index].unit == figure.unit);
                    } else {
                        carried.figures.push((column, figures.len()));
                        carried.values.push((column, number.value));
                    }
                }
                _ => {}
            }
            figures.push(figure);
        }
    }

    /// The cells before the first number as one head; the last one names the thing, those before it what it is in.
    fn row_head(&self, cells: &[Span]) -> Option<Head> {
        let mut all = cells.iter().map(|cell| self.head(*cell));
        let mut head = all.next().or_else(|| cells.is_empty().then(Head::default))?;
        for next in all {
            head = Head {
                label: if next.label.is_empty() { head.label } else { join(&head.label, &next.label) },
                words: next.words,
                measures: if next.measures.is_empty() { head.measures } else { next.measures },
                period: next.period.or(head.period),
                region: next.region.or(head.region),
                span: next.span,
                part: head.part || next.part,
            };
        }
        Some(head)
    }

    #[allow(clippy::too_many_arguments, reason = "all of it is what a cell is told by")]
    fn cell(
        &self,
        row: &Row,
        number: &Number,
        row_head: &Head,
        heads: &[Head],
        own: Option<&Measure>,
        caption: &Caption,
        carried: &Carried,
    ) -> Option<Figure> {
        let words: String = heads.iter().map(|head| head.words.as_str()).collect();
        let sort = heads.iter().rev().map(|head| sort(&head.words)).find(|sort| *sort != Sort::Level);
        let sort = sort.unwrap_or(Sort::Level);
        let measure = self.measure(number, sort, row_head, heads, own, caption, carried)?;
        let value = number.value.checked_mul(measure.scale)?;
        let aspect = sort.aspect(measure.is_percent());
        let direction = (aspect == Aspect::Change).then_some(if value.is_sign_negative() {
            Direction::Down
        } else {
            Direction::Up
        });
        let value = if aspect == Aspect::Change { value.abs() } else { value };
        let indicator = self.indicator(row_head, heads, &measure, aspect, caption, carried)?;
        let region = heads.iter().rev().find_map(|head| head.region).or(row_head.region);
        let told = heads.iter().rev().find_map(|head| head.period).or(row_head.period).or(caption.period);
        let at_end =
            told.is_some_and(|(_, at_end)| at_end) || words.contains("年末") || words.contains("期末");
        let mut period = told.map(|(period, _)| period).or(self.passage.period);
        if let Some(period) = period.as_mut().filter(|_| at_end) {
            (period.start, period.monthly) = (period.end, true);
        }
        let ends = period.and_then(|period| period.end).map(|month| month.year);
        let later =
            ends.zip(self.document.issued.or(self.document.year)).is_some_and(|(end, issued)| end > issued);
        let plan = is_plan(&words)
            || is_plan(&row_head.words)
            || (self.passage.headed.is_some() && self.passage.plan)
            || later;
        Some(Figure {
            document: self.index,
            section: self.document.section_at(number.span.start).or(self.section),
            span: number.span,
            hedged: number.signed,
            quote: row.span,
            value: value.normalize(),
            value2: None,
            unit: measure.unit.concept,
            comparator: number.comparator,
            aspect,
            direction,
            status: if plan { Status::Target } else { Status::Actual },
            indicator,
            place: self.place(region),
            period,
            basis: if at_end { TimeBasis::AtEnd } else { TimeBasis::InPeriod },
            recurring: false,
            groups: self.groups(row_head),
            program: None,
            comparison: if aspect == Aspect::Change { self.lexicon.year_on_year } else { None },
            relations: Relations::default(),
            rule: rule::TABLE,
            reasons: self.reasons(heads, row_head, plan, later),
        })
    }

    /// The unit of a number: its own, that of its column, of its row, or of the table.
    #[allow(clippy::too_many_arguments, reason = "each of them may tell the unit")]
    fn measure(
        &self,
        number: &Number,
        sort: Sort,
        row_head: &Head,
        heads: &[Head],
        own: Option<&Measure>,
        caption: &Caption,
        carried: &Carried,
    ) -> Option<Measure> {
        if sort == Sort::Rank {
            return Measure::of_code("rank", self.lexicon);
        }
        if let Some(unit) = &number.unit {
            return Some(Measure { unit: unit.clone(), scale: unit.factor });
        }
        if let Some(measure) = heads.iter().rev().find_map(|head| head.measures.first()) {
            return Some(measure.clone());
        }
        let head = heads.last().map_or("", |head| head.words.as_str());
        let amount = head.contains('额') || head.contains("增量");
        // 增长 without a unit is in per cent; 增加额 is in the unit of the thing.
        if sort == Sort::Share || (sort == Sort::Change && !amount) || head.ends_with('率') {
            return Measure::of_code("percent", self.lexicon);
        }
        let told = own.or(row_head.measures.first()).or(carried.measure.as_ref());
        told.or_else(|| caption.measures.iter().find(|measure| !measure.is_percent()))
            .or(caption.measures.first())
            .cloned()
    }

    /// What a number measures: the thing of its row with what its column says of it.
    #[allow(clippy::too_many_arguments, reason = "each of them may name the indicator")]
    fn indicator(
        &self,
        row_head: &Head,
        heads: &[Head],
        measure: &Measure,
        aspect: Aspect,
        caption: &Caption,
        carried: &Carried,
    ) -> Option<Indicator> {
        let column: String = heads
            .iter()
            .filter(|head| {
                sort(&head.words) == Sort::Level && !is_generic(&head.label) && !is_plan(&head.words)
            })
            .fold(String::new(), |label, head| join(&label, &head.label));
        let row = if row_head.part && carried.whole != row_head.label {
            join(&carried.whole, &row_head.label)
        } else {
            join(&carried.group, &row_head.label)
        };
        let row = if is_generic(&row) { String::new() } else { row };
        let label = match (row.is_empty(), column.is_empty()) {
            (false, false) if says(&row, &column) => row.clone(),
            (false, false) => join(&row, &column),
            (false, true) => row.clone(),
            (true, false) => column.clone(),
            (true, true) => caption.label.clone(),
        };
        let names = [label.as_str(), &row_head.label, &column];
        // A row that only the column makes a thing is not what the row alone names.
        let tries = if column.is_empty() || row.is_empty() { &names[..] } else { &names[..1] };
        let entry = tries.iter().find_map(|name| concept(self.lexicon, name, &measure.unit, aspect));
        let text = if row_head.label.is_empty() { label.clone() } else { row_head.label.clone() };
        if let Some(known) = entry {
            let label = self.lexicon.ontology.concept(known.concept).label.clone();
            return Some(Indicator { entry, label, text });
        }
        let label = match caption.indicator {
            Some(id) if column.is_empty() && !row.is_empty() => {
                join(&self.lexicon.ontology.concept(id).label, &label)
            }
            _ => label,
        };
        let label: String = label.chars().take(LONGEST).collect();
        (label.chars().count() > 1 || !text.is_empty()).then_some(Indicator { entry: None, label, text })
    }

    /// Why a figure has its place, period and status.
    fn reasons(&self, heads: &[Head], row_head: &Head, plan: bool, later: bool) -> Reasons {
        let all = || heads.iter().rev().chain([row_head]);
        let place = all().find(|head| head.region.is_some());
        let period = all().find(|head| head.period.is_some());
        Reasons {
            place: place
                .map_or_else(|| PlaceReason::own(self.document), |head| PlaceReason::Named(head.span)),
            period: period.map_or(PeriodReason::Document, |head| PeriodReason::Named(head.span)),
            status: match (plan, later) {
                (true, true) => StatusReason::Ahead,
                (true, false) => StatusReason::Planned(row_head.span),
                (false, _) => StatusReason::Told,
            },
        }
    }

    fn place(&self, region: Option<ConceptId>) -> Place {
        match region {
            Some(id) => Place::of(id, self.lexicon),
            None => self.document.own_place(self.lexicon),
        }
    }

    fn groups(&self, row_head: &Head) -> Vec<ConceptId> {
        let label = Text::new(row_head.label.clone());
        let found = self.lexicon.groups.find(&label);
        let mut groups: Vec<ConceptId> = found
            .iter()
            .filter_map(|label| self.lexicon.groups.concepts(label.label).first().copied())
            .collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }
}
