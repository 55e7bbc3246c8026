use super::Counter;
use oxigraph::model::{NamedNodeRef, Quad};
use std::collections::BTreeMap;

/// What a graph holds, counted over the union of its named graphs: a triple that stands in two of them counts once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Triples.
    pub triples: usize,
    /// Different subjects.
    pub subjects: usize,
    /// Different objects.
    pub objects: usize,
    /// Uses of each property, by IRI.
    pub properties: BTreeMap<String, Use>,
    /// Things of each class and how they use properties, by IRI of the class.
    pub classes: BTreeMap<String, Partition>,
    /// Triples of each named graph, by IRI.
    pub graphs: BTreeMap<String, usize>,
    /// How many triples other than types lead to each thing that has a type, by IRI.
    pub mentions: BTreeMap<String, usize>,
    /// First and last day that a figure is about, as `2017-12-31`.
    pub period: Option<(String, String)>,
    /// One figure, the first by IRI.
    pub example: Option<String>,
}

/// The things of one class.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Partition {
    /// How many there are.
    pub entities: usize,
    /// How they use properties, by IRI.
    pub properties: BTreeMap<String, Use>,
}

/// How a property is used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Use {
    /// Triples with it.
    pub triples: usize,
    /// Triples with it by the class of the object; an object of two classes counts in both.
    pub classes: BTreeMap<String, usize>,
    /// Triples with it by the datatype of the object.
    pub datatypes: BTreeMap<String, usize>,
}

impl Statistics {
    /// Counts quads.
    #[must_use]
    pub fn of<'a>(quads: impl IntoIterator<Item = &'a Quad>) -> Self {
        let mut counter = Counter::default();
        for quad in quads {
            counter.add(quad);
        }
        counter.finish()
    }

    /// Things of a class.
    #[must_use]
    pub fn entities(&self, class: NamedNodeRef<'_>) -> usize {
        self.classes.get(class.as_str()).map_or(0, |partition| partition.entities)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use oxigraph::io::{RdfFormat, RdfParser};

    #[test]
    fn a_triple_in_two_graphs_counts_once_and_an_object_by_its_class_or_datatype() {
        let trig = "@prefix : <urn:> . @prefix cetu: <https://w3id.org/cetu/def#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :g { :o a cetu:Observation ; cetu:region :r ; cetu:value 3 ; cetu:periodStart \"2017-01-01\"^^xsd:date ;
                   cetu:periodEnd \"2017-12-31\"^^xsd:date . :r a cetu:Region . }
            :h { :o cetu:region :r , :s ; cetu:value 3.5 , \"3\" . _:b a cetu:Observation ; cetu:region :r . }";
        let quads: Vec<_> =
            RdfParser::from_format(RdfFormat::TriG).for_slice(trig.as_bytes()).map(Result::unwrap).collect();
        let statistics = Statistics::of(&quads);
        assert_eq!((statistics.triples, statistics.subjects, statistics.objects), (11, 3, 9));
        assert_eq!(statistics.graphs, [("urn:g".to_owned(), 6), ("urn:h".to_owned(), 6)].into());
        let figures = &statistics.classes["https://w3id.org/cetu/def#Observation"];
        assert_eq!(figures.entities, 2);
        let region = &figures.properties["https://w3id.org/cetu/def#region"];
        assert_eq!((region.triples, region.classes.values().copied().collect::<Vec<_>>()), (3, vec![2]));
        let value = &figures.properties["https://w3id.org/cetu/def#value"];
        assert_eq!((value.triples, value.datatypes.len()), (3, 3));
        assert_eq!(statistics.mentions, [("urn:r".to_owned(), 2)].into());
        assert_eq!(statistics.period, Some(("2017-01-01".to_owned(), "2017-12-31".to_owned())));
        assert_eq!(statistics.example.as_deref(), Some("urn:o"));
    }
}
