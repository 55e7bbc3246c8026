use super::GraphInput;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Grow a vocabulary of your own
/// 扩充自备词表
#[derive(Debug, Subcommand)]
pub(crate) enum Vocab {
    Adopt(Adopt),
}

const AFTER: &str = "Examples:
  cetu vocab adopt reports --into my.ttl --min 5
  cetu vocab adopt --graph graph --into my.ttl --label 直播带货基地
  cetu build reports --out graph --vocab my.ttl      all reports are linked anew

`cetu check --candidates` lists the candidates with clauses that they were read from. Labels and units in the file can be
edited before and after; one that is there already is not put in again.

Exit codes: 0 done, 1 an input was left out, 2 could not run";

/// Put indicators that no vocabulary has into yours
/// 把候选指标并入自备词表
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Adopt {
    /// Files, folders, or - for standard input 文件、目录或 -
    #[arg(value_name = "REPORT", required_unless_present = "graph", conflicts_with = "graph")]
    pub(crate) reports: Vec<PathBuf>,

    /// Turtle file that they are put into; made if need be 自备词表
    #[arg(long, value_name = "FILE")]
    pub(crate) into: PathBuf,

    /// Only those with so many figures or more 最少数据条数
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub(crate) min: usize,

    /// Only this one, however many figures it has; may be given several times 指定候选指标
    #[arg(long, value_name = "LABEL")]
    pub(crate) label: Vec<String>,

    #[command(flatten)]
    pub(crate) input: GraphInput,
}
