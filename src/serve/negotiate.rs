use super::Problem;

/// A form that an answer can be had in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offer<T> {
    /// What it is called in `?format=`.
    pub(super) name: &'static str,
    /// Its media type, as it is sent.
    pub(super) media_type: &'static str,
    /// What the server makes of it.
    pub(super) form: T,
}

impl<T> Offer<T> {
    pub(super) const fn new(name: &'static str, media_type: &'static str, form: T) -> Self {
        Self { name, media_type, form }
    }

    /// Whether this is what somebody means who asks for a format by name, by extension or by media type.
    fn is_called(&self, format: &str) -> bool {
        let other = || {
            OTHER_NAMES.iter().any(|(other, name)| other.eq_ignore_ascii_case(format) && *name == self.name)
        };
        self.name.eq_ignore_ascii_case(format)
            || essence(self.media_type).eq_ignore_ascii_case(format)
            || other()
    }
}

/// What formats are called elsewhere, clients' own parameters among it. For triples JSON is JSON-LD.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("srj", "json"),
    ("srx", "xml"),
    ("ttl", "turtle"),
    ("n3", "turtle"),
    ("nt", "ntriples"),
    ("nq", "nquads"),
    ("rdf", "rdfxml"),
    ("rdf+xml", "rdfxml"),
    ("xml", "rdfxml"),
    ("json-ld", "jsonld"),
    ("json", "jsonld"),
];

/// The offer that is asked for by name or media type in `format`, or else the one that an Accept header likes best;
/// among equals the first.
pub(super) fn choose<'a, T>(
    accept: Option<&str>,
    format: Option<&str>,
    offers: &'a [Offer<T>],
) -> Result<&'a Offer<T>, Problem> {
    let chosen = match format.filter(|format| !format.is_empty()) {
        Some(format) => offers.iter().find(|offer| offer.is_called(format)),
        None => preferred(accept, offers),
    };
    chosen.ok_or_else(|| {
        let mut names: Vec<&str> = offers.iter().map(|offer| offer.name).collect();
        names.dedup();
        let mut known: Vec<&str> = offers.iter().map(|offer| essence(offer.media_type)).collect();
        known.dedup();
        let (names, known) = (names.join(", "), known.join(", "));
        Problem::new(406, "not-acceptable").detail(format!(
            "this can be had as {known}; ask for one of them in Accept, or by name with ?format= ({names})"
        ))
    })
}

/// The offer that an Accept header likes best, when it allows any.
pub(super) fn preferred<'a, T>(accept: Option<&str>, offers: &'a [Offer<T>]) -> Option<&'a Offer<T>> {
    let accept = accept.map(str::trim).filter(|accept| !accept.is_empty()).unwrap_or("*/*");
    let ranges: Vec<(&str, f32)> = accept.split(',').filter_map(range).collect();
    let mut best: Option<(f32, &Offer<T>)> = None;
    for offer in offers {
        let quality = quality(&ranges, essence(offer.media_type));
        if quality > best.map_or(0.0, |(known, _)| known) {
            best = Some((quality, offer));
        }
    }
    best.map(|(_, offer)| offer)
}

/// A media range, or a coding, with its weight.
fn range(text: &str) -> Option<(&str, f32)> {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next().filter(|range| !range.is_empty())?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    Some((range, weight.map_or(1.0, |weight| weight.parse().unwrap_or(0.0))))
}

/// The weight of a media type: that of the most exact range that it falls in.
fn quality(ranges: &[(&str, f32)], media_type: &str) -> f32 {
    let family = media_type.split('/').next().unwrap_or(media_type);
    let exactness = |range: &str| match range.split_once('/') {
        Some(("*", "*")) => Some(0),
        Some((kind, "*")) if kind.eq_ignore_ascii_case(family) => Some(1),
        _ if range.eq_ignore_ascii_case(media_type) => Some(2),
        _ => None,
    };
    ranges
        .iter()
        .filter_map(|&(range, weight)| exactness(range).map(|exact| (exact, weight)))
        .max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))
        .map_or(0.0, |(_, weight)| weight)
}

/// Whether an Accept-Encoding header allows a coding, and how much it likes it.
pub(super) fn coding(accepted: &str, name: &str) -> f32 {
    let ranges = || accepted.split(',').filter_map(range);
    let exact = ranges().find(|(coding, _)| coding.eq_ignore_ascii_case(name));
    exact.or_else(|| ranges().find(|(coding, _)| *coding == "*")).map_or(0.0, |(_, weight)| weight)
}

/// A media type without its parameters.
pub(super) fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or(media_type).trim()
}

#[cfg(test)]
mod tests {
    use super::super::offers::{ROWS, TRIPLES};
    use super::*;

    fn media(accept: &str) -> Option<&'static str> {
        preferred(Some(accept), ROWS).map(|offer| offer.media_type)
    }

    #[test]
    fn the_weightiest_range_wins_and_exact_ones_come_first() {
        assert_eq!(media("*/*"), Some("application/sparql-results+json"));
        assert_eq!(
            media("text/csv;q=0.5, application/sparql-results+xml"),
            Some("application/sparql-results+xml")
        );
        assert_eq!(media("text/*, */*;q=0.1"), Some("text/csv; charset=utf-8"));
        assert_eq!(media("*/*, application/sparql-results+json;q=0"), Some("application/sparql-results+xml"));
        assert_eq!(media("image/png"), None);
        assert_eq!(media("*/*;q=0"), None);
    }

    #[test]
    fn a_name_goes_before_the_header() {
        let named = |name| choose(Some("text/csv"), Some(name), ROWS).map(|offer| offer.name).ok();
        assert_eq!(named("tsv"), Some("tsv"));
        assert_eq!(named("application/sparql-results+xml"), Some("xml"));
        assert_eq!(named(""), Some("csv"));
        assert_eq!(named("pdf"), None);
        let triples = |name| choose(None, Some(name), TRIPLES).map(|offer| offer.name).ok();
        assert_eq!(triples("ttl"), Some("turtle"));
        assert_eq!(triples("json"), Some("jsonld"));
        assert_eq!(triples("rdf+xml"), Some("rdfxml"));
    }

    #[test]
    fn a_coding_that_is_not_named_falls_under_the_star() {
        assert!(coding("gzip, deflate, br", "gzip") > 0.9);
        assert!(coding("gzip;q=0, *", "gzip") < 0.1);
        assert!(coding("*;q=0.5", "zstd") > 0.4);
        assert!(coding("identity", "gzip") < 0.1);
    }
}
