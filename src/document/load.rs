use super::{Item, Problem, Source, Stating, find, settle};
use crate::ontology::Ontology;
use rayon::prelude::*;
use std::io::Read;
use std::path::PathBuf;

/// The sources that could be read, and what was wrong with the others.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Sources in the order given, those of a folder sorted by path.
    pub sources: Vec<Source>,
    /// Inputs left out, with the reason.
    pub problems: Vec<Problem>,
}

/// Loads files, folders (walked in sorted order) and `-`, for which `stdin` is read, with what is stated about them in
/// the words of an ontology.
pub fn load(paths: &[PathBuf], stdin: &mut dyn Read, ontology: &Ontology) -> Inputs {
    let (inputs, mut problems) = find(paths, stdin);
    let read: Vec<_> = inputs
        .par_iter()
        .map(|input| {
            let (sources, reasons) = match input.bytes().and_then(|bytes| input.read(bytes)) {
                Ok(read) => read,
                Err(reason) => (Vec::new(), vec![reason]),
            };
            (sources.into_iter().map(Item::of).collect::<Vec<Item>>(), reasons)
        })
        .collect();
    let mut items = Vec::new();
    let mut stating = Stating::default();
    for (input, (read, reasons)) in inputs.iter().zip(read) {
        problems.extend(reasons.into_iter().map(|reason| Problem::new(input.shown(), reason)));
        let Some(beside) = stating.beside(input, ontology, &mut problems) else { continue };
        for mut item in read {
            match item.source.state(&input.shown(), beside.clone(), ontology) {
                Ok(()) => items.push(item),
                Err(problem) => problems.push(problem),
            }
        }
    }
    let sources = settle(items, &mut problems).into_iter().map(|item| item.source).collect();
    Inputs { sources, problems }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::document::Reason;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn a_folder_is_walked_in_order_and_names_relative_paths() {
        let folder = folder(&[("b.txt", "乙"), ("a/c.md", "丙"), ("x.png", "?"), ("meta.txt", "丁")]);
        let inputs = load(&[folder.path().to_owned()], &mut std::io::empty(), &Ontology::default());
        let ids: Vec<_> = inputs.sources.iter().map(|s| (s.id.as_str(), s.path.as_str())).collect();
        assert_eq!(ids[..2], [("a/c", "a/c.md"), ("b", "b.txt")]);
        assert!(ids[2].0.starts_with("meta-"));
        assert_eq!(inputs.problems.len(), 1);
        assert!(inputs.problems[0].is_warning());
    }

    #[test]
    fn two_files_of_one_name_both_take_a_hash() {
        let folder = folder(&[("a/r.txt", "甲"), ("b/r.txt", "乙"), ("c/r.txt", "丙")]);
        let paths: Vec<_> = ["a", "b", "c"].map(|d| folder.path().join(d).join("r.txt")).to_vec();
        let inputs = load(&paths, &mut std::io::empty(), &Ontology::default());
        assert_eq!(inputs.sources.len(), 3);
        assert!(inputs.sources.iter().all(|s| s.id.starts_with("r-") && s.id.len() == 10));
    }

    #[test]
    fn one_text_in_two_formats_is_one_source_whatever_the_order() {
        let page = "<!DOCTYPE html><p>城镇新增就业12万人。</p><p>二</p>";
        let folder =
            folder(&[("a.html", page), ("b.txt", "城镇新增就业12万人。\n\n　二\n"), ("c.txt", "三")]);
        let paths = ["a.html", "b.txt", "c.txt"].map(|name| folder.path().join(name));
        let forward = load(&paths, &mut std::io::empty(), &Ontology::default());
        let backward = load(
            &[paths[2].clone(), paths[1].clone(), paths[0].clone()],
            &mut std::io::empty(),
            &Ontology::default(),
        );
        let told = |inputs: &Inputs| {
            let mut told: Vec<_> = inputs
                .sources
                .iter()
                .map(|source| {
                    let copies = source.copies.iter().map(|copy| copy.path.clone()).collect::<Vec<_>>();
                    (source.id.clone(), source.path.clone(), copies)
                })
                .collect();
            told.sort();
            told
        };
        assert_eq!(told(&forward), told(&backward));
        assert_eq!(told(&forward)[0], ("b".into(), "b.txt".into(), vec!["a.html".to_owned()]));
        assert_eq!(forward.problems, [Problem::new("a.html", Reason::Copy("b.txt".into()))]);
    }

    #[test]
    fn standard_input_is_named_by_its_hash() {
        let inputs = load(&["-".into()], &mut "甲".as_bytes(), &Ontology::default());
        assert!(inputs.sources[0].id.starts_with("stdin-"));
    }
}
