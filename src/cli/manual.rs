use clap::Args;
use clap_complete::Shell;
use std::path::PathBuf;

/// Print completions for a shell
/// 打印命令行补全脚本
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cetu completions bash > /etc/bash_completion.d/cetu")]
pub(crate) struct Completions {
    /// Shell 命令行外壳
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// Print the man page, or write one for every command
/// 打印或写出手册页
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cetu man | man -l -\n  cetu man --out man1")]
pub(crate) struct Man {
    /// Folder to write a page for every command into 输出目录
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}
