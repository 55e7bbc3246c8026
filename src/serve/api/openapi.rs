use super::super::negotiate::{Offer, essence};
use super::super::offers::TRIPLES;
use super::ROWS;
use super::paging::{MOST, USUAL};
use crate::query::{Kind, Parameter, Saved, SavedQueries, Wording};
use serde_json::{Map, Value, json};

/// The saved queries as an `OpenAPI` 3.1 document.
pub(super) fn document(saved: &SavedQueries, home: &str) -> Value {
    let paths: Map<String, Value> = saved
        .iter()
        .map(|query| {
            let name = super::super::thing::segment(&query.name);
            (format!("/api/{name}"), json!({ "get": operation(query) }))
        })
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Cetu 策图",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "已存查询。Saved queries over a graph of policy reports. Any other query: SPARQL 1.1 at /sparql.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": if home.is_empty() { "/" } else { home } }],
        "paths": paths,
        "components": {
            "parameters": {
                "limit": {
                    "name": "limit", "in": "query", "description": "每页行数 Rows on a page",
                    "schema": { "type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL },
                },
                "offset": {
                    "name": "offset", "in": "query", "description": "跳过的行数 Rows left out before it",
                    "schema": { "type": "integer", "minimum": 0, "default": 0 },
                },
            },
            "schemas": { "problem": problem() },
            "responses": {
                "problem": {
                    "description": "出错 What is wrong, and what to do (RFC 9457)",
                    "content": {
                        "application/problem+json": { "schema": { "$ref": "#/components/schemas/problem" } },
                    },
                },
            },
        },
    })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string", "format": "uri" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
            "line": { "type": "integer" },
            "column": { "type": "integer" },
            "hint": { "type": "string" },
            "retry_after": { "type": "integer" },
        },
    })
}

fn operation(saved: &Saved) -> Value {
    let mut parameters: Vec<Value> = saved.header.params.iter().map(parameter).collect();
    parameters.push(if saved.gives_triples() { format(TRIPLES) } else { format(ROWS) });
    parameters.push(json!({ "$ref": "#/components/parameters/limit" }));
    parameters.push(json!({ "$ref": "#/components/parameters/offset" }));
    let mut operation = json!({
        "operationId": saved.name,
        "summary": both(&saved.header.summary),
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "答案 The answer",
                "headers": {
                    "Link": { "description": "前后页 The pages beside it", "schema": { "type": "string" } },
                },
                "content": if saved.gives_triples() { contents(TRIPLES) } else { contents(ROWS) },
            },
            "default": { "$ref": "#/components/responses/problem" },
        },
    });
    let description = both(&saved.header.description);
    if !description.is_empty() {
        operation["description"] = description.into();
    }
    if !saved.header.tags.is_empty() {
        operation["tags"] = saved.header.tags.clone().into();
    }
    operation
}

fn parameter(parameter: &Parameter) -> Value {
    let mut schema = match parameter.kind {
        Kind::Integer => json!({ "type": "integer" }),
        Kind::Decimal => json!({ "type": "number" }),
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Iri => json!({ "type": "string", "format": "iri" }),
        _ => json!({ "type": "string" }),
    };
    if !parameter.values.is_empty() {
        schema["enum"] = parameter.values.clone().into();
    }
    if let Some(default) = &parameter.default {
        let parsed = match parameter.kind {
            Kind::Integer | Kind::Decimal | Kind::Boolean => serde_json::from_str(default).ok(),
            _ => None,
        };
        schema["default"] = parsed.unwrap_or_else(|| default.clone().into());
    }
    json!({
        "name": parameter.name,
        "in": "query",
        "description": both(&parameter.description),
        "schema": schema,
    })
}

/// The names and media types of offers, each once.
fn format<T>(offers: &[Offer<T>]) -> Value {
    let mut names: Vec<&str> = Vec::new();
    for offer in offers {
        if !names.contains(&offer.name) {
            names.push(offer.name);
        }
    }
    json!({
        "name": "format", "in": "query", "description": "格式,优先于 Accept 头 The format; it goes before the Accept header",
        "schema": { "type": "string", "enum": names },
    })
}

fn contents<T>(offers: &[Offer<T>]) -> Value {
    let contents: Map<String, Value> = offers
        .iter()
        .map(|offer| {
            let media_type = essence(offer.media_type);
            let kind = if media_type.ends_with("json") { "object" } else { "string" };
            (media_type.to_owned(), json!({ "schema": { "type": kind } }))
        })
        .collect();
    contents.into()
}

fn both(wording: &Wording) -> String {
    let (zh, en) = (wording.zh(), wording.en());
    if zh == en { zh.to_owned() } else { format!("{zh} {en}") }
}
