use super::Findings;
use crate::document::{Source, sha256};
use crate::graph::terms::{cetu, dcterms, schema};
use crate::store::Loaded;
use crate::text::Text;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedOrBlankNode, Quad, Term};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// What is known of a document and the file it is in.
#[derive(Debug, Default)]
struct Origin {
    /// Whether it is a document, or only the file around some.
    document: bool,
    /// IRI of the file, when it holds several documents.
    file: Option<String>,
    sha256: Option<String>,
    /// Hash of the plain text, when the file is not that itself.
    text_sha256: Option<String>,
    path: Option<String>,
}

/// The text of every document: the one that the graph folder keeps, otherwise the source file itself.
/// Says which source files have changed since, and which documents have no text to check by.
pub(super) fn texts(loaded: &Loaded, root: &Path, findings: &mut Findings) -> HashMap<String, Text> {
    let origins = origins(loaded);
    let mut texts = HashMap::new();
    let (mut told, mut counted) = (BTreeSet::new(), BTreeSet::new());
    for (document, origin) in origins.iter().filter(|(_, origin)| origin.document) {
        let file = origin.file.as_deref().unwrap_or(document);
        let path = origin.path.as_deref().or_else(|| origins.get(file)?.path.as_deref());
        let kept = kept(&loaded.folder, file);
        let source =
            path.filter(|path| *path != "-").map(|path| root.join(path)).filter(|path| path.is_file());
        let wanted = origin.sha256.as_deref();
        let plain = origins.get(file).and_then(|file| file.text_sha256.as_deref());
        if let Some(text) = kept.as_deref()
            && plain.or(wanted).is_some_and(|wanted| sha256(text.as_bytes()) != wanted)
            && told.insert(file)
        {
            findings.add(file, "the text kept in the graph folder is not what was read: its SHA-256 differs");
        }
        let fresh = source.as_deref().and_then(|path| read(path, wanted, plain, findings));
        // Several documents of one file count once, as a build counts them.
        if counted.insert(file) {
            findings.with_file += usize::from(fresh.is_some());
            findings.with_kept_text += usize::from(fresh.is_none() && kept.is_some());
        }
        match (kept, fresh) {
            (Some(text), _) => {
                texts.insert(document.clone(), Text::new(text));
            }
            (None, Some(source)) => {
                texts.insert(document.clone(), source.text);
            }
            (None, None) => {
                let path = path.unwrap_or("its file");
                findings.add(document, format!("no text to check by: the graph keeps none and {path} is not below {} (name its folder with --sources)", root.display()));
            }
        }
    }
    texts
}

/// Reads a source file again, and says so when it is no longer the one that was read. Of several documents in it the
/// one with the wanted text is meant.
fn read(path: &Path, wanted: Option<&str>, plain: Option<&str>, findings: &mut Findings) -> Option<Source> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).ok()?;
    let mut sources = match Source::all_from_bytes(&name, &name, bytes) {
        Ok((sources, _)) => sources,
        Err(reason) => {
            findings.add(name, reason.to_string());
            return None;
        }
    };
    let meant = sources.iter().position(|source| source.text_sha256().as_deref() == plain);
    let source = if sources.is_empty() { return None } else { sources.swap_remove(meant.unwrap_or(0)) };
    if wanted.is_some_and(|wanted| wanted != source.sha256) {
        let finding = "changed since the graph was built: its SHA-256 differs; build the graph again";
        if findings.list.iter().all(|known| known.about != name) {
            findings.add(name, finding);
        }
    }
    Some(source)
}

/// The text that a build kept: `text/{id}.txt`.
fn kept(folder: &Path, file: &str) -> Option<String> {
    let (_, id) = file.split_once("/doc/")?;
    let id = percent_encoding::percent_decode_str(id).decode_utf8().ok()?;
    let path: PathBuf = folder.join("text").join(format!("{id}.txt"));
    std::fs::read_to_string(path).ok()
}

fn origins(loaded: &Loaded) -> BTreeMap<String, Origin> {
    let mut origins: BTreeMap<String, Origin> = BTreeMap::new();
    for quad in loaded.graph.quads() {
        let NamedOrBlankNode::NamedNode(subject) = &quad.subject else { continue };
        if is_document(quad) {
            origins.entry(subject.as_str().to_owned()).or_default().document = true;
        }
        let literal = match &quad.object {
            Term::Literal(literal) => Some(literal.value().to_owned()),
            _ => None,
        };
        let predicate = quad.predicate.as_ref();
        if predicate == schema::SHA256 {
            origins.entry(subject.as_str().to_owned()).or_default().sha256 = literal;
        } else if predicate == cetu::TEXT_SHA256 {
            origins.entry(subject.as_str().to_owned()).or_default().text_sha256 = literal;
        } else if predicate == schema::CONTENT_URL {
            origins.entry(subject.as_str().to_owned()).or_default().path = literal;
        }
    }
    for quad in loaded.graph.quads() {
        if let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(whole)) = (&quad.subject, &quad.object)
            && quad.predicate.as_ref() == dcterms::IS_PART_OF
            && origins.contains_key(whole.as_str())
            && let Some(origin) = origins.get_mut(subject.as_str())
        {
            origin.file = Some(whole.as_str().to_owned());
        }
    }
    origins
}

fn is_document(quad: &Quad) -> bool {
    let class = matches!(&quad.object, Term::NamedNode(node) if node.as_ref() == cetu::SOURCE_DOCUMENT);
    class && quad.predicate.as_ref() == rdf::TYPE
}
