//! Relating programs: to the program they are part of, to the bodies that run them, to groups and instruments.

mod agent;
mod audience;
mod part;
mod partner;
mod row;
mod tool;

pub(crate) use row::rows;

use super::enumeration::Enumeration;
use super::organisation::Organisation;
use super::program::Program;
use super::stating::Reader;
use crate::ontology::Ontology;

/// Relates the programs of a text.
pub(crate) fn link(
    reader: &Reader<'_>,
    programs: &mut [Program],
    organisations: &mut Vec<Organisation>,
    enumerations: &[Enumeration],
) {
    part::link(reader, programs, enumerations);
    agent::link(reader, programs, organisations);
    partner::link(reader, programs, organisations);
    audience::link(reader, programs);
    tool::link(reader, programs);
}

/// The code of a program's kind.
fn code<'o>(ontology: &'o Ontology, program: &Program) -> &'o str {
    ontology.concept(program.kind).code()
}
