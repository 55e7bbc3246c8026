//! Files of all formats that somebody has cut, glued and scribbled in: each is read or refused, within bounds.

use crate::holds;
use crate::mutation::Mutator;
use cetu::document::Source;
use cetu::lexicon::Lexicon;
use cetu::ontology::Ontology;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// Longest time that one file may take.
const LONGEST: Duration = Duration::from_secs(10);
/// How long the cases may take together, unless their number is given.
const BUDGET: Duration = Duration::from_secs(40);

const TEXT: &str = "示例市2018年就业统计\n一、主要指标\n2018年，全市城镇新增就业3.21万人，同比增长4.5%。\n指标\t2018年（万人）\n城镇新增就业\t3.21\n";

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn mutated_files_are_read_or_refused_in_time() {
    let ontology = Ontology::builtin().unwrap();
    let lexicon = Lexicon::new(&ontology);
    let seeds = seeds();
    let (seed, cases) = (number("CETU_SEED").unwrap_or(20_260_102), number("CETU_FILES").unwrap_or(4000));
    let (begun, limited) = (Instant::now(), number("CETU_FILES").is_none());
    let (mut done, mut read) = (0, 0);
    for case in 0..cases {
        if limited && begun.elapsed() > BUDGET {
            break;
        }
        let (name, bytes) = Mutator::new(seed.wrapping_add(case)).file(&seeds);
        let start = Instant::now();
        let sources = Source::all_from_bytes("robust", &name, bytes.clone());
        let took = start.elapsed();
        assert!(took < LONGEST, "case {case} of seed {seed}, {name}: {took:?}");
        done += 1;
        for source in sources.map(|(sources, _)| sources).unwrap_or_default().into_iter().take(2) {
            read += 1;
            // Reading the facts of whole reports again and again says nothing about files.
            if source.text.len() < 3000
                && let Err(broken) = holds::holds_of(&source, &ontology, &lexicon)
            {
                panic!("case {case} of seed {seed}, {name}: {broken}\n{:?}", source.text.as_str());
            }
        }
    }
    // A decoder that refused everything would keep all promises.
    assert!(read * 5 > done, "of {done} files {read} could be read");
    assert!(peak().is_none_or(|peak| peak < 1 << 20), "{} MiB of memory", peak().unwrap_or(0) >> 10);
}

/// The most memory that the process has held, in KiB, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// A file of every format, and the files of the corpus when it is there.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let page = format!(
        "<html><head><meta charset=utf-8><title>就业统计_某市</title><script>var a = '<p>';</script></head><body><ul><li><a href=/>\
         首页</a></ul><div id=zoom><p><span>{}</span></p><table><tr><th rowspan=2>指标<th colspan=2>2018年<tr><td>3.21<td>4\
         </table></div></body></html>",
        TEXT.replace('\n', "</span></p><p><span>")
    );
    let table = "id,标题,发布日期,正文\n1,就业统计,2019-02-01,\"2018年，全市城镇新增就业3.21万人。\n同比增长4.5%。\"\n2,,,就业\n";
    let lines = "{\"id\": 1, \"title\": \"就业统计\", \"text\": \"2018年，全市城镇新增就业3.21万人。\"}\n{\"text\": \"就业\"}\n";
    let memory = "<?xml version=\"1.0\"?><tmx version=\"1.4\"><body><tu><tuv xml:lang=\"zh-CN\"><seg>城镇新增就业3.21万人&amp;\
        创业</seg></tuv><tuv xml:lang=\"en\"><seg>jobs</seg></tuv></tu></body></tmx>";
    let (gb, _, _) = encoding_rs::GB18030.encode(TEXT);
    let wide: Vec<u8> = format!("\u{feff}{TEXT}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut seeds = vec![
        ("a.txt".to_owned(), TEXT.into()),
        ("gb.txt".to_owned(), gb.into_owned()),
        ("wide.txt".to_owned(), wide),
        ("a.html".to_owned(), page.into_bytes()),
        (
            "a.md".to_owned(),
            format!("# {TEXT}\n1. 抓**培训**\n\n| 指标 | 值 |\n|---|---|\n| 就业 | 3 |\n").into_bytes(),
        ),
        ("a.csv".to_owned(), table.into()),
        ("a.jsonl".to_owned(), lines.into()),
        ("a.tmx".to_owned(), memory.into()),
        ("stored.docx".to_owned(), word(zip::CompressionMethod::Stored)),
        ("packed.docx".to_owned(), word(zip::CompressionMethod::Deflated)),
        ("a.pdf".to_owned(), drawn(false)),
        ("packed.pdf".to_owned(), drawn(true)),
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/raw");
    let mut paths: Vec<_> =
        std::fs::read_dir(root).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        seeds.push((path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()));
    }
    seeds
}

