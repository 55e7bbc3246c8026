use super::table::write_table;
use super::{Content, Exporter, Fact};
use std::io::{self, Write};

/// A table of the figures, for people; a change has its sign.
#[derive(Debug, Clone, Copy)]
pub struct FigureTable;

const HEADER: [&str; 8] = [
    "地区 place",
    "时期 period",
    "指标 indicator",
    "口径 aspect",
    "数值 value",
    "单位 unit",
    "性质 status",
    "原文 text",
];

impl Exporter for FigureTable {
    fn write(&self, content: &Content, out: &mut dyn Write) -> io::Result<()> {
        let rows = content.facts.iter().filter_map(|fact| match fact {
            Fact::Figure(figure) => Some(vec![
                figure.place.clone(),
                figure.period.clone().unwrap_or_default(),
                figure.indicator.clone(),
                figure.aspect.to_owned(),
                figure.signed(&figure.value),
                figure.unit.clone(),
                figure.status.to_owned(),
                figure.exact.clone(),
            ]),
            _ => None,
        });
        write_table(&HEADER, rows, &[4], out)
    }
}
