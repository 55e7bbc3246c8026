use super::OntologyFormat;
use clap::Args;
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu ontology > cetu.ttl
  cetu ontology --list
  cetu ontology --format jsonld -o cetu.jsonld
  cetu ontology --format html -o ontology.html     a page to read

Exit codes: 0 done, 2 could not run";

/// Print the ontology and the vocabularies
/// 打印本体与词表
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Ontology {
    /// List classes, properties and the number of concepts in each vocabulary 列出类、属性与词表
    #[arg(short, long)]
    pub(crate) list: bool,

    /// Format [default: by the extension of -o, otherwise turtle] 格式
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<OntologyFormat>,

    /// File to write; - is standard output 输出文件
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Turtle file with concepts and labels of your own; may be given several times 自备词表
    #[arg(long, value_name = "FILE")]
    pub(crate) vocab: Vec<PathBuf>,
}
