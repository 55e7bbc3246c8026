use super::GraphInput;
use clap::Args;
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu schema                      what there is to ask for
  cetu schema --graph graph        the same with counts
  cetu schema examples/reports

Exit codes: 0 done, 1 an input was left out, 2 could not run";

/// Print the schema on one page: prefixes, classes, properties, codes, example queries
/// 打印一页纸的图谱结构说明，供撰写查询参考
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Schema {
    /// Files, folders (.txt and .md in them), or - for standard input: adds counts 文件、目录或 -
    #[arg(value_name = "REPORT", conflicts_with = "graph")]
    pub(crate) reports: Vec<PathBuf>,

    /// File to write; - is standard output 输出文件
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) input: GraphInput,
}
