use super::code::{self, code};
use super::statements::{Context, Statements, zh};
use super::terms::{cetu, schema};
use super::{evidence, iri, number, place};
use crate::facts::Aspect;
use oxigraph::model::NamedNode;
use oxigraph::model::vocab::{rdf, rdfs};

/// Words that say that the whole country was compared, and the region it is.
const COUNTRY: [&str; 2] = ["全国", "国内"];
const COUNTRY_PATH: &str = "region/100000";

/// Writes the claim that a rank makes beside its figure.
pub(super) fn state(context: &Context<'_>, index: usize, out: &mut Statements) {
    let Context { reading, ontology, base, names } = *context;
    let figure = &reading.facts.figures[index];
    if figure.aspect != Aspect::Rank {
        return;
    }
    let quote = reading.source.text.slice(figure.quote);
    let key = format!("{}-{}", figure.quote.start, figure.quote.end);
    let subject = iri::inside(names.document(figure.document), "claim", &key);
    out.add(&subject, rdf::TYPE, cetu::CLAIM);
    out.add(&subject, rdfs::LABEL, zh(&quote));
    out.add(&subject, cetu::KIND, code(code::RANK_CLAIM));
    out.maybe(&subject, cetu::REGION, place::iri(&figure.place, ontology, base));
    out.add(&subject, schema::ABOUT, names.indicators[index].clone());
    out.add(&subject, cetu::RANK, number::literal(figure.value));
    if COUNTRY.iter().any(|word| quote.contains(word)) {
        let country = ontology.at(COUNTRY_PATH).map(|id| ontology.concept(id).iri.clone());
        out.maybe(&subject, cetu::RANKED_AMONG, country.map(NamedNode::new_unchecked));
    }
    let quoted = evidence::state(context, figure.document, figure.section, figure.quote, out);
    out.add(&subject, cetu::PROP_EVIDENCE, quoted);
}
