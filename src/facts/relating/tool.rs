use crate::facts::Program;
use crate::facts::stating::Reader;
use crate::lexicon::Labels;
use crate::ontology::ConceptId;
use crate::text::Text;

/// Finds the instruments of a program: the one its kind uses by itself, and those that its name tells.
pub(super) fn link(reader: &Reader<'_>, programs: &mut [Program]) {
    let labels = &reader.lexicon.statements.instruments;
    for program in programs {
        let kind = reader.lexicon.ontology.concept(program.kind).instrument;
        let mut list: Vec<ConceptId> =
            kind.into_iter().chain(named(labels, &reader.words(program.name))).collect();
        list.sort_unstable();
        list.dedup();
        program.instruments = list;
    }
}

fn named(labels: &Labels, name: &str) -> Vec<ConceptId> {
    let text = Text::new(name.to_owned());
    labels.find(&text).iter().filter_map(|label| labels.concepts(label.label).first().copied()).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;
    use crate::ontology::Ontology;

    #[test]
    fn the_kind_and_the_name_tell_the_instruments() {
        let (text, facts) = read("河北省就业工作材料\n设立家政培训发展引导基金。\n");
        let ontology = Ontology::builtin().unwrap();
        let fund = facts.programs.iter().find(|p| text.slice(p.name).ends_with("基金")).unwrap();
        let mut names: Vec<&str> =
            fund.instruments.iter().map(|id| ontology.concept(*id).label.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["培训", "基金"]);
    }
}
