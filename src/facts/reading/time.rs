use crate::facts::figure::{Month, Period};
use crate::facts::number::numeral;
use crate::lexicon::Cues;
use crate::text::Span;
use rust_decimal::Decimal;

/// A time named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it covers; `None` when only part of a year is named.
    pub(crate) period: Period,
    /// Whether the year itself is named, not taken from the passage.
    pub(crate) dated: bool,
    /// Whether it names the end of the period: 年末, 截至.
    pub(crate) at_end: bool,
    /// How far it reaches.
    pub(crate) reach: Reach,
}

impl Mention {
    /// Whether it names a beginning and an end: 五年来, 1—9月, 2018—2022年.
    pub(crate) fn runs(self) -> bool {
        let Period { start: Some(start), end: Some(end), .. } = self.period else { return false };
        !self.at_end && (start.year != end.year || (self.period.monthly && start.month != end.month))
    }

    /// A time whose year the text leaves out, in the year of the time spoken of before.
    pub(crate) fn of_year(self, before: Self) -> Self {
        let year = before
            .period
            .end
            .filter(|end| before.dated && before.period.start.is_some_and(|s| s.year == end.year));
        let Some(Month { year, .. }) = year.filter(|_| !self.dated) else { return self };
        let shift = |month: Month| Month { year, ..month };
        let period =
            Period { start: self.period.start.map(shift), end: self.period.end.map(shift), ..self.period };
        Self { period, ..self }
    }
}

/// How far a named time reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The number right behind it: 从2020年的48%.
    Number,
    /// Its sentence: 去年, 2020年以来, 8月.
    Sentence,
    /// What follows, until another time is named.
    Passage,
}

/// The years that relative words refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Years {
    /// 今年.
    pub(crate) issued: i32,
    /// The year a passage speaks of when it names none.
    pub(crate) passage: i32,
}

/// Whole years as a period.
pub(crate) fn years(first: i32, last: i32) -> Period {
    Period {
        start: Some(Month { year: first, month: 1 }),
        end: Some(Month { year: last, month: 12 }),
        monthly: false,
    }
}

fn months(year: i32, first: u8, last: u8) -> Period {
    Period {
        start: Some(Month { year, month: first }),
        end: Some(Month { year, month: last }),
        monthly: true,
    }
}

/// The five-year plan period named by 十一五 … 十六五.
pub(crate) fn plan_period(name: &[char]) -> Option<(i32, i32)> {
    let first = match name {
        ['十', '一', '五', ..] => 2006,
        ['十', '二', '五', ..] => 2011,
        ['十', '三', '五', ..] => 2016,
        ['十', '四', '五', ..] => 2021,
        ['十', '五', '五', ..] => 2026,
        ['十', '六', '五', ..] => 2031,
        ['十', '五', ..] => 2001,
        _ => return None,
    };
    Some((first, first + 4))
}

/// The times named inside `within`, in order; those that only serve a comparison (比2020年, 较上年) are left out.
pub(crate) fn mentions(chars: &[char], within: Span, years: Years, cues: &Cues) -> Vec<Mention> {
    let reader = Reader { chars, end: within.end, years, cues };
    let mut list: Vec<Mention> = Vec::new();
    let mut at = within.start;
    while at < within.end {
        match reader.mention(at, list.last()) {
            Some((mention, compared)) => {
                at = mention.span.end.max(at + 1);
                if !compared {
                    list.push(mention);
                }
            }
            None => at += 1,
        }
    }
    list
}

/// The time that a stretch of text opens with, unless it only serves a comparison.
pub(crate) fn opening(chars: &[char], within: Span, years: Years, cues: &Cues) -> Option<Mention> {
    let reader = Reader { chars, end: within.end, years, cues };
    let (mention, compared) = reader.mention(within.start, None)?;
    (!compared).then_some(mention)
}

struct Reader<'a> {
    chars: &'a [char],
    end: usize,
    years: Years,
    cues: &'a Cues,
}

