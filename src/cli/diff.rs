use super::Reading;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu diff graph-2024 graph-2025
  cetu diff draft.docx final.docx
  cetu diff old new --format jsonl > changes.jsonl
  cetu diff old new --format trig -o patch.trig

Exit codes: 0 done, whether or not something differs, 1 an input was left out, 2 could not run";

/// Compare two graphs, or two versions of a report: figures and programs added, removed, changed
/// 比较两个图谱或同一报告的两个版本
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Diff {
    /// Old graph folder, report, or folder of reports 旧图谱或报告
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// New graph folder, report, or folder of reports 新图谱或报告
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// Format 格式
    #[arg(short, long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,

    /// File to write; - is standard output 输出文件
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// A format for differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// A table
    Text,
    /// One list of all differences
    Json,
    /// One difference a line
    Jsonl,
    /// RDF: the statements removed and those added, each in a graph of its own
    Trig,
}
