use super::{Base, metadata, statements, vocabulary};
use crate::Reading;
use crate::ontology::Ontology;
use oxigraph::model::Quad;

/// Everything that is known from a set of documents, in three layers.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// What the documents say.
    pub facts: Vec<Quad>,
    /// Ontology, vocabularies and regions.
    pub vocabulary: Vec<Quad>,
    /// Which run made what from which file.
    pub metadata: Vec<Quad>,
}

impl Graph {
    /// The graph of some readings.
    #[must_use]
    pub fn of(readings: &[Reading], ontology: &Ontology, base: &Base) -> Self {
        Self {
            facts: readings.iter().flat_map(|reading| statements(reading, ontology, base)).collect(),
            vocabulary: vocabulary(ontology),
            metadata: metadata(readings, ontology, base),
        }
    }

    /// All quads: facts, vocabulary, metadata.
    pub fn quads(&self) -> impl Iterator<Item = &Quad> {
        self.facts.iter().chain(&self.vocabulary).chain(&self.metadata)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::export::{Content, Format};

    fn turtle() -> String {
        let ontology = sample::ontology();
        let reading = sample::reading(&ontology);
        let quads = Graph::of(&[reading], &ontology, &Base::default()).facts;
        let mut out = Vec::new();
        Format::Turtle.exporter().write(&Content { quads, facts: Vec::new() }, &mut out).unwrap();
        String::from_utf8(out).unwrap().replace('\t', "    ")
    }

    fn block(turtle: &str, subject: &str) -> String {
        turtle
            .split("\n\n")
            .find(|block| block.contains(&format!("{subject}> a ")))
            .unwrap()
            .trim()
            .to_owned()
    }

    #[test]
    fn a_figure_is_one_flat_block() {
        insta::assert_snapshot!(block(&turtle(), "urban-new-employment/2017/af2bdbe1"), @"");
    }

    #[test]
    fn a_fall_is_negative_and_points_to_its_base() {
        insta::assert_snapshot!(block(&turtle(), "2017-change/af2bdbe1"), @"");
    }

    #[test]
    fn a_rank_is_also_a_claim_among_the_country() {
        insta::assert_snapshot!(block(&turtle(), "claim/52-60"), @"");
    }

    #[test]
    fn what_no_vocabulary_has_is_described_where_it_is_used() {
        let turtle = turtle();
        insta::assert_snapshot!(block(&turtle, "candidate/count/入驻团队"), @"");
        insta::assert_snapshot!(block(&turtle, "region/330000/梦想小镇"), @"");
    }

    #[test]
    fn a_quotation_says_where_it_stands() {
        insta::assert_snapshot!(block(&turtle(), "evidence/19-32"), @"");
    }

    #[test]
    fn no_quad_has_a_blank_node() {
        let ontology = sample::ontology();
        let graph = Graph::of(&[sample::reading(&ontology)], &ontology, &Base::default());
        assert!(
            graph
                .facts
                .iter()
                .chain(&graph.metadata)
                .all(|q| !q.subject.is_blank_node() && !q.object.is_blank_node())
        );
    }

    #[test]
    fn figures_that_would_share_an_iri_are_told_apart_by_their_words() {
        let ontology = sample::ontology();
        let mut reading = sample::reading(&ontology);
        let mut twin = reading.facts.figures[0].clone();
        twin.quote = reading.facts.figures[2].quote;
        reading.facts.figures.push(twin);
        let forward = super::super::Names::new(&reading, &ontology, &Base::default()).figures;
        assert_ne!(forward[0], forward[5]);
        reading.facts.figures.swap(0, 5);
        let backward = super::super::Names::new(&reading, &ontology, &Base::default()).figures;
        assert_eq!((&forward[0], &forward[5]), (&backward[5], &backward[0]));
    }

    #[test]
    fn a_base_moves_documents_and_facts_and_no_vocabulary() {
        let ontology = sample::ontology();
        let base = Base::new("https://example.org/").unwrap();
        let graph = Graph::of(&[sample::reading(&ontology)], &ontology, &base);
        let mine = |iri: &str| iri.starts_with("https://example.org/");
        assert!(graph.facts.iter().all(|quad| mine(&quad.subject.to_string()[1..])));
        assert!(graph.vocabulary.iter().all(|quad| !quad.to_string().contains("example.org")));
    }
}
