use super::{Context, Provenance, explanation};
use serde::Serialize;

/// A named instrument of policy.
#[derive(Debug, Clone, Serialize)]
pub struct ProgramFact {
    /// Offset of the name.
    pub start: usize,
    /// The name as in the text.
    pub name: String,
    /// Code of its kind.
    pub kind: String,
    /// Who runs it.
    pub place: String,
    /// GB/T 2260 code of that place.
    pub place_code: Option<String>,
    /// Groups it is for.
    pub group: Vec<String>,
    /// Instruments it uses.
    pub instrument: Vec<String>,
    /// Bodies that run it.
    pub run_by: Vec<String>,
    /// Bodies that co-operate in it.
    pub partner: Vec<String>,
    /// IRI of the program it is part of.
    pub part_of: Option<String>,
    /// Heading it is first named under.
    pub section: Option<String>,
    /// Where it was read, and by which rule.
    #[serde(flatten)]
    pub provenance: Provenance,
}

pub(super) fn of(context: &Context<'_>, index: usize) -> ProgramFact {
    let text = &context.reading.source.text;
    let program = &context.reading.facts.programs[index];
    let iri = |index: usize| context.names.programs.get(index).map(|iri| iri.as_str().to_owned());
    ProgramFact {
        start: program.name.start,
        name: program.label(text),
        kind: context.code(program.kind),
        place: program.place.name.clone(),
        place_code: context.place_code(&program.place),
        group: context.labels(&program.groups),
        instrument: context.labels(&program.instruments),
        run_by: context.bodies(&program.run_by),
        partner: context.bodies(&program.partners),
        part_of: program.part_of.and_then(iri),
        section: context.heading(program.document, program.section),
        provenance: context.provenance(
            program.document,
            program.quote,
            context.names.programs.get(index),
            program.rule,
            || explanation::program(context, program),
        ),
    }
}

impl Context<'_> {
    fn bodies(&self, indices: &[usize]) -> Vec<String> {
        let bodies = &self.reading.facts.organisations;
        indices.iter().filter_map(|index| bodies.get(*index)).map(|body| body.label.clone()).collect()
    }

    pub(super) fn heading(&self, document: usize, section: Option<usize>) -> Option<String> {
        let section = self.reading.outline.documents.get(document)?.sections.get(section?)?;
        Some(self.reading.source.text.slice(section.heading))
    }
}
