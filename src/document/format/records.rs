//! Tables of documents: CSV and JSON Lines with a column of texts, one document a row.

use super::super::limit::TEXT;
use super::super::told::{Told, tidy};
use super::{Content, Decoded, Reason};
use serde_json::{Map, Value};

/// Shortest text, on average and in characters, of a column that is taken for the texts without being named so.
const RUNNING: usize = 40;

/// Names of columns, by what they hold. Letters are small, without spaces and underscores.
const TEXT_NAMES: &[&str] = &[
    "text",
    "fulltext",
    "content",
    "body",
    "article",
    "maintext",
    "正文",
    "全文",
    "内容",
    "文本",
    "正文内容",
    "报告正文",
];
const TITLE: &[&str] = &["title", "name", "headline", "标题", "题名", "名称", "文件名称", "报告名称"];
const DATE: &[&str] = &[
    "date",
    "publishdate",
    "pubdate",
    "published",
    "time",
    "year",
    "日期",
    "发布日期",
    "发布时间",
    "成文日期",
    "时间",
    "年份",
    "年度",
];
const REGION: &[&str] =
    &["region", "province", "city", "place", "area", "地区", "省份", "省", "城市", "区域", "行政区"];
const SOURCE: &[&str] =
    &["source", "publisher", "issuer", "来源", "发布机构", "发文机关", "发布单位", "媒体"];
const ADDRESS: &[&str] = &["url", "sourceurl", "link", "href", "网址", "链接", "来源网址"];
const ID: &[&str] = &["id", "uid", "docid", "编号", "序号", "文号"];

/// Reads a CSV file.
///
/// # Errors
/// When it has no column of texts.
pub(super) fn csv(text: &str, delimiter: u8) -> Result<Decoded, Reason> {
    let first = text.lines().next().unwrap_or_default();
    // Spreadsheets of some countries part by semicolons.
    let semicolons = delimiter == b',' && first.matches(';').count() > first.matches(',').count();
    let delimiter = if semicolons { b';' } else { delimiter };
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(str::to_owned).collect(),
        Err(error) => return Err(Reason::Broken { format: "CSV", why: error.to_string() }),
    };
    let mut table = Table { header, ..Table::default() };
    for record in reader.records() {
        match record {
            Ok(record) => table.rows.push(record.iter().map(str::to_owned).collect()),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                table.problems.push(Reason::Line { line, why: error.to_string() });
            }
        }
    }
    table.documents()
}

/// Reads a file of JSON objects, one a line.
///
/// # Errors
/// When no line is one, or none has a text.
pub(super) fn json_lines(text: &str) -> Result<Decoded, Reason> {
    let mut table = Table::default();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Map<String, Value>>(line) {
            Ok(object) => table.object(object),
            Err(error) => table.problems.push(Reason::Line { line: number, why: error.to_string() }),
        }
    }
    if table.rows.is_empty() && !table.problems.is_empty() {
        let why = "no line of it is a JSON object".to_owned();
        return Err(Reason::Broken { format: "JSON Lines", why });
    }
    table.documents()
}

#[derive(Default)]
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    problems: Vec<Reason>,
}

impl Table {
    /// Adds an object as a row; fields that no object before had become columns. Lists and objects are no text.
    fn object(&mut self, object: Map<String, Value>) {
        let mut row = vec![String::new(); self.header.len()];
        for (name, value) in object {
            let words = match value {
                Value::String(words) => words,
                Value::Number(number) => number.to_string(),
                _ => continue,
            };
            let known = self.header.iter().position(|known| *known == name);
            match known {
                Some(column) => row[column] = words,
                None if self.header.len() < 200 => {
                    self.header.push(name);
                    row.push(words);
                }
                None => {}
            }
        }
        self.rows.push(row);
    }

    fn documents(self) -> Result<Decoded, Reason> {
        let text = self.named(TEXT_NAMES).or_else(|| self.longest());
        let Some(text) = text else {
            return Err(Reason::NoTextColumn(self.header.join(", ").chars().take(80).collect()));
        };
        let other = |names| self.named(names).filter(|column| *column != text);
        let [title, date, region, source, address, id] =
            [TITLE, DATE, REGION, SOURCE, ADDRESS, ID].map(other);
        let mut documents = Vec::with_capacity(self.rows.len());
        let mut problems = self.problems;
        for (number, row) in (2_u64..).zip(&self.rows) {
            let cell = |column: Option<usize>| tidy(row.get(column?)?);
            let words = row.get(text).map(String::as_str).unwrap_or_default();
            if words.len() > TEXT {
                let why = "its text is longer than 8 MB".to_owned();
                problems.push(Reason::Line { line: number, why });
                continue;
            }
            let told = Told {
                title: cell(title),
                date: cell(date),
                region: cell(region),
                publisher: cell(source),
                address: cell(address),
            };
            // What a row names itself by stays when others come and go, and when its text is mended.
            let named: Vec<&str> = [&told.address, &told.title, &told.date, &told.region]
                .into_iter()
                .filter_map(|field| field.as_deref())
                .collect();
            let known = told.address.is_some() || told.title.is_some();
            let key =
                cell(id).unwrap_or_else(|| if known { named.join("\u{0}") } else { format!("\u{0}{words}") });
            documents.push(Content { text: words.trim().to_owned(), told, key: Some(key) });
        }
        Ok(Decoded { documents, problems })
    }

    /// The column with one of some names, the earlier name first.
    fn named(&self, names: &[&str]) -> Option<usize> {
        let plain = |name: &str| {
            let kept = name.chars().filter(|c| c.is_alphanumeric());
            kept.collect::<String>().to_lowercase()
        };
        let header: Vec<String> = self.header.iter().map(|name| plain(name)).collect();
        names.iter().find_map(|name| header.iter().position(|column| column == name))
    }

    /// The column with the longest texts, when they are long enough to be reports.
    fn longest(&self) -> Option<usize> {
        let length = |column: usize| {
            let total: usize =
                self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).sum();
            total / self.rows.len().max(1)
        };
        let best = (0..self.header.len()).max_by_key(|column| (length(*column), usize::MAX - column))?;
        (length(best) >= RUNNING).then_some(best)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn each_row_is_a_document_with_its_metadata() {
        let text =
            "省份,标题,发布日期,正文\n江苏省,就业情况,2019-02-01,\"城镇新增就业12万人。\n保持稳定。\"\n,,,\n";
        let decoded = csv(text, b',').unwrap();
        assert_eq!(decoded.documents.len(), 2);
        let first = &decoded.documents[0];
        assert_eq!(first.text, "城镇新增就业12万人。\n保持稳定。");
        assert_eq!((first.told.region.as_deref(), first.told.year()), (Some("江苏省"), Some(2019)));
    }

    #[test]
    fn a_table_of_figures_is_no_table_of_documents() {
        assert_eq!(csv("地区,就业\n甲,12\n", b',').err(), Some(Reason::NoTextColumn("地区, 就业".into())));
    }

    #[test]
    fn a_broken_line_is_named_and_the_others_go_on() {
        let decoded = json_lines("{\"id\": 7, \"text\": \"就业12万人\"}\n{oops\n").unwrap();
        assert_eq!((decoded.documents.len(), decoded.documents[0].key.as_deref()), (1, Some("7")));
        assert!(matches!(decoded.problems[0], Reason::Line { line: 2, .. }));
    }
}
