use super::GraphInput;
use cetu::compare::CompareFormat;
use clap::Args;
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu compare 城镇新增就业 --graph graph
  cetu compare urban-new-employment reports/ --format csv -o jobs.csv

Only like is set beside like: a table for each unit and aspect. An empty cell is a gap; several figures in one are what
several sources say; targets are marked （目标）.

Exit codes: 0 done, 1 an input was left out, 2 could not run";

/// Compare an indicator across regions and years
/// 比较各地历年指标
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Compare {
    /// Indicator: its name, a part of it, or its IRI 指标
    pub(crate) indicator: String,

    /// Reports, unless --graph is given; - is standard input 报告
    #[arg(value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,

    /// Format [default: by the extension of -o, otherwise a table] 格式
    #[arg(long, value_enum)]
    pub(crate) format: Option<CompareFormat>,

    /// File to write; - is standard output 输出文件
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) input: GraphInput,
}
