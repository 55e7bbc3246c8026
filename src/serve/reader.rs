use crate::site::{Frame, Language};
use axum::http::{HeaderMap, Uri, header};

/// Who a page is for: the language they read, and what the address asks of the page.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    pub(super) language: Language,
    /// Whether the address names the language.
    chosen: bool,
    /// Path and parameters, without the language.
    pub(super) address: String,
    parameters: Vec<(String, String)>,
}

impl Reader {
    pub(super) fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let query = uri.query().unwrap_or_default();
        let parameters: Vec<(String, String)> =
            form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let named = parameters.iter().find(|(name, _)| name == "lang");
        let named = named.and_then(|(_, tag)| Language::of_tag(tag));
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
        let mut address = uri.path().to_owned();
        let mut sign = '?';
        for pair in query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")) {
            address.push(sign);
            address.push_str(pair);
            sign = '&';
        }
        Self {
            language: named.unwrap_or_else(|| accepted.map_or_else(Language::default, Language::accepted)),
            chosen: named.is_some(),
            address,
            parameters,
        }
    }

    /// The value of a parameter that is not empty.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, value)| known == name && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    }

    /// A number in a parameter; nothing when it is none.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.value(name)?.parse().ok()
    }

    /// The frame of the page, on a server that stands at a path.
    pub(super) fn frame<'a>(&self, root: &'a str) -> Frame<'a> {
        Frame { language: self.language, chosen: self.chosen, root, address: self.address.clone() }
    }

    /// What pages differ by.
    pub(super) fn key(&self) -> String {
        format!("{}{}\n{}", self.language.code(), self.chosen, self.address)
    }
}
