use super::claim::Known;
use super::claim_rule::{Said, Sort};
use super::reader::{Reader, Stretch};
use crate::facts::{About, Claim};
use crate::text::Span;

/// Shortest words that say what a claim is about, in characters.
const SHORTEST: usize = 3;
/// Longest.
const LONGEST: usize = 30;

impl Reader<'_> {
    /// What a claim is about.
    pub(super) fn about(
        &self,
        known: &Known<'_>,
        stretch: &Stretch,
        clause: Span,
        said: &Said,
        before: &[Claim],
    ) -> About {
        let behind = Span::new(said.cue.end, clause.end);
        let ahead = Span::new(clause.start, said.span.start);
        match said.sort {
            Sort::First => {
                let words = self.until_place(Span::new(said.span.end, clause.end));
                self.named(known, behind).unwrap_or_else(|| self.plain(words))
            }
            Sort::Inaugural => self
                .named(known, behind)
                .unwrap_or_else(|| self.plain(Span::new(said.cue.start, said.span.end))),
            Sort::Praise | Sort::Promotion => self.praised_thing(known, stretch, ahead, before),
            Sort::Coverage => {
                let words = Span::new(said.span.start + 2, said.cue.start);
                let named = self.named(known, words).or_else(|| self.named(known, ahead));
                named.unwrap_or_else(|| self.plain(if words.len() < SHORTEST { ahead } else { words }))
            }
            Sort::Streak | Sort::Zero | Sort::Record => {
                figure(known, clause).unwrap_or_else(|| self.plain(ahead))
            }
            Sort::Target => {
                let from = Span::new(stretch.sentence.span.start, clause.end);
                let met = known.figures.iter().enumerate().find(|(index, figure)| {
                    from.covers(figure.span)
                        && known.figures.iter().any(|target| target.relations.target_of == Some(*index))
                });
                met.map_or(About::Place, |(index, _)| About::Figure(index))
            }
        }
    }

    /// What is praised: named in the words before the passive, in the clauses before it, or pointed back to.
    fn praised_thing(&self, known: &Known<'_>, stretch: &Stretch, ahead: Span, before: &[Claim]) -> About {
        let trimmed = self.without_occasion(ahead);
        if let Some(named) = self.named(known, trimmed) {
            return named;
        }
        let points_back = self.lexicon.cues.anaphor.at(self.chars, trimmed.start) > 0;
        let same = |claim: &&Claim| claim.document == stretch.document && claim.section == stretch.section;
        let last = before.last().filter(same).map(|claim| claim.about);
        if points_back {
            return last.unwrap_or(About::Place);
        }
        if trimmed.len() < SHORTEST {
            // The subject stands in the clause before, as a thing named with a comma behind it.
            let clauses = &stretch.sentence.clauses;
            let clause = clauses.iter().rfind(|clause| clause.end <= ahead.start);
            return clause.and_then(|clause| self.named(known, *clause)).or(last).unwrap_or(About::Place);
        }
        self.plain(trimmed)
    }

    /// Words up to where something stands or happens: …平台在新区成立.
    fn until_place(&self, words: Span) -> Span {
        let at = (words.start + SHORTEST..words.end).find(|at| self.chars[*at] == '在');
        Span::new(words.start, at.unwrap_or(words.end))
    }

    /// Words without 在…中 and 并 at their beginning, which tell the occasion.
    fn without_occasion(&self, words: Span) -> Span {
        let mut words = self.trim(words);
        if self.char(words.start) == '并' {
            words.start += 1;
        }
        let end = (words.start..words.end).rev().find(|at| self.chars[*at] == '中');
        match end {
            Some(end) if self.char(words.start) == '在' => self.trim(Span::new(end + 1, words.end)),
            _ => words,
        }
    }

    /// The policy document or program named last inside a span.
    fn named(&self, known: &Known<'_>, within: Span) -> Option<About> {
        let policy = known.policies.iter().position(|policy| within.covers(policy.title));
        if let Some(index) = policy {
            return Some(About::Policy(index));
        }
        let document = self.outline.document_at(within.start);
        let from = |at: usize| {
            known.programs.partition_point(|program| (program.document, program.name.start) < (document, at))
        };
        let here = from(within.start)..from(within.end);
        let program = here.clone().rev().find(|index| within.covers(known.programs[*index].name));
        if let Some(index) = program {
            return Some(About::Program(index));
        }
        // Named again: the first mention stands before in its section.
        let words = &self.chars[within.start..within.end];
        let outline = &self.outline.documents[document];
        let section = outline.section_at(within.start).map_or(outline.span, |at| outline.sections[at].span);
        let again = (from(section.start)..here.end).filter(|index| {
            let program = &known.programs[*index];
            let name = &self.chars[program.name.start..program.name.end];
            name.len() >= 4 && words.windows(name.len()).any(|window| window == name)
        });
        again.max_by_key(|index| known.programs[*index].name.len()).map(About::Program)
    }

    /// The words themselves, when they are enough and not too many.
    fn plain(&self, words: Span) -> About {
        let mut words = self.trim(words);
        // The ordinal of an item is not part of its words.
        let digits = self.chars[words.start..words.end].iter().take_while(|c| c.is_ascii_digit()).count();
        if digits > 0 && matches!(self.char(words.start + digits), '.' | '．') {
            words.start += digits + 1;
        }
        while words.start < words.end && matches!(self.chars[words.start], '了' | '的' | '“') {
            words.start += 1;
        }
        // What is kept, and kept again, is not part of the name: 保持…, …再创.
        let len = self.lexicon.cues.keep.at(&self.chars[..words.end], words.start);
        words.start += len;
        loop {
            let inside = &self.chars[..words.end];
            let keep = self.lexicon.cues.keep.before(inside, words.end);
            let again = words.end > words.start
                && matches!(self.chars[words.end - 1], '的' | '”' | '再' | '连' | '均' | '已');
            let len = keep.max(usize::from(again));
            if len == 0 || words.start + len > words.end {
                break;
            }
            words.end -= len;
        }
        // 某省某市 alone says whose claim it is, not what it is about.
        let named: usize = self.regions_in(words).map(|(span, _)| span.len()).sum();
        if named == words.len() {
            return About::Place;
        }
        if (SHORTEST..=LONGEST).contains(&words.len()) { About::Words(words) } else { About::Place }
    }

    /// Who praised, promoted, or was the first.
    pub(super) fn claimed_by(&self, known: &Known<'_>, clause: Span, said: &Said) -> Option<usize> {
        let within = match said.sort {
            Sort::Praise | Sort::Promotion => {
                let mark = self.passive_before(clause, said.cue.start)?;
                let words = self.trim(Span::new(clause.start, mark));
                let occasion = matches!(self.char(words.start), '在' | '并');
                Span::new(if occasion { words.start } else { mark }, said.cue.start)
            }
            Sort::First => Span::new(clause.start, said.cue.start),
            _ => return None,
        };
        known
            .organisations
            .iter()
            .position(|body| body.mentions.iter().any(|mention| within.covers(*mention)))
    }
}

fn figure(known: &Known<'_>, clause: Span) -> Option<About> {
    known.figures.iter().position(|figure| clause.covers(figure.span)).map(About::Figure)
}
