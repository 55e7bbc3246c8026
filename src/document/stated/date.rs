use super::Misstated;
use std::fmt;
use std::str::FromStr;

/// A year, a month or a day, written as in [EDTF](https://www.loc.gov/standards/datetime/): 2018, 2018-04, 2018-04-28.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year of the Common Era.
    pub year: i32,
    /// 1 to 12, when the month is told.
    pub month: Option<u8>,
    /// 1 to 31, when the day is told.
    pub day: Option<u8>,
}

impl Date {
    /// A whole year.
    #[must_use]
    pub const fn of_year(year: i32) -> Self {
        Self { year, month: None, day: None }
    }
}

/// A year of four digits.
pub(super) fn year(text: &str) -> Option<i32> {
    digits(text, 4)
}

fn digits<T: FromStr>(text: &str, length: usize) -> Option<T> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn read(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = year(parts.next()?)?;
    let month = parts.next().map(|part| digits(part, 2).filter(|month| (1..=12).contains(month)));
    let day = parts.next().map(|part| digits(part, 2));
    if parts.next().is_some() || month == Some(None) || day == Some(None) {
        return None;
    }
    let (month, day) = (month.flatten(), day.flatten());
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        Some(2) if leap => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    };
    day.is_none_or(|day| (1..=last).contains(&day)).then_some(Date { year, month, day })
}

impl FromStr for Date {
    type Err = Misstated;

    fn from_str(text: &str) -> Result<Self, Misstated> {
        read(text).ok_or_else(|| Misstated::Date(text.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_date_is_a_year_a_month_or_a_day_of_the_calendar() {
        for text in ["2018", "2018-04", "2018-04-28", "2020-02-29"] {
            assert_eq!(text.parse::<Date>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
        for text in ["18", "2018-13", "2018-4", "2019-02-29", "2018-04-31", "2018-04-28-1", "二〇一八"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
