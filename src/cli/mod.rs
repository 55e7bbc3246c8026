//! The command line, as data: man pages and completions are made from it too.

mod build;
mod check;
mod compare;
mod correct;
mod diff;
mod export;
mod extract;
mod input;
mod manual;
mod ontology;
mod ontology_format;
mod query;
mod rules;
mod schema;
mod serve;
mod vocab;

pub(crate) use build::Build;
pub(crate) use check::{Check, CheckFormat};
pub(crate) use compare::Compare;
pub(crate) use correct::Correct;
pub(crate) use diff::{Diff, DiffFormat};
pub(crate) use export::{Export, Vocabulary};
pub(crate) use extract::{Extract, ExtractFormat};
pub(crate) use input::{GraphInput, Reading};
pub(crate) use manual::{Completions, Man};
pub(crate) use ontology::Ontology;
pub(crate) use ontology_format::OntologyFormat;
pub(crate) use query::Query;
pub(crate) use rules::{Rules, RulesFormat};
pub(crate) use schema::Schema;
pub(crate) use serve::Serve;
pub(crate) use vocab::{Adopt, Vocab};

use clap::{Parser, Subcommand};

const ABOUT: &str = "Reads Chinese policy reports into RDF: figures, measures and programs, each with its words\n\
                     策图：把中文政策报告读成 RDF 图谱，每个数据都附原文依据";

const AFTER: &str = "Examples:
  cetu export report.txt -o report.ttl         a report to Turtle
  cetu build reports/ --out graph              a folder of reports to a graph folder
  cetu query --list                            the saved queries
  cetu schema                                  what there is to ask for
  cetu query -e 'SELECT …' --graph graph       any other query
  cetu serve --graph graph                     a SPARQL endpoint at http://127.0.0.1:7878/sparql

Exit codes 退出码:
  0  done 完成
  1  done, but something fell short: an input left out, a check that did not hold 部分未完成
  2  could not run 无法运行";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "cetu", version, about = ABOUT, after_help = AFTER, arg_required_else_help = true)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Extract),
    Build(Build),
    Export(Export),
    Query(Query),
    Compare(Compare),
    Schema(Schema),
    Serve(Serve),
    Check(Check),
    Correct(Correct),
    Diff(Diff),
    Ontology(Ontology),
    Rules(Rules),
    #[command(subcommand)]
    Vocab(Vocab),
    Completions(Completions),
    Man(Man),
}
