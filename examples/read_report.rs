//! Reads a report and prints its figures, each with the words it was read from.
//!
//! `cargo run --release --example read_report -- report.txt`

use cetu::{document, lexicon::Lexicon, ontology::Ontology};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let report = std::env::args().nth(1).unwrap_or("examples/reports/2017-zhejiang-employment.txt".into());
    let ontology = Ontology::builtin()?;
    let lexicon = Lexicon::new(&ontology);
    for source in document::load(&[report.into()], &mut std::io::empty(), &ontology).sources {
        let reading = cetu::read(source, &lexicon);
        for figure in &reading.facts.figures {
            let unit = ontology.concept(figure.unit).code();
            let words = reading.source.text.slice(figure.quote);
            println!("{}: {} {unit}  “{words}”", figure.indicator.label, figure.value);
        }
    }
    Ok(())
}
