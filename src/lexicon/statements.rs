use super::{Labels, Words};
use crate::ontology::Ontology;

/// The words by which claims, awards, documents, bodies and procedures are told.
#[derive(Debug)]
pub(crate) struct StatementWords {
    /// Labels of the kinds of claim.
    pub(crate) claims: Labels,
    /// Labels of the kinds of recognition.
    pub(crate) recognitions: Labels,
    /// Labels of the kinds of document: nouns that end a title.
    pub(crate) documents: Labels,
    /// Names of national bodies.
    pub(crate) organisations: Labels,
    /// What a local body deals with: the name of its national counterpart without 部, 委, 局.
    pub(crate) duties: Words,
    /// Names of evaluation criteria.
    pub(crate) criteria: Labels,
    /// Steps of an evaluation.
    pub(crate) steps: Labels,
    /// Names of instruments.
    pub(crate) instruments: Labels,
}

impl StatementWords {
    pub(super) fn new(ontology: &Ontology) -> Self {
        let kinds = |top: &str| {
            let top = ontology.at(top);
            Labels::of(
                ontology
                    .below("vocab/kind-")
                    .filter(move |(_, kind)| top.is_some() && kind.broader.first().copied() == top),
            )
        };
        Self {
            claims: kinds("vocab/claim-kinds"),
            recognitions: kinds("vocab/recognition-kinds"),
            documents: kinds("vocab/document-kinds"),
            organisations: Labels::new(ontology, &["org/"]),
            duties: duties(ontology),
            criteria: Labels::new(ontology, &["criterion/"]),
            steps: Labels::new(ontology, &["vocab/step-"]),
            instruments: Labels::new(ontology, &["vocab/instrument-"]),
        }
    }
}

/// 教育部 deals with 教育: a province has a 教育厅, a county a 教育局.
fn duties(ontology: &Ontology) -> Words {
    let ministry = ontology.at("vocab/kind-ministry");
    let names = ontology
        .below("org/")
        .filter(|(_, body)| body.kind.is_some() && body.kind == ministry)
        .flat_map(|(_, body)| body.words.iter());
    let bare = names.filter_map(|name| {
        let name = name.trim_start_matches("国家").trim_start_matches("中国");
        let end = ["管理局", "总局", "委员会", "部", "委", "局", "署"];
        end.iter().find_map(|end| name.strip_suffix(end)).filter(|bare| bare.chars().count() >= 2)
    });
    let mut list: Vec<&str> = bare.collect();
    list.sort_unstable();
    list.dedup();
    Words::new(list)
}
