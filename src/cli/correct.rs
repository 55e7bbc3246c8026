use super::Reading;
use cetu::correct::Amount;
use clap::Args;
use std::path::PathBuf;

const AFTER: &str = "Examples:
  cetu correct report.txt --quote 城镇新增就业12.5万人 --value 125300 --by 王芳 --why 以年鉴为准
  cetu correct report.txt --quote 其中省级基地12家 --indicator 省级创业孵化基地 --period 2017
  cetu correct report.txt --quote 联系电话12345 --reject
  cetu correct report.txt --quote 转岗5000人 --number 5000人 --add --indicator 转岗人数
  cetu correct report.txt --list
  cetu correct report.txt --undo                      take the last correction back
  cetu export reports -o facts.xlsx                   edit it, then:
  cetu correct reports --from facts.xlsx --by 王芳

Corrections stand in report.corrections.toml beside report.txt, in plain text; every command that reads the report applies
them. In a sheet, change value, value2, unit, indicator, place or period, or write reject or add into the column action.

Exit codes: 0 done, 1 a correction finds nothing to put right, or an input was left out, 2 could not run";

/// Put facts right, for good: a value, an indicator, a place, a period
/// 更正读取结果，永久有效
#[derive(Debug, Args)]
#[command(after_help = AFTER)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Correct {
    /// The report; with --from or --list, files and folders 报告
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,

    /// Words of the report that the fact was read from 原文
    #[arg(long, value_name = "WORDS")]
    pub(crate) quote: Option<String>,

    /// The number in these words, as printed, when there are several 数字原文
    #[arg(long, value_name = "WORDS", requires = "quote")]
    pub(crate) number: Option<String>,

    /// Words right before the quotation, when it stands in the report more than once 前文
    #[arg(long, value_name = "WORDS", requires = "quote")]
    pub(crate) prefix: Option<String>,

    /// The right value, in the base unit 数值
    #[arg(long, value_name = "NUMBER", requires = "quote", allow_negative_numbers = true)]
    pub(crate) value: Option<Amount>,

    /// The high end of a range 上限
    #[arg(long, value_name = "NUMBER", requires = "quote", allow_negative_numbers = true)]
    pub(crate) high: Option<Amount>,

    /// The right unit: code or label 单位
    #[arg(long, value_name = "UNIT", requires = "quote")]
    pub(crate) unit: Option<String>,

    /// The right indicator: a label or code of the vocabulary, or words of your own 指标
    #[arg(long, value_name = "LABEL", requires = "quote")]
    pub(crate) indicator: Option<String>,

    /// The right place: its name or GB/T 2260 code 地区
    #[arg(long, value_name = "NAME", requires = "quote")]
    pub(crate) place: Option<String>,

    /// The right period, in EDTF (2017, 2017-12, 2021/2025); empty for none 时期
    #[arg(long, value_name = "EDTF", requires = "quote")]
    pub(crate) period: Option<String>,

    /// The kind of a program 项目类型
    #[arg(long, value_name = "KIND", requires = "program")]
    pub(crate) kind: Option<String>,

    /// It is about a program, not a figure 针对项目
    #[arg(long, requires = "quote")]
    pub(crate) program: bool,

    /// Take the fact out 剔除
    #[arg(long, requires = "quote", conflicts_with = "add")]
    pub(crate) reject: bool,

    /// Put in a fact that was missed 补充
    #[arg(long, requires = "quote")]
    pub(crate) add: bool,

    /// Who says so 更正人
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,

    /// Why 理由
    #[arg(long, value_name = "WORDS")]
    pub(crate) why: Option<String>,

    /// A workbook or CSV that `cetu export` wrote, edited 编辑过的表格
    #[arg(long, value_name = "SHEET", conflicts_with_all = ["quote", "undo", "list"])]
    pub(crate) from: Option<PathBuf>,

    /// Take back the last correction, or the last one of --quote 撤销
    #[arg(long, conflicts_with = "list")]
    pub(crate) undo: bool,

    /// List the corrections and what became of them 列出更正
    #[arg(short, long)]
    pub(crate) list: bool,

    #[command(flatten)]
    pub(crate) reading: Reading,
}
