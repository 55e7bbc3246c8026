use super::Words;
use crate::ontology::Ontology;

/// Declares the lists of cue words: a field for each concept of `ontology/cues.ttl`, by its name.
macro_rules! cues {
    ($($field:ident = $name:literal,)*) => {
        /// The cue words of `ontology/cues.ttl`, one list a concept; the field is the concept's name.
        #[derive(Debug, Clone)]
        pub(crate) struct Cues {
            $(pub(crate) $field: Words,)*
        }

        impl Cues {
            pub(crate) fn new(ontology: &Ontology) -> Self {
                let words = |name: &str| {
                    let concept = ontology.at(&format!("cue/{name}")).map(|id| ontology.concept(id));
                    Words::new(concept.into_iter().flat_map(|concept| concept.words.iter().map(String::as_str)))
                };
                Self { $($field: words($name),)* }
            }
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$($name,)*];
    };
}

cues! {
    about = "about",
    act = "act",
    adopt = "adopt",
    after_about = "after-about",
    after_at_least = "after-at-least",
    after_over = "after-over",
    after_up_to = "after-up-to",
    anaphor = "anaphor",
    annual_mean = "annual-mean",
    assure = "assure",
    at_end = "at-end",
    at_least = "at-least",
    benefit = "benefit",
    carry_out = "carry-out",
    co_operate = "co-operate",
    coming = "coming",
    common_scheme = "common-scheme",
    compare = "compare",
    compound = "compound",
    congress_body = "congress-body",
    consultative_body = "consultative-body",
    cover = "cover",
    cumulative = "cumulative",
    cut = "cut",
    department_body = "department-body",
    difference = "difference",
    document_noun = "document-noun",
    done = "done",
    each_year = "each-year",
    enterprise_body = "enterprise-body",
    factor = "factor",
    fall = "fall",
    five_years = "five-years",
    future = "future",
    generic = "generic",
    government_body = "government-body",
    grant = "grant",
    growth_noun = "growth-noun",
    half = "half",
    household = "household",
    in_village = "in-village",
    institution = "institution",
    institution_body = "institution-body",
    introduce = "introduce",
    issue = "issue",
    keep = "keep",
    landmark = "landmark",
    last_year = "last-year",
    lasting = "lasting",
    lead = "lead",
    light_act = "light-act",
    list_as = "list-as",
    local_has = "local-has",
    local_noun = "local-noun",
    local_sort = "local-sort",
    located = "located",
    loose_title = "loose-title",
    mass_body = "mass-body",
    meant_for = "meant-for",
    measure_noun = "measure-noun",
    method = "method",
    money = "money",
    name_break = "name-break",
    name_lead = "name-lead",
    name_start = "name-start",
    name_word = "name-word",
    nationwide = "nationwide",
    nearly = "nearly",
    next_year = "next-year",
    not_lead = "not-lead",
    not_topic = "not-topic",
    not_topic_inside = "not-topic-inside",
    now = "now",
    of_which = "of-which",
    office_body = "office-body",
    once = "once",
    oppose = "oppose",
    ordinal_scope = "ordinal-scope",
    over = "over",
    own_name = "own-name",
    own_region = "own-region",
    partner_verb = "partner-verb",
    party_body = "party-body",
    passive = "passive",
    people = "people",
    person = "person",
    phrase = "phrase",
    plan_heading = "plan-heading",
    plan_noun = "plan-noun",
    practise = "practise",
    present_year = "present-year",
    rank_move = "rank-move",
    rank_verb = "rank-verb",
    residence = "residence",
    respectively = "respectively",
    result = "result",
    review_heading = "review-heading",
    review_lead = "review-lead",
    revise = "revise",
    rise = "rise",
    rule = "rule",
    rule_heading = "rule-heading",
    salutation = "salutation",
    says = "says",
    scheme = "scheme",
    serve = "serve",
    share = "share",
    slogan = "slogan",
    standard = "standard",
    subject_break = "subject-break",
    tail = "tail",
    take_place = "take-place",
    task = "task",
    there = "there",
    time_count = "time-count",
    told = "told",
    told_adverb = "told-adverb",
    topic_adverb = "topic-adverb",
    total = "total",
    under = "under",
    up_to = "up-to",
    vague_body = "vague-body",
    yardstick = "yardstick",
}

#[cfg(test)]
mod tests {
    use super::NAMES;
    use crate::ontology::Ontology;

    #[test]
    fn every_cue_of_the_ontology_has_its_list_and_every_list_its_words() {
        let ontology = Ontology::builtin().expect("the ontology is Turtle");
        let mut known: Vec<&str> = ontology.below("cue/").map(|(_, concept)| concept.code()).collect();
        known.sort_unstable();
        assert_eq!(known, NAMES);
        for (_, concept) in ontology.below("cue/") {
            assert!(!concept.words.is_empty(), "{}", concept.iri);
        }
    }
}
