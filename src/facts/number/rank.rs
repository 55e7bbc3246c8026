use super::numeral::numeral;
use super::quantity::{Form, Found, Other};
use super::scan::Scanner;
use crate::text::Span;
use rust_decimal::Decimal;

impl Scanner<'_> {
    /// 第 and a number: a rank when an ordering is spoken of, otherwise an ordinal.
    pub(super) fn ordinal(&self, at: usize) -> Option<Found> {
        let number = numeral(self.chars, at + 1)?;
        let end = number.span.end;
        let next = self.char(end);
        let place = matches!(next, '位' | '名');
        let ends =
            matches!(next, '，' | ',' | '。' | '、' | '；' | ';' | '\n' | '）' | ')' | ' ' | '”' | '的');
        let ranked = self.ranked(at);
        if !self.in_name(at) && ranked && (place || ends) {
            let span = Span::new(at, end + usize::from(place));
            return Some(self.rank(span, number.value));
        }
        Some(Found::Other(Span::new(at, end), Other::Ordinal))
    }

    /// 居全国首位, 榜首.
    pub(super) fn first_place(&self, at: usize) -> Option<Found> {
        let len = match (self.char(at), self.char(at + 1)) {
            ('首', '位') | ('榜', '首') => 2,
            _ => return None,
        };
        let ranked = self.ranked(at);
        ranked.then(|| self.rank(Span::new(at, at + len), Decimal::ONE))
    }

    /// 居全国前三, 前10位.
    pub(super) fn top(&self, at: usize) -> Option<Found> {
        let number = numeral(self.chars, at + 1).filter(|n| n.value < Decimal::ONE_HUNDRED)?;
        let end = number.span.end;
        let place = matches!(self.char(end), '位' | '名' | '强');
        let ends = matches!(self.char(end), '，' | ',' | '。' | '、' | '；' | ';' | '\n' | '）' | ')');
        let ranked = self.ranked(at);
        if ranked && (place || ends) {
            return Some(self.rank(Span::new(at, end + usize::from(place)), number.value));
        }
        // 前三季度 and the like.
        Some(Found::Other(Span::new(at, end), Other::Date))
    }

    /// Whether an ordering is spoken of before an ordinal: 居全国, 位列三县两区, 从第10位升至.
    fn ranked(&self, at: usize) -> bool {
        let cues = &self.lexicon.cues;
        if cues.ordinal_scope.before(self.chars, at) > 0 || cues.rank_move.before(self.chars, at) > 0 {
            return true;
        }
        let from = at.saturating_sub(10);
        let verb = cues.rank_verb.rfind(self.chars, from, at);
        verb.is_some_and(|(start, len)| {
            !self.chars[start + len..at].iter().any(|c| matches!(c, '，' | ',' | '。' | '；' | '、' | '\n'))
        })
    }

    pub(super) fn rank(&self, span: Span, value: Decimal) -> Found {
        Self::quantity(span, value, self.lexicon.units.of_code("rank").cloned(), Form::Rank)
    }
}
