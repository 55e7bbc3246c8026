use super::Span;

/// A span without white space and the marks between clauses at its ends: the words of a quotation.
pub(crate) fn trim(chars: &[char], mut span: Span) -> Span {
    let blank =
        |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '：' | ':' | '|');
    while span.start < span.end && blank(chars[span.start]) {
        span.start += 1;
    }
    while span.end > span.start && blank(chars[span.end - 1]) {
        span.end -= 1;
    }
    span
}
