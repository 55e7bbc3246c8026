use std::fmt::Display;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

const ID: &str = "https://w3id.org/cetu/id/";
const CETU: &str = "https://w3id.org/cetu/def#";
const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABEL: &str = "http://www.w3.org/2000/01/rdf-schema#label";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const OA: &str = "http://www.w3.org/ns/oa#";
const PROV: &str = "http://www.w3.org/ns/prov#";
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

/// The first two digits of the codes of 31 provinces.
const PROVINCES: [u32; 31] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
    61, 62, 63, 64, 65,
];
const GROUPS: [&str; 24] = [
    "青年",
    "妇女",
    "高校毕业生",
    "农民工",
    "失业人员",
    "残疾人",
    "退役军人",
    "贫困劳动力",
    "老年人",
    "儿童",
    "学生",
    "职工",
    "农村居民",
    "城镇居民",
    "低收入家庭",
    "困难人员",
    "返乡人员",
    "个体工商户",
    "小微企业",
    "技能人才",
    "留学人员",
    "去产能职工",
    "长江渔民",
    "大龄人员",
];
const INDICATORS: usize = 96;

/// A graph that is being written.
struct Out<W: Write> {
    out: W,
    graph: String,
    triples: usize,
}

impl<W: Write> Out<W> {
    fn put(&mut self, subject: &str, predicate: &str, object: &dyn Display) -> io::Result<()> {
        self.triples += 1;
        writeln!(self.out, "<{subject}> <{predicate}> {object} <{ID}graph/{}> .", self.graph)
    }

    fn iri(&mut self, subject: &str, predicate: &str, object: &str) -> io::Result<()> {
        self.put(subject, predicate, &format_args!("<{object}>"))
    }

    fn zh(&mut self, subject: &str, predicate: &str, text: &str) -> io::Result<()> {
        self.put(subject, predicate, &format_args!("\"{text}\"@zh"))
    }

    fn typed(
        &mut self,
        subject: &str,
        predicate: &str,
        value: &dyn Display,
        datatype: &str,
    ) -> io::Result<()> {
        self.put(subject, predicate, &format_args!("\"{value}\"^^<{XSD}{datatype}>"))
    }
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }
}

/// Writes at least so many triples of the shape that reports give, one graph a report; how many they are.
pub(crate) fn write(path: &Path, size: usize) -> io::Result<usize> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    let mut out = Out { out: BufWriter::new(fs::File::create(path)?), graph: "vocab".to_owned(), triples: 0 };
    vocabulary(&mut out)?;
    let (mut dice, mut number) = (Dice(2024), 0);
    while out.triples < size {
        document(&mut out, number, &mut dice)?;
        number += 1;
    }
    out.out.flush()?;
    Ok(out.triples)
}

fn indicator(number: usize) -> String {
    if number == 0 {
        format!("{ID}indicator/urban-new-employment")
    } else {
        format!("{ID}indicator/i{number}")
    }
}

/// Provinces, groups, units, and a tree of indicators: 8 tops, 24 families, 96 indicators.
fn vocabulary<W: Write>(out: &mut Out<W>) -> io::Result<()> {
    for code in PROVINCES {
        let region = format!("{ID}region/{code}0000");
        out.iri(&region, RDF_TYPE, &format!("{CETU}Region"))?;
        out.zh(&region, LABEL, &format!("第{code}省"))?;
        out.iri(&region, &format!("{DCTERMS}isPartOf"), &format!("{ID}region/100000"))?;
    }
    for (number, name) in GROUPS.iter().enumerate() {
        out.iri(&format!("{ID}group/g{number}"), RDF_TYPE, &format!("{CETU}TargetGroup"))?;
        out.zh(&format!("{ID}group/g{number}"), LABEL, name)?;
    }
    for (code, name) in [("person", "人"), ("CNY", "元"), ("percent", "%"), ("count", "个")] {
        out.put(&format!("{ID}unit/{code}"), &format!("{SKOS}notation"), &format_args!("\"{code}\""))?;
        out.zh(&format!("{ID}unit/{code}"), LABEL, name)?;
    }
    let broader = format!("{SKOS}broader");
    for top in 0..8 {
        out.zh(&format!("{ID}indicator/top{top}"), LABEL, &format!("第{top}类指标"))?;
    }
    for family in 0..24 {
        out.zh(&format!("{ID}indicator/f{family}"), LABEL, &format!("第{family}组指标"))?;
        out.iri(&format!("{ID}indicator/f{family}"), &broader, &format!("{ID}indicator/top{}", family / 3))?;
    }
    for number in 0..INDICATORS {
        out.iri(&indicator(number), RDF_TYPE, &format!("{CETU}Indicator"))?;
        out.zh(&indicator(number), LABEL, &format!("第{number}项人数"))?;
        out.iri(&indicator(number), &broader, &format!("{ID}indicator/f{}", number / 4))?;
    }
    Ok(())
}

