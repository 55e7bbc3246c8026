use super::GraphInput;
use cetu::query::ResultFormat;
use clap::Args;
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu query --list
  cetu query 01-compare --param indicator=城镇新增就业人数 --graph graph
  cetu query -e 'SELECT ?text WHERE { ?o cetu:valueText ?text }' report.txt
  cetu query -f my.rq --graph graph --format csv -o answer.csv

The prefixes cetu v ind grp u crit reg rdf rdfs owl xsd skos dcterms prov oa org schema qudt unit wd void dcat sd sh are declared.
A parameter without a value, or with an empty one (--param region=), restricts nothing.

Exit codes: 0 done, 1 an input was left out, 2 could not run";

/// Ask a graph or reports
/// 查询图谱或报告
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Query {
    /// Name of a saved query, unless -e or -f is given; then reports, unless --graph is given 查询名与报告
    #[arg(value_name = "NAME|REPORT")]
    pub(crate) words: Vec<String>,

    /// Query text 查询语句
    #[arg(short, long, value_name = "SPARQL", conflicts_with = "file")]
    pub(crate) execute: Option<String>,

    /// File with a query; - is standard input 查询文件
    #[arg(short = 'f', long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,

    /// Value of a parameter, as name=value; may be given several times 参数
    #[arg(short, long = "param", value_name = "NAME=VALUE", value_parser = parameter)]
    pub(crate) params: Vec<(String, String)>,

    /// Folder with saved queries of your own 自备查询目录
    #[arg(long, value_name = "DIR")]
    pub(crate) queries: Option<PathBuf>,

    /// List the saved queries 列出查询
    #[arg(short, long)]
    pub(crate) list: bool,

    /// Format [default: by the extension of -o, otherwise a table, or Turtle for triples] 格式
    #[arg(long, value_enum)]
    pub(crate) format: Option<ResultFormat>,

    /// File to write; - is standard output 输出文件
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Seconds after which the query is stopped; 0 is never 时限（秒）
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    pub(crate) timeout: u64,

    #[command(flatten)]
    pub(crate) input: GraphInput,
}

fn parameter(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write it as name=value")?;
    Ok((name.trim().to_owned(), value.to_owned()))
}
