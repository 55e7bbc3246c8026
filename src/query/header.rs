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
#[serde(deny_unknown_fields)]
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

/// A mistake in the header of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Broken {
    /// Line of the query's file, from 1.
    pub(super) line: usize,
    /// What is wrong.
    pub(super) reason: String,
}

impl Header {
    /// Reads the `#+` lines of a query.
    pub(super) fn parse(query: &str) -> Result<Self, Broken> {
        let (mut yaml, mut lines) = (String::new(), Vec::new());
        for (number, line) in query.lines().enumerate() {
            let Some(line) = line.strip_prefix("#+") else { continue };
            yaml.push_str(line.strip_prefix(' ').unwrap_or(line));
            yaml.push('\n');
            lines.push(number + 1);
        }
        if yaml.trim().is_empty() {
            return Ok(Self::default());
        }
        let mut header: Self = serde_norway::from_str(&yaml).map_err(|error| {
            let at = error.location().map_or(0, |at| at.line().saturating_sub(1));
            let line = lines.get(at).or(lines.last()).copied().unwrap_or(1);
            // The place that the parser names is that among the header lines.
            let reason = error.to_string();
            let reason = reason.split(" at line ").next().unwrap_or(&reason).to_owned();
            Broken { line, reason: format!("the #+ header is broken: {reason}") }
        })?;
        header.summary.add_zh(&mut header.summary_zh);
        header.description.add_zh(&mut header.description_zh);
        for parameter in &mut header.params {
            parameter.description.add_zh(&mut parameter.description_zh);
        }
        Ok(header)
    }
}
