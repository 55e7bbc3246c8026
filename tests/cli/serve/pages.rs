//! The site, as it is sent.

use super::REPORT;
use super::report;
use super::server::Server;
use crate::cetu::Cetu;

#[test]
fn a_page_is_in_the_language_that_is_asked_for() {
    let server = report(&[]);
    for (path, accepted, tag) in [
        ("/", "en-GB,en;q=0.9,zh;q=0.2", "en"),
        ("/", "fr,zh-CN;q=0.4,en;q=0.3", "zh-Hans"),
        ("/?lang=zh", "en", "zh-Hans"),
        ("/documents?lang=en", "zh", "en"),
    ] {
        let head = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: {accepted}\r\nConnection: close\r\n\r\n"
        );
        let page = server.send(head.as_bytes());
        assert!(page.header("vary").contains("accept-language"));
        assert!(page.text().contains(&format!("<html lang=\"{tag}\"")), "{path} {accepted}");
    }
    let page = server.get("/documents?lang=en", "text/html").text();
    assert!(
        page.contains("href=\"/regions?lang=en\"") && page.contains("href=\"/documents?lang=zh\""),
        "{page}"
    );
}

#[test]
fn what_is_searched_is_found_by_name_by_initials_and_by_its_words() {
    let server = report(&[]);
    for (words, found) in [
        ("%E6%B5%99%E6%B1%9F", "/id/region/330000.html"),
        ("zjs", "/id/region/330000.html"),
        ("zhejiang", "/id/region/330000.html"),
        ("urban", "/id/indicator/urban-new-employment.html"),
        ("12.5%E4%B8%87", "<td class=\"words\" lang=\"zh-Hans\">全省城镇新增就业12.5万人"),
    ] {
        let page = server.get(&format!("/search?q={words}"), "text/html").text();
        assert!(page.contains(found), "{words}: {page}");
    }
    let page = server.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "text/html").text();
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>"));
}

#[test]
fn words_sent_to_the_first_page_are_searched_for() {
    let server = report(&[]);
    let answer = server.get("/?q=%E6%B5%99%E6%B1%9F&lang=en", "text/html");
    assert_eq!((answer.status, answer.header("location")), (303, "/search?q=%E6%B5%99%E6%B1%9F&lang=en"));
    assert_eq!(server.get("/?q=", "text/html").status, 200);
}

#[test]
fn what_is_found_can_be_had_as_data() {
    let server = report(&[]);
    for path in ["/", "/search?q=zjs", "/compare", "/compare?indicator=nothing"] {
        let page = server.get(path, "text/html").text();
        for kind in ["text/turtle", "application/ld+json", "text/csv"] {
            let link = page.split("<link rel=\"alternate\" ").find(|link| link.contains(kind)).unwrap();
            let address = link.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
            let data = server.get(&address.replace("&amp;", "&"), "*/*");
            assert_eq!((data.status, data.media_type()), (200, kind), "{path}: {address}");
            assert!(data.text().len() > 100, "{path}: {address}");
        }
    }
    let found = server.get("/search?q=12.5%E4%B8%87", "text/csv").text();
    assert!(
        found.starts_with("\u{FEFF}kind,name,region,id,quote\r\nfigure,城镇新增就业,浙江省,https://"),
        "{found}"
    );
    assert!(server.get("/search?q=zjs&format=turtle", "*/*").text().contains("浙江省"));
}

#[test]
fn an_indicator_that_is_not_there_is_answered_with_the_nearest() {
    let server = report(&[]);
    let wrong = "/compare?indicator=%E5%9F%8E%E9%95%87%E6%96%B0%E6%9B%BE%E5%B0%B1%E4%B8%9A";
    let page = server.get(&format!("{wrong}&lang=zh"), "text/html").text();
    assert!(page.contains(">城镇新增就业</a>"), "{page}");
    let csv = server.get(wrong, "text/csv");
    assert!(csv.status == 404 && csv.text().contains("did you mean 城镇新增就业?"), "{}", csv.text());
}

