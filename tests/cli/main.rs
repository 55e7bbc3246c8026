//! The command line, run as people run it.

#![allow(clippy::unwrap_used)]
#![allow(clippy::format_push_string, clippy::format_collect, reason = "short texts read better so")]

mod bad_input;
mod build;
mod cetu;
mod check;
mod compare;
mod correct;
mod diff;
mod explain;
mod export;
mod extract;
mod files;
mod golden;
mod help;
mod killed;
mod pipe;
mod query;
mod reading;
mod schema;
mod serve;
mod shapes;
mod stated;
mod vocab;

/// A report of our own, with a heading, figures, a change, a part and a hedge.
const REPORT: &str = "浙江省2017年就业创业工作情况\n\n一、扩大就业规模\n\
    2017年，全省城镇新增就业12.5万人，同比增长3.2%；帮助就业困难人员就业2.1万人。\n\n二、支持创业\n\
    发放创业担保贷款超过6亿元，建成创业孵化基地85家，其中省级基地12家。年末城镇登记失业率为2.7%。\n";
