use unicode_normalization::UnicodeNormalization;

/// A name as the last part of an IRI: NFKC, and a hyphen for every run of punctuation, quotes or spaces.
pub(super) fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.nfkc() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// A path as part of an IRI: `/` stays, what an IRI may not hold is percent-encoded.
pub(crate) fn path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '_' | '~' | '(' | ')' | ',' | '@' | '+' | '=')
        {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(percent_encoding::percent_encode_byte(byte));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_becomes_one_hyphen_and_none_at_the_ends() {
        assert_eq!(slug("“三位一体”监测体系"), "三位一体-监测体系");
        assert_eq!(slug("国办发〔２０１８〕28号"), "国办发-2018-28号");
    }

    #[test]
    fn a_path_keeps_its_slashes_and_loses_spaces() {
        assert_eq!(path("2017/工作 报告#1"), "2017/工作%20报告%231");
    }
}
