use super::Date;

/// What a file says of a document beside its text: the metadata of a web page, the other columns of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Title.
    pub title: Option<String>,
    /// Date of publication, as printed; it begins with the year.
    pub date: Option<String>,
    /// Region that the document speaks for.
    pub region: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Address that it was saved from.
    pub address: Option<String>,
}

impl Told {
    /// The day, when the date is one: 2019-02-01, 2019/02/01 08:30.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.date.as_deref()?.trim_start().get(..10)?.replace(['/', '.'], "-").parse().ok()
    }

    /// The year that the date begins with.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        let date = self.date.as_deref()?.trim_start();
        let digits: String = date.chars().take_while(char::is_ascii_digit).take(4).collect();
        digits.parse().ok().filter(|year| (1949..=2100).contains(year))
    }
}

/// Words without white space around them, runs of it made one space; `None` when nothing is left.
pub(super) fn tidy(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}
