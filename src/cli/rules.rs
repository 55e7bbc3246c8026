use clap::{Args, ValueEnum};
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu rules | less
  cetu rules head-noun
  cetu rules --format html -o rules.html

Exit codes: 0 done, 2 could not run";

/// Print the rules by which facts are read, with examples
/// 打印读取事实的规则及示例
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Rules {
    /// Name of one rule, as facts carry it 规则名
    #[arg(value_name = "RULE", conflicts_with = "format")]
    pub(crate) name: Option<String>,

    /// Format 格式
    #[arg(short, long, value_enum, default_value_t = RulesFormat::Markdown)]
    pub(crate) format: RulesFormat,

    /// File to write; - is standard output 输出文件
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// A format for the page of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// Markdown
    #[value(alias = "md")]
    Markdown,
    /// A page for reading
    Html,
}