/// A report: a title, six sections, twenty figures and six programs, each with its quotation.
fn document<W: Write>(out: &mut Out<W>, number: usize, dice: &mut Dice) -> io::Result<()> {
    out.graph = format!("d{number}");
    let document = format!("{ID}doc/d{number}");
    let (province, year) = (PROVINCES[number % PROVINCES.len()], 2008 + number / PROVINCES.len() % 16);
    let region = format!("{ID}region/{province}0000");
    out.iri(&document, RDF_TYPE, &format!("{CETU}SourceDocument"))?;
    out.zh(
        &document,
        &format!("{DCTERMS}title"),
        &format!("第{province}省{year}年就业工作情况（{number}）"),
    )?;
    out.iri(&document, &format!("{CETU}region"), &region)?;
    for section in 0..6 {
        let node = format!("{document}/section/{section}");
        out.iri(&node, RDF_TYPE, &format!("{CETU}Section"))?;
        out.zh(&node, LABEL, &format!("第{section}部分"))?;
        out.iri(&node, &format!("{DCTERMS}isPartOf"), &document)?;
    }
    let mut offset = 100;
    for figure in 0..20 {
        let what = if figure < 14 {
            (number * 20 + figure * 7 + number / 31) % INDICATORS
        } else {
            dice.below(INDICATORS)
        };
        let (group, value) = (dice.below(GROUPS.len()), dice.below(9_000_000));
        let node = format!("{document}/obs/{figure}");
        let quote = format!(
            "{year}年第{province}省{}创业{}项目第{what}项人数达到{}万人",
            GROUPS[group],
            dice.below(100),
            value / 10_000
        );
        out.iri(&node, RDF_TYPE, &format!("{CETU}Observation"))?;
        out.zh(&node, LABEL, &quote)?;
        out.iri(&node, &format!("{CETU}indicator"), &indicator(what))?;
        out.iri(&node, &format!("{CETU}region"), &region)?;
        for name in ["value", "minValue", "maxValue"] {
            out.typed(&node, &format!("{CETU}{name}"), &value, "integer")?;
        }
        out.put(&node, &format!("{CETU}valueText"), &format_args!("\"{}万人\"", value / 10_000))?;
        out.iri(&node, &format!("{CETU}unit"), &format!("{ID}unit/person"))?;
        out.iri(&node, &format!("{CETU}targetGroup"), &format!("{ID}group/g{group}"))?;
        out.iri(&node, &format!("{CETU}approximation"), &format!("{ID}vocab/approx-exact"))?;
        out.iri(&node, &format!("{CETU}valueRole"), &format!("{ID}vocab/role-actual"))?;
        out.typed(&node, &format!("{CETU}periodStart"), &format_args!("{year}-01-01"), "date")?;
        out.typed(&node, &format!("{CETU}periodEnd"), &format_args!("{year}-12-31"), "date")?;
        offset = evidence(out, &document, &node, &quote, offset, dice)?;
    }
    for program in 0..6 {
        let node = format!("{document}/program/{program}");
        let group = dice.below(GROUPS.len());
        let name = format!("第{province}省{}服务行动{}", GROUPS[group], dice.below(1000));
        out.iri(&node, RDF_TYPE, &format!("{CETU}Program"))?;
        out.zh(&node, LABEL, &name)?;
        out.iri(&node, &format!("{CETU}region"), &region)?;
        out.iri(&node, &format!("{CETU}targetGroup"), &format!("{ID}group/g{group}"))?;
        out.iri(&node, &format!("{CETU}kind"), &format!("{ID}vocab/kind-{}", dice.below(10)))?;
        offset = evidence(out, &document, &node, &format!("开展{name}"), offset, dice)?;
    }
    Ok(())
}

/// A quotation; where the next one may begin.
fn evidence<W: Write>(
    out: &mut Out<W>,
    document: &str,
    of: &str,
    quote: &str,
    start: usize,
    dice: &mut Dice,
) -> io::Result<usize> {
    let end = start + quote.chars().count();
    let node = format!("{document}/evidence/{start}-{end}");
    out.iri(of, &format!("{CETU}evidence"), &node)?;
    out.iri(&node, RDF_TYPE, &format!("{CETU}Evidence"))?;
    out.put(&node, &format!("{OA}exact"), &format_args!("\"{quote}\""))?;
    out.typed(&node, &format!("{OA}start"), &start, "integer")?;
    out.typed(&node, &format!("{OA}end"), &end, "integer")?;
    out.iri(&node, &format!("{PROV}wasQuotedFrom"), document)?;
    out.iri(&node, &format!("{DCTERMS}isPartOf"), &format!("{document}/section/{}", dice.below(6)))?;
    Ok(end + 5 + dice.below(100))
}
