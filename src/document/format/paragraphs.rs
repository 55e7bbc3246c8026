//! White space and line ends in Chinese text.

/// Whether two pieces of text need a space between them when a line end between them goes: words in Latin letters do,
/// Chinese and digits do not.
pub(super) fn spaced(before: char, after: char) -> bool {
    let word = |c: char| c.is_ascii_alphabetic();
    (word(before) && (word(after) || after.is_ascii_digit()))
        || (matches!(before, ',' | '.' | ';') && word(after))
}

/// Adds a piece to a line as its continuation.
pub(super) fn join(line: &mut String, piece: &str) {
    if let (Some(before), Some(after)) = (line.chars().next_back(), piece.chars().next())
        && spaced(before, after)
    {
        line.push(' ');
    }
    line.push_str(piece);
}

/// Whether a line opens a paragraph or an item by its ordinal: 一、 （一） 1. ① 第一章 —— •.
pub(super) fn opens(line: &str) -> bool {
    let mut chars = line.trim_start().chars().peekable();
    let numeral = |c: char| "一二三四五六七八九十百".contains(c);
    match chars.next() {
        Some('（' | '(') => {
            let inside: String = chars.by_ref().take_while(|c| !matches!(c, '）' | ')')).take(4).collect();
            !inside.is_empty() && inside.chars().all(|c| numeral(c) || c.is_ascii_digit())
        }
        Some('①'..='⑳' | '㈠'..='㈩' | '•' | '●' | '■' | '◆' | '※') => true,
        Some('—') => chars.next() == Some('—'),
        Some('第') => {
            let ordinal: Vec<char> = chars.by_ref().take(4).collect();
            ordinal.iter().any(|c| matches!(c, '章' | '节' | '条' | '篇'))
        }
        Some(c) if numeral(c) => {
            while chars.peek().is_some_and(|c| numeral(*c)) {
                chars.next();
            }
            matches!(chars.next(), Some('、' | '是'))
        }
        Some(c) if c.is_ascii_digit() => {
            while chars.peek().is_some_and(char::is_ascii_digit) {
                chars.next();
            }
            match chars.next() {
                Some('、' | '．') => true,
                Some('.') => !chars.next().is_some_and(|c| c.is_ascii_digit()),
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether a line ends what it says: at a mark that closes a sentence, with quotes and brackets behind it.
pub(super) fn ends(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['”', '’', '）', ')', '》', '」']);
    line.ends_with(['。', '！', '？', '；', '：', ':', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_open_a_paragraph() {
        for line in
            ["一、总体要求", "（二）目标", "(3) 目标", "1. 就业", "2、增收", "①", "第三章 总则", "一是抓"]
        {
            assert!(opens(line), "{line}");
        }
        for line in ["一季度", "3.5万人", "2017年", "（含农垦）", "第三产业"] {
            assert!(!opens(line), "{line}");
        }
    }

    #[test]
    fn only_latin_words_are_parted() {
        let mut line = "城镇新增就业".to_owned();
        join(&mut line, "12万人，见 annual");
        join(&mut line, "report");
        assert_eq!(line, "城镇新增就业12万人，见 annual report");
    }
}