impl Reader<'_> {
    fn char(&self, at: usize) -> char {
        if at < self.end { self.chars[at] } else { '\n' }
    }

    /// A time at `at`, and whether it is only compared with.
    fn mention(&self, at: usize, last: Option<&Mention>) -> Option<(Mention, bool)> {
        let Some((year, mut end)) = self.year(at) else { return self.undated(at, last) };
        if year.1.is_none()
            && let Some((first, last_month, close)) = self.part(end)
        {
            let period = months(year.0, first, last_month);
            return Some(self.finish(at, close, period, true, first != last_month && self.at_end(close)));
        }
        let mut at_end = false;
        if matches!(self.char(end), '底' | '末') {
            at_end = true;
            end += 1;
        }
        let period = match year.1 {
            Some(last_year) => years(year.0, last_year),
            None => years(year.0, year.0),
        };
        Some(self.finish(at, end, period, true, at_end))
    }

    fn at_end(&self, at: usize) -> bool {
        matches!(self.char(at), '底' | '末')
    }

    fn finish(&self, start: usize, end: usize, period: Period, dated: bool, at_end: bool) -> (Mention, bool) {
        let before = if start == 0 { '\n' } else { self.chars[start - 1] };
        let behind: String = (end..end + 4).map(|i| self.char(i)).collect();
        let of_base = matches!(before, '是' | '为') && behind.starts_with('的');
        // 较“十三五”末 compares as 较2020年末 does.
        let opened = if before == '“' { self.chars[..start - 1].last().copied() } else { None };
        let compared = matches!(before, '比' | '较' | '与' | '同' | '超' | '于')
            || matches!(opened, Some('比' | '较'))
            || of_base
            || self.base_of_share(start, end)
            || behind.starts_with("的基础")
            || behind.starts_with("基础上")
            || behind.starts_with("不变价")
            || behind.starts_with("以来最")
            || behind.starts_with("相比")
            || behind.starts_with("增加")
            || behind.starts_with("提高")
            || (before == '“' && !(start..=end).any(|at| self.char(at) == '”'));
        let before_two = start >= 2 && self.chars[start - 2] == '截' && before == '至';
        let since = ["以来", "起", "开始", "成立以来", "实施以来", "启动以来", "建成以来", "设立以来"]
            .iter()
            .any(|word| behind.starts_with(word));
        let mut period = period;
        if since {
            // 2020年以来 runs on to the passage, “十四五”以来 no further than it.
            let end = Month { year: self.years.passage, month: 12 };
            let begun = period.start.is_some_and(|start| start.year <= self.years.passage);
            period.end = if begun { Some(end) } else { period.end.max(Some(end)) };
        }
        let base = matches!(before, '从' | '由') && !since;
        let relative =
            [&self.cues.last_year, &self.cues.next_year].iter().any(|words| words.at(self.chars, start) > 0);
        // 2019年、2020年分别为…: a row of years speaks of its own numbers.
        let year = |at: Option<usize>| at.is_some_and(|at| self.chars[at] == '年');
        let row = (behind.starts_with('、') && self.chars.get(end + 1).is_some_and(char::is_ascii_digit))
            || (matches!(before, '、' | '和') && year(start.checked_sub(2)));
        let reach = if base {
            Reach::Number
        } else if row || since || relative || at_end || before_two || !period.from_new_year() {
            Reach::Sentence
        } else {
            Reach::Passage
        };
        let span = Span::new(start, end);
        (Mention { span, period, dated, at_end: at_end || before_two, reach }, compared)
    }

    /// 上年度缴费的60% is a share of what was paid then, and no figure of that year.
    fn base_of_share(&self, start: usize, end: usize) -> bool {
        let of = (end..(end + 10).min(self.end)).find(|at| !self.chars[*at].is_alphabetic());
        self.cues.last_year.at(self.chars, start) > 0
            && of.is_some_and(|at| {
                at > end + 1
                    && self.chars[at - 1] == '的'
                    && numeral(self.chars, at)
                        .is_some_and(|n| matches!(self.char(n.span.end), '%' | '％' | '倍'))
            })
    }

    /// A year, or a stretch of years, with where it ends.
    fn year(&self, at: usize) -> Option<((i32, Option<i32>), usize)> {
        if let Some(found) = self.relative(at) {
            return Some(found);
        }
        if let Some((first, last, end)) = self.plan(at) {
            return Some(((first, Some(last)), end));
        }
        if at > 0 && (self.chars[at - 1].is_ascii_digit() || matches!(self.chars[at - 1], '.' | '〔')) {
            return None;
        }
        let number = numeral(self.chars, at).filter(|n| n.span.end <= self.end)?;
        let year = whole(number.value).filter(|year| (1900..=2100).contains(year))?;
        if number.scale != Decimal::ONE || number.more {
            return None;
        }
        let mut end = number.span.end;
        if self.char(end) == ' ' && self.char(end + 1) == '年' {
            end += 1;
        }
        if self.char(end) == '年' {
            end += 1;
        }
        if matches!(self.char(end), '—' | '-' | '－' | '–' | '~' | '～' | '至' | '到') {
            let mut next = end + 1;
            while matches!(self.char(next), '—' | '-' | '－') {
                next += 1;
            }
            let high = numeral(self.chars, next).and_then(|high| Some((whole(high.value)?, high.span.end)));
            if let Some((last, close)) =
                high.filter(|(last, close)| *last > year && *last <= 2100 && self.char(*close) == '年')
            {
                return Some(((year, Some(last)), close + 1));
            }
        }
        (end > number.span.end && !matches!(self.char(end), '代')).then_some(((year, None), end))
    }

    fn relative(&self, at: usize) -> Option<((i32, Option<i32>), usize)> {
        for (words, shift) in
            [(&self.cues.present_year, 0), (&self.cues.last_year, -1), (&self.cues.next_year, 1)]
        {
            let len = words.at(self.chars, at);
            if len > 0 && at + len <= self.end {
                let base = if shift == -1 && self.years.passage < self.years.issued {
                    self.years.passage
                } else {
                    self.years.issued + shift
                };
                // 比上年全年, 比上年同期 name one time.
                let whole: String = (at + len..at + len + 2).map(|i| self.char(i)).collect();
                let longer = if matches!(whole.as_str(), "全年" | "同期") { 2 } else { 0 };
                return Some(((base, None), at + len + longer));
            }
        }
        let len = self.cues.five_years.at(self.chars, at);
        (len > 0 && at + len <= self.end)
            .then(|| ((self.years.passage - 4, Some(self.years.passage)), at + len))
    }

    /// “十四五”期间.
    fn plan(&self, at: usize) -> Option<(i32, i32, usize)> {
        let name = self.chars.get(at..(at + 3).min(self.end))?;
        let (first, last) = plan_period(name)?;
        let len = if name[1] == '五' && name.get(2) != Some(&'五') { 2 } else { 3 };
        let mut end = at + len;
        let quoted = self.char(end) == '”';
        if quoted {
            end += 1;
        }
        let named: String = (end..end + 2).map(|i| self.char(i)).collect();
        match named.as_str() {
            "时期" | "期间" | "以来" => Some((first, last, end + 2)),
            "规划" | "开局" | "收官" | "目标" => None,
            _ if self.char(end) == '末' => Some((last, last, end + 1)),
            _ => None,
        }
    }

    /// Part of a year without the year: 一季度, 1—9月, 年末.
    fn undated(&self, at: usize, last: Option<&Mention>) -> Option<(Mention, bool)> {
        let near = last.and_then(|mention| mention.period.end).map(|month| month.year);
        let year = near.unwrap_or(self.years.passage);
        if let Some((first, last, end)) = self.part(at) {
            return Some(self.finish(at, end, months(year, first, last), false, false));
        }
        let len = self.cues.at_end.at(self.chars, at);
        if len > 1 && at + len <= self.end {
            let at_year = near.unwrap_or(self.years.passage);
            return Some(self.finish(at, at + len, years(at_year, at_year), false, true));
        }
        if self.char(at) != '全' || self.char(at + 1) != '年' {
            return None;
        }
        // 全年目标 is a goal, not a time.
        let goal: String = (at + 2..at + 4).map(|i| self.char(i)).collect();
        (!matches!(goal.as_str(), "目标" | "任务" | "计划"))
            .then(|| self.finish(at, at + 2, years(year, year), false, false))
    }

    /// Months of a year at `at`: first, last, end.
    fn part(&self, at: usize) -> Option<(u8, u8, usize)> {
        let first = self.char(at);
        let opens = matches!(first, '上' | '下' | '前' | '首')
            || crate::facts::number::is_chinese_numeral(first)
            || crate::facts::number::digit(first).is_some();
        if !opens {
            return None;
        }
        let words: String = (at..at + 4).map(|i| self.char(i)).collect();
        for (name, first, last) in [
            ("上半年", 1, 6),
            ("下半年", 7, 12),
            ("前三季度", 1, 9),
            ("前两季度", 1, 6),
            ("前3季度", 1, 9),
            ("首季", 1, 3),
            ("一季度", 1, 3),
            ("二季度", 4, 6),
            ("三季度", 7, 9),
            ("四季度", 10, 12),
        ] {
            if words.starts_with(name) {
                return Some((first, last, at + name.chars().count()));
            }
        }
        let top = self.char(at) == '前';
        let number = numeral(self.chars, at + usize::from(top))
            .filter(|n| n.scale == Decimal::ONE && n.span.end <= self.end)?;
        if at > 0 && (self.chars[at - 1].is_ascii_digit() || self.chars[at - 1] == '.') {
            return None;
        }
        let first = month(number.value)?;
        let mut end = number.span.end;
        if top {
            return (self.char(end) == '个' && self.char(end + 1) == '月').then_some((1, first, end + 2));
        }
        if self.char(end) == '月' && self.char(end + 1) == '份' {
            return Some((first, first, end + 2));
        }
        let mut range = end + usize::from(self.char(end) == '月');
        if matches!(self.char(range), '—' | '-' | '－' | '–' | '~' | '～' | '至' | '到') {
            range += 1;
            while matches!(self.char(range), '—' | '-' | '－') {
                range += 1;
            }
            if let Some(high) = numeral(self.chars, range)
                && self.char(high.span.end) == '月'
            {
                end = high.span.end + 1;
                return month(high.value).filter(|last| *last > first).map(|last| (first, last, end));
            }
        }
        (self.char(end) == '月').then(|| (first, first, end + 1))
    }
}

fn whole(value: Decimal) -> Option<i32> {
    (value.scale() == 0).then(|| i32::try_from(value.mantissa()).ok()).flatten()
}

fn month(value: Decimal) -> Option<u8> {
    whole(value).and_then(|m| u8::try_from(m).ok()).filter(|m| (1..=12).contains(m))
}
