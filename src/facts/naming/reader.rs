use super::head::Kind;
use crate::facts::program::Program;
use crate::facts::reading::{Local, Places, locals};
use crate::facts::reason::PlaceReason;
use crate::facts::rule::Rule;
use crate::lexicon::{Label, Lexicon};
use crate::ontology::ConceptId;
use crate::outline::{Document, Outline, Place};
use crate::text::{Sentence, Span, Text, trim};
use std::collections::{HashMap, HashSet};

/// Longest name of a program, in characters.
pub(super) const LONGEST: usize = 22;

/// Reads the programs of a text: titles in 《》, names in “”, and names that end in a head noun.
pub(crate) fn programs(
    text: &Text,
    outline: &Outline,
    lexicon: &Lexicon<'_>,
    regions: &[Label],
    cut: &[Vec<Sentence>],
) -> Vec<Program> {
    let chars = text.chars();
    let heads = lexicon.kinds.find(text);
    let mut reader = Reader {
        chars,
        lexicon,
        heads,
        regions,
        locals: locals(chars, regions, lexicon),
        found: Vec::new(),
        names: HashSet::new(),
        strategies: HashSet::new(),
    };
    for (index, document) in outline.documents.iter().enumerate() {
        reader.names.clear();
        for sentence in &cut[index] {
            reader.sentence(index, document, sentence);
        }
    }
    reader.found.sort_by_key(|program| (program.document, program.name.start, program.name.end));
    settle(chars, &mut reader.found);
    reader.found
}

/// Gives the mentions of one name in a document one kind: what a head noun tells (“…”计划) before what a verb does
/// (打造“…”).
fn settle(chars: &[char], programs: &mut [Program]) {
    let mut kinds: HashMap<(usize, &[char]), (bool, ConceptId)> = HashMap::new();
    for program in programs.iter() {
        let name = &chars[program.name.start..program.name.end];
        let headed = program.told.is_some_and(|told| told.start >= program.name.start);
        let kind = kinds.entry((program.document, name)).or_insert((headed, program.kind));
        if headed && !kind.0 {
            *kind = (true, program.kind);
        }
    }
    for program in programs {
        let name = &chars[program.name.start..program.name.end];
        let (_, kind) = kinds[&(program.document, name)];
        if kind != program.kind {
            program.kind = kind;
            program.told = None;
        }
    }
}

/// Collects programs document by document.
pub(super) struct Reader<'a> {
    pub(super) chars: &'a [char],
    pub(super) lexicon: &'a Lexicon<'a>,
    pub(super) heads: Vec<Label>,
    pub(super) regions: &'a [Label],
    pub(super) locals: Vec<Local>,
    pub(super) found: Vec<Program>,
    /// The names found in a document, with the sections that they stand in; a name counts once a section.
    pub(super) names: HashSet<(String, Option<usize>)>,
    pub(super) strategies: HashSet<String>,
}

impl Reader<'_> {
    pub(super) fn char(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\n')
    }

    pub(super) fn sentence(&mut self, index: usize, document: &Document, sentence: &Sentence) {
        let quotes = self.quotes(sentence.span);
        for (at, quoted) in quotes.iter().enumerate() {
            if quoted.title {
                self.title(index, document, sentence, quoted.content);
            } else {
                self.quotation(index, document, sentence, &quotes, at);
            }
        }
        self.head_nouns(index, document, sentence, &quotes);
    }

    /// The region named right before a name in marks: 河南省“…”.
    pub(super) fn region_before(&self, name: usize, clause: Span) -> Option<(Place, Span)> {
        let end = name.checked_sub(1).filter(|at| self.chars[*at] == '“' && *at > clause.start + 1)?;
        let from = end.saturating_sub(10).max(clause.start);
        let (id, start) = (from..end).find_map(|start| {
            let tail: String = self.chars[start..end].iter().collect();
            Some((*self.lexicon.regions.exact(&tail).first()?, start))
        })?;
        Some((Place::of(id, self.lexicon), Span::new(start, end)))
    }

    pub(super) fn push(
        &mut self,
        index: usize,
        document: &Document,
        sentence: &Sentence,
        name: Span,
        kind: Kind,
        rule: Rule,
    ) {
        let section = document.section_at(name.start);
        let words: String =
            self.chars[name.start..name.end].iter().filter(|c| !matches!(c, '“' | '”' | ' ')).collect();
        let key = (words, section);
        if self.names.contains(&key) {
            return;
        }
        // A strategy is the country's, whoever carries it out.
        let national = self.lexicon.ontology.at("vocab/kind-strategy") == Some(kind.concept);
        if national && !self.strategies.insert(key.0.clone()) {
            return;
        }
        let clause = sentence.clauses[sentence.clause_at(name.start)];
        let named = self.region_before(name.start, clause);
        let (place, placed) = match named {
            _ if national => (Place::country(self.lexicon), PlaceReason::National),
            Some((place, span)) => (place, PlaceReason::Named(span)),
            None => {
                let places = Places {
                    chars: self.chars,
                    labels: self.regions,
                    lexicon: self.lexicon,
                    locals: &self.locals,
                };
                places.of(document, sentence, name.start)
            }
        };
        self.names.insert(key);
        self.found.push(Program {
            document: index,
            section,
            name,
            quote: trim(self.chars, clause),
            kind: kind.concept,
            place,
            groups: Vec::new(),
            instruments: Vec::new(),
            part_of: None,
            run_by: Vec::new(),
            partners: Vec::new(),
            rule,
            told: kind.told,
            placed,
        });
    }
}
