use super::Parameter;
use serde::Deserialize;

/// What the `#+` lines at the head of a saved query say, in the convention of grlc.
///
/// ```sparql
/// #+ summary: One indicator, region by region
/// #+ summary_zh: 各地某项指标的数值
/// #+ params:
/// #+   - name: indicator
/// #+     type: indicator
/// #+     default: 城镇新增就业人数
/// SELECT ?region ?value WHERE { ?o cetu:indicator ?_indicator … }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Header {
    /// One line that says what the query answers.
    #[serde(default)]
    pub summary: Wording,
    /// The line in Chinese, when `summary` holds English only.
    #[serde(default)]
    pub summary_zh: String,
    /// More about it.
    #[serde(default)]
    pub description: Wording,
    /// More about it in Chinese, when `description` holds English only.
    #[serde(default)]
    pub description_zh: String,
    /// Its parameters: `name` stands in the query as `?_name`.
    #[serde(default, alias = "parameters")]
    pub params: Vec<Parameter>,
    /// Words to group queries by.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// A text in Chinese, in English or in both.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Wording {
    /// One text for everybody.
    Plain(String),
    /// A text in each language.
    Both {
        /// Chinese.
        #[serde(default)]
        zh: String,
        /// English.
        #[serde(default)]
        en: String,
    },
}

impl Default for Wording {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl Wording {
    /// Takes in a Chinese text that was written beside the English one.
    fn add_zh(&mut self, zh: &mut String) {
        if !zh.is_empty() {
            *self = Self::Both { zh: std::mem::take(zh), en: self.en().to_owned() };
        }
    }

    /// The Chinese text, or the only one.
    #[must_use]
    pub fn zh(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Both { zh, en } => {
                if zh.is_empty() {
                    en
                } else {
                    zh
                }
            }
        }
    }

    /// The English text, or the only one.
    #[must_use]
    pub fn en(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Both { zh, en } => {
                if en.is_empty() {
                    zh
                } else {
                    en
                }
            }
        }
    }
}

impl Header {
    /// Reads the `#+` lines of a query.
    ///
    /// # Errors
    /// When they are not YAML of this form: what the parser says.
    pub fn parse(query: &str) -> Result<Self, String> {
        let mut yaml = String::new();
        for line in query.lines().filter_map(|line| line.strip_prefix("#+")) {
            yaml.push_str(line.strip_prefix(' ').unwrap_or(line));
            yaml.push('\n');
        }
        if yaml.trim().is_empty() {
            return Ok(Self::default());
        }
        let mut header: Self = serde_norway::from_str(&yaml).map_err(|error| error.to_string())?;
        header.summary.add_zh(&mut header.summary_zh);
        header.description.add_zh(&mut header.description_zh);
        for parameter in &mut header.params {
            parameter.description.add_zh(&mut parameter.description_zh);
        }
        Ok(header)
    }
}
