use super::app::Shared;
use super::{Asked, Finished};
use crate::query::Saved;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Response, header};
use axum::routing::get;
use std::fmt::Write;

/// Nothing from elsewhere, no script; the form goes to this server only.
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const HEAD: &str = r#"<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cetu 策图 · SPARQL</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
textarea { width: 100%; height: 14rem; font: 0.9rem/1.4 ui-monospace, monospace; box-sizing: border-box; }
pre { overflow-x: auto; background: #f4f4f4; color: #111; padding: 0.5rem; }
</style>
</head>
<body>
<h1>策图 Cetu</h1>
<p lang="zh">在下面写 SPARQL 查询。常用前缀（cetu、v、ind、grp、u、reg、rdfs、skos……）无需声明。程序请访问 <code>/sparql</code>。</p>
<p lang="en">Write a SPARQL query below. The usual prefixes (cetu, v, ind, grp, u, reg, rdfs, skos …) need no declaration.
Programs ask at <code>/sparql</code>.</p>
<form action="/sparql" method="get">
<p><label for="query">查询 Query</label></p>
<textarea id="query" name="query" spellcheck="false">
SELECT ?region ?indicator ?text ?quote WHERE {
  ?o a cetu:Observation ; cetu:indicator/rdfs:label ?indicator ; cetu:region/rdfs:label ?region ;
     cetu:valueText ?text ; cetu:evidence/oa:exact ?quote .
} ORDER BY ?region ?indicator LIMIT 100
</textarea>
<p><button type="submit">查询 Ask</button></p>
</form>
"#;

/// `/`: a page to ask from.
pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/", get(show))
}

async fn show(State(app): State<Shared>, asked: Asked) -> Response<Body> {
    let mut page = HEAD.to_owned();
    page.push_str("<h2>已存查询 Saved queries</h2>\n");
    for saved in app.saved.iter() {
        saved_query(&mut page, saved);
    }
    page.push_str("</body>\n</html>\n");
    let mut response = asked.reply(&Finished::new("text/html; charset=utf-8", page));
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

fn saved_query(page: &mut String, saved: &Saved) {
    let (zh, en) = (saved.header.summary.zh(), saved.header.summary.en());
    let english = if en == zh { String::new() } else { format!(" <span lang=\"en\">{}</span>", escape(en)) };
    let query: Vec<&str> = saved.text.lines().filter(|line| !line.starts_with("#+")).collect();
    let query = query.join("\n");
    let link = form_urlencoded::Serializer::new(String::new()).append_pair("query", &query).finish();
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "<details><summary>{} {}{english}</summary>\n<pre>{}</pre>\n<p><a href=\"/sparql?{}\">查询 Ask</a></p></details>",
        escape(&saved.name),
        escape(zh),
        escape(&query),
        escape(&link),
    );
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
