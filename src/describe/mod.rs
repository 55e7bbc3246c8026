//! What a graph holds, told to programs and to newcomers.
//!
//! [`Statistics`] counts it; [`dataset`] writes the counts as `VoID` and DCAT, [`service`] adds what a SPARQL endpoint
//! says of itself, [`examples`] the saved queries and [`prefixes`] the prefixes, as editors look for them; [`Card`]
//! is the same on one page for readers. [`thing`] is what the graph says of a single IRI.
//!
//! ```
//! use cetu::describe::Statistics;
//! let graph = cetu::graph::Graph::default();
//! assert_eq!(Statistics::of(graph.quads()).triples, 0);
//! ```

mod card;
mod counter;
mod dataset;
mod distribution;
mod examples;
mod partition;
mod service;
mod statistics;
mod tally;
mod thing;

pub use card::Card;
pub use counter::Counter;
pub use dataset::{dataset, graph_name};
pub use distribution::{DISTRIBUTIONS, Distribution};
pub use examples::{examples, prefixes};
pub use service::{Service, service};
pub use statistics::{Partition, Statistics, Use};
pub use tally::Tally;
pub use thing::{incoming, thing};

use crate::graph::Base;
use oxigraph::model::Quad;

/// The description of a graph as it is kept with it: its data set and the usual prefixes.
#[must_use]
pub fn description(statistics: &Statistics, base: &Base) -> Vec<Quad> {
    let mut quads = dataset(statistics, base);
    quads.extend(prefixes(base));
    quads
}