#[test]
fn a_rule_is_told_in_the_language_of_the_page() {
    let server = report(&[]);
    let csv = server.get("/figures?format=csv", "*/*").text();
    let id = csv.lines().nth(1).unwrap().rsplit(',').next().unwrap().trim();
    let path = id.strip_prefix("https://w3id.org/cetu").unwrap();
    let rule = |lang: &str| server.get(&format!("{path}.html?lang={lang}"), "text/html").text();
    let (zh, en) = (rule("zh"), rule("en"));
    assert!(zh.contains("<p>同一分句中，指标在数字之前") && !zh.contains("A number whose"), "{zh}");
    assert!(en.contains("<p>A number whose indicator") && !en.contains("同一分句中"), "{en}");
}

#[test]
fn an_indicator_is_compared_as_a_page_as_csv_and_as_json() {
    let server = report(&[]);
    let page = server.get("/compare?indicator=urban-new-employment", "text/html").text();
    assert!(
        page.contains("12.5万人") && page.contains("/id/obs/330000/urban-new-employment/2017/"),
        "{page}"
    );
    let csv = server.get("/compare?indicator=urban-new-employment", "text/csv");
    assert!(csv.header("content-type").starts_with("text/csv") && csv.text().contains("125000"));
    let json = server.get("/compare?indicator=urban-new-employment&format=json", "*/*").text();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["series"][0]["rows"][0]["figures"]["2017"][0]["value"], 125_000);
    assert_eq!(server.get("/compare?indicator=moon&format=csv", "*/*").status, 404);
    assert_eq!(server.get("/compare?indicator=moon", "text/html").status, 200);
}

#[test]
fn a_document_is_shown_with_its_figures_in_place() {
    let server = report(&[]);
    let page = server.get("/id/doc/r.html", "text/html").text();
    assert!(page.contains(">12.5万人</a>") && page.contains(">创业担保贷款</a>"), "{page}");
    assert!(page.contains("class=\"fig hedged\"") && page.contains("<nav class=\"outline\""), "{page}");
    // A part that there is not is the last one.
    assert_eq!(server.get("/id/doc/r.html?part=99", "text/html").status, 200);
}

#[test]
fn a_query_is_answered_on_its_page_and_a_mistake_has_its_place() {
    let server = report(&[]);
    let page =
        server.get("/query?query=SELECT%20?t%20%7B%20?o%20cetu:valueText%20?t%20%7D", "text/html").text();
    assert!(page.contains("<td>12.5万人</td>") && page.contains("/sparql?format=csv&amp;query="), "{page}");
    let page = server.get("/query?lang=en&query=SELECT%20?t%20%7B%0A?o%20%7D", "text/html").text();
    assert!(page.contains("class=\"problem\"") && page.contains("line 2, column"), "{page}");
    let page =
        server.get("/query?query=CONSTRUCT%20WHERE%20%7B%20?o%20a%20cetu:Region%20%7D", "text/html").text();
    assert!(page.contains("a cetu:Region"), "{page}");
}

#[test]
fn files_and_pages_are_not_sent_twice() {
    let server = report(&[]);
    for path in [
        "/",
        "/site.css",
        "/site.js",
        "/icon.svg",
        "/completions.json",
        "/id/region/330000.html",
        "/schema?format=html",
        "/def?format=html",
    ] {
        let first = server.get(path, "*/*");
        assert_eq!(first.status, 200, "{path}");
        let held = [("If-None-Match", first.header("etag"))];
        let again = server.ask("GET", path, &held, b"");
        assert_eq!(again.status, 304, "{path}");
        // What is held keeps its policy.
        let policy = again.header("content-security-policy");
        assert!(policy.is_empty() || policy == first.header("content-security-policy"), "{path}: {policy}");
    }
    let known: serde_json::Value =
        serde_json::from_str(&server.get("/completions.json", "*/*").text()).unwrap();
    let terms = known["terms"].as_array().unwrap();
    assert!(terms.iter().any(|term| term[0] == "ind:urban-new-employment" && term[1] == "城镇新增就业"));
    assert!(terms.len() < 2000);
}

