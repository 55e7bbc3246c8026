use super::reader::{Reader, Stretch};
use crate::outline::Place;
use crate::text::Span;

/// Furthest that a passive mark stands before the word of praise, in characters.
const REACH: usize = 30;

impl Reader<'_> {
    /// Offset of the mark that makes what stands before it the praised: 被, 受到, 得到.
    pub(super) fn passive_before(&self, clause: Span, at: usize) -> Option<usize> {
        let from = at.saturating_sub(REACH).max(clause.start);
        let (mark, _) = self.lexicon.cues.passive.rfind(self.chars, from, at)?;
        Some(mark)
    }

    /// The regions of a row that something is given to: 对甲、乙两省予以…, or 予以…的甲、乙两省.
    pub(super) fn rewarded(&self, clause: Span, cue: Span) -> Vec<Place> {
        let before: Vec<Span> =
            self.regions_in(Span::new(clause.start, cue.start)).map(|(span, _)| span).collect();
        let row = self.joined(&before);
        let governed = row.first().is_some_and(|first| {
            let head = Span::new(clause.start, first.start);
            matches!(self.char(first.start.wrapping_sub(1)), '的' | '对' | '予' | '向')
                || self.find(head, "对").is_some()
        });
        let row = if governed && close(row.last().map(|last| last.end), cue.start) {
            row
        } else if self.char(cue.end) == '的' {
            let behind: Vec<Span> = self
                .regions_in(Span::new(cue.end, clause.end))
                .map(|(span, _)| span)
                .scan(cue.end + 1, |end, span| {
                    let next = span.start <= *end + 1;
                    *end = span.end;
                    next.then_some(span)
                })
                .collect();
            behind
        } else {
            Vec::new()
        };
        self.places(&row)
    }

    /// The regions of a list of items that a clause sums up: 对…等130项做法予以…, with 1.河北省… below.
    pub(super) fn listed(&self, document: usize, clause: Span) -> Vec<Place> {
        let counted = self.find(clause, "等").is_some_and(|at| self.char(at + 1).is_ascii_digit());
        if !counted {
            return Vec::new();
        }
        let within = self.outline.documents[document].span;
        let opens = |span: &Span| {
            let line = (within.start..span.start)
                .rev()
                .find(|at| self.chars[*at] == '\n')
                .map_or(within.start, |at| at + 1);
            let item = self.trim(Span::new(line, span.start));
            let digits = self.chars[item.start..item.end].iter().filter(|c| c.is_ascii_digit()).count();
            digits > 0 && item.len() == digits + 1
        };
        let items: Vec<Span> = self.regions_in(within).map(|(span, _)| span).filter(opens).collect();
        self.places(&items)
    }

    /// Whose practice is praised: the regions that open the subjects of the sentence, or the document's own.
    pub(super) fn praised(&self, stretch: &Stretch, mark: usize) -> Vec<Place> {
        let subject = Span::new(stretch.sentence.span.start, mark);
        let opens = |span: &Span| {
            let before = self.char(span.start.wrapping_sub(1));
            span.start == subject.start || !before.is_alphanumeric() || before == '和'
        };
        let behind = |span: &Span| {
            let next = self.char(span.end);
            matches!(next, '“' | '的' | '、' | '等' | '和' | '省' | '市')
                || self.chars[span.end..mark].is_empty()
        };
        let named: Vec<Span> = self
            .regions_in(subject)
            .map(|(span, _)| span)
            .filter(|span| opens(span) && behind(span))
            .collect();
        let own = self.own(stretch.document);
        if named.is_empty() && own.region != self.lexicon.country {
            return vec![own];
        }
        self.places(&named)
    }

    fn places(&self, spans: &[Span]) -> Vec<Place> {
        let mut list: Vec<Place> = Vec::new();
        for span in spans {
            let place = self.lexicon.regions.exact(&self.words(*span)).first().map(|id| self.place(*id));
            if let Some(place) = place.filter(|place| !list.contains(place)) {
                list.push(place);
            }
        }
        list
    }
}

/// Between the last region and the award stand only a count word and the verb: 五省市予以.
fn close(end: Option<usize>, at: usize) -> bool {
    end.is_some_and(|end| at.saturating_sub(end) <= 10)
}
