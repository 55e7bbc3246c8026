//! The shapes of the ontology: what they report of planted errors, and that good graphs have them.

use cetu::check::{Shapes, Violation};
use cetu::document;
use cetu::graph::{Base, Graph, vocabulary};
use cetu::lexicon::Lexicon;
use cetu::ontology::Ontology;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{GraphName, NamedNode, Quad};
use std::collections::BTreeSet;
use std::error::Error;
use std::path::PathBuf;

type Tested = Result<(), Box<dyn Error>>;

/// Where the names of the planted errors begin.
const PLANTED: &str = "https://w3id.org/cetu/id/broken/";

/// What the shapes say of some Turtle, with the vocabularies beside it.
fn violations(turtle: &str, shapes: &Shapes) -> Result<Vec<Violation>, Box<dyn Error>> {
    let graph = GraphName::from(NamedNode::new("https://example.org/graph")?);
    let parser = RdfParser::from_format(RdfFormat::Turtle).with_default_graph(graph);
    let mut quads: Vec<Quad> = parser.for_slice(turtle.as_bytes()).collect::<Result<_, _>>()?;
    quads.extend(vocabulary(&Ontology::builtin()?));
    Ok(shapes.check(&quads)?)
}

fn broken() -> Result<Vec<Violation>, Box<dyn Error>> {
    violations(include_str!("../data/broken.ttl"), &Shapes::builtin()?)
}

/// The name of the thing that a violation is about.
fn name(violation: &Violation) -> String {
    let focus = violation.focus.to_string();
    focus.trim_matches(['<', '>']).trim_start_matches(PLANTED).to_owned()
}

#[test]
fn each_planted_error_is_reported_and_nothing_else() -> Tested {
    let found: BTreeSet<String> = broken()?.iter().map(name).collect();
    let planted: BTreeSet<String> = include_str!("../data/broken.ttl")
        .lines()
        .filter_map(|line| line.strip_prefix("bad:")?.split_whitespace().next())
        .filter(|name| name.starts_with(|c: char| c.is_ascii_digit()))
        .map(ToOwned::to_owned)
        .collect();
    assert_eq!(planted.len(), 22);
    assert_eq!(found, planted);
    Ok(())
}

#[test]
fn a_violation_tells_the_words_and_says_what_is_wrong_in_two_languages() -> Tested {
    let all = broken()?;
    let part = all.iter().find(|violation| name(violation).starts_with("09")).ok_or("no 09")?;
    assert_eq!(part.origin.quote.as_deref(), Some("其中返乡农民工13万人"));
    assert_eq!(part.what(), "the part is larger than its whole 部分大于整体");
    for violation in &all {
        let languages: Vec<_> = violation.messages.iter().filter_map(|message| message.language()).collect();
        assert_eq!(languages, ["en", "zh"], "{violation}");
    }
    Ok(())
}

/// Changes to good things of the data: the thing, words of it, what to put there, and what is then wrong.
const SPOILED: &[(&str, &str, &str, &str)] = &[
    ("good-figure", "v:aspect-level", "v:role-actual", "an observation has one aspect"),
    ("good-figure", "cetu:valueStart 16 ;", "cetu:valueStart 2 ;", "the number stands outside"),
    ("good-figure", "u:person", "u:item", "the unit is neither"),
    ("good-fall", "v:aspect-change", "v:aspect-rank", "a rank is a whole number from 1"),
    (
        "good-figure",
        "cetu:evidence bad:",
        "cetu:changeOf bad:good-part ; cetu:evidence bad:",
        "only a change",
    ),
    ("good-figure", "cetu:evidence bad:", "cetu:target bad:good-part ; cetu:evidence bad:", "the target of"),
    ("good-part", "Value 50000", "Value -5", "what is counted is not negative"),
    ("good-fall", "Value -0.3", "Value 0.3", "a fall is a negative change"),
    ("good-rate-of-completion", "v:aspect-rate", "v:aspect-share", "a percentage lies between"),
    ("good-between", "cetu:maxValue 300 ;", "", "a value between two bounds has both"),
    ("good-place", "dcterms:isPartOf reg:330100", "rdfs:label \"Yunxi\"@en", "a place without a code"),
    ("good-program", "v:kind-plan", "v:kind-rank", "a program has a kind"),
    (
        "good-program",
        "dcterms:relation",
        "dcterms:isPartOf bad:spoiled-12 ; dcterms:relation",
        "part of itself",
    ),
    ("candidate", "\"帮扶企业\"@zh", "\"帮扶企业\"@zh , \"firms\"@en", "a candidate indicator has one label"),
    ("section", "schema:position 1", "schema:position 0", "a section has one position"),
    ("document", "schema:sha256 \"0", "schema:sha256 \"x", "a source document carries"),
    ("office", "\"云溪省人民政府\"@zh", "\"gouvernement\"@fr", "an organisation has one label"),
];

