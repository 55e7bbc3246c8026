use axum::body::Body;
use axum::http::{HeaderValue, Response, header};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The media type of a page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// Nothing from elsewhere, no script; forms go to this server only.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const STYLE: &str = "\
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #111; }
code, pre { font: 0.9rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.8rem 0.2rem 0; border-bottom: 1px solid #ddd; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
th { font-weight: 600; }
blockquote { margin: 0.5rem 0; padding: 0.3rem 1rem; border-left: 3px solid #888; }
blockquote span { color: #666; }
label { display: block; margin: 0.3rem 0; }
nav a, p.forms a { margin-right: 1rem; }
.scroll { overflow-x: auto; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111; } a { color: #8bf; } th, td { border-color: #444; } }
";

/// A page that needs nothing from elsewhere. `root` is the path that the server stands at.
pub(super) fn page(title: &str, root: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="zh" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · 策图 Cetu" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                nav {
                    a href={ (root) "/" } { "策图 Cetu" }
                    a href={ (root) "/api" } { "已存查询 Saved queries" }
                    a href={ (root) "/schema" } { "图谱结构 Schema" }
                }
                (body)
            }
        }
    };
    page.into_string()
}

/// Says what a page may load.
pub(super) fn guarded(mut response: Response<Body>) -> Response<Body> {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

/// The path in an address: `/data` of `https://example.org/data`.
pub(super) fn path_of(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.find('/').map_or("", |at| &host[at..])
}
