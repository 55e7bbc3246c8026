//! Terms that the graph is written in, as constants.

use oxigraph::model::NamedNodeRef;

macro_rules! terms {
    ($($(#[$doc:meta])* $module:ident = $base:literal { $($name:ident = $local:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        pub mod $module {
            use super::NamedNodeRef;
            /// The namespace.
            pub const NAMESPACE: &str = $base;
            $(
                #[doc = concat!("`", $base, $local, "`")]
                pub const $name: NamedNodeRef<'static> = NamedNodeRef::new_unchecked(concat!($base, $local));
            )*
            /// All of them.
            pub const ALL: &[NamedNodeRef<'static>] = &[$($name),*];
        }
    )*};
}

terms! {
    /// Cetu's own terms.
    cetu = "https://w3id.org/cetu/def#" {
        SOURCE_DOCUMENT = "SourceDocument", SECTION = "Section", MEASURE = "Measure", EVIDENCE = "Evidence",
        OBSERVATION = "Observation", PROGRAM = "Program", CLAIM = "Claim", REGION_CLASS = "Region",
        CANDIDATE_INDICATOR = "CandidateIndicator", INDICATOR_CLASS = "Indicator",
        TARGET_GROUP_CLASS = "TargetGroup",
        PROP_EVIDENCE = "evidence", REGION = "region", KIND = "kind", TARGET_GROUP = "targetGroup",
        INSTRUMENT = "instrument", PERIOD_START = "periodStart", PERIOD_END = "periodEnd",
        INDICATOR = "indicator", VALUE = "value", MIN_VALUE = "minValue", MAX_VALUE = "maxValue",
        VALUE_TEXT = "valueText", VALUE_START = "valueStart", VALUE_END = "valueEnd", UNIT = "unit",
        APPROXIMATION = "approximation", VALUE_ROLE = "valueRole", TIME_BASIS = "timeBasis", ASPECT = "aspect",
        SUBSET_OF = "subsetOf", SHARE_OF = "shareOf", SHARE_OF_PART = "shareOfPart", CHANGE_OF = "changeOf",
        COMPARISON_BASIS = "comparisonBasis", TARGET = "target", OF_PROGRAM = "ofProgram",
        RANK = "rank", RANKED_AMONG = "rankedAmong",
        RECOGNITION = "Recognition", POLICY_DOCUMENT = "PolicyDocument", EVALUATION_SCHEME = "EvaluationScheme",
        EVALUATION_STEP = "EvaluationStep", CRITERION = "Criterion", ENUMERATION = "Enumeration",
        GRANTED_BY = "grantedBy", BASED_ON = "basedOn", IMPLEMENTED_BY = "implementedBy", PARTNER = "partner",
        RETRIEVED = "retrieved", ANNOUNCED_COUNT = "announcedCount", MEMBER_COUNT = "memberCount",
        MEMBER_NAME = "memberName", COUNT_HOLDS = "countHolds",
    }
    /// Dublin Core terms.
    dcterms = "http://purl.org/dc/terms/" {
        TITLE = "title", IDENTIFIER = "identifier", PUBLISHER = "publisher", IS_PART_OF = "isPartOf",
        RELATION = "relation", PROVENANCE = "provenance", ISSUED = "issued", SOURCE = "source",
        DESCRIPTION = "description", CREATOR = "creator", TEMPORAL = "temporal",
        PERIOD_OF_TIME = "PeriodOfTime", CONFORMS_TO = "conformsTo", FORMAT = "format", LANGUAGE = "language",
    }
    /// PROV-O.
    prov = "http://www.w3.org/ns/prov#" {
        ENTITY = "Entity", ACTIVITY = "Activity", SOFTWARE_AGENT = "SoftwareAgent",
        WAS_QUOTED_FROM = "wasQuotedFrom", WAS_DERIVED_FROM = "wasDerivedFrom",
        WAS_GENERATED_BY = "wasGeneratedBy", WAS_ASSOCIATED_WITH = "wasAssociatedWith",
        WAS_ATTRIBUTED_TO = "wasAttributedTo",
    }
    /// The organisation ontology.
    org = "http://www.w3.org/ns/org#" {
        ORGANIZATION = "Organization",
    }
    /// Web Annotation.
    oa = "http://www.w3.org/ns/oa#" {
        EXACT = "exact", PREFIX = "prefix", SUFFIX = "suffix", START = "start", END = "end",
    }
    /// schema.org.
    schema = "https://schema.org/" {
        ABOUT = "about", SHA256 = "sha256", POSITION = "position", CONTENT_URL = "contentUrl",
        SOFTWARE_VERSION = "softwareVersion", THING = "Thing",
    }
    /// SKOS.
    skos = "http://www.w3.org/2004/02/skos/core#" {
        CONCEPT = "Concept", PREF_LABEL = "prefLabel", ALT_LABEL = "altLabel", NOTATION = "notation", BROADER = "broader",
        IN_SCHEME = "inScheme",
    }
    /// `VoID`: what a data set holds.
    void = "http://rdfs.org/ns/void#" {
        DATASET = "Dataset", TRIPLES = "triples", ENTITIES = "entities", CLASSES = "classes",
        PROPERTIES = "properties", DOCUMENTS = "documents", DISTINCT_SUBJECTS = "distinctSubjects",
        DISTINCT_OBJECTS = "distinctObjects", CLASS = "class", PROPERTY = "property",
        CLASS_PARTITION = "classPartition", PROPERTY_PARTITION = "propertyPartition",
        VOCABULARY = "vocabulary", URI_SPACE = "uriSpace", EXAMPLE_RESOURCE = "exampleResource",
        FEATURE = "feature", SPARQL_ENDPOINT = "sparqlEndpoint", DATA_DUMP = "dataDump",
        DATASET_DESCRIPTION = "DatasetDescription",
    }
    /// What `VoID` lacks: partitions by datatype.
    void_ext = "http://ldf.fi/void-ext#" {
        DATATYPE_PARTITION = "datatypePartition", DATATYPE = "datatype",
    }
    /// DCAT: data sets, their files and services.
    dcat = "http://www.w3.org/ns/dcat#" {
        DATASET = "Dataset", DISTRIBUTION_CLASS = "Distribution", DATA_SERVICE = "DataService",
        DISTRIBUTION = "distribution", MEDIA_TYPE = "mediaType", ACCESS_URL = "accessURL",
        DOWNLOAD_URL = "downloadURL", ENDPOINT_URL = "endpointURL", SERVES_DATASET = "servesDataset",
        ENDPOINT_DESCRIPTION = "endpointDescription", ACCESS_SERVICE = "accessService",
        START_DATE = "startDate", END_DATE = "endDate",
    }
    /// Descriptions of SPARQL services.
    sd = "http://www.w3.org/ns/sparql-service-description#" {
        SERVICE = "Service", DATASET = "Dataset", GRAPH_CLASS = "Graph", NAMED_GRAPH_CLASS = "NamedGraph",
        ENDPOINT = "endpoint", SUPPORTED_LANGUAGE = "supportedLanguage", SPARQL_11_QUERY = "SPARQL11Query",
        FEATURE = "feature", UNION_DEFAULT_GRAPH = "UnionDefaultGraph",
        BASIC_FEDERATED_QUERY = "BasicFederatedQuery", RESULT_FORMAT = "resultFormat",
        DEFAULT_DATASET = "defaultDataset", DEFAULT_GRAPH = "defaultGraph", NAMED_GRAPH = "namedGraph",
        NAME = "name", GRAPH = "graph", DEFAULT_ENTAILMENT_REGIME = "defaultEntailmentRegime",
    }
    /// SHACL: declared prefixes and saved queries.
    sh = "http://www.w3.org/ns/shacl#" {
        DECLARE = "declare", PREFIX = "prefix", NAMESPACE_PROPERTY = "namespace", PREFIXES = "prefixes",
        SPARQL_EXECUTABLE = "SPARQLExecutable", SPARQL_SELECT_EXECUTABLE = "SPARQLSelectExecutable",
        SPARQL_ASK_EXECUTABLE = "SPARQLAskExecutable", SPARQL_CONSTRUCT_EXECUTABLE = "SPARQLConstructExecutable",
        SELECT = "select", ASK = "ask", CONSTRUCT = "construct", DESCRIBE = "describe",
    }
}

/// The prefixes that Cetu writes and that queries may use without declaring them, in the order of writing.
pub const PREFIXES: &[(&str, &str)] = &[
    ("cetu", cetu::NAMESPACE),
    ("v", "https://w3id.org/cetu/id/vocab/"),
    ("ind", "https://w3id.org/cetu/id/indicator/"),
    ("grp", "https://w3id.org/cetu/id/group/"),
    ("u", "https://w3id.org/cetu/id/unit/"),
    ("crit", "https://w3id.org/cetu/id/criterion/"),
    ("reg", "https://w3id.org/cetu/id/region/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("skos", skos::NAMESPACE),
    ("dcterms", dcterms::NAMESPACE),
    ("prov", prov::NAMESPACE),
    ("oa", oa::NAMESPACE),
    ("org", "http://www.w3.org/ns/org#"),
    ("schema", schema::NAMESPACE),
    ("qudt", "http://qudt.org/schema/qudt/"),
    ("unit", "http://qudt.org/vocab/unit/"),
    ("wd", "http://www.wikidata.org/entity/"),
    ("void", void::NAMESPACE),
    ("dcat", dcat::NAMESPACE),
    ("sd", sd::NAMESPACE),
    ("sh", sh::NAMESPACE),
];
