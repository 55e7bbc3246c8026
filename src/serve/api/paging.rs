use super::super::Problem;
use crate::query::Answer;

/// Rows on a page, when the client does not say.
pub(super) const USUAL: usize = 1000;
/// Most rows on a page.
pub(super) const MOST: usize = 10_000;

/// Which rows of an answer are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paging {
    pub(super) limit: usize,
    pub(super) offset: usize,
}

/// The page asked for, and the other parameters.
pub(super) fn read(parameters: &str) -> Result<(Paging, Vec<(String, String)>), Problem> {
    let (mut paging, mut values) = (Paging { limit: USUAL, offset: 0 }, Vec::new());
    for (name, value) in form_urlencoded::parse(parameters.as_bytes()) {
        let number = || {
            value.parse::<usize>().map_err(|_| {
                Problem::new(400, "bad-value").detail(format!("{name}={value}: not a whole number"))
            })
        };
        match &*name {
            "limit" => paging.limit = number()?,
            "offset" => paging.offset = number()?,
            "format" | "lang" => {}
            _ => values.push((name.into_owned(), value.into_owned())),
        }
    }
    if (1..=MOST).contains(&paging.limit) {
        return Ok((paging, values));
    }
    Err(Problem::new(400, "bad-value").detail(format!("limit={}: from 1 to {MOST}", paging.limit)))
}

impl Paging {
    /// Leaves the rows of the page; tells whether there were more.
    pub(super) fn cut(self, answer: &mut Answer) -> bool {
        match answer {
            Answer::Rows { rows, .. } => {
                let more = rows.len() > self.limit;
                rows.truncate(self.limit);
                more
            }
            Answer::Truth(_) | Answer::Triples(_) => false,
        }
    }

    /// Path and parameters of the page that begins at `offset`.
    pub(super) fn address(
        self,
        name: &str,
        values: &[(String, String)],
        format: Option<&str>,
        offset: usize,
    ) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.extend_pairs(values);
        if let Some(format) = format {
            pairs.append_pair("format", format);
        }
        pairs.append_pair("limit", &self.limit.to_string());
        if offset > 0 {
            pairs.append_pair("offset", &offset.to_string());
        }
        let name = super::super::thing::segment(name);
        format!("/api/{name}?{}", pairs.finish())
    }
}
