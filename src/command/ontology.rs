use super::read;
use crate::Outcome;
use crate::cli::{Ontology as Args, OntologyFormat};
use anyhow::{Result, bail};
use cetu::export::{Content, Format};
use cetu::graph;
use cetu::ontology::Ontology;
use cetu::ontology::reference::Reference;
use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Term};
use std::collections::BTreeMap;
use std::io::Write;

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let ontology = read::ontology(&args.vocab)?;
    if args.list {
        return list(&ontology);
    }
    let format = match (args.format, args.output.as_deref().filter(|path| path.as_os_str() != "-")) {
        (Some(format), _) => format,
        (None, Some(path)) => OntologyFormat::of(path)?,
        (None, None) => OntologyFormat::Rdf(Format::Turtle),
    };
    if matches!(format, OntologyFormat::Rdf(format) if format.is_table()) {
        bail!("the ontology is RDF; choose turtle, ntriples, nquads, trig, rdfxml, jsonld, html or markdown");
    }
    let mut out = read::output(args.output.as_deref())?;
    match format {
        OntologyFormat::Rdf(format) => {
            let content = Content { quads: graph::vocabulary(&ontology), facts: Vec::new() };
            format.exporter().write(&content, &mut out)?;
        }
        OntologyFormat::Html => out.write_all(Reference::of(&ontology).html().as_bytes())?,
        OntologyFormat::Markdown => out.write_all(Reference::of(&ontology).markdown().as_bytes())?,
    }
    out.finish()?;
    Ok(Outcome::Done)
}

/// Classes and properties with their labels, then how many concepts there are of each class.
fn list(ontology: &Ontology) -> Result<Outcome> {
    const TYPE: NamedNodeRef<'_> = oxigraph::model::vocab::rdf::TYPE;
    const LABEL: NamedNodeRef<'_> = oxigraph::model::vocab::rdfs::LABEL;
    let mut labels: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for triple in ontology.triples() {
        let NamedOrBlankNode::NamedNode(subject) = &triple.subject else { continue };
        match &triple.object {
            Term::Literal(text) if triple.predicate.as_ref() == LABEL => {
                labels
                    .entry(subject.as_str())
                    .or_default()
                    .insert(text.language().unwrap_or_default(), text.value());
            }
            Term::NamedNode(class) if triple.predicate.as_ref() == TYPE => {
                types.entry(class.as_str()).or_default().push(subject.as_str());
            }
            _ => {}
        }
    }
    let mut out = read::output(None)?;
    let said = |iri: &str| {
        let label = |tag: &str| labels.get(iri).and_then(|all| all.get(tag)).copied().unwrap_or_default();
        format!("{}  {}", label("zh"), label("en"))
    };
    for kind in ["Class", "ObjectProperty", "DatatypeProperty"] {
        writeln!(out, "{kind}")?;
        let members = types.get(format!("http://www.w3.org/2002/07/owl#{kind}").as_str());
        for iri in members.into_iter().flatten().filter(|iri| iri.starts_with(cetu::ontology::DEF)) {
            writeln!(out, "  cetu:{}  {}", &iri[cetu::ontology::DEF.len()..], said(iri))?;
        }
    }
    writeln!(out, "Concepts")?;
    for (class, members) in
        types.iter().filter(|(class, _)| !class.starts_with("http://www.w3.org/2002/07/owl#"))
    {
        writeln!(out, "  {:6}  {}", members.len(), class.rsplit(['#', '/']).next().unwrap_or_default())?;
    }
    out.finish()?;
    Ok(Outcome::Done)
}
