use clap::Args;
use std::path::PathBuf;

/// How reports are read.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Reading {
    /// Turtle file with concepts and labels of your own; may be given several times 自备词表
    #[arg(long, value_name = "FILE")]
    pub(crate) vocab: Vec<PathBuf>,

    /// IRI that documents and facts begin with; terms and vocabularies keep theirs 文档与数据的 IRI 前缀
    #[arg(long, value_name = "IRI")]
    pub(crate) base: Option<String>,
}

/// What a command works on: a graph folder, or reports read on the spot.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct GraphInput {
    /// Graph folder: one that `cetu build` made, or any folder of RDF files 图谱目录
    #[arg(long, value_name = "DIR")]
    pub(crate) graph: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,
}