#[allow(clippy::format_collect, reason = "a test need not be fast")]
fn word(method: zip::CompressionMethod) -> Vec<u8> {
    let paragraphs: String = TEXT
        .lines()
        .map(|line| {
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>\
                 <w:r><w:t xml:space=\"preserve\">{line}</w:t><w:tab/></w:r></w:p>"
            )
        })
        .collect();
    let body = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{paragraphs}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/>\
         <w:vMerge w:val=\"restart\"/></w:tcPr>{paragraphs}</w:tc><w:tc>{paragraphs}</w:tc></w:tr></w:tbl></w:body></w:document>"
    );
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"1\"/></w:style></w:styles>";
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"2\">\
        <w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    for (name, part) in
        [("word/document.xml", body.as_str()), ("word/styles.xml", styles), ("word/numbering.xml", numbering)]
    {
        archive.start_file(name, options).unwrap();
        archive.write_all(part.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A PDF of two fonts: one that names its characters, and one with a map to them.
#[allow(clippy::format_collect, clippy::items_after_statements, reason = "a test need not be fast")]
fn drawn(packed: bool) -> Vec<u8> {
    use lopdf::{Document, Object, SaveOptions, Stream, dictionary};
    let mut document = Document::with_version("1.5");
    let hex = |words: &str| words.encode_utf16().map(|unit| format!("{unit:04x}")).collect::<String>();
    let lines: String =
        TEXT.lines().map(|line| format!("<{}> Tj 0 -20 Td ", hex(&line.replace('\t', "")))).collect();
    let content = format!(
        "q 1 0 0 1 0 0 cm BT /F1 12 Tf 60 700 Td {lines} /F2 12 Tf [<01> -300 <02>] TJ T* <0102> ' ET Q"
    );
    let map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering \
        (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <ff>\n\
        endcodespacerange\n2 beginbfchar\n<01> <5c31>\n<02> <4e1a>\nendbfchar\nendcmap\nCMapName currentdict /CMap \
        defineresource pop\nend\nend\n";
    let map = document.add_object(Stream::new(dictionary! {}, map.into()));
    let descendant = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType0", "BaseFont" => "STSong-Light", "DW" => 1000,
        "W" => vec![1.into(), Object::Array(vec![207.into(), 270.into()]), 5.into(), 9.into(), 500.into()],
    });
    let named = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "STSong-Light", "Encoding" => "UniGB-UCS2-H",
        "DescendantFonts" => vec![descendant.into()],
    });
    let mapped = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "AAAAAA+Song", "ToUnicode" => map, "FirstChar" => 1,
        "Widths" => vec![1000.into(), 1000.into()],
    });
    let content = document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => named, "F2" => mapped } },
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, tree.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    if packed {
        document.compress();
        let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
        document.save_with_options(&mut bytes, options).unwrap();
    } else {
        document.save_to(&mut bytes).unwrap();
    }
    bytes
}

#[test]
fn every_file_as_it_is_can_be_read() {
    for (name, bytes) in seeds() {
        let (sources, problems) = Source::all_from_bytes("robust", &name, bytes).unwrap();
        let text = sources[0].text.as_str();
        assert!(["就业", "发展", "投资"].iter().any(|word| text.contains(word)), "{name}: {text}");
        assert!(problems.is_empty(), "{name}: {problems:?}");
    }
}
