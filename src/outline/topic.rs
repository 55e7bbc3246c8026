use super::headings::{Heading, looks_back};
use crate::lexicon::Cues;
use crate::text::Span;

/// Longest topic sentence, in characters, with its full stop.
const LONGEST: usize = 25;
/// Longest topic sentence of a document broken after each sentence, and that of one without an opening adverb.
const SHORT: usize = 21;
const PLAIN: usize = 14;
/// Fewest characters of a paragraph that a sentence stands above.
const PARAGRAPH: usize = 50;
/// Fewest characters that a topic is written about, in a document broken after each sentence.
const PASSAGE: usize = 80;

/// Finds the sentences on lines of their own that say what the text below is about.
pub(super) struct Topics<'a> {
    chars: &'a [char],
    cues: &'a Cues,
    /// Where the heading before ends, when there is one, and whether it is one with an ordinal.
    last: Option<(usize, bool)>,
}

impl<'a> Topics<'a> {
    pub(super) fn new(chars: &'a [char], cues: &'a Cues) -> Self {
        Self { chars, cues, last: None }
    }

    /// Notes a heading with an ordinal: the line below it may name the first topic at once.
    pub(super) fn restart(&mut self, heading: Option<&Heading>) {
        self.last = heading.map(|heading| (heading.words.end, true));
    }

    /// The heading of a paragraph: a short sentence on the line above it.
    pub(super) fn above(&self, body: Span, below: Span) -> Option<Heading> {
        let summary = Span::new(body.start, body.end - 1);
        let sums_up = self.chars[summary.end] == '。' && looks_back(self.chars, summary, self.cues);
        let words = if sums_up { summary } else { self.sentence(body, LONGEST)? };
        let paragraph = below.len() >= PARAGRAPH && self.chars[below.end - 1] != '：';
        paragraph.then(|| heading(body, words))
    }

    /// The next topic of a document broken after each sentence, where nothing but length and wording tells a
    /// topic from any other short sentence: one that opens a passage long enough to be about something.
    pub(super) fn next(&mut self, body: Span, above: Span) -> Option<Heading> {
        // The closing addresses have no topics.
        if self.cues.salutation.at(self.chars, body.start) > 0 {
            self.last = None;
        }
        let (last, opening) = self.last?;
        if matches!(self.chars[above.end - 1], '，' | '；' | '：' | '、') {
            return None;
        }
        let words = self.sentence(body, SHORT)?;
        let dashed = words.start > body.start;
        let worded = body.len() <= PLAIN || self.cues.topic_adverb.at(self.chars, words.start) > 0;
        if !dashed && (!worded || (!opening && body.start - last < PASSAGE)) {
            return None;
        }
        self.last = Some((body.end, false));
        Some(heading(body, words))
    }

    /// The words of a line that is one short sentence without a comma, a number or a word that tells of
    /// something; dashes before it are left out.
    fn sentence(&self, body: Span, longest: usize) -> Option<Span> {
        let line = &self.chars[body.start..body.end];
        let dashes = line.iter().take_while(|c| matches!(c, '—' | '―' | '－')).count();
        let words = Span::new(body.start + dashes, body.end - 1);
        let inner = self.chars.get(words.start..words.end).unwrap_or_default();
        let plain = line.len() - dashes <= longest
            && line.last() == Some(&'。')
            && inner.len() >= 4
            && !inner
                .iter()
                .any(|c| c.is_ascii_digit() || matches!(c, '，' | '；' | '：' | '？' | '。' | ','));
        let told = self.cues.not_topic.at(self.chars, words.start) > 0
            || self.cues.not_topic_inside.inside(self.chars, words.start, words.end);
        (plain && !told).then_some(words)
    }
}

fn heading(body: Span, words: Span) -> Heading {
    Heading { start: body.start, ordinal: String::new(), words, level: 3 }
}
