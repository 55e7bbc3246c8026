//! Facts of sentences made for tests.

use crate::document::Source;
use crate::facts::Facts;
use crate::lexicon::Lexicon;
use crate::ontology::Ontology;
use crate::text::Text;

/// The text of a small document and its facts.
pub(crate) fn read(text: &str) -> (Text, Facts) {
    let ontology = Ontology::builtin().expect("the ontology is Turtle");
    let lexicon = Lexicon::new(&ontology);
    let source = Source::from_bytes("sample", "sample.txt", text.into()).expect("the sample is text");
    let reading = crate::read(source, &lexicon);
    (reading.source.text, reading.facts)
}
