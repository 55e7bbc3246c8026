use pinyin::ToPinyin;

/// The first letters of the pinyin of a name: `zj` for 浙江. Letters and digits stand for themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Initials(String);

impl Initials {
    /// The initials of a name.
    ///
    /// ```
    /// assert_eq!(cetu::catalogue::Initials::of("浙江省").as_str(), "zjs");
    /// ```
    #[must_use]
    pub fn of(name: &str) -> Self {
        let letter = |c: char| match c.to_pinyin() {
            Some(syllable) => syllable.plain().chars().next(),
            None => Some(c.to_ascii_lowercase()).filter(char::is_ascii_alphanumeric),
        };
        Self(name.chars().filter_map(letter).collect())
    }

    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
