use super::{Fact, FigureFact, ProgramFact, SectionFact};
use std::collections::HashMap;

/// A flat table of facts, for people who live in a spreadsheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Sheet {
    /// One figure a row.
    #[default]
    Figures,
    /// One program a row.
    Programs,
    /// One measure a row: a heading that tells what was or will be done.
    Measures,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Words(String),
    Number(serde_json::Number),
    Nothing,
}

const FIGURES: [&str; 25] = [
    "indicator",
    "place",
    "place_code",
    "period",
    "value",
    "value2",
    "unit",
    "exact",
    "comparator",
    "aspect",
    "direction",
    "status",
    "recurring",
    "group",
    "program",
    "section",
    "quote",
    "quote_start",
    "start",
    "indicator_iri",
    "id",
    "document",
    "file",
    "action",
    "why",
];

const PROGRAMS: [&str; 16] = [
    "name",
    "kind",
    "place",
    "place_code",
    "group",
    "instrument",
    "run_by",
    "partner",
    "section",
    "quote",
    "quote_start",
    "id",
    "document",
    "file",
    "action",
    "why",
];

const MEASURES: [&str; 9] =
    ["heading", "ordinal", "level", "part_of", "start", "end", "id", "document", "file"];

impl Sheet {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Figures, Self::Programs, Self::Measures];

    /// What it is called in a workbook.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Figures => "数据 figures",
            Self::Programs => "项目 programs",
            Self::Measures => "举措 measures",
        }
    }

    /// Names of its columns.
    #[must_use]
    pub const fn header(self) -> &'static [&'static str] {
        match self {
            Self::Figures => &FIGURES,
            Self::Programs => &PROGRAMS,
            Self::Measures => &MEASURES,
        }
    }

    /// Its rows, in reading order.
    pub(super) fn rows(self, facts: &[Fact]) -> Vec<Vec<Cell>> {
        let files: HashMap<&str, &str> = facts
            .iter()
            .filter_map(|fact| match fact {
                Fact::Document(document) => Some((document.id.as_str(), document.file.as_str())),
                _ => None,
            })
            .collect();
        let file = |document: &str| words(files.get(document).copied().unwrap_or_default());
        let rows = facts.iter().filter_map(|fact| match (self, fact) {
            (Self::Figures, Fact::Figure(figure)) => Some(self::figure(figure, file(&figure.document))),
            (Self::Programs, Fact::Program(program)) => {
                Some(self::program(program, file(&program.provenance.document)))
            }
            (Self::Measures, Fact::Section(section)) if section.measure => {
                Some(measure(section, file(&section.document)))
            }
            _ => None,
        });
        rows.collect()
    }
}

fn words(words: &str) -> Cell {
    Cell::Words(words.to_owned())
}

fn maybe(text: Option<&str>) -> Cell {
    text.map_or(Cell::Nothing, words)
}

fn figure(figure: &FigureFact, file: Cell) -> Vec<Cell> {
    vec![
        words(&figure.indicator),
        words(&figure.place),
        maybe(figure.place_code.as_deref()),
        maybe(figure.period.as_deref()),
        Cell::Number(figure.value.clone()),
        figure.value2.clone().map_or(Cell::Nothing, Cell::Number),
        words(&figure.unit),
        words(&figure.exact),
        words(figure.comparator),
        words(figure.aspect),
        maybe(figure.direction),
        words(figure.status),
        words(if figure.recurring { "true" } else { "false" }),
        words(&figure.group.join("；")),
        maybe(figure.program.as_deref()),
        maybe(figure.section.as_deref()),
        words(&figure.quote),
        Cell::Number(figure.quote_start.into()),
        Cell::Number(figure.start.into()),
        words(&figure.indicator_iri),
        words(&figure.id),
        words(&figure.document),
        file,
        Cell::Nothing,
        Cell::Nothing,
    ]
}

fn program(program: &ProgramFact, file: Cell) -> Vec<Cell> {
    vec![
        words(&program.name),
        words(&program.kind),
        words(&program.place),
        maybe(program.place_code.as_deref()),
        words(&program.group.join("；")),
        words(&program.instrument.join("；")),
        words(&program.run_by.join("；")),
        words(&program.partner.join("；")),
        maybe(program.section.as_deref()),
        words(&program.provenance.quote),
        Cell::Number(program.provenance.quote_start.into()),
        words(&program.provenance.id),
        words(&program.provenance.document),
        file,
        Cell::Nothing,
        Cell::Nothing,
    ]
}

fn measure(section: &SectionFact, file: Cell) -> Vec<Cell> {
    vec![
        words(&section.heading),
        words(&section.ordinal),
        Cell::Number(section.level.into()),
        maybe(section.part_of.as_deref()),
        Cell::Number(section.start.into()),
        Cell::Number(section.end.into()),
        words(&section.id),
        words(&section.document),
        file,
    ]
}
