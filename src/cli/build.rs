use super::Reading;
use clap::Args;
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu build reports/ --out graph
  cetu build a.txt b.txt --out graph --vocab my.ttl

The folder holds TriG, one file a report, and is replaced at one stroke: until the new graph is whole, the old one stays.

What is known of a report (title issuer number date year region kind source retrieved) may be stated in a cetu.toml beside
it, or in a front matter block.

Exit codes: 0 done, 1 an input was left out, 2 could not run";

/// Make or update a graph folder from reports
/// 由报告建立或更新图谱目录
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Build {
    /// Files, folders (.txt and .md in them), or - for standard input 文件、目录或 -
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,

    /// Graph folder to write 图谱目录
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: PathBuf,

    /// Leave out the plain text that offsets refer to 不保存原文
    #[arg(long)]
    pub(crate) no_text: bool,

    #[command(flatten)]
    pub(crate) reading: Reading,
}
