use oxigraph::model::NamedNode;

/// The prefixes that a query's text declares. The parser keeps none of them; one that is commented out may be told
/// too, which does no harm.
pub(super) fn declared(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['p', 'P']) {
        let word = &rest[at..];
        rest = &word[1..];
        if let Some(declared) = declaration(word) {
            found.push(declared);
        }
    }
    found
}

/// `PREFIX name: <iri>`, at the beginning of a text.
fn declaration(text: &str) -> Option<(String, String)> {
    let (word, rest) = text.split_at_checked("PREFIX".len())?;
    let rest = Some(rest)
        .filter(|rest| word.eq_ignore_ascii_case("PREFIX") && rest.starts_with(char::is_whitespace))?;
    let (name, rest) = rest.split_once(':')?;
    let (iri, _) = rest.trim_start().strip_prefix('<')?.split_once('>')?;
    let name = name.trim();
    // A prefix below a BASE is left out.
    (!name.contains(char::is_whitespace) && NamedNode::new(iri).is_ok())
        .then(|| (name.to_owned(), iri.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_read_from_the_text() {
        let found =
            declared("prefix a: <http://a/> PREFIX\n  : <http://b/>\nPREFIX c: <c> SELECT ?p { ?p a:p :p }");
        let found: Vec<(&str, &str)> = found.iter().map(|(name, iri)| (&**name, &**iri)).collect();
        assert_eq!(found, [("a", "http://a/"), ("", "http://b/")]);
    }
}
