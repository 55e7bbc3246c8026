/// A number in a numbering format of Word; `None` for one that prints nothing.
pub(super) fn print(number: usize, format: &str) -> Option<String> {
    Some(match format {
        "none" | "bullet" => return None,
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographTraditional" => chinese(number),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => digits(number),
        "chineseLegalSimplified" | "ideographLegalTraditional" => legal(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, '①', 20),
        "decimalEnclosedParen" => enclosed(number, '⑴', 20),
        "decimalEnclosedFullstop" => enclosed(number, '⒈', 20),
        "ideographEnclosedCircle" => enclosed(number, '㊀', 10),
        "decimalFullWidth" | "decimalFullWidth2" => number
            .to_string()
            .chars()
            .filter_map(|c| char::from_u32(c as u32 - '0' as u32 + '０' as u32))
            .collect(),
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => letter(number, b'A'),
        "lowerLetter" => letter(number, b'a'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        _ => number.to_string(),
    })
}

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

fn chinese(number: usize) -> String {
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let mut words = String::new();
    let mut rest = number;
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = rest / unit;
        rest %= unit;
        if digit == 0 {
            gap = !words.is_empty();
            continue;
        }
        if gap {
            words.push('零');
            gap = false;
        }
        // 十二, but 一百一十二.
        if !(digit == 1 && unit == 10 && words.is_empty()) {
            words.push(DIGITS[digit]);
        }
        words.push_str(name);
    }
    words
}

fn digits(number: usize) -> String {
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}

fn legal(number: usize) -> String {
    let forms = [
        ('一', '壹'),
        ('二', '贰'),
        ('三', '叁'),
        ('四', '肆'),
        ('五', '伍'),
        ('六', '陆'),
        ('七', '柒'),
        ('八', '捌'),
        ('九', '玖'),
        ('十', '拾'),
        ('百', '佰'),
        ('千', '仟'),
    ];
    let form = |c| forms.iter().find(|(plain, _)| *plain == c).map_or(c, |(_, legal)| *legal);
    chinese(number).chars().map(form).collect()
}

fn enclosed(number: usize, first: char, most: usize) -> String {
    let sign = (1..=most).contains(&number).then(|| first as usize + number - 1);
    let sign = sign.and_then(|sign| char::from_u32(u32::try_from(sign).ok()?));
    sign.map_or_else(|| number.to_string(), String::from)
}

fn letter(number: usize, first: u8) -> String {
    // After z comes aa, then bb.
    let Some(index) = number.checked_sub(1) else { return number.to_string() };
    let letter = char::from(first + u8::try_from(index % 26).unwrap_or_default());
    std::iter::repeat_n(letter, (index / 26 + 1).min(8)).collect()
}

fn roman(number: usize) -> String {
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut words = String::new();
    for (value, sign) in signs {
        while rest >= value {
            words.push_str(sign);
            rest -= value;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_word_prints_them() {
        let chinese = [1, 10, 12, 20, 105, 110, 112].map(|n| print(n, "chineseCounting").unwrap_or_default());
        assert_eq!(chinese, ["一", "十", "十二", "二十", "一百零五", "一百一十", "一百一十二"]);
        assert_eq!(print(3, "decimalEnclosedCircle").as_deref(), Some("③"));
        assert_eq!(print(14, "lowerRoman").as_deref(), Some("xiv"));
        assert_eq!(print(28, "upperLetter").as_deref(), Some("BB"));
        assert_eq!(print(1, "bullet"), None);
    }
}
