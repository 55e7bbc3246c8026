use super::Reading;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu extract report.txt
  cetu extract --format jsonl reports/ > facts.jsonl
  cetu extract --format csv report.txt -o figures.csv
  cetu extract --explain report.txt                        why each fact is what it is

Exit codes: 0 done, 1 an input was left out, 2 could not run";

/// Print the facts of reports
/// 打印报告中的事实
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Extract {
    /// Files, folders (.txt and .md in them), or - for standard input 文件、目录或 -
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,

    /// Format [default: table on a terminal, otherwise jsonl] 格式
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<ExtractFormat>,

    /// Show for each fact the rule that read it, the entry of a vocabulary that its words were found in, why it has its
    /// place, period and status, and its words marked in their sentence; with --format jsonl, as a field 说明每条事实的依据
    #[arg(long)]
    pub(crate) explain: bool,

    /// File to write; - is standard output 输出文件
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// One fact a line
    Jsonl,
    /// One figure a row, for spreadsheets
    Csv,
    /// An aligned table of the figures
    Table,
}
