use super::{Base, Named, Origin, metadata, statements, vocabulary};
use crate::Reading;
use crate::ontology::Ontology;
use oxigraph::model::Quad;
use std::collections::BTreeMap;

/// Everything that is known from a set of documents, in three layers.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// What the documents say.
    pub facts: Vec<Quad>,
    /// Ontology, vocabularies and regions.
    pub vocabulary: Vec<Quad>,
    /// Which run made what from which file.
    pub metadata: Vec<Quad>,
    /// The data set as a whole, counted, when it was built; it counts none of itself.
    pub description: Vec<Quad>,
    /// The plain text that offsets refer to, by the id of its file; a graph may come without.
    pub texts: BTreeMap<String, String>,
}

impl Graph {
    /// The graph of some readings.
    #[must_use]
    pub fn of(readings: &[Reading], ontology: &Ontology, base: &Base) -> Self {
        let all: Vec<Named<'_>> =
            readings.iter().map(|reading| Named::new(reading, ontology, base)).collect();
        let origins: Vec<_> = readings.iter().map(|reading| Origin::of(reading, ontology)).collect();
        Self {
            facts: all.iter().flat_map(statements).collect(),
            vocabulary: vocabulary(ontology),
            metadata: metadata(&origins, base),
            description: Vec::new(),
            texts: readings.iter().map(text).collect(),
        }
    }

    /// All quads but the description: facts, vocabulary, metadata.
    pub fn quads(&self) -> impl Iterator<Item = &Quad> {
        self.facts.iter().chain(&self.vocabulary).chain(&self.metadata)
    }
}

fn text(reading: &Reading) -> (String, String) {
    (reading.source.id.clone(), reading.source.text.as_str().to_owned())
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
        let begins =
            |block: &&str| block.lines().next().is_some_and(|line| line.contains(&format!("{subject} a ")));
        turtle.split("\n\n").find(begins).unwrap().trim().to_owned()
    }

    #[test]
    fn a_figure_is_one_flat_block() {
        insta::assert_snapshot!(block(&turtle(), "urban-new-employment/2017/af2bdbe1>"), @r#"
        <https://w3id.org/cetu/id/obs/330000/urban-new-employment/2017/af2bdbe1> a cetu:Observation ;
            rdfs:label "全年城镇新增就业12.5万人"@zh ;
            cetu:indicator ind:urban-new-employment ;
            cetu:region reg:330000 ;
            cetu:value 125000 ;
            cetu:minValue 125000 ;
            cetu:maxValue 125000 ;
            cetu:valueText "12.5万人" ;
            cetu:valueStart 27 ;
            cetu:valueEnd 33 ;
            cetu:unit u:person ;
            cetu:approximation v:approx-exact ;
            cetu:aspect v:aspect-level ;
            cetu:valueRole v:role-actual ;
            cetu:timeBasis v:basis-in-period ;
            cetu:periodStart "2017-01-01"^^xsd:date ;
            cetu:periodEnd "2017-12-31"^^xsd:date ;
            cetu:evidence <https://w3id.org/cetu/id/doc/sample/evidence/19-33> ;
            dcterms:provenance "indicator-before-number" .
        "#);
    }

    #[test]
    fn a_fall_is_negative_and_points_to_its_base() {
        insta::assert_snapshot!(block(&turtle(), "2017-change/af2bdbe1>"), @r#"
        <https://w3id.org/cetu/id/obs/330000/urban-new-employment/2017-change/af2bdbe1> a cetu:Observation ;
            rdfs:label "同比下降3%"@zh ;
            cetu:indicator ind:urban-new-employment ;
            cetu:region reg:330000 ;
            cetu:value -3 ;
            cetu:minValue -3 ;
            cetu:maxValue -3 ;
            cetu:valueText "3%" ;
            cetu:valueStart 38 ;
            cetu:valueEnd 40 ;
            cetu:unit u:percent ;
            cetu:approximation v:approx-exact ;
            cetu:aspect v:aspect-change ;
            cetu:valueRole v:role-actual ;
            cetu:timeBasis v:basis-in-period ;
            cetu:periodStart "2017-01-01"^^xsd:date ;
            cetu:periodEnd "2017-12-31"^^xsd:date ;
            cetu:changeOf <https://w3id.org/cetu/id/obs/330000/urban-new-employment/2017/af2bdbe1> ;
            cetu:comparisonBasis v:cmp-year-on-year ;
            cetu:evidence <https://w3id.org/cetu/id/doc/sample/evidence/34-40> ;
            dcterms:provenance "indicator-before-number" .
        "#);
    }

    #[test]
    fn a_rank_is_also_a_claim_among_the_country() {
        insta::assert_snapshot!(block(&turtle(), "claim/52-60>"), @r#"
        <https://w3id.org/cetu/id/doc/sample/claim/52-60> a cetu:Claim ;
            rdfs:label "规模位居全国第二"@zh ;
            cetu:kind v:kind-rank ;
            schema:about ind:urban-new-employment ;
            cetu:region reg:330000 ;
            cetu:rank 2 ;
            cetu:rankedAmong reg:100000 ;
            cetu:evidence <https://w3id.org/cetu/id/doc/sample/evidence/52-60> ;
            dcterms:provenance "rank-figure" .
        "#);
    }

    #[test]
    fn what_no_vocabulary_has_is_described_where_it_is_used() {
        let turtle = turtle();
        insta::assert_snapshot!(block(&turtle, "candidate/count/入驻团队>"), @r#"
        <https://w3id.org/cetu/id/candidate/count/入驻团队> a cetu:CandidateIndicator ;
            rdfs:label "入驻团队"@zh ;
            cetu:unit u:count .
        "#);
        insta::assert_snapshot!(block(&turtle, r"reg:330000\/梦想小镇"), @r#"
        reg:330000\/梦想小镇 a cetu:Region ;
            rdfs:label "梦想小镇"@zh ;
            dcterms:isPartOf reg:330000 .
        "#);
    }

    #[test]
    fn a_quotation_says_where_it_stands() {
        insta::assert_snapshot!(block(&turtle(), "evidence/19-33>"), @r#"
        <https://w3id.org/cetu/id/doc/sample/evidence/19-33> a cetu:Evidence ;
            oa:exact "全年城镇新增就业12.5万人" ;
            oa:prefix "材料\n一、扩大就业规模\n" ;
            oa:suffix "，同比下降3%，其中大学" ;
            oa:start 19 ;
            oa:end 33 ;
            prov:wasQuotedFrom <https://w3id.org/cetu/id/doc/sample> ;
            dcterms:isPartOf <https://w3id.org/cetu/id/doc/sample/section/1> .
        "#);
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
        let base = Base::new("https://reports.example/").unwrap();
        let graph = Graph::of(&[sample::reading(&ontology)], &ontology, &base);
        let mine = |iri: &str| iri.starts_with("https://reports.example/");
        assert!(graph.facts.iter().all(|quad| mine(&quad.subject.to_string()[1..])));
        assert!(graph.vocabulary.iter().all(|quad| !quad.to_string().contains("reports.example")));
    }
}
