use super::reader::Reader;
use crate::text::Span;

/// Longest member of a row, in characters.
const MEMBER: usize = 24;

/// Cuts rows into their members.
impl Reader<'_> {
    /// “甲”、“乙” or “甲、乙” before an offset.
    pub(super) fn quoted_row(&self, before: Span) -> Vec<Span> {
        let mut list: Vec<Span> = Vec::new();
        let mut close = before.end - 1;
        while let Some(open) = (before.start..close).rev().find(|at| self.chars[*at] == '“') {
            list.splice(0..0, self.split(Span::new(open + 1, close), false));
            let joint = open.checked_sub(2).filter(|at| *at >= before.start);
            match joint {
                Some(end) if matches!(self.chars[end + 1], '、' | '和' | '与') && self.chars[end] == '”' =>
                {
                    close = end;
                }
                _ => break,
            }
        }
        list
    }

    pub(super) fn plain_row(&self, mut before: Span, number: usize) -> Vec<Span> {
        if self.char(before.end - 1) == '的' {
            before.end -= 1;
        }
        let regions: Vec<Span> = self.regions_in(before).map(|(span, _)| span).collect();
        if regions.last().is_some_and(|last| last.end == before.end) {
            return self.joined(&regions);
        }
        let marks = self.chars[before.start..before.end].iter().filter(|c| **c == '、').count();
        // Only a row of two may do without 、.
        if marks == 0 && number != 2 {
            return Vec::new();
        }
        let mut members = self.split(before, true);
        if let Some(first) = members.first_mut() {
            *first = self.first_member(*first);
        }
        let fits = members.iter().all(|member| (2..=MEMBER).contains(&member.len()));
        // 甲、乙等实行… goes on, and amounts are no members: what ends there is no row.
        let other = |c: &char| matches!(c, '”' | '》' | '等') || c.is_ascii_digit();
        let plain = members.iter().all(|member| !self.chars[member.start..member.end].iter().any(other));
        if fits && plain && (marks > 0 || members.len() == 2) { members } else { Vec::new() }
    }

    /// The spans at the end of a list that only 、 and 和 part.
    pub(super) fn joined(&self, spans: &[Span]) -> Vec<Span> {
        let mut list: Vec<Span> = Vec::new();
        for span in spans.iter().rev() {
            if let Some(next) = list.last() {
                let gap = &self.chars[span.end.min(next.start)..next.start];
                let bare = gap.iter().all(|c| matches!(c, '、' | '和' | '及' | '与' | '省' | '市'));
                if !bare || gap.is_empty() || gap.len() > 2 {
                    break;
                }
            }
            list.push(*span);
        }
        list.reverse();
        list
    }

    /// Splits a row at 、, and at 和 in its last member.
    pub(super) fn split(&self, row: Span, and: bool) -> Vec<Span> {
        let mut list = Vec::new();
        let mut start = row.start;
        for at in row.start..=row.end {
            if at == row.end || self.chars[at] == '、' {
                if at > start {
                    list.push(Span::new(start, at));
                }
                start = at + 1;
            }
        }
        let Some(end) = list.last().copied().filter(|_| and) else { return list };
        let joint =
            (end.start + 2..end.end.saturating_sub(1)).rev().find(|at| matches!(self.chars[*at], '和'));
        if let Some(joint) = joint {
            list.pop();
            list.push(Span::new(end.start, joint));
            list.push(Span::new(joint + 1, end.end));
        }
        list
    }

    /// The first member of a row without the verb before it.
    pub(super) fn first_member(&self, first: Span) -> Span {
        let first = self.trim(first);
        let of = (first.start..first.end)
            .rev()
            .find(|at| self.chars[*at] == '的')
            .map_or(first.start, |at| at + 1);
        let mut start = of;
        let len = self.lexicon.cues.introduce.at(&self.chars[..first.end], start);
        if len > 0 && start + len + 2 <= first.end {
            start += len;
        }
        while start < first.end && self.chars[start] == '了' {
            start += 1;
        }
        Span::new(start, first.end)
    }
}
