//! Files as users have them: formats, metadata, tables, and the IRIs of what is in them.

use crate::REPORT;
use crate::cetu::Cetu;
use std::io::Write;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    zipped(&[(
        "word/document.xml",
        &format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"),
    )])
}

/// The text that a build keeps of a file.
fn text(name: &str, content: &[u8]) -> String {
    let ran = Cetu::new().file(name, content).args(["build", name, "--out", "g"]).run().exits(0);
    let kept: Vec<String> = ran.files("g").into_iter().filter(|path| path.contains("/text/")).collect();
    assert_eq!(kept.len(), 1);
    ran.read(&format!("g/{}", kept[0]))
}

fn figures(name: &str, content: &[u8]) -> String {
    let ran = Cetu::new().file(name, content).args(["extract", name]).run().exits(0);
    ran.stdout
}

#[test]
fn a_word_file_is_read_with_its_tables_notes_and_without_what_was_struck_out() {
    let body = "<w:p><w:r><w:t>2018年</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>就业&amp;创业</w:t>\
        <w:footnoteReference w:id=\"2\"/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>指标\
        </w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2018年</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>就业</w:t></w:r></w:p>\
        </w:tc><w:tc><w:p><w:r><w:t>万人</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let notes = "<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>按常住人口计。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let file = zipped(&[("word/document.xml", &document), ("word/footnotes.xml", notes)]);
    insta::assert_snapshot!(text("r.docx", &file), @r#"
    2018年就业&创业
    指标		2018年
    就业	万人	3
    注1：按常住人口计。
    "#);
}

#[test]
fn a_cell_is_told_by_its_row_its_column_and_the_line_above() {
    let table = "示例市2018年就业统计\n2018年就业资金\n单位：万元\n项目\t2017年\t2018年\t增长（%）\n职业培训\t3400\t3,570\t5.0\n\
        社会保险\t610\t600.5\t-1.6\n";
    insta::assert_snapshot!(figures("t.txt", table.as_bytes()), @r#"
    {"type":"document","start":0,"end":90,"title":"示例市2018年就业统计","issuer":null,"number":null,"date":"2018","year":2018,"place":"示例市","place_code":null,"kind":null,"source":null,"retrieved":null,"stated":[],"id":"https://w3id.org/cetu/id/doc/t","file":"t.txt","sha256":"01239874e20e88992b863a4fcc1b4708375f9c3fbf0d1da1bb5db58f2cdc1ae8"}
    {"type":"figure","start":55,"exact":"3400","quote_start":50,"quote":"职业培训\t3400\t3,570\t5.0","value":34000000,"unit":"CNY","comparator":"eq","aspect":"level","direction":null,"status":"actual","indicator":"财政就业创业投入职业培训","indicator_text":"职业培训","indicator_iri":"https://w3id.org/cetu/id/candidate/CNY/财政就业创业投入职业培训","place":"示例市","place_code":null,"period":"2017","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":null,"target_of":null,"id":"https://w3id.org/cetu/id/obs/100000-示例市/财政就业创业投入职业培训/2017/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"figure","start":60,"exact":"3,570","quote_start":50,"quote":"职业培训\t3400\t3,570\t5.0","value":35700000,"unit":"CNY","comparator":"eq","aspect":"level","direction":null,"status":"actual","indicator":"财政就业创业投入职业培训","indicator_text":"职业培训","indicator_iri":"https://w3id.org/cetu/id/candidate/CNY/财政就业创业投入职业培训","place":"示例市","place_code":null,"period":"2018","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":null,"target_of":null,"id":"https://w3id.org/cetu/id/obs/100000-示例市/财政就业创业投入职业培训/2018/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"figure","start":66,"exact":"5.0","quote_start":50,"quote":"职业培训\t3400\t3,570\t5.0","value":5,"unit":"percent","comparator":"eq","aspect":"change","direction":"up","status":"actual","indicator":"财政就业创业投入职业培训","indicator_text":"职业培训","indicator_iri":"https://w3id.org/cetu/id/candidate/percent/财政就业创业投入职业培训","place":"示例市","place_code":null,"period":"2018","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":"https://w3id.org/cetu/id/obs/100000-示例市/财政就业创业投入职业培训/2018/e3b98a4d","target_of":null,"id":"https://w3id.org/cetu/id/obs/100000-示例市/财政就业创业投入职业培训/2018-change/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"figure","start":75,"exact":"610","quote_start":70,"quote":"社会保险\t610\t600.5\t-1.6","value":6100000,"unit":"CNY","comparator":"eq","aspect":"level","direction":null,"status":"actual","indicator":"财政就业创业投入社会保险","indicator_text":"社会保险","indicator_iri":"https://w3id.org/cetu/id/candidate/CNY/财政就业创业投入社会保险","place":"示例市","place_code":null,"period":"2017","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":null,"target_of":null,"id":"https://w3id.org/cetu/id/obs/100000-示例市/财政就业创业投入社会保险/2017/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"figure","start":79,"exact":"600.5","quote_start":70,"quote":"社会保险\t610\t600.5\t-1.6","value":6005000,"unit":"CNY","comparator":"eq","aspect":"level","direction":null,"status":"actual","indicator":"财政就业创业投入社会保险","indicator_text":"社会保险","indicator_iri":"https://w3id.org/cetu/id/candidate/CNY/财政就业创业投入社会保险","place":"示例市","place_code":null,"period":"2018","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":null,"target_of":null,"id":"https://w3id.org/cetu/id/obs/100000-示例市/财政就业创业投入社会保险/2018/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"figure","start":86,"exact":"1.6","quote_start":70,"quote":"社会保险\t610\t600.5\t-1.6","value":1.6,"unit":"percent","comparator":"eq","aspect":"change","direction":"down","status":"actual","indicator":"财政就业创业投入社会保险","indicator_text":"社会保险","indicator_iri":"https://w3id.org/cetu/id/candidate/percent/财政就业创业投入社会保险","place":"示例市","place_code":null,"period":"2018","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":"https://w3id.org/cetu/id/obs/100000-示例市/财政就业创业投入社会保险/2018/e3b98a4d","target_of":null,"id":"https://w3id.org/cetu/id/obs/100000-示例市/财政就业创业投入社会保险/2018-change/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    "#);
}

#[test]
fn rows_of_regions_give_each_region_its_figure() {
    let table = "2019年各省就业情况\n地区\t城镇新增就业（万人）\t位次\n江苏省\t148.3\t1\n浙江\t125.7\t2\n";
    insta::assert_snapshot!(figures("t.txt", table.as_bytes()), @r#"
    {"type":"document","start":0,"end":52,"title":"2019年各省就业情况","issuer":null,"number":null,"date":"2019","year":2019,"place":null,"place_code":null,"kind":null,"source":null,"retrieved":null,"stated":[],"id":"https://w3id.org/cetu/id/doc/t","file":"t.txt","sha256":"908cc6373658b95c5732995a96403a8b537a91f190e5e08b4cfd9caae9d96910"}
    {"type":"figure","start":33,"exact":"148.3","quote_start":29,"quote":"江苏省\t148.3\t1","value":1483000,"unit":"person","comparator":"eq","aspect":"level","direction":null,"status":"actual","indicator":"城镇新增就业","indicator_text":"城镇新增就业","indicator_iri":"https://w3id.org/cetu/id/indicator/urban-new-employment","place":"江苏省","place_code":"320000","period":"2019","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":null,"target_of":null,"id":"https://w3id.org/cetu/id/obs/320000/urban-new-employment/2019/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"figure","start":39,"exact":"1","quote_start":29,"quote":"江苏省\t148.3\t1","value":1,"unit":"rank","comparator":"eq","aspect":"rank","direction":null,"status":"actual","indicator":"各省就业情况","indicator_text":"各省就业情况","indicator_iri":"https://w3id.org/cetu/id/candidate/rank/各省就业情况","place":"江苏省","place_code":"320000","period":"2019","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":null,"target_of":null,"id":"https://w3id.org/cetu/id/obs/320000/各省就业情况/2019-rank/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"figure","start":44,"exact":"125.7","quote_start":41,"quote":"浙江\t125.7\t2","value":1257000,"unit":"person","comparator":"eq","aspect":"level","direction":null,"status":"actual","indicator":"城镇新增就业","indicator_text":"城镇新增就业","indicator_iri":"https://w3id.org/cetu/id/indicator/urban-new-employment","place":"浙江省","place_code":"330000","period":"2019","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":null,"target_of":null,"id":"https://w3id.org/cetu/id/obs/330000/urban-new-employment/2019/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"figure","start":50,"exact":"2","quote_start":41,"quote":"浙江\t125.7\t2","value":2,"unit":"rank","comparator":"eq","aspect":"rank","direction":null,"status":"actual","indicator":"各省就业情况","indicator_text":"各省就业情况","indicator_iri":"https://w3id.org/cetu/id/candidate/rank/各省就业情况","place":"浙江省","place_code":"330000","period":"2019","recurring":false,"group":[],"program":null,"section":null,"part_of":null,"share_of":null,"change_of":null,"target_of":null,"id":"https://w3id.org/cetu/id/obs/330000/各省就业情况/2019-rank/e3b98a4d","document":"https://w3id.org/cetu/id/doc/t","rule":"table-cell"}
    {"type":"claim","start":29,"exact":"江苏省\t148.3\t1","kind":"rank","place":"江苏省","place_code":"320000","about":"各省就业情况","about_iri":"https://w3id.org/cetu/id/candidate/rank/各省就业情况","rank":1,"among":null,"by":null,"section":null,"quote_start":29,"quote":"江苏省\t148.3\t1","id":"https://w3id.org/cetu/id/doc/t/claim/29-40","document":"https://w3id.org/cetu/id/doc/t","rule":"rank-figure"}
    {"type":"claim","start":41,"exact":"浙江\t125.7\t2","kind":"rank","place":"浙江省","place_code":"330000","about":"各省就业情况","about_iri":"https://w3id.org/cetu/id/candidate/rank/各省就业情况","rank":2,"among":null,"by":null,"section":null,"quote_start":41,"quote":"浙江\t125.7\t2","id":"https://w3id.org/cetu/id/doc/t/claim/41-51","document":"https://w3id.org/cetu/id/doc/t","rule":"rank-figure"}
    "#);
}

#[test]
fn what_a_table_of_documents_says_of_a_row_becomes_its_metadata() {
    let table =
        "id,title,date,province,text\n7,全省就业工作情况,2019-02-01,江苏省,全省城镇新增就业12万人。\n";
    let ran = Cetu::new().file("t.csv", table).args(["extract", "t.csv", "--format", "jsonl"]).run().exits(0);
    let document = ran.stdout.lines().find(|line| line.contains("\"type\":\"document\"")).unwrap();
    insta::assert_snapshot!(document, @r#"{"type":"document","start":0,"end":13,"title":"全省就业工作情况","issuer":null,"number":null,"date":"2019-02-01","year":2019,"place":"江苏省","place_code":"320000","kind":null,"source":null,"retrieved":null,"stated":[],"id":"https://w3id.org/cetu/id/doc/t-7","file":"t.csv","sha256":"1c9b7db1b9f3e94ba8f38ab80812003f560eb9f9509fa6c987a66e0856c34566"}"#);
}

#[test]
fn a_table_without_texts_says_what_it_lacks() {
    let ran = Cetu::new().file("t.csv", "地区,就业\n江苏,12\n").args(["extract", "t.csv"]).run().exits(1);
    insta::assert_snapshot!(ran.stderr, @"cetu: t.csv: no column with the text of the reports among 地区, 就业; name one “text” or “正文”");
}

#[test]
fn a_file_and_a_material_of_another_have_names_of_their_own() {
    let materials = "典型经验\n材料之一\n甲省做法\n城镇新增就业1万人。\n材料之二\n乙省做法\n城镇新增就业2万人。\n材料之三\n丙省做法\n就业3万人。\n";
    let ran = Cetu::new().file("a.txt", materials).file("a.2.txt", REPORT);
    let ran = ran.args(["export", "a.txt", "a.2.txt"]).run().exits(0);
    let documents: Vec<&str> =
        ran.stdout.lines().filter(|line| line.ends_with("a cetu:SourceDocument ;")).collect();
    insta::assert_snapshot!(documents.join("\n"), @r#"
    <https://w3id.org/cetu/id/doc/a-2> a cetu:SourceDocument ;
    <https://w3id.org/cetu/id/doc/a.0> a cetu:SourceDocument ;
    <https://w3id.org/cetu/id/doc/a.1> a cetu:SourceDocument ;
    <https://w3id.org/cetu/id/doc/a.2> a cetu:SourceDocument ;
    <https://w3id.org/cetu/id/doc/a.3> a cetu:SourceDocument ;
    "#);
}

#[test]
fn a_graph_of_extracted_text_is_checked_against_the_file() {
    let page = "<!DOCTYPE html><p>2018年全省城镇新增就业12万人。</p>";
    let ran = Cetu::new().file("in/r.html", page).args(["build", "in", "--out", "g"]).run().exits(0);
    let ran = Cetu::after(ran).args(["check", "--graph", "g", "--sources", "in"]).run().exits(0);
    let ran = Cetu::after(ran).file("in/r.html", page.replace("12", "13"));
    let ran = ran.args(["check", "--graph", "g", "--sources", "in"]).run().exits(1);
    assert!(ran.stdout.contains("changed since the graph was built"), "{}", ran.stdout);
}

#[test]
fn bad_files_are_named_and_the_others_go_on() {
    let ran = Cetu::new()
        .file("in/a.docx", word("<w:p><w:r><w:t>2018年城镇新增就业12万人。</w:t></w:r></w:p>"))
        .file("in/b.docx", zipped(&[("xl/workbook.xml", "<x/>")]))
        .file("in/c.pdf", "%PDF-1.7\n%%EOF")
        .file("in/d.html", "<ul><li><a href=/a>政务公开栏目</a><li><a href=/b>政务公开栏目</a></ul>")
        .file("in/e.jsonl", "{\"text\": \"就业1万人\"}\nno\n")
        .file("in/f.docx", "not a zip")
        .args(["extract", "in"])
        .run()
        .exits(1);
    insta::assert_snapshot!(ran.stderr, @r#"
    cetu: in/b.docx: an Excel file, which is not read; save it as DOCX, PDF, HTML or plain text first
    cetu: in/c.pdf: not a sound PDF file (failed parsing cross reference table); open it in the program it comes from and save it again
    cetu: in/d.html: no text in this page besides links and menus; save the page of the article itself
    cetu: in/e.jsonl: line 2 left out: expected ident at line 1 column 2
    cetu: in/f.docx: not a sound Word or PDF file (its first bytes are of no such file); open it in the program it comes from and save it again
    "#);
    assert!(ran.stdout.contains("12万人"));
}
