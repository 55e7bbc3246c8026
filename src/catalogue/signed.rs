use super::Figure;
use std::borrow::Cow;

/// What a number in Chinese is written with.
const NUMERALS: &str = "零〇一二三四五六七八九十百千万亿两几数半";
/// What stands between the ends of a range.
const RANGE: &str = "至到-－–—~～";
const MINUS: &str = "-－−﹣负";
const PLUS: &str = "+＋";

impl Figure {
    /// Whether it is a change: an increase or a decrease.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.aspect() == "change"
    }

    /// The sign of a change, `−` or `+`; empty for all else and for no change at all.
    #[must_use]
    pub fn sign(&self) -> &'static str {
        match self.value.or(self.max).or(self.min) {
            Some(value) if !self.is_change() || value.is_zero() => "",
            Some(value) if value.is_sign_negative() => "−",
            Some(_) => "+",
            None => "",
        }
    }

    /// The number for people: as printed, a change with its sign, which the words around it tell: `−0.7%`.
    #[must_use]
    pub fn signed(&self) -> Cow<'_, str> {
        match self.sign() {
            "" => Cow::Borrowed(&self.text),
            sign => Cow::Owned(signed(&self.text, sign)),
        }
    }
}

/// Puts a sign before the number, and before the other end of a range; a hedge stands before the sign: `约−0.7%`.
fn signed(text: &str, sign: &str) -> String {
    let numeral = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || NUMERALS.contains(c);
    let Some(first) = text.find(numeral) else { return format!("{sign}{text}") };
    let (hedge, number) = text.split_at(first);
    // A sign that is printed is not printed twice.
    let mut out = hedge.trim_end_matches(|c| MINUS.contains(c) || PLUS.contains(c)).to_owned();
    out.push_str(sign);
    let mut range = false;
    for c in number.chars() {
        if range && numeral(c) {
            out.push_str(sign);
        }
        range = RANGE.contains(c);
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn a_sign_stands_at_the_number_behind_its_hedge() {
        let fall = |text| signed(text, "−");
        assert_eq!(fall("0.7%"), "−0.7%");
        assert_eq!(fall("约1.2万人"), "约−1.2万人");
        assert_eq!(fall("近三成"), "近−三成");
        assert_eq!(fall("百分之三以上"), "−百分之三以上");
        assert_eq!(fall("5%—8%"), "−5%—−8%");
        assert_eq!(fall("一半"), "−一半");
        assert_eq!(signed("2.3%", "+"), "+2.3%");
    }

    #[test]
    fn a_sign_that_is_printed_stands_once() {
        assert_eq!(signed("-0.7", "−"), "−0.7");
        assert_eq!(signed("+2.3%", "+"), "+2.3%");
    }
}
