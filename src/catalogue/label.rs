/// How a thing is called; a language that is missing is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// Other names, in any language.
    pub others: Vec<String>,
}

impl Label {
    /// The Chinese name, or the only one.
    #[must_use]
    pub fn zh(&self) -> &str {
        if self.zh.is_empty() { &self.en } else { &self.zh }
    }
}
