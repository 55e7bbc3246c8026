use super::GraphInput;
use cetu::serve::LogFormat;
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu serve --graph graph
  cetu serve report.txt --bind 127.0.0.1:8080
  cetu serve --graph graph --bind 0.0.0.0:80 --url https://data.example.org --cors '*' --log json

  /sparql                 SPARQL 1.1 Protocol; without a query the description of the service
  /api, /openapi.json     the saved queries as a REST interface
  /store, /download/…     graphs as they are (Graph Store Protocol), the whole data set (cetu.trig, cetu.nq.gz, …)
  /healthz, /readyz, /metrics
It is read-only. A graph folder that is built again is taken up by itself; SIGHUP reads it, or the reports, again.

Exit codes: 0 stopped on request, 1 an input was left out, 2 could not run";

/// Serve a graph or reports as a SPARQL endpoint
/// 把图谱或报告作为 SPARQL 端点提供服务
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
pub(crate) struct Serve {
    /// Files, folders (.txt and .md in them), or - for standard input 文件、目录或 -
    #[arg(value_name = "REPORT", required_unless_present = "graph", conflicts_with = "graph")]
    pub(crate) reports: Vec<PathBuf>,

    /// Address and port; port 0 takes a free one 地址与端口
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:7878")]
    pub(crate) bind: SocketAddr,

    /// Seconds after which a query is stopped; 0 is never 时限（秒）
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    pub(crate) timeout: u64,

    /// Queries that are evaluated at a time; further ones wait for a moment and are then refused 并发查询数
    #[arg(long, value_name = "NUMBER", default_value_t = 32)]
    pub(crate) concurrency: usize,

    /// Largest answer to a query, in MiB 最大结果
    #[arg(long, value_name = "MIB", default_value_t = 1024)]
    pub(crate) max_result: u64,

    /// Memory for finished answers, in MiB; 0 keeps none 结果缓存
    #[arg(long, value_name = "MIB", default_value_t = 128)]
    pub(crate) cache: u64,

    /// Seconds for a client to send a request or to take some of an answer 等待慢客户端的时限（秒）
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) patience: u64,

    /// Memory that the server may take before it stops queries, in MiB [default: three quarters of the machine's] 内存上限
    #[arg(long, value_name = "MIB")]
    pub(crate) max_memory: Option<u64>,

    /// Host that queries may ask by SERVICE, such as query.wikidata.org; may be given several times 允许联邦查询的主机
    #[arg(long, value_name = "HOST[:PORT]")]
    pub(crate) allow_service: Vec<String>,

    /// Write an access log to standard output 访问日志
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) log: Option<LogFormat>,

    /// Origin whose web pages may read answers, such as https://example.org; * is all; may be given several times
    /// 允许跨域访问的来源
    #[arg(long, value_name = "ORIGIN")]
    pub(crate) cors: Vec<String>,

    /// Address under which the world knows the server 对外网址
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,

    /// Folder with saved queries of your own 自备查询目录
    #[arg(long, value_name = "DIR")]
    pub(crate) queries: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) input: GraphInput,
}