#[test]
fn a_thing_is_led_to_and_nothing_elsewhere() {
    let server = report(&[]);
    let led = server.get("/describe?iri=https%3A%2F%2Fw3id.org%2Fcetu%2Fid%2Fregion%2F330000", "text/html");
    assert_eq!((led.status, led.header("location")), (303, "/id/region/330000"));
    for iri in ["https://example.org/", "//example.org/", "javascript:alert(1)", ""] {
        assert_eq!(server.get(&format!("/describe?iri={iri}"), "text/html").status, 404, "{iri}");
    }
}

#[test]
fn what_was_put_right_is_told_with_by_whom_and_why() {
    let file = "[[correction]]\nquote = \"全省城镇新增就业12.5万人\"\nvalue = 125300\nby = \"王芳\"\nwhy = \"以年鉴为准\"\n";
    let server =
        Server::start(Cetu::new().file("r.txt", REPORT).file("r.corrections.toml", file), &["r.txt"]);
    let figures = server.get(
        "/figures?lang=zh&indicator=https%3A%2F%2Fw3id.org%2Fcetu%2Fid%2Findicator%2Furban-new-employment",
        "text/html",
    );
    let figures = figures.text();
    let at = figures.find("/id/obs/330000/urban-new-employment/2017/").unwrap();
    let path = figures[at..].split(['"', '?']).next().unwrap();
    let page = server.get(&format!("{path}?lang=zh"), "text/html").text();
    for told in ["125,300", "已更正", "125000 → 125300", "王芳", "以年鉴为准"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let page = server.get("/id/doc/r.html?lang=en", "text/html").text();
    assert!(
        page.contains("Put right by hand") && page.contains("<span lang=\"zh-Hans\">王芳</span>"),
        "{page}"
    );
}

#[test]
fn numbers_that_nothing_was_made_of_are_marked_and_counted() {
    let report = format!("{REPORT}联系电话88881234转5。\n");
    let server = Server::start(Cetu::new().file("r.txt", &report), &["r.txt"]);
    let counted = server.query("SELECT ?u { ?u a cetu:UnreadNumber }", "text/csv").text().lines().count() - 1;
    let page = server.get("/id/doc/r.html?lang=en", "text/html").text();
    assert!(counted > 0 && page.matches("<a class=\"unread\"").count() == counted, "{counted}: {page}");
    assert!(page.contains(&format!("{counted} numbers not understood")), "{page}");
}

#[test]
fn a_decrease_is_signed_on_every_page_and_drawn_below_nought() {
    let a = "浙江省2019年就业工作材料\n全省城镇新增就业86.3万人，比上年下降0.7%。\n";
    let b = "河南省2019年就业工作材料\n全省城镇新增就业120万人，比上年增长2.3%。\n";
    let server = Server::start(Cetu::new().file("a.txt", a).file("b.txt", b), &["a.txt", "b.txt"]);
    for path in ["/figures", "/id/region/330000.html", "/compare?indicator=urban-new-employment"] {
        let page = server.get(path, "text/html").text();
        assert!(page.contains(">−0.7%<") && !page.contains(">0.7%<"), "{path}: {page}");
    }
    let page = server.get("/compare?indicator=urban-new-employment", "text/html").text();
    assert!(page.contains(">+2.3%<") && page.contains("：−0.7%\""), "{page}");
    assert!(
        page.contains("class=\"bar exact fall\"") && page.contains("class=\"tile exact fall\""),
        "{page}"
    );
    let link = page.split("href=\"").find(|link| link.contains("：−0.7%")).unwrap();
    let page = server.get(link.split('"').next().unwrap(), "text/html").text();
    assert!(page.contains("<h1 class=\"number exact\" lang=\"zh-Hans\">−0.7%</h1>"), "{page}");
    assert!(page.contains("<span class=\"n\">−0.7</span>"), "{page}");
}
