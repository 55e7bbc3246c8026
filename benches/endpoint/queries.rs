/// A query that is measured.
pub(crate) struct Query {
    pub(crate) name: &'static str,
    pub(crate) accept: &'static str,
    text: &'static str,
}

impl Query {
    /// The query with its prefixes, which the peer does not know by itself.
    pub(crate) fn text(&self) -> String {
        let prefixes = [
            ("cetu", "https://w3id.org/cetu/def#"),
            ("v", "https://w3id.org/cetu/id/vocab/"),
            ("ind", "https://w3id.org/cetu/id/indicator/"),
            ("grp", "https://w3id.org/cetu/id/group/"),
            ("reg", "https://w3id.org/cetu/id/region/"),
            ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            ("skos", "http://www.w3.org/2004/02/skos/core#"),
            ("dcterms", "http://purl.org/dc/terms/"),
            ("oa", "http://www.w3.org/ns/oa#"),
            ("prov", "http://www.w3.org/ns/prov#"),
            ("id", "https://w3id.org/cetu/id/"),
        ];
        let used = prefixes.iter().filter(|(name, _)| self.text.contains(&format!("{name}:")));
        let head: String = used.map(|(name, iri)| format!("PREFIX {name}: <{iri}>\n")).collect();
        head + self.text
    }
}

const ROWS: &str = "text/tab-separated-values";
const TRIPLES: &str = "application/n-triples";

/// What people ask of a graph, from look-ups to counts of everything.
pub(crate) const QUERIES: &[Query] = &[
    Query {
        name: "provinces by an indicator",
        accept: ROWS,
        text: "SELECT ?place ?value ?unit {
            ?o cetu:indicator ind:urban-new-employment ; cetu:periodEnd \"2015-12-31\"^^<http://www.w3.org/2001/XMLSchema#date> ;
               cetu:region ?r ; cetu:value ?value ; cetu:unit ?u .
            ?r rdfs:label ?place . ?u skos:notation ?unit } ORDER BY DESC(?value) ?place",
    },
    Query {
        name: "latest value of each province",
        accept: ROWS,
        text: "SELECT ?place ?end ?value {
            { SELECT ?r (MAX(?e) AS ?end) { ?x cetu:indicator ind:urban-new-employment ; cetu:region ?r ; cetu:periodEnd ?e } GROUP BY ?r }
            ?o cetu:indicator ind:urban-new-employment ; cetu:region ?r ; cetu:periodEnd ?end ; cetu:value ?value .
            ?r rdfs:label ?place } ORDER BY ?place ?value",
    },
    Query {
        name: "figures of a group",
        accept: ROWS,
        text: "SELECT ?o ?label ?place ?end ?value {
            ?o cetu:targetGroup grp:g3 ; a cetu:Observation ; cetu:indicator ?i ; cetu:region ?r ; cetu:periodEnd ?end ; cetu:value ?value .
            ?i rdfs:label ?label . ?r rdfs:label ?place } ORDER BY DESC(?end) ?o LIMIT 100",
    },
    Query {
        name: "where a figure stands",
        accept: ROWS,
        text: "SELECT ?value ?quote ?start ?end ?title {
            <https://w3id.org/cetu/id/doc/d77/obs/7> cetu:value ?value ; cetu:evidence ?e .
            ?e oa:exact ?quote ; oa:start ?start ; oa:end ?end ; prov:wasQuotedFrom ?d . ?d dcterms:title ?title }",
    },
    Query {
        name: "a family of indicators by place",
        accept: ROWS,
        text: "SELECT ?r ?end (COUNT(?o) AS ?n) (MAX(?v) AS ?most) {
            ?i skos:broader ind:f3 . ?o cetu:indicator ?i ; cetu:region ?r ; cetu:periodEnd ?end ; cetu:value ?v
            } GROUP BY ?r ?end ORDER BY ?r ?end",
    },
    Query {
        name: "all figures by place and year",
        accept: ROWS,
        text: "SELECT ?r ?end (COUNT(?o) AS ?n) {
            ?o a cetu:Observation ; cetu:region ?r ; cetu:periodEnd ?end ; cetu:value ?v } GROUP BY ?r ?end ORDER BY ?r ?end",
    },
    Query {
        name: "indicators below one, in a place",
        accept: ROWS,
        text: "SELECT ?i ?label (COUNT(?o) AS ?n) {
            ?i skos:broader* ind:top1 . ?i rdfs:label ?label . ?o cetu:indicator ?i ; cetu:region reg:440000
            } GROUP BY ?i ?label ORDER BY DESC(?n) ?i",
    },
    Query {
        name: "words in quotations",
        accept: ROWS,
        text: "SELECT ?e ?quote { ?e oa:exact ?quote . FILTER(CONTAINS(?quote, \"青年创业37\")) } ORDER BY ?e LIMIT 50",
    },
    Query {
        name: "a pattern in quotations",
        accept: ROWS,
        text: "SELECT (COUNT(*) AS ?n) { ?e oa:exact ?quote . FILTER(REGEX(?quote, \"(青年|妇女)创业.*达到[0-9]+7万人\")) }",
    },
    Query {
        name: "describe a program",
        accept: TRIPLES,
        text: "DESCRIBE <https://w3id.org/cetu/id/doc/d77/program/3>",
    },
    Query {
        name: "a document's statements",
        accept: TRIPLES,
        text: "CONSTRUCT { ?s ?p ?o } { GRAPH <https://w3id.org/cetu/id/graph/d77> { ?s ?p ?o } }",
    },
    Query { name: "is it a figure?", accept: "application/sparql-results+json", text: "ASK { <https://w3id.org/cetu/id/doc/d77/obs/7> a cetu:Observation }" },
];
