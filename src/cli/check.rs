use super::GraphInput;
use clap::Args;
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu check --graph graph
  cetu check --graph graph --sources reports
  cetu check report.txt

Exit codes: 0 every quotation stands where the graph says, 1 one does not, or an input was left out, 2 could not run";

/// Prove that every quotation stands where the graph says
/// 核对每条原文依据
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Check {
    /// Files, folders (.txt and .md in them), or - for standard input 文件、目录或 -
    #[arg(value_name = "REPORT", required_unless_present = "graph", conflicts_with = "graph")]
    pub(crate) reports: Vec<PathBuf>,

    /// Folder that the paths in the graph are relative to 源文件所在目录
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) sources: PathBuf,

    #[command(flatten)]
    pub(crate) input: GraphInput,
}
