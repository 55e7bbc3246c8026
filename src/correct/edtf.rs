use crate::facts::{Month, Period};

/// Reads a period as it is printed: `2017`, `2017-12`, `2023-01/2023-09`, `../2017`, `2019/..`; an empty one is none.
pub(super) fn period(text: &str) -> Result<Option<Period>, String> {
    let text = text.trim();
    let wrong = || {
        format!(
            "“{text}” is no period; write 2017, 2017-12, 2021/2025, ../2017 or 2019/.., or nothing for none"
        )
    };
    if text.is_empty() {
        return Ok(None);
    }
    let (start, end) = text.split_once('/').unwrap_or((text, text));
    let (start, end) = (edge(start).ok_or_else(wrong)?, edge(end).ok_or_else(wrong)?);
    let monthly = [&start, &end].iter().any(|edge| edge.is_some_and(|(_, month)| month.is_some()));
    let start = start.map(|(year, month)| Month { year, month: month.unwrap_or(1) });
    let end = end.map(|(year, month)| Month { year, month: month.unwrap_or(12) });
    if start.is_none() && end.is_none() || start.zip(end).is_some_and(|(start, end)| start > end) {
        return Err(wrong());
    }
    Ok(Some(Period { start, end, monthly }))
}

/// One end: nothing when it is open.
#[allow(clippy::option_option, reason = "an open end is no mistake")]
fn edge(text: &str) -> Option<Option<(i32, Option<u8>)>> {
    if text == ".." || text.is_empty() {
        return Some(None);
    }
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year, Some(month.parse().ok().filter(|month| (1..=12).contains(month))?)),
        None => (text, None),
    };
    let year = year.parse().ok().filter(|year| (1000..=2999).contains(year))?;
    Some(Some((year, month)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_as_it_is_printed() {
        for text in ["2017", "2017-12", "2023-01/2023-09", "../2017", "2019/..", "2021/2025"] {
            assert_eq!(period(text).unwrap().unwrap().to_string(), text);
        }
        assert_eq!(period(" ").unwrap(), None);
        for wrong in ["17", "2017-13", "2018/2017", "../..", "today", "2017年"] {
            assert!(period(wrong).is_err(), "{wrong}");
        }
    }
}
