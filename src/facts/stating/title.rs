use super::reader::{Reader, Stretch};
use crate::facts::rule::Rule;
use crate::facts::rule::policies as rule;
use crate::ontology::ConceptId;
use crate::text::Span;

/// Shortest title without marks, in characters.
const SHORTEST: usize = 8;
/// Longest title without marks.
const LONGEST: usize = 40;

/// The title of a policy document as found.
pub(super) struct Title {
    pub(super) span: Span,
    pub(super) number: Option<Span>,
    pub(super) kind: ConceptId,
    pub(super) rule: Rule,
    /// The noun that tells its kind.
    pub(super) told: Option<Span>,
}

impl Reader<'_> {
    /// Titles in 《》 that end in a document noun.
    pub(super) fn marked_titles(&self, within: Span) -> Vec<Title> {
        let mut list = Vec::new();
        let mut open = None;
        let mut depth = 0_usize;
        for at in within.start..within.end {
            match self.chars[at] {
                '《' => {
                    if depth == 0 {
                        open = Some(at + 1);
                    }
                    depth += 1;
                }
                '》' => {
                    depth = depth.saturating_sub(1);
                    if let Some(start) = open.filter(|_| depth == 0) {
                        open = None;
                        list.extend(self.marked(Span::new(start, at)));
                    }
                }
                _ => {}
            }
        }
        list
    }

    fn marked(&self, span: Span) -> Option<Title> {
        // 《…条例（草案）》 ends in its noun before the bracket.
        let mut end = span.end;
        if matches!(self.chars.get(end.wrapping_sub(1)), Some('）' | ')')) {
            end = (span.start..end).rev().find(|at| matches!(self.chars[*at], '（' | '(')).unwrap_or(end);
        }
        let noun = self.lexicon.cues.document_noun.before(&self.chars[..end], end);
        if noun == 0 || span.len() < 4 {
            return None;
        }
        let (kind, told) = self.document_kind(Span::new(span.start, end))?;
        Some(Title { span, number: self.number_behind(span.end + 1), kind, rule: rule::MARKED, told })
    }

    /// The kind of document that a title ends in.
    fn document_kind(&self, title: Span) -> Option<(ConceptId, Option<Span>)> {
        let named = self.ending(&self.lexicon.statements.documents, title);
        let named = named.map(|(id, at)| (id, Some(Span::new(at, title.end))));
        named.or_else(|| Some((self.lexicon.document_kind?, None)))
    }

    /// The number in brackets behind a title: （国办发〔2018〕28号）.
    fn number_behind(&self, at: usize) -> Option<Span> {
        let open = (at..at + 2).find(|at| matches!(self.char(*at), '（' | '('))?;
        let close = (open + 1..open + 40).find(|at| matches!(self.char(*at), '）' | ')' | '\n'))?;
        let inside = &self.chars[open + 1..close];
        let year = inside.iter().any(|c| matches!(c, '〔' | '[' | '［' | '【'));
        (year && inside.last() == Some(&'号')).then(|| Span::new(open + 1, close))
    }

    /// Titles without marks: a row behind 出台, 印发 … whose members end in a document noun, and what was 修订.
    pub(super) fn issued_titles(&self, stretch: &Stretch) -> Vec<Title> {
        let cues = &self.lexicon.cues;
        let mut list = Vec::new();
        for clause in &stretch.sentence.clauses {
            let mut at = clause.start;
            while at < clause.end {
                let len = cues.issue.at(&self.chars[..clause.end], at);
                if len == 0 {
                    at += 1;
                    continue;
                }
                at += len;
                while self.char(at) == '了' {
                    at += 1;
                }
                list.extend(self.titles_of_row(Span::new(at, clause.end)));
            }
            list.extend(self.revised(*clause));
        }
        list.sort_by_key(|title| title.span.start);
        list.dedup_by_key(|title| title.span.start);
        list
    }

    /// The members of a row that are titles; none when its first member is not one.
    fn titles_of_row(&self, row: Span) -> Vec<Title> {
        let stop = |at: usize| at >= row.end || matches!(self.chars[at], '《' | '“' | '”' | '》');
        let mut list = Vec::new();
        let mut start = row.start;
        let mut at = row.start;
        loop {
            let part = stop(at) || matches!(self.chars[at], '、' | '等') || self.chars[at].is_whitespace();
            if part {
                let Some(title) = self.unmarked(Span::new(start, at)) else { break };
                list.push(title);
                if stop(at) || self.chars[at] != '、' {
                    break;
                }
                start = at + 1;
            }
            at += 1;
        }
        list
    }

    fn unmarked(&self, span: Span) -> Option<Title> {
        let span = self.trim(span);
        if !(SHORTEST..=LONGEST).contains(&span.len()) {
            return None;
        }
        let (kind, at) = self.ending(&self.lexicon.statements.documents, span)?;
        // Without marks 方案 or 政策 may be any plan or policy.
        if self.lexicon.cues.loose_title.at(&self.chars[..span.end], at) == span.end - at {
            return None;
        }
        // The noun alone names nothing, and 政策措施 is no title.
        let counted = self.chars[span.start..at].iter().any(char::is_ascii_digit);
        let code = self.lexicon.ontology.concept(kind).iri.ends_with("kind-report");
        (at - span.start >= 4 && span.end - at >= 2 && !counted && !code).then_some(Title {
            span,
            number: None,
            kind,
            rule: rule::ISSUED,
            told: Some(Span::new(at, span.end)),
        })
    }

    /// 对…办法进行了修订.
    fn revised(&self, clause: Span) -> Option<Title> {
        let at = self.find(clause, "进行")?;
        let verb = at + 2 + usize::from(self.char(at + 2) == '了');
        if self.lexicon.cues.revise.at(self.chars, verb) == 0 {
            return None;
        }
        let start = (clause.start..at).rev().find(|at| self.chars[*at] == '对')?;
        let mut title = self.unmarked(Span::new(start + 1, at))?;
        title.rule = rule::REVISED;
        Some(title)
    }
}
