use super::{StoreError, current};
use crate::graph::Graph;
use crate::ontology::ID;
use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::{GraphName, NamedNode, Quad};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// How often a graph that changes while it is read is read again.
const ATTEMPTS: usize = 8;

/// A graph folder, read.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The folder that was read: the current generation, or the folder itself.
    pub folder: PathBuf,
    /// Its quads; those of a folder that Cetu did not build are all facts.
    pub graph: Graph,
}

/// Reads a graph folder: the current generation, or any folder of RDF files, walked in sorted order.
///
/// # Errors
/// When there is no RDF in it, or a file of it is broken.
pub fn load(path: &Path) -> Result<Loaded, StoreError> {
    if !path.exists() {
        return Err(StoreError::Missing(path.to_owned()));
    }
    if !path.is_dir() {
        return Err(StoreError::NotAFolder(path.to_owned()));
    }
    // A build may replace the graph while it is read; what was read then may lack files.
    for _ in 0..ATTEMPTS {
        let built = current(path)?;
        let read = folder(path, built.as_deref());
        if current(path)? == built {
            return read;
        }
    }
    Err(StoreError::Restless(path.to_owned()))
}

/// Reads the folder of a generation, or any other folder.
fn folder(path: &Path, built: Option<&Path>) -> Result<Loaded, StoreError> {
    let folder = built.unwrap_or(path).to_owned();
    let mut graph = Graph::default();
    let mut found = false;
    let hidden = |name: &OsStr| name.to_string_lossy().starts_with('.');
    let entries = WalkDir::new(&folder).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name())) {
        let entry = entry.map_err(|error| StoreError::io(&folder)(error.into()))?;
        let extension = entry.path().extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        if built.is_some() && entry.file_type().is_file() && extension == "txt" {
            text(&folder, entry.path(), &mut graph)?;
        }
        // .txt and .json are RDF to a media-type table, to people they are not.
        let format = RdfFormat::from_extension(&extension).filter(|_| !matches!(&*extension, "txt" | "json"));
        let (true, Some(format)) = (entry.file_type().is_file(), format) else { continue };
        found = true;
        let quads = parse(entry.path(), format)?;
        let layer = match entry.path().strip_prefix(&folder).ok().and_then(Path::to_str) {
            Some("vocabulary.trig") if built.is_some() => &mut graph.vocabulary,
            Some("meta.trig") if built.is_some() => &mut graph.metadata,
            Some("description.trig") if built.is_some() => &mut graph.description,
            _ => &mut graph.facts,
        };
        layer.extend(quads);
    }
    if found { Ok(Loaded { folder, graph }) } else { Err(StoreError::NoRdf(path.to_owned())) }
}

/// Keeps a plain text that offsets refer to: `text/{id}.txt`.
fn text(folder: &Path, path: &Path, graph: &mut Graph) -> Result<(), StoreError> {
    let id = path.strip_prefix(folder.join("text")).ok().map(|path| path.with_extension(""));
    let Some(id) = id.as_deref().and_then(Path::to_str) else { return Ok(()) };
    let text = std::fs::read_to_string(path).map_err(StoreError::io(path))?;
    graph.texts.insert(id.to_owned(), text);
    Ok(())
}

/// Reads a file; triples without a graph go into one named by the file.
fn parse(path: &Path, format: RdfFormat) -> Result<Vec<Quad>, StoreError> {
    let bytes = std::fs::read(path).map_err(StoreError::io(path))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let base = format!(
        "{ID}file/{}",
        percent_encoding::utf8_percent_encode(&stem, percent_encoding::NON_ALPHANUMERIC)
    );
    let home = GraphName::from(NamedNode::new_unchecked(base.clone()));
    let parser = RdfParser::from_format(format).rename_blank_nodes().with_default_graph(home);
    let parser = parser.with_base_iri(base).map_err(|error| StoreError::Memory(error.to_string()))?;
    parser.for_slice(&bytes).map(|quad| quad.map_err(|error| broken(path, error.into()))).collect()
}

fn broken(path: &Path, error: RdfParseError) -> StoreError {
    match error {
        RdfParseError::Io(error) => StoreError::io(path)(error),
        RdfParseError::Syntax(error) => StoreError::Syntax {
            file: path.to_owned(),
            at: error.location().map(|range| (range.start.line + 1, range.start.column + 1)),
            message: error.to_string(),
        },
    }
}
