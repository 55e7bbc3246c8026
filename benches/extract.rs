//! How many characters a second are read on one core, and whether a longer text takes longer in proportion.
//!
//! `cargo bench` reads the example reports and, when it stands beside the project, `../shared/corpus`
//! (`CETU_SHARED` names another folder than `../shared`).

use cetu::document::{self, Source};
use cetu::lexicon::Lexicon;
use cetu::ontology::Ontology;
use cetu::text::Text;
use criterion::{BatchSize, Criterion, Throughput};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

// As the program itself has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often one report is repeated to see whether time goes with length.
const REPEATS: [usize; 3] = [1, 10, 50];

fn main() {
    let ontology = Ontology::builtin().expect("the ontology is part of the crate");
    let lexicon = Lexicon::new(&ontology);
    let mut criterion = Criterion::default().configure_from_args();
    let mut longest: Option<Source> = None;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("CETU_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    for (name, folder) in [("examples", root.join("examples/reports")), ("corpus", shared.join("corpus"))] {
        let sources = load(folder, &ontology);
        if sources.is_empty() {
            continue;
        }
        read(&mut criterion, name, &sources, &lexicon);
        longest = longest.into_iter().chain(sources).max_by_key(|source| source.text.len().min(20_000));
    }
    if let Some(source) = longest {
        linear(&source, &lexicon);
    }
    criterion.final_summary();
}

fn load(folder: PathBuf, ontology: &Ontology) -> Vec<Source> {
    if !folder.is_dir() {
        return Vec::new();
    }
    document::load(&[folder], &mut std::io::empty(), ontology).sources
}

/// Reads all sources, one after the other.
fn read(criterion: &mut Criterion, name: &str, sources: &[Source], lexicon: &Lexicon<'_>) {
    let characters: usize = sources.iter().map(|source| source.text.len()).sum();
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Elements(characters as u64)).sample_size(20);
    group.measurement_time(Duration::from_secs(8));
    group.bench_function(name, |bencher| {
        bencher.iter_batched(
            || sources.to_vec(),
            |sources| sources.into_iter().map(|source| cetu::read(source, lexicon)).collect::<Vec<_>>(),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// Prints the time a character of one report repeated more and more often; the best of several runs each.
fn linear(source: &Source, lexicon: &Lexicon<'_>) {
    println!("{}, {} characters, repeated", source.id, source.text.len());
    let mut once = None;
    for times in REPEATS {
        let text = source.text.as_str().repeat(times);
        let long = Source { text: Text::new(text), ..source.clone() };
        let runs = (0..(200 / times).max(5)).map(|_| {
            let long = long.clone();
            let begun = Instant::now();
            let reading = cetu::read(black_box(long), lexicon);
            let taken = begun.elapsed();
            drop(black_box(reading));
            taken
        });
        let best = runs.min().unwrap_or_default();
        #[allow(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
        let each = best.as_secs_f64() * 1e9 / long.text.len() as f64;
        let first = *once.get_or_insert(each);
        println!("  {times:>2} times: {each:.1} ns a character, {:.2} of a single one", each / first);
    }
}
