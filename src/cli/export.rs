use super::GraphInput;
use cetu::export::{Format, Sheet};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu export report.txt -o report.ttl
  cetu export --graph graph --format nquads > graph.nq
  cetu export reports -o facts.xlsx                           figures, programs and measures
  cetu export --graph graph -o figures.csv                    the figures of a graph
  cetu export reports --table programs -o programs.csv
  cetu export report.txt --vocabulary all -o everything.trig

Exit codes: 0 done, 1 an input was left out, 2 could not run";

/// Write reports or a graph as RDF, or reports as tables
/// 把报告或图谱写成 RDF 或表格
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Export {
    /// Files (text, HTML, DOCX, PDF, Markdown, CSV, JSON Lines, TMX), folders of them, or - for standard input 文件、目录或 -
    #[arg(value_name = "REPORT", required_unless_present = "graph", conflicts_with = "graph")]
    pub(crate) reports: Vec<PathBuf>,

    /// File to write; its extension names the format; - is standard output 输出文件
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Format [default: by the extension, otherwise turtle] 格式
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<Format>,

    /// What a CSV file has a row of 表格内容
    #[arg(long, value_enum, default_value_t)]
    pub(crate) table: Sheet,

    /// How much of the vocabularies to write along with the facts 附带多少词表
    #[arg(long, value_enum, default_value_t = Vocabulary::Used)]
    pub(crate) vocabulary: Vocabulary,

    #[command(flatten)]
    pub(crate) input: GraphInput,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Vocabulary {
    /// Facts only
    None,
    /// Labels, codes and units of the concepts that the facts use
    Used,
    /// Ontology, vocabularies, regions and metadata
    All,
}
