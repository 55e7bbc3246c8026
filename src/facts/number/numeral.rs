use crate::text::{Span, thousands};
use rust_decimal::Decimal;

/// A number as written, without unit: 127.22万, 两万三千, 3000多亿, 十余万.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "four independent marks of one spelling")]
pub(crate) struct Numeral {
    /// The written number with an infix 余, 多 or 几.
    pub(crate) span: Span,
    /// Its value, scale words multiplied in.
    pub(crate) value: Decimal,
    /// The high end when two neighbouring digits are named (五六十: 50 to 60).
    pub(crate) high: Option<Decimal>,
    /// Whether 余, 多 or 几 says that it is more.
    pub(crate) more: bool,
    /// The product of the scale words at its end (万 in 3万), 1 when there is none.
    pub(crate) scale: Decimal,
    /// Whether it is written in digits (at least in part).
    pub(crate) arabic: bool,
    /// Whether it is a run of Chinese digits read one by one (二〇一七).
    pub(crate) digits_only: bool,
    /// Whether it starts with a scale word and no digit (千亿, 百余).
    pub(crate) bare: bool,
}

/// The digit that a character stands for, half or full width.
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn small_scale(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

fn big_scale(c: char) -> Option<u64> {
    Some(match c {
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Whether a character can start a Chinese numeral.
pub(crate) fn is_chinese_numeral(c: char) -> bool {
    chinese_digit(c).is_some() || small_scale(c).is_some() || big_scale(c).is_some()
}

/// Reads a decimal in digits at `at`: value and end. Thousands may be parted by commas.
pub(crate) fn decimal(chars: &[char], at: usize) -> Option<(Decimal, usize)> {
    let mut written = String::new();
    let mut end = at;
    while let Some(c) = chars.get(end) {
        if let Some(d) = digit(*c) {
            written.push(char::from_digit(d, 10)?);
        } else if matches!(c, '.' | '．')
            && !written.is_empty()
            && !written.contains('.')
            && (chars.get(end + 1).is_some_and(|next| digit(*next).is_some())
                || (chars.get(end + 1) == Some(&' ') && spaced(chars, end + 1)))
        {
            written.push('.');
        } else if *c == ' ' && spaced(chars, end) {
            // 7 4 7 7 2: a text that prints every digit apart.
        } else if !(*c == ',' && !written.contains('.') && thousands(chars, end)) {
            break;
        }
        end += 1;
        if written.len() > 24 {
            return None;
        }
    }
    Some((written.parse().ok()?, end))
}

/// Whether the space at `at` stands inside a number whose digits are printed apart: one digit, a space, one digit.
fn spaced(chars: &[char], at: usize) -> bool {
    let figure = |i: usize| chars.get(i).is_some_and(|c| digit(*c).is_some());
    let point = |i: usize| matches!(chars.get(i), Some('.' | '．'));
    let lone = |i: usize| figure(i) && !figure(i + 1) && (i == 0 || !figure(i - 1));
    let before =
        at > 0 && (lone(at - 1) || (point(at - 1) && at > 1 && (figure(at - 2) || chars[at - 2] == ' ')));
    before && (lone(at + 1) || (point(at + 1) && (figure(at + 2) || chars.get(at + 2) == Some(&' '))))
}

/// Reads the longest number that starts at `at`.
pub(crate) fn numeral(chars: &[char], at: usize) -> Option<Numeral> {
    if let Some(pair) = pair(chars, at) {
        return neighbours(chars, at, pair);
    }
    let mut reader = Reader::new(chars, at);
    reader.read()?;
    reader.finish()
}

/// Offset of the first of two neighbouring digits (五六, 七八, 三五) near the start of a Chinese numeral.
fn pair(chars: &[char], at: usize) -> Option<usize> {
    let digit = |i: usize| chars.get(i).copied().and_then(chinese_digit);
    let first = if small_scale(*chars.get(at)?).is_some() { at + 1 } else { at };
    let (low, high) = (digit(first)?, digit(first + 1)?);
    let near = high == low + 1 || (low == 3 && high == 5);
    let alone = digit(first + 2).is_none() && (first == 0 || digit(first - 1).is_none());
    let ordinal = at > 0 && matches!(chars[at - 1], '第' | '〇' | '零');
    (low > 0 && near && alone && !ordinal).then_some(first)
}

/// Reads 五六百万 as 五百万 to 六百万.
fn neighbours(chars: &[char], at: usize, pair: usize) -> Option<Numeral> {
    let end = chars.len().min(at + 14);
    let without = |skip: usize| -> Vec<char> { (at..end).filter(|i| *i != skip).map(|i| chars[i]).collect() };
    let read = |written: &[char]| {
        let mut reader = Reader::new(written, 0);
        reader.read()?;
        reader.finish()
    };
    let (low, high) = (read(&without(pair + 1))?, read(&without(pair))?);
    let span = Span::new(at, at + low.span.end + 1);
    Some(Numeral { span, high: Some(high.value), digits_only: false, ..low })
}

struct Reader<'a> {
    chars: &'a [char],
    start: usize,
    at: usize,
    total: Decimal,
    section: Decimal,
    number: Option<Decimal>,
    scale: Decimal,
    more: bool,
    arabic: bool,
    bare: bool,
    run: usize,
}

impl<'a> Reader<'a> {
    fn new(chars: &'a [char], at: usize) -> Self {
        Self {
            chars,
            start: at,
            at,
            total: Decimal::ZERO,
            section: Decimal::ZERO,
            number: None,
            scale: Decimal::ONE,
            more: false,
            arabic: false,
            bare: false,
            run: 0,
        }
    }

    fn read(&mut self) -> Option<()> {
        if let Some('数' | '几') = self.chars.get(self.at) {
            small_scale(*self.chars.get(self.at + 1)?).or_else(|| big_scale(self.chars[self.at + 1]))?;
            self.at += 1;
            self.more = true;
        }
        while let Some(c) = self.chars.get(self.at).copied() {
            if digit(c).is_some() {
                if self.number.is_some() {
                    break;
                }
                let (value, end) = decimal(self.chars, self.at)?;
                self.number = Some(value);
                self.arabic = true;
                self.at = end;
            } else if let Some(d) = chinese_digit(c) {
                if !self.chinese(d) {
                    break;
                }
            } else if c == '千'
                && self.at > self.start
                && matches!(self.chars.get(self.at + 1), Some('瓦' | '米' | '克' | '卡' | '伏' | '赫'))
            {
                // 千 of 千瓦时 belongs to the unit.
                break;
            } else if let Some(scale) = small_scale(c) {
                self.small(scale)?;
            } else if let Some(scale) = big_scale(c) {
                self.big(scale)?;
            } else if matches!(c, '余' | '多' | '几') && self.at > self.start && !self.more && self.glued(c)
            {
                self.more = true;
                self.at += 1;
            } else if c == '点' && self.fraction() {
            } else if c == ' ' && self.spaced() {
                self.at += 1;
            } else {
                break;
            }
        }
        (self.at > self.start).then_some(())
    }

    /// A Chinese digit; false when it cannot belong to the number read so far.
    fn chinese(&mut self, d: u32) -> bool {
        if self.arabic && self.number.is_some() {
            return false;
        }
        // 5万亿两个台阶: behind a scale word two, and behind digits any digit, needs a scale word of its own.
        let scaled =
            |at: usize| self.chars.get(at).is_some_and(|c| small_scale(*c).or(big_scale(*c)).is_some());
        let behind = self.at > self.start && scaled(self.at - 1);
        if behind && (self.arabic || self.chars[self.at] == '两') && !scaled(self.at + 1) {
            return false;
        }
        let value = match self.number {
            Some(before) => before.checked_mul(Decimal::TEN).and_then(|n| n.checked_add(Decimal::from(d))),
            None => Some(Decimal::from(d)),
        };
        // More digits than a number has: the run ends here.
        if value.is_none() {
            return false;
        }
        self.run += 1;
        self.number = value;
        self.at += 1;
        true
    }

    fn small(&mut self, scale: u64) -> Option<()> {
        let scale = Decimal::from(scale);
        self.bare |= self.number.is_none() && self.at == self.start;
        self.section =
            self.section.checked_add(self.number.take().unwrap_or(Decimal::ONE).checked_mul(scale)?)?;
        self.scale = scale;
        self.run = 0;
        self.at += 1;
        Some(())
    }

    fn big(&mut self, scale: u64) -> Option<()> {
        let scale = Decimal::from(scale);
        let own = self.number.take();
        self.bare |= own.is_none() && self.at == self.start;
        let part = self.section.checked_add(own.unwrap_or(Decimal::ZERO))?;
        let behind_scale = self.at > self.start && big_scale(self.chars[self.at - 1]).is_some();
        if part.is_zero() && (self.total.is_zero() || behind_scale) {
            // 万亿: the second scale multiplies what stands before it.
            let base = if self.total.is_zero() { Decimal::ONE } else { self.total };
            self.total = base.checked_mul(scale)?;
            self.scale = self.scale.checked_mul(scale)?;
        } else {
            self.total = self.total.checked_add(part.checked_mul(scale)?)?;
            self.scale = if self.section.is_zero() || self.scale == Decimal::ONE {
                scale
            } else {
                self.scale.checked_mul(scale)?
            };
        }
        self.section = Decimal::ZERO;
        self.run = 0;
        self.at += 1;
        Some(())
    }

    /// Whether 余, 多 or 几 belongs to the number: a scale word, a unit or a noun must follow, not 多样.
    fn glued(&self, c: char) -> bool {
        let next = self.chars.get(self.at + 1).copied().unwrap_or(' ');
        match c {
            '几' => big_scale(next).is_some(),
            '多' => {
                !matches!(next, '样' | '元' | '种' | '层' | '次' | '功' | '方' | '渠' | '措')
                    || self.scale > Decimal::ONE
                    || self.arabic
            }
            _ => true,
        }
    }

    /// A Chinese decimal fraction behind 点 (十六点三).
    fn fraction(&mut self) -> bool {
        if self.arabic || (self.number.is_none() && self.section.is_zero()) {
            return false;
        }
        let mut at = self.at + 1;
        let mut place = Decimal::new(1, 1);
        let mut value = Decimal::ZERO;
        // Twelve places are more than any report prints.
        while let Some(d) = self.chars.get(at).copied().and_then(chinese_digit).filter(|_| at < self.at + 13)
        {
            value += Decimal::from(d) * place;
            place /= Decimal::TEN;
            at += 1;
        }
        if at == self.at + 1 {
            return false;
        }
        let Some(sum) = self.number.unwrap_or(Decimal::ZERO).checked_add(value) else { return false };
        self.number = Some(sum);
        self.run = 0;
        self.at = at;
        true
    }

    /// Whether a single space inside stands before a scale word (127.22 万).
    fn spaced(&self) -> bool {
        self.arabic
            && self.number.is_some()
            && self.chars.get(self.at + 1).copied().and_then(big_scale).is_some()
    }

    fn finish(self) -> Option<Numeral> {
        let value =
            self.total.checked_add(self.section)?.checked_add(self.number.unwrap_or(Decimal::ZERO))?;
        let ends_in_scale = self.number.is_none();
        Some(Numeral {
            span: Span::new(self.start, self.at),
            value,
            high: None,
            more: self.more,
            scale: if ends_in_scale { self.scale } else { Decimal::ONE },
            arabic: self.arabic,
            digits_only: !self.arabic && self.run >= 2 && self.at - self.start == self.run,
            bare: self.bare,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::numeral;

    fn read(text: &str) -> (String, String, bool) {
        let chars: Vec<char> = text.chars().collect();
        let found = numeral(&chars, 0).expect("a numeral");
        let words = chars[found.span.start..found.span.end].iter().collect();
        (found.value.normalize().to_string(), words, found.more)
    }

    #[test]
    fn a_run_of_digits_without_end_is_no_panic() {
        for text in ["一".repeat(60), format!("十六点{}", "九".repeat(60)), "9".repeat(60), "亿".repeat(9)]
        {
            let chars: Vec<char> = text.chars().collect();
            let read = numeral(&chars, 0);
            assert!(read.is_none_or(|found| found.span.end <= chars.len()), "{text}");
        }
    }

    #[test]
    fn neighbouring_digits_make_a_range() {
        for (text, low, high, words) in [
            ("五六十场", "50", "60", "五六十"),
            ("三四千人", "3000", "4000", "三四千"),
            ("五六百万", "5000000", "6000000", "五六百万"),
            ("十七八个", "17", "18", "十七八"),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let found = numeral(&chars, 0).expect("a numeral");
            let spelled: String = chars[found.span.start..found.span.end].iter().collect();
            let high_end = found.high.map(|high| high.normalize().to_string());
            assert_eq!(
                (found.value.normalize().to_string(), high_end, spelled),
                (low.into(), Some(high.into()), words.into())
            );
        }
    }

    #[test]
    fn numbers_have_the_value_that_a_reader_gives_them() {
        for (text, value, words, more) in [
            ("127.22万人", "1272200", "127.22万", false),
            ("1.2万亿元", "1200000000000", "1.2万亿", false),
            ("1亿2000万元", "120000000", "1亿2000万", false),
            ("2万3千元", "23000", "2万3千", false),
            ("两万三千人", "23000", "两万三千", false),
            ("三千二百余人", "3200", "三千二百余", true),
            ("3000多亿元", "300000000000", "3000多亿", true),
            ("十余万人次", "100000", "十余万", true),
            ("二十多万人", "200000", "二十多万", true),
            ("千亿元", "100000000000", "千亿", false),
            ("1,234.5万元", "12345000", "1,234.5万", false),
            ("１２７．２２万人", "1272200", "１２７．２２万", false),
            ("十六点三", "16.3", "十六点三", false),
            ("三千二百四十万", "32400000", "三千二百四十万", false),
            ("7 4 7 7 2 亿元", "7477200000000", "7 4 7 7 2 亿", false),
            ("8 ．8 ％", "8.8", "8 ．8", false),
            ("1200亿千瓦时", "120000000000", "1200亿", false),
            ("127.22 万人", "1272200", "127.22 万", false),
            ("数千万", "10000000", "数千万", true),
        ] {
            assert_eq!(read(text), (value.to_owned(), words.to_owned(), more), "{text}");
        }
    }
}