#[test]
fn what_is_spoiled_is_reported_for_what_is_wrong_with_it() -> Tested {
    let data = include_str!("../data/broken.ttl");
    let mut turtle = data.to_owned();
    for (index, (thing, old, new, _)) in SPOILED.iter().enumerate() {
        let block = data.split("\n\n").find(|block| block.starts_with(&format!("bad:{thing} a ")));
        let block = block.ok_or_else(|| format!("no bad:{thing}"))?;
        // Value stands for the value and its bounds.
        let spoiled = match old.strip_prefix("Value ").zip(new.strip_prefix("Value ")) {
            Some((old, new)) => block
                .replace(&format!("Value {old} "), &format!("Value {new} "))
                .replace(&format!("cetu:value {old} "), &format!("cetu:value {new} ")),
            None => block.replace(old, new),
        };
        assert_ne!(spoiled, block, "{thing} has no {old}");
        turtle.push_str("\n\n");
        turtle.push_str(&spoiled.replace(&format!("bad:{thing} a "), &format!("bad:spoiled-{index} a ")));
    }
    let found = violations(&turtle, &Shapes::builtin()?)?;
    for (index, (thing, _, new, wrong)) in SPOILED.iter().enumerate() {
        let said: Vec<String> =
            found.iter().filter(|v| name(v) == format!("spoiled-{index}")).map(Violation::what).collect();
        assert!(said.iter().any(|said| said.contains(wrong)), "{index}: {thing} with {new}: {said:?}");
    }
    Ok(())
}

#[test]
fn the_examples_have_their_shapes() -> Tested {
    let ontology = Ontology::builtin()?;
    let lexicon = Lexicon::new(&ontology);
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/reports"));
    let inputs = document::load(&[folder], &mut std::io::empty(), &ontology);
    let readings: Vec<_> = inputs.sources.into_iter().map(|source| cetu::read(source, &lexicon)).collect();
    assert!(!readings.is_empty());
    let graph = Graph::of(&readings, &ontology, &Base::default());
    let found: Vec<String> =
        Shapes::builtin()?.check(graph.quads())?.iter().map(ToString::to_string).collect();
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_users_shapes_are_added_and_may_switch_others_off() -> Tested {
    let own = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <https://w3id.org/cetu/id/shape/> .
        @prefix cetu: <https://w3id.org/cetu/def#> . @prefix ex: <https://example.org/> .
        s:observation-part-within-whole sh:deactivated true . s:observation-indicator sh:deactivated true .
        ex:Dated a sh:NodeShape ; sh:targetClass cetu:Observation ; sh:property [
            sh:path cetu:periodEnd ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message \"no date\" ] .";
    let shapes = Shapes::with_files(&[("own.ttl".to_owned(), own.to_owned())])?;
    let found = violations(include_str!("../data/broken.ttl"), &shapes)?;
    let names: BTreeSet<String> = found.iter().map(name).collect();
    assert!(!names.contains("09-part-larger-than-whole"));
    assert!(!names.contains("01-no-indicator"));
    let undated = found.iter().find(|violation| name(violation) == "good-under").ok_or("no warning")?;
    assert_eq!(undated.severity.name(), "warning");
    assert_eq!(undated.what(), "no date");
    Ok(())
}

#[test]
fn shapes_that_cannot_be_read_are_named() {
    let fault = |turtle: &str| {
        let turtle = format!(
            "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> . {turtle}"
        );
        Shapes::with_files(&[("own.ttl".to_owned(), turtle)]).map(|_| ()).map_err(|error| error.to_string())
    };
    assert!(fault("ex:A sh:").is_err_and(|said| said.starts_with("own.ttl: ")));
    assert!(
        fault("ex:A a sh:NodeShape ; sh:property [ sh:minCount 1 ] .")
            .is_err_and(|said| said.contains("sh:path"))
    );
}
