use crate::graph::Base;
use crate::ontology::ID;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands for the concepts' base, and for that of the data, in an address.
const SHORT: &str = "/id/";

/// What is escaped in one part of a path.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A name as one part of a path.
pub(in crate::serve) fn segment(name: &str) -> String {
    utf8_percent_encode(name, SEGMENT).to_string()
}

/// The IRIs that a path may stand for, the likeliest first: below the path of the data's base, below that of the
/// concepts, and below `/id/`, wherever the server stands.
pub(super) fn candidates(path: &str, base: &Base) -> Vec<String> {
    let mut iris: Vec<String> = Vec::new();
    for whole in [base.as_str(), ID] {
        for start in [path_of(whole), SHORT] {
            if let Some(rest) = path.strip_prefix(start) {
                let iri = format!("{whole}{rest}");
                if !iris.contains(&iri) {
                    iris.push(iri);
                }
            }
        }
    }
    iris
}

/// The path that an IRI is found at on this server, when it is one of those that the server answers for.
pub(in crate::serve) fn local(iri: &str, base: &Base) -> Option<String> {
    let path = match (iri.strip_prefix(base.as_str()), iri.strip_prefix(ID)) {
        (Some(rest), _) if base.as_str() != ID => format!("{}{rest}", path_of(base.as_str())),
        (_, Some(rest)) => format!("{SHORT}{rest}"),
        _ => return None,
    };
    Some(encoded(&path))
}

/// An IRI or a path as it stands in a header or a link: what is not ASCII is percent-encoded.
pub(in crate::serve) fn encoded(iri: &str) -> String {
    utf8_percent_encode(iri, CONTROLS).to_string()
}

/// A path of a request as the IRI has it: letters are written out, and what an IRI writes with a percent sign stays.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut escaped = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        let (before, after) = rest.split_at(at);
        escaped.push_str(before);
        let byte = after.get(1..3).and_then(|digits| u8::from_str_radix(digits, 16).ok())?;
        let plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        // A sign that must stay is escaped twice and decoded once.
        if byte.is_ascii() && !plain {
            escaped.push_str("%25");
            escaped.push_str(&after[1..3].to_ascii_uppercase());
        } else {
            escaped.push_str(&after[..3]);
        }
        rest = &after[3..];
    }
    escaped.push_str(rest);
    let decoded = percent_decode_str(&escaped).decode_utf8().ok()?;
    Some(decoded.into_owned())
}

/// The path of an IRI with a host: `/cetu/id/`.
fn path_of(iri: &str) -> &str {
    let host = iri.split_once("://").map_or(iri, |(_, rest)| rest);
    host.find('/').map_or("/", |at| &host[at..])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stands_for_the_iri_below_its_base_or_below_id() {
        let own = Base::new("https://example.org/policy/").unwrap();
        assert_eq!(candidates("/policy/doc/r", &own), ["https://example.org/policy/doc/r"]);
        assert_eq!(
            candidates("/id/doc/r", &own),
            ["https://example.org/policy/doc/r", "https://w3id.org/cetu/id/doc/r"]
        );
        assert_eq!(candidates("/cetu/id/doc/r", &Base::default()), ["https://w3id.org/cetu/id/doc/r"]);
        assert!(candidates("/elsewhere", &own).is_empty());
    }

    #[test]
    fn an_iri_and_its_path_lead_to_each_other() {
        let own = Base::new("https://example.org/policy/").unwrap();
        for iri in [
            "https://example.org/policy/doc/2017/工作%20报告%231",
            "https://w3id.org/cetu/id/org/国务院",
            "https://w3id.org/cetu/id/region/330000",
        ] {
            let path = local(iri, &own).unwrap();
            assert!(path.is_ascii());
            assert!(candidates(&decoded(&path).unwrap(), &own).contains(&iri.to_owned()), "{path}");
        }
        assert_eq!(local("https://elsewhere.org/x", &own), None);
        assert_eq!(decoded("/id/%E5%9B"), None);
        assert_eq!(decoded("/id/%zz"), None);
        assert_eq!(decoded("/id/%2d%2f").as_deref(), Some("/id/-%2F"));
    }
}
