use crate::query::ResultFormat;

/// A format with its media type.
pub(super) type Offer = (ResultFormat, &'static str);

/// Formats for rows and truth values, the preferred first.
pub(super) const ROWS: &[Offer] = &[
    (ResultFormat::Json, "application/sparql-results+json"),
    (ResultFormat::Xml, "application/sparql-results+xml"),
    (ResultFormat::Csv, "text/csv; charset=utf-8"),
    (ResultFormat::Tsv, "text/tab-separated-values; charset=utf-8"),
    (ResultFormat::Json, "application/json"),
    (ResultFormat::Xml, "application/xml"),
    (ResultFormat::Xml, "text/xml; charset=utf-8"),
];

/// Formats for triples, the preferred first.
pub(super) const TRIPLES: &[Offer] = &[
    (ResultFormat::Turtle, "text/turtle; charset=utf-8"),
    (ResultFormat::NTriples, "application/n-triples"),
    (ResultFormat::RdfXml, "application/rdf+xml"),
    (ResultFormat::JsonLd, "application/ld+json"),
    (ResultFormat::JsonLd, "application/json"),
    (ResultFormat::RdfXml, "application/xml"),
];

/// The offer that an Accept header likes best; among equals the first. `None` when it accepts none.
pub(super) fn choose(accept: Option<&str>, offers: &[Offer]) -> Option<Offer> {
    let accept = accept.map(str::trim).filter(|accept| !accept.is_empty()).unwrap_or("*/*");
    let ranges: Vec<(&str, f32)> = accept.split(',').filter_map(range).collect();
    let mut best: Option<(f32, Offer)> = None;
    for &offer in offers {
        let quality = quality(&ranges, offer.1);
        if quality > best.map_or(0.0, |(known, _)| known) {
            best = Some((quality, offer));
        }
    }
    best.map(|(_, offer)| offer)
}

/// A media range with its weight.
fn range(text: &str) -> Option<(&str, f32)> {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next().filter(|range| range.contains('/'))?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    Some((range, weight.map_or(1.0, |weight| weight.parse().unwrap_or(0.0))))
}

/// The weight of a media type: that of the most exact range that it falls in.
fn quality(ranges: &[(&str, f32)], media_type: &str) -> f32 {
    let name = media_type.split(';').next().unwrap_or(media_type);
    let family = name.split('/').next().unwrap_or(name);
    let exactness = |range: &str| match range.split_once('/') {
        Some(("*", "*")) => Some(0),
        Some((kind, "*")) if kind.eq_ignore_ascii_case(family) => Some(1),
        _ if range.eq_ignore_ascii_case(name) => Some(2),
        _ => None,
    };
    ranges
        .iter()
        .filter_map(|&(range, weight)| exactness(range).map(|exact| (exact, weight)))
        .max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))
        .map_or(0.0, |(_, weight)| weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn media(accept: &str) -> Option<&'static str> {
        choose(Some(accept), ROWS).map(|(_, media)| media)
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
    }
}
