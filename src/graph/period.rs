use crate::document::Date;
use crate::facts::{Aspect, Figure, Month, Period, Status, TimeBasis};
use oxigraph::model::Literal;
use oxigraph::model::vocab::xsd;

/// A period in EDTF: `2017`, `2017-12`, `2023-01/2023-09`, `2021/2025`, `../2017`, `2019/..`.
#[must_use]
pub fn edtf(period: Period) -> String {
    let show = |month: Month| {
        if period.monthly {
            format!("{:04}-{:02}", month.year, month.month)
        } else {
            format!("{:04}", month.year)
        }
    };
    let (start, end) = (period.start.map(show), period.end.map(show));
    match (start, end) {
        (Some(start), Some(end)) if start == end => start,
        (None, None) => String::new(),
        (start, end) => format!("{}/{}", start.as_deref().unwrap_or(".."), end.as_deref().unwrap_or("..")),
    }
}

/// First and last day that an observation states. What stands at the end of a period, or is counted up to it,
/// has no first day; a yearly amount has one only when several years were named.
pub(super) fn days(figure: &Figure) -> (Option<Literal>, Option<Literal>) {
    let Some(period) = figure.period else { return (None, None) };
    let keeps_start = match figure.basis {
        TimeBasis::InPeriod | TimeBasis::Standing => true,
        TimeBasis::EachYear => period.start.map(|m| m.year) != period.end.map(|m| m.year),
        TimeBasis::AtEnd | TimeBasis::Cumulative => false,
    };
    (period.start.filter(|_| keeps_start).map(first_day), period.end.map(last_day))
}

/// First and last day of a year.
pub(super) fn year(year: i32) -> (Literal, Literal) {
    (first_day(Month { year, month: 1 }), last_day(Month { year, month: 12 }))
}

/// A year, a month or a day, each with its datatype.
pub(super) fn calendar(date: Date) -> Literal {
    let datatype = match (date.month, date.day) {
        (None, _) => xsd::G_YEAR,
        (_, None) => xsd::G_YEAR_MONTH,
        _ => xsd::DATE,
    };
    Literal::new_typed_literal(date.to_string(), datatype)
}

/// The part of an observation's IRI that tells its time, basis and role.
pub(super) fn key(figure: &Figure) -> String {
    let mut key = match (figure.basis, figure.period) {
        (TimeBasis::Standing, _) => "standing".to_owned(),
        (_, None) => "undated".to_owned(),
        (basis, Some(period)) => stamp(basis, period),
    };
    key.push_str(match figure.basis {
        TimeBasis::Cumulative => "-cumulative",
        TimeBasis::EachYear => "-each-year",
        _ => "",
    });
    key.push_str(match figure.status {
        Status::Target => "-target",
        Status::Standard if figure.basis != TimeBasis::Standing => "-parameter",
        _ => "",
    });
    key.push_str(match figure.aspect {
        Aspect::Change => "-change",
        Aspect::Rank => "-rank",
        Aspect::Multiple => "-multiple",
        _ => "",
    });
    key
}

fn stamp(basis: TimeBasis, period: Period) -> String {
    let show = |month: Month, usual: u8| {
        if period.monthly && month.month != usual {
            format!("{:04}-{:02}", month.year, month.month)
        } else {
            format!("{:04}", month.year)
        }
    };
    match (period.start, period.end) {
        (Some(start), Some(end)) if start.year != end.year && basis == TimeBasis::InPeriod => {
            format!("{}-{}", show(start, 1), show(end, 12))
        }
        (_, Some(end)) => show(end, 12),
        (Some(start), None) => format!("from-{}", show(start, 1)),
        (None, None) => "undated".to_owned(),
    }
}

fn first_day(month: Month) -> Literal {
    date(month, 1)
}

fn last_day(month: Month) -> Literal {
    let leap = month.year % 4 == 0 && (month.year % 100 != 0 || month.year % 400 == 0);
    date(
        month,
        match month.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        },
    )
}

fn date(month: Month, day: u8) -> Literal {
    Literal::new_typed_literal(format!("{:04}-{:02}-{day:02}", month.year, month.month), xsd::DATE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(start: Option<(i32, u8)>, end: Option<(i32, u8)>, monthly: bool) -> Period {
        let month = |(year, month)| Month { year, month };
        Period { start: start.map(month), end: end.map(month), monthly }
    }

    #[test]
    fn edtf_knows_years_months_and_open_ends() {
        assert_eq!(edtf(period(Some((2017, 1)), Some((2017, 12)), false)), "2017");
        assert_eq!(edtf(period(Some((2017, 12)), Some((2017, 12)), true)), "2017-12");
        assert_eq!(edtf(period(Some((2023, 1)), Some((2023, 9)), true)), "2023-01/2023-09");
        assert_eq!(edtf(period(None, Some((2017, 12)), false)), "../2017");
        assert_eq!(edtf(period(Some((2019, 1)), None, false)), "2019/..");
    }

    #[test]
    fn february_ends_when_it_ends() {
        assert_eq!(last_day(Month { year: 2024, month: 2 }).value(), "2024-02-29");
        assert_eq!(last_day(Month { year: 1900, month: 2 }).value(), "1900-02-28");
    }
}
