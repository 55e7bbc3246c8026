#![allow(clippy::unwrap_used)]

use super::{Kind, Reference, Term, Words};
use crate::ontology::{FILES, ID, Ontology};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Term as Object, Triple};

fn reference() -> Reference {
    Reference::of(&Ontology::builtin().unwrap())
}

fn terms(reference: &Reference) -> impl Iterator<Item = &Term> {
    reference.classes.iter().chain(&reference.properties)
}

#[test]
fn every_term_is_told_in_both_languages_and_has_an_example() {
    let reference = reference();
    assert!(reference.classes.len() > 15 && reference.properties.len() > 40);
    let lacking = |words: &Words| {
        words.en.is_empty() || !words.zh.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
    };
    for term in terms(&reference) {
        assert!(!lacking(&term.label), "{}: a label is missing", term.name.short);
        assert!(!lacking(&term.comment), "{}: a comment is missing", term.name.short);
        assert!(!term.examples.is_empty(), "{}: has no example", term.name.short);
    }
}

#[test]
fn every_example_is_turtle_that_uses_its_term_and_terms_that_exist() {
    let ontology = Ontology::builtin().unwrap();
    let reference = Reference::of(&ontology);
    let prefixes: String = FILES[0].1.lines().take_while(|line| line.starts_with("@prefix")).collect();
    for term in terms(&reference) {
        for example in &term.examples {
            let turtle = format!("@base <{ID}> . {prefixes}\n{example}");
            let triples: Vec<Triple> = RdfParser::from_format(RdfFormat::Turtle)
                .for_slice(turtle.as_bytes())
                .map(|quad| quad.unwrap_or_else(|error| panic!("{}: {error}", term.name.short)).into())
                .collect();
            let class =
                |object: &Object| matches!(object, Object::NamedNode(n) if n.as_str() == term.name.iri);
            let used = triples.iter().any(|triple| match term.kind {
                Kind::Class => class(&triple.object),
                _ => triple.predicate.as_str() == term.name.iri,
            });
            assert!(used, "{}: the example does not show it", term.name.short);
            assert_known(&ontology, &reference, term, &triples);
        }
    }
}

/// Concepts and terms that an example names are in the ontology.
fn assert_known(ontology: &Ontology, reference: &Reference, term: &Term, triples: &[Triple]) {
    for triple in triples {
        let predicate = triple.predicate.as_str();
        let own = predicate.starts_with(crate::ontology::DEF);
        let known = reference.properties.iter().any(|property| property.name.iri == predicate);
        assert!(!own || known, "{}: {predicate}", term.name.short);
        let Object::NamedNode(object) = &triple.object else { continue };
        let local = object.as_str().strip_prefix(ID).unwrap_or_default();
        let concept = ["vocab/", "unit/", "indicator/", "group/", "region/", "criterion/"]
            .iter()
            .any(|base| local.starts_with(base));
        assert!(!concept || ontology.at(local).is_some(), "{}: {object}", term.name.short);
    }
}

#[test]
fn a_class_has_the_properties_of_its_domain_its_shape_and_its_superclass() {
    let reference = reference();
    let slot = |class: &str, property: &str| {
        let class = reference.classes.iter().find(|known| known.local() == class).unwrap();
        class.slots.iter().find(|slot| slot.property.short == property)
    };
    assert_eq!(slot("Observation", "cetu:value").unwrap().times(), "1");
    assert_eq!(slot("Evidence", "oa:exact").unwrap().times(), "1");
    let level = slot("Measure", "cetu:level").unwrap();
    assert_eq!(level.from.as_ref().unwrap().short, "cetu:Section");
    assert_eq!(level.label.en, "heading level");
    assert!(slot("Region", "cetu:value").is_none());
}

#[test]
fn a_page_has_an_anchor_for_each_term_and_needs_nothing_from_elsewhere() {
    let reference = reference();
    let html = reference.html();
    for term in terms(&reference) {
        assert_eq!(html.matches(&format!(" id=\"{}\"", term.local())).count(), 1, "{}", term.local());
    }
    for outside in ["<script", "<link", "<img", "src=", "@import", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
}

#[test]
fn links_within_a_page_lead_somewhere() {
    let reference = reference();
    let html = reference.html();
    for target in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(html.contains(&format!("id=\"{target}\"")), "{target}");
    }
    let markdown = reference.markdown();
    for target in markdown.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(markdown.contains(&format!("<a id=\"{target}\"></a>")), "{target}");
    }
}

#[test]
fn a_vocabulary_of_ones_own_is_shown_too() {
    let turtle = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix v: <https://w3id.org/cetu/id/vocab/> .
        <urn:x> a skos:Concept ; skos:inScheme v:groups ; skos:prefLabel \"甲<乙\"@zh ; skos:notation \"x\" .";
    let ontology = Ontology::with_vocabularies(&[("own.ttl".into(), turtle.into())]).unwrap();
    let reference = Reference::of(&ontology);
    assert!(reference.html().contains("甲&lt;乙"));
    assert!(reference.markdown().contains("| `urn:x` | x | 甲&lt;乙 |"));
}
