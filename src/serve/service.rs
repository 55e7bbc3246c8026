use oxhttp::Client;
use oxhttp::model::header::{ACCEPT, CONTENT_TYPE};
use oxhttp::model::{Method, Request, Uri};
use oxigraph::model::NamedNode;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsParser, ReaderQueryResultsParserOutput};
use oxigraph::sparql::{DefaultServiceHandler, QueryEvaluationError, QuerySolutionIter};
use oxiri::Iri;
use spargebra::algebra::GraphPattern;
use std::io::{self, Read};
use std::time::Duration;

/// Bytes of another server's answer that are read at most.
const LARGEST: u64 = 64 << 20;

/// Longest time for another server, when the query has none of its own.
const LONGEST: Duration = Duration::from_secs(60);

/// Asks other servers (`SERVICE`), but only those whose host is allowed: whoever may send queries could otherwise reach
/// what this machine can reach. Redirections are not followed.
pub(super) struct Others {
    /// `example.org`, or `example.org:8080` for one port of it.
    pub(super) allowed: Vec<String>,
    pub(super) limit: Option<Duration>,
}

impl Others {
    /// Whether a server may be asked, by the name that a query has for it. Of a variable that shows when it has a value.
    pub(super) fn may_ask(&self, name: &str) -> bool {
        let open = name.starts_with('?') && !self.allowed.is_empty();
        open || name.parse().is_ok_and(|address| self.allows(&address))
    }

    fn allows(&self, address: &Uri) -> bool {
        let web = matches!(address.scheme_str(), Some("http" | "https"));
        let (host, port) = (address.host().unwrap_or_default(), address.port_u16());
        let place = port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        web && self
            .allowed
            .iter()
            .any(|known| known.eq_ignore_ascii_case(host) || known.eq_ignore_ascii_case(&place))
    }

    fn ask(&self, address: &Uri, query: String) -> io::Result<QuerySolutionIter<'static>> {
        let limit = self.limit.unwrap_or(LONGEST);
        let client = Client::new().with_redirection_limit(0).with_global_timeout(limit);
        let request = Request::builder()
            .method(Method::POST)
            .uri(address.clone())
            .header(ACCEPT, "application/sparql-results+json, application/sparql-results+xml;q=0.9")
            .header(CONTENT_TYPE, "application/sparql-query")
            .body(query)
            .map_err(io::Error::other)?;
        let answer = client.request(request)?;
        if !answer.status().is_success() {
            return Err(io::Error::other(format!("{address} answers {}", answer.status())));
        }
        let media_type =
            answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let format = QueryResultsFormat::from_media_type(media_type)
            .ok_or_else(|| io::Error::other(format!("{address} answers with {media_type}")))?;
        let body = answer.into_body().take(LARGEST);
        match QueryResultsParser::from_format(format).for_reader(body).map_err(io::Error::other)? {
            ReaderQueryResultsParserOutput::Solutions(solutions) => Ok(solutions.into()),
            ReaderQueryResultsParserOutput::Boolean(_) => {
                Err(io::Error::other(format!("{address} answers no rows")))
            }
        }
    }
}

impl DefaultServiceHandler for Others {
    type Error = QueryEvaluationError;

    fn handle(
        &self,
        service: &NamedNode,
        pattern: &GraphPattern,
        base: Option<&Iri<String>>,
    ) -> Result<QuerySolutionIter<'static>, QueryEvaluationError> {
        let address = service.as_str().parse::<Uri>().ok().filter(|address| self.allows(address));
        let address = address.ok_or_else(|| QueryEvaluationError::UnsupportedService(service.clone()))?;
        let query =
            spargebra::Query::Select { dataset: None, pattern: pattern.clone(), base_iri: base.cloned() };
        self.ask(&address, query.to_string()).map_err(|error| QueryEvaluationError::Service(Box::new(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_hosts_that_are_named_are_asked() {
        let others =
            Others { allowed: vec!["a.example".to_owned(), "localhost:8080".to_owned()], limit: None };
        let allows = |address: &str| address.parse().is_ok_and(|address| others.allows(&address));
        assert!(
            allows("https://a.example/sparql")
                && allows("http://A.example:81/x")
                && allows("http://localhost:8080/")
        );
        for address in [
            "http://localhost/",
            "http://localhost:80801/",
            "http://b.example/",
            "http://a.example.b.example/",
            "http://a.example@b.example/",
            "http://b.example/#a.example",
            "file://a.example/etc/passwd",
            "ftp://a.example/",
            "a.example",
        ] {
            assert!(!allows(address), "{address}");
        }
    }
}
