use super::GraphInput;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu check --graph graph
  cetu check --graph graph --sources reports
  cetu check report.txt --format json
  cetu check report.txt --shapes my-shapes.ttl
  cetu check reports --candidates --format turtle > my-indicators.ttl
  cetu check reports --candidates --format csv > candidates.csv
  cetu check --graph graph --coverage --format csv > not-read.csv

Shapes of your own may switch a built-in one off:
  <https://w3id.org/cetu/id/shape/observation-part-within-whole> sh:deactivated true .

Exit codes: 0 all holds, 1 a quotation or a shape does not, or an input was left out, 2 could not run";

/// Prove every quotation, and check the graph by SHACL 核对原文依据，按 SHACL 校验图谱
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Check {
    /// Files (text, HTML, DOCX, PDF, Markdown, CSV, JSON Lines, TMX), folders of them, or - for standard input 文件、目录或 -
    #[arg(value_name = "REPORT", required_unless_present = "graph", conflicts_with = "graph")]
    pub(crate) reports: Vec<PathBuf>,

    /// Folder that the paths in the graph are relative to 源文件所在目录
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) sources: PathBuf,

    /// Turtle file with SHACL shapes of your own; may be given several times 自备 SHACL 形状
    #[arg(long, value_name = "FILE")]
    pub(crate) shapes: Vec<PathBuf>,

    /// List the indicators that no vocabulary has, the most frequent first; as turtle, a vocabulary to be edited 列出候选指标
    #[arg(long, conflicts_with = "shapes")]
    pub(crate) candidates: bool,

    /// List the numbers of the text that became no figure and are not known to be anything else 列出未读出的数字
    #[arg(long, conflicts_with_all = ["shapes", "candidates"])]
    pub(crate) coverage: bool,

    /// Format of the findings 结果格式
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,

    #[command(flatten)]
    pub(crate) input: GraphInput,
}

/// A format for what a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// One line for each thing that does not hold, or a table of candidates
    Text,
    /// JSON
    Json,
    /// JSON Lines, for --candidates and --coverage
    Jsonl,
    /// CSV, for --candidates and --coverage
    Csv,
    /// The validation report of SHACL, or a vocabulary of candidates
    #[value(alias = "ttl")]
    Turtle,
}
