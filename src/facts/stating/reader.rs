use crate::facts::reading::{Passage, passages};
use crate::facts::reason::PlaceReason;
use crate::lexicon::{Label, Labels, Lexicon};
use crate::ontology::ConceptId;
use crate::outline::{Outline, Place};
use crate::text::{Sentence, Span, Text, sentences};

/// What the rules of this module look at.
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a Text,
    pub(crate) chars: &'a [char],
    pub(crate) outline: &'a Outline,
    pub(crate) lexicon: &'a Lexicon<'a>,
    pub(super) regions: &'a [Label],
    passages: Vec<Vec<Passage>>,
    sentences: Vec<Vec<Sentence>>,
}

/// A sentence with where it stands.
pub(crate) struct Stretch {
    pub(crate) document: usize,
    pub(crate) section: Option<usize>,
    pub(crate) sentence: Sentence,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(
        text: &'a Text,
        outline: &'a Outline,
        lexicon: &'a Lexicon<'a>,
        regions: &'a [Label],
    ) -> Self {
        let chars = text.chars();
        let passages = outline.documents.iter().map(|document| passages(chars, document, lexicon)).collect();
        let mut reader = Self { text, chars, outline, lexicon, regions, passages, sentences: Vec::new() };
        reader.sentences = (0..outline.documents.len()).map(|document| reader.cut(document)).collect();
        reader
    }

    /// All sentences, document by document.
    pub(crate) fn stretches(&self) -> impl Iterator<Item = Stretch> {
        self.outline.documents.iter().enumerate().flat_map(move |(document, described)| {
            self.sentences(document).iter().map(move |sentence| Stretch {
                document,
                // A sentence that runs on from its heading stands under it.
                section: described.section_at(sentence.span.end.saturating_sub(1)),
                sentence: sentence.clone(),
            })
        })
    }

    /// The sentences of a document; a heading that a sentence runs on from is a clause of its own.
    pub(crate) fn sentences(&self, document: usize) -> &[Sentence] {
        &self.sentences[document]
    }

    fn cut(&self, document: usize) -> Vec<Sentence> {
        let described = &self.outline.documents[document];
        let mut list = sentences(self.text, described.span);
        for section in &described.sections {
            let end = section.heading.end;
            let index = list.partition_point(|sentence| sentence.span.end <= end);
            let Some(sentence) = list.get_mut(index) else { continue };
            let at = sentence.clause_at(end);
            let clause = sentence.clauses[at];
            let rest = self.trim(Span::new(end, clause.end.max(end)));
            if clause.start < end && !rest.is_empty() {
                sentence.clauses[at].end = end;
                sentence.clauses.insert(at + 1, rest);
            }
        }
        list
    }

    pub(crate) fn char(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\n')
    }

    pub(crate) fn words(&self, span: Span) -> String {
        self.text.slice(span)
    }

    /// Whether the words at an offset begin so.
    pub(crate) fn starts(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(index, c)| self.chars.get(at + index) == Some(&c))
    }

    /// Offset of a word inside a span.
    pub(crate) fn find(&self, span: Span, word: &str) -> Option<usize> {
        let len = word.chars().count();
        (span.start..(span.end + 1).saturating_sub(len)).find(|at| self.starts(*at, word))
    }

    /// A span without white space and marks at its ends.
    pub(crate) fn trim(&self, mut span: Span) -> Span {
        let blank = |c: char| {
            c.is_whitespace() || matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '：' | '|' | '！' | '？')
        };
        while span.start < span.end && blank(self.chars[span.start]) {
            span.start += 1;
        }
        while span.end > span.start && blank(self.chars[span.end - 1]) {
            span.end -= 1;
        }
        span
    }

    /// The place whose facts a document tells when its words name no other.
    pub(crate) fn own(&self, document: usize) -> Place {
        let document = self.outline.documents.get(document);
        document.map_or_else(|| self.country(), |document| document.own_place(self.lexicon))
    }

    /// The reason for that place.
    pub(crate) fn own_reason(&self, document: usize) -> PlaceReason {
        self.outline.documents.get(document).map_or(PlaceReason::NoRegion, PlaceReason::own)
    }

    pub(crate) fn country(&self) -> Place {
        Place::country(self.lexicon)
    }

    pub(crate) fn place(&self, region: ConceptId) -> Place {
        Place::of(region, self.lexicon)
    }

    /// Regions named inside a span, with where.
    pub(crate) fn regions_in(&self, span: Span) -> impl Iterator<Item = (Span, ConceptId)> + '_ {
        let from = self.regions.partition_point(|label| label.span.start < span.start);
        self.regions[from..]
            .iter()
            .take_while(move |label| label.span.end <= span.end)
            .filter_map(|label| Some((label.span, *self.lexicon.regions.concepts(label.label).first()?)))
    }

    /// Whether an offset stands inside a heading.
    pub(crate) fn heading(&self, document: usize, at: usize) -> bool {
        let sections = &self.outline.documents[document].sections;
        let behind = sections.partition_point(|section| section.heading.start <= at);
        sections[..behind].last().is_some_and(|section| section.heading.contains(at))
    }

    /// Whether a clause tells a plan.
    pub(crate) fn planned(&self, stretch: &Stretch, clause: Span) -> bool {
        let passages = &self.passages[stretch.document];
        let passage = passages.get(stretch.section.unwrap_or(passages.len().saturating_sub(1)));
        passage.is_some_and(|passage| passage.plan)
            || self.lexicon.cues.future.inside(self.chars, clause.start, clause.end)
    }

    /// The concept whose label ends a span, and where the label begins; the longest label wins.
    pub(crate) fn ending(&self, labels: &Labels, span: Span) -> Option<(ConceptId, usize)> {
        (span.start.max(span.end.saturating_sub(8))..span.end).find_map(|at| {
            let id = labels.exact(&self.words(Span::new(at, span.end))).first()?;
            Some((*id, at))
        })
    }
}

/// The clause that holds an offset.
pub(crate) fn clause_at(sentence: &Sentence, at: usize) -> Span {
    sentence.clauses[sentence.clause_at(at)]
}
